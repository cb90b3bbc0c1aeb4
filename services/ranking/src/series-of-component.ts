import type { LogId } from '@chi-so/domain/identity';
import { isPublication, type LogEntry, standings } from '@chi-so/domain/log';
import { type Series, seriesColumn, sortColumns } from '@chi-so/domain/series';
import type { LabelledOutput } from '@chi-so/storage/labelled';
import { seriesOutput } from '@chi-so/storage/series';
import { type Documents, hasComponent } from './documents.ts';
import type { PublishedLoader } from './published.ts';

/** The series as stored, where it may be built on; `null` makes everything anew. */
export type KnownSeries = (component: string) => Promise<Series | null>;

/**
 * All periods of a component. A column is a function of one publication, so columns of a stored series that come from
 * the same entry are kept, and only what has moved since is read.
 */
export const seriesOfComponent = async (
  logId: LogId,
  log: readonly LogEntry[],
  component: string,
  /** The entries that touch the component. */
  own: readonly LogEntry[],
  documents: Documents,
  load: PublishedLoader,
  known: KnownSeries,
): Promise<LabelledOutput> => {
  const stored = await known(component);
  const kept = new Map(stored?.columns.map((column) => [column.entry, column]));
  const publications = [...standings(own).values()]
    .map(({ last }) => last)
    .filter(isPublication)
    .filter((entry) => hasComponent(log, entry, component));

  const faults: string[] = [];
  const columns = await Promise.all(
    publications.map(async (publication) => {
      const column = kept.get(publication.entry);
      if (column) return [column];
      const { document, degraded } = await documents.readable(publication, component);
      if (degraded !== null) faults.push(degraded);
      return document ? [seriesColumn(document, (await load.methodology(document)).comparisons)] : [];
    }),
  );
  const series: Series = {
    component,
    units: await unitsOf(own, columns.flat(), load),
    columns: sortColumns(columns.flat()),
  };
  return seriesOutput(logId, series, own.at(-1)?.entry ?? 0, faults.sort()[0] ?? null);
};

/** Names are those of the last publication, whichever columns are kept: the series stays a function of the log. */
const unitsOf = async (own: readonly LogEntry[], columns: Series['columns'], load: PublishedLoader) => {
  const latest = own.findLast(isPublication);
  const present = new Set(columns.flatMap(({ points }) => points.map(({ unit }) => unit)));
  const named = latest && present.size > 0 ? (await load.unitSet(latest.pins)).units : [];
  return named
    .filter(({ unit }) => present.has(unit))
    .map(({ unit, name_vi, name_en }) => ({ unit, name_vi, name_en }));
};
