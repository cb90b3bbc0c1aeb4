import type { LogId } from '@chi-so/domain/identity';
import { componentsOf, isPublication, type LogEntry, lastEntryOf, standings } from '@chi-so/domain/log';
import { rankComponent } from '@chi-so/domain/ranking';
import { type Published, rankingDocument } from '@chi-so/domain/ranking-document';
import { actionOf, changedRows, type ReleaseChange } from '@chi-so/domain/release-change';
import { componentsOfRelease } from '@chi-so/domain/release-file';
import { type Series, seriesColumn, sortColumns } from '@chi-so/domain/series';
import { changeOutput } from '@chi-so/storage/changes';
import type { Labelled, LabelledOutput } from '@chi-so/storage/labelled';
import { rankingAtOutput, rankingOutput } from '@chi-so/storage/rankings';
import { seriesOutput } from '@chi-so/storage/series';
import type { PublishedLoader } from './published.ts';

/**
 * Everything that is stored of a log because of some of its entries, as a function of the log and of nothing else: no
 * clock, no trigger, no earlier output. In steps that must be put one after the other, since readers of the change feed
 * go and read what it speaks of: RANKING-AT, current rankings, series, changes.
 */
export const outputsOf = async function* (
  logId: LogId,
  log: LogEntry[],
  entries: readonly LogEntry[],
  load: PublishedLoader,
  known: KnownSeries,
): AsyncGenerator<LabelledOutput[]> {
  const first = Math.min(...entries.map(({ entry }) => entry));
  for (const entry of entries) yield await rankingsAt(logId, log, entry, load);
  const dirty = [...standings(log).values()].filter(({ label }) => label >= first);
  for (const { period } of dirty) yield await currentRankings(logId, log, period, load);
  yield await allSeries(logId, log, load, known);
  for (const entry of entries) yield [await entryChange(logId, log, entry, load)];
};

/** What this entry made official, as it was then: without anything that depends on other periods. */
const rankingsAt = async (logId: LogId, log: LogEntry[], entry: LogEntry, load: PublishedLoader) => {
  const release = { ...logId, period: entry.period };
  const { current, ever } = componentsOf(log.slice(0, entry.entry), entry.period);
  const published = isPublication(entry) ? await load.published(entry) : null;
  return ever.map((component) =>
    rankingAtOutput(
      release,
      component,
      entry,
      published && current.includes(component)
        ? { document: rankingDocument(published, component) }
        : { gone: gone(entry) },
    ),
  );
};

/** What is official now, with the change against the nearest earlier published period. */
const currentRankings = async (logId: LogId, log: LogEntry[], period: string, load: PublishedLoader) => {
  const standing = standings(log).get(period);
  if (!standing) return [];
  const { last, previous, label } = standing;
  const { current, ever } = componentsOf(log, period);
  const published = isPublication(last) ? await load.published(last) : null;
  const earlier = published && previous ? await load.published(previous) : null;
  return ever.map((component) =>
    rankingOutput(
      { ...logId, period },
      component,
      label,
      published && current.includes(component)
        ? { document: rankingDocument(published, component, earlier) }
        : { gone: gone(last) },
    ),
  );
};

const gone = ({ at, reason, revision }: LogEntry) =>
  ({ at, reason, why: revision === null ? 'withdrawn' : 'component-dropped' }) as const;

/** The series as stored, where it may be built on; `null` makes everything anew. */
export type KnownSeries = (component: string) => Promise<Labelled<Series> | null>;

/**
 * Every series of the log. A column is a function of one publication, so columns of a stored series that come from the
 * same entry are kept, and only what has moved since is read and computed.
 */
const allSeries = async (logId: LogId, log: LogEntry[], load: PublishedLoader, known: KnownSeries) => {
  const periods = [...standings(log).values()].map(({ period, last }) => ({ last, has: componentsOf(log, period) }));
  const components = [...new Set(periods.flatMap(({ has }) => has.ever))];
  // Names are those of the last publication, whichever columns are kept: the series stays a function of the log.
  const latest = log.findLast(isPublication);
  const named = latest ? (await load.unitSet(latest.pins.unit_set_version)).units : [];

  return Promise.all(
    components.map(async (component) => {
      const stored = await known(component);
      const kept = new Map(
        stored && 'document' in stored ? stored.document.columns.map((column) => [column.entry, column]) : [],
      );
      const publications = periods.flatMap(({ last, has }) =>
        isPublication(last) && has.current.includes(component) ? [last] : [],
      );
      const columns = await Promise.all(
        publications.map(async (publication) => {
          const column = kept.get(publication.entry);
          if (column) return column;
          const published = await load.published(publication);
          return seriesColumn(publication, published.methodology, rankComponent(published, component));
        }),
      );
      const present = new Set(columns.flatMap(({ points }) => points.map(({ unit }) => unit)));
      const units = named
        .filter(({ unit }) => present.has(unit))
        .map(({ unit, name_vi, name_en }) => ({ unit, name_vi, name_en }));
      return seriesOutput(logId, { component, units, columns: sortColumns(columns) }, log.length);
    }),
  );
};

/** More changed rows than this are counted, not listed: an item holds 400 KB. */
const ROWS_LISTED = 5000;

/** What the entry changed in its own release, and which periods may read differently because of it. */
const entryChange = async (logId: LogId, log: LogEntry[], entry: LogEntry, load: PublishedLoader) => {
  const before = lastEntryOf(log, entry.period, entry.entry);
  const rows = changedRows(
    isPublication(before) ? rankAll(await load.published(before)) : [],
    isPublication(entry) ? rankAll(await load.published(entry)) : [],
  );
  const action = actionOf(before, entry);
  const dirty = [...standings(log.slice(0, entry.entry)).values()].filter(({ label }) => label === entry.entry);
  const change: ReleaseChange = {
    id: entry.ledger,
    ...logId,
    period: entry.period,
    entry: entry.entry,
    at: entry.at,
    cause: entry.cause,
    reason: entry.reason,
    action,
    revision: entry.revision,
    revision_before: before?.revision ?? null,
    periods: dirty.map(({ period }) => period).sort(),
    rows: action === 'revised' ? rows.slice(0, ROWS_LISTED) : [],
    rows_changed: rows.length,
  };
  return changeOutput(change);
};

const rankAll = (published: Published) =>
  componentsOfRelease(published.methodology, published.units).map((component) => rankComponent(published, component));
