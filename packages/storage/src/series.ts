import type { LogId } from '@chi-so/domain/identity';
import type { Series } from '@chi-so/domain/series';
import type { Table } from './client.ts';
import { getItem } from './items.ts';
import { seriesPartition } from './keys.ts';
import { fromItem, type Labelled, type LabelledOutput } from './labelled.ts';

/** SERIES items: all units and periods of one component of a log. */

const seriesKey = (log: LogId, component: string) => ({ pk: seriesPartition(log), sk: component });

export const getSeries = async (
  rankings: Table,
  log: LogId,
  component: string,
  { consistent = false } = {},
): Promise<Labelled<Series> | undefined> => {
  const item = await getItem(rankings, seriesKey(log, component), consistent);
  return item && fromItem<Series>(item);
};

export const seriesOutput = (log: LogId, series: Series, label: number): LabelledOutput => ({
  key: seriesKey(log, series.component),
  label,
  document: series,
});
