import { type LogId, logName } from '@chi-so/domain/identity';
import { componentsOf, isPublication, type LogEntry, lastEntryOf, type Standing, standings } from '@chi-so/domain/log';
import { rankComponent } from '@chi-so/domain/ranking';
import { type Published, rankingDocument } from '@chi-so/domain/ranking-document';
import { actionOf, changedRows, type ReleaseChange } from '@chi-so/domain/release-change';
import { type SeriesColumn, seriesColumn, sortColumns } from '@chi-so/domain/series';
import { hasChange, putChange } from '@chi-so/storage/changes';
import type { Table } from '@chi-so/storage/client';
import { FORMAT } from '@chi-so/storage/labelled';
import { readLog } from '@chi-so/storage/logs';
import { putRanking, putRankingAt } from '@chi-so/storage/rankings';
import { getSeries, putSeries } from '@chi-so/storage/series';
import { pinnedUnitSet, publishedLoader } from './published.ts';

export type Tables = { records: Table; rankings: Table };

/** How many outputs a recompute put, and how many it found to be as new already. */
export type Outcome = { put: number; refused: number };

/**
 * Brings everything that follows from the named entries of a log up to date. The log is read whole and consistently;
 * every output is a function of it. In this order, because readers of the change feed then find what it speaks of:
 * RANKING-AT, current rankings, series, changes. An entry whose change item stands is done: nothing is written.
 *
 * @throws where the log lacks a named entry, or a revision or score that it speaks of cannot be read.
 */
export const recompute = async (
  { records, rankings }: Tables,
  logId: LogId,
  named: readonly number[],
): Promise<Outcome> => {
  const log = await readLog(records, logId);
  const entries = named.map((number) => {
    const entry = log[number - 1];
    if (entry?.entry !== number) throw new Error(`The log ${logName(logId)} lacks entry ${number}`);
    return entry;
  });
  const done = await Promise.all(entries.map(({ ledger }) => hasChange(rankings, ledger)));
  const pending = entries.filter((_, i) => !done[i]).sort((a, b) => a.entry - b.entry);
  const first = pending[0];
  if (!first) return { put: 0, refused: 0 };

  const load = publishedLoader(records, logId);
  const tally = counter();
  for (const entry of pending) await putRankingsAt(rankings, logId, log, entry, load, tally);

  const all = standings(log);
  const dirty = [...all.values()].filter(({ label }) => label >= first.entry);
  for (const standing of dirty) await putCurrent(rankings, logId, log, standing, load, tally);

  await putAllSeries({ records, rankings }, logId, log, load, tally);
  for (const entry of pending) await putEntryChange(rankings, logId, log, entry, load, tally);
  return tally.outcome;
};

type Load = ReturnType<typeof publishedLoader>;
type Tally = ReturnType<typeof counter>;

const counter = () => {
  const outcome: Outcome = { put: 0, refused: 0 };
  return {
    outcome,
    count: async (putting: Promise<'put' | 'refused'>) => {
      outcome[await putting]++;
    },
  };
};

/** What this entry made official, as it was then: without anything that depends on other periods. */
const putRankingsAt = async (
  rankings: Table,
  logId: LogId,
  log: LogEntry[],
  entry: LogEntry,
  load: Load,
  tally: Tally,
) => {
  const release = { ...logId, period: entry.period };
  const { current, ever } = componentsOf(log.slice(0, entry.entry), entry.period);
  const published = isPublication(entry) ? await load(entry) : null;
  await Promise.all(
    ever.map((component) =>
      tally.count(
        putRankingAt(
          rankings,
          release,
          component,
          entry,
          published && current.includes(component)
            ? { document: rankingDocument(published, component) }
            : { gone: gone(entry) },
        ),
      ),
    ),
  );
};

const putCurrent = async (
  rankings: Table,
  logId: LogId,
  log: LogEntry[],
  standing: Standing,
  load: Load,
  tally: Tally,
) => {
  const { period, last, previous, label } = standing;
  const { current, ever } = componentsOf(log, period);
  const published = isPublication(last) ? await load(last) : null;
  const earlier = published && previous ? await load(previous) : null;
  await Promise.all(
    ever.map((component) =>
      tally.count(
        putRanking(
          rankings,
          { ...logId, period },
          component,
          label,
          published && current.includes(component)
            ? { document: rankingDocument(published, component, earlier) }
            : { gone: gone(last) },
        ),
      ),
    ),
  );
};

const gone = ({ at, reason, revision }: LogEntry) =>
  ({ at, reason, why: revision === null ? 'withdrawn' : 'component-dropped' }) as const;

/**
 * Every series of the log. A column is a function of one publication, so columns of the stored series that come from
 * the same entry are kept, and only what has moved since is read and computed.
 */
const putAllSeries = async ({ records, rankings }: Tables, logId: LogId, log: LogEntry[], load: Load, tally: Tally) => {
  const label = log.length;
  const periods = [...standings(log).values()].map(({ period, last }) => ({
    publication: isPublication(last) ? last : null,
    components: componentsOf(log, period),
  }));
  const components = new Set(periods.flatMap(({ components: { ever } }) => ever));
  // Names are those of the last publication, whichever columns are kept: the series stays a function of the log.
  const latest = log.findLast(isPublication);
  const named = latest ? (await pinnedUnitSet(records, logId.unit_set, latest.pins.unit_set_version)).units : [];
  await Promise.all(
    [...components].map(async (component) => {
      const stored = await getSeries(rankings, logId, component, { consistent: true });
      if (stored && stored.entry >= label && stored.format >= FORMAT) return;

      const reusable = stored && 'document' in stored && stored.format === FORMAT ? stored.document : null;
      const known = new Map(reusable?.columns.map((column) => [column.entry, column]));
      const columns: SeriesColumn[] = [];
      for (const { publication, components: has } of periods) {
        if (!publication || !has.current.includes(component)) continue;
        const kept = known.get(publication.entry);
        if (kept) columns.push(kept);
        else {
          const published = await load(publication);
          columns.push(seriesColumn(publication, published.methodology, rankComponent(published, component)));
        }
      }
      const present = new Set(columns.flatMap(({ points }) => points.map(({ unit }) => unit)));
      const units = named
        .filter(({ unit }) => present.has(unit))
        .map(({ unit, name_vi, name_en }) => ({ unit, name_vi, name_en }));
      await tally.count(putSeries(rankings, logId, { component, units, columns: sortColumns(columns) }, label));
    }),
  );
};

/** More changed rows than this are counted, not listed: an item holds 400 KB. */
const ROWS_LISTED = 5000;

const putEntryChange = async (
  rankings: Table,
  logId: LogId,
  log: LogEntry[],
  entry: LogEntry,
  load: Load,
  tally: Tally,
) => {
  const before = lastEntryOf(log, entry.period, entry.entry);
  const rows = changedRows(
    isPublication(before) ? rankAll(await load(before)) : [],
    isPublication(entry) ? rankAll(await load(entry)) : [],
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
  await tally.count(putChange(rankings, change));
};

const rankAll = (published: Published) => {
  const components = new Set(published.units.flatMap(({ scores }) => Object.keys(scores)));
  return [...components].map((component) => rankComponent(published, component));
};
