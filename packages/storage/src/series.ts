import type { LogId } from '@chi-so/domain/identity';
import { positionsAmong } from '@chi-so/domain/positions';
import type { Series, SeriesColumn, SeriesPoint } from '@chi-so/domain/series';
import { type Columns, fromColumns, toColumns } from './columns.ts';
import { getItem, type Item, queryItems } from './items.ts';
import { nationalSeries, seriesPartition } from './keys.ts';
import { fromItem, type Labelled, type LabelledOutput } from './labelled.ts';
import type { ReadTable } from './read-table.ts';

/** SERIES items: all units and periods of one component of a log. */

const seriesKey = ({ index, unit_set, edition }: LogId, component: string) => ({
  pk: seriesPartition(index, unit_set),
  sk: [component, unit_set, edition].join('#'),
});

export const getSeries = async (
  rankings: ReadTable,
  log: LogId,
  component: string,
  { consistent = false } = {},
): Promise<Labelled<Series> | undefined> => {
  const item = await getItem(rankings, seriesKey(log, component), consistent);
  return item && storedSeries(item);
};

/** The series of a component of a national index, one for each unit set that it was released on in the edition: one Query. */
export const listNationalSeries = async (
  rankings: ReadTable,
  { index, edition }: Pick<LogId, 'index' | 'edition'>,
  component: string,
): Promise<{ log: LogId; stored: Labelled<Series> }[]> => {
  const items = await queryItems(rankings, { pk: nationalSeries(index), prefix: `${component}#` });
  return items.flatMap((item) => {
    const [, unit_set = '', of = ''] = String(item.sk).split('#');
    const stored = of === edition ? storedSeries(item) : undefined;
    return stored ? [{ log: { index, unit_set, edition }, stored }] : [];
  });
};

const storedSeries = (item: Item): Labelled<Series> | undefined => {
  const stored = fromItem<Body>(item);
  return stored && 'document' in stored ? { ...stored, document: seriesOf(stored.document) } : stored;
};

/** A series as it is stored: units and points as columns, a point's unit by its position among the units. */
type Body = Omit<Series, 'units' | 'columns'> & {
  units: Columns;
  columns: (Omit<SeriesColumn, 'points'> & { points: Columns })[];
};

const bodyOf = ({ units, columns, ...series }: Series): Body => ({
  ...series,
  units: toColumns(units),
  columns: columns.map(({ points, ...column }) => ({
    ...column,
    points: toColumns(points, positionsAmong(units, points)),
  })),
});

const seriesOf = ({ units: unitColumns, columns, ...body }: Body): Series => {
  const units = fromColumns<Series['units'][number]>(unitColumns);
  return {
    ...body,
    units,
    columns: columns.map(({ points, ...column }) => ({ ...column, points: fromColumns<SeriesPoint>(points, units) })),
  };
};

export const seriesOutput = (log: LogId, series: Series, label: number, degraded: string | null): LabelledOutput => ({
  key: seriesKey(log, series.component),
  label,
  degraded,
  document: bodyOf(series),
});
