import { type GateContext, type ScoreColumns, scoresByComponent } from '@chi-so/domain/gates/context';
import { logOf, TOTAL } from '@chi-so/domain/identity';
import {
  isPublication,
  type LogEntry,
  lastEntries,
  lastEntryOf,
  logOfComponent,
  type Publication,
} from '@chi-so/domain/log';
import type { ReleaseFile } from '@chi-so/domain/release-file';
import type { UnitScores } from '@chi-so/domain/score';
import { readLog } from '@chi-so/storage/logs';
import { listReleases } from '@chi-so/storage/releases';
import { getRevision, type Revision } from '@chi-so/storage/revisions';
import { getScores } from '@chi-so/storage/scores';
import { getSeries } from '@chi-so/storage/series';
import { UnreadableRecord } from '@chi-so/storage/unreadable-record';
import type { ReadRelease } from './released-tables.ts';
import type { Stores } from './stores.ts';

/** What is published now for the release that a file is about. */
export type Official = { entry: Publication; revision: Revision; units: UnitScores[] };

export const officialOf = async (
  { records }: Stores,
  { release }: ReleaseFile,
  log: readonly LogEntry[],
): Promise<Official | null> => {
  const entry = lastEntryOf(log, release.period);
  if (!isPublication(entry)) return null;
  try {
    const revision = await getRevision(records, release, entry.revision);
    return revision ? { entry, revision, units: await getScores(records, release, revision.manifest) } : null;
  } catch (error) {
    // What is lost cannot be compared with, and an upload of the same file is how it is put back.
    if (error instanceof UnreadableRecord) return null;
    throw error;
  }
};

/**
 * What the gates compare a file with. All other periods of a component are one small item each of the read model; only
 * what was published a moment ago, and is not in there yet, is read from Records.
 */
export const gateContextOf = async (
  stores: Stores,
  { file, methodology, unitSet }: ReadRelease,
  log: readonly LogEntry[],
  official: Official | null,
): Promise<GateContext> => {
  const [others, editions] = await Promise.all([
    otherPeriods(stores, file, methodology.components, log),
    otherEditions(stores, file),
  ]);
  const published = official && {
    source: official.revision.source,
    revision: official.revision.revision,
    scores: scoresByComponent(official.units),
  };
  return { file, unitSet, methodology, published, others, editions };
};

type Others = GateContext['others'];

const otherPeriods = async (
  { records, rankings }: Stores,
  { release, rows }: ReleaseFile,
  components: ReadRelease['methodology']['components'],
  log: readonly LogEntry[],
): Promise<Others> => {
  const present = new Set(rows.map(({ component }) => component));
  const compared = components.filter(
    ({ component, parent }) => (component === TOTAL || parent === TOTAL) && present.has(component),
  );
  const series = await Promise.all(compared.map(({ component }) => getSeries(rankings, logOf(release), component)));
  const periods = new Map<string, { methodology: string; scores: Map<string, ReadonlyMap<string, number | null>> }>();
  for (const item of series) {
    if (!item || !('document' in item)) continue;
    for (const { period, methodology, points } of item.document.columns) {
      const known = periods.get(period) ?? { methodology, scores: new Map() };
      periods.set(period, known);
      known.scores.set(item.document.component, new Map(points.map(({ unit, score }) => [unit, score])));
    }
  }
  const isBehind = (period: string) =>
    compared.some(({ component }, i) => {
      const last = lastEntryOf(logOfComponent(log, component), period);
      return (last?.entry ?? 0) > (series[i]?.entry ?? 0);
    });
  const fresh = [...lastEntries(log).values()].filter(isPublication).filter(({ period }) => isBehind(period));
  for (const { period, revision, pins } of fresh) {
    const stored = await getRevision(records, { ...release, period }, revision);
    if (!stored) continue;
    const units = await getScores(records, { ...release, period }, stored.manifest);
    periods.set(period, { methodology: pins.methodology, scores: scoresByComponent(units) });
  }
  periods.delete(release.period);
  return [...periods].map(([period, other]) => ({ period, ...other }));
};

const otherEditions = async ({ records }: Stores, { release }: ReleaseFile): Promise<GateContext['editions']> => {
  const others = (await listReleases(records, release.index, release.period)).filter(
    ({ unit_set, edition, status }) =>
      unit_set === release.unit_set && edition !== release.edition && status === 'published',
  );
  const read = others.map(async ({ edition }) => {
    const other = { ...release, edition };
    const entry = lastEntryOf(await readLog(records, logOf(other)), release.period);
    const revision = isPublication(entry) ? await getRevision(records, other, entry.revision) : undefined;
    if (!revision) return [];
    const scores: ScoreColumns = scoresByComponent(await getScores(records, other, revision.manifest));
    return [{ edition, source: revision.source, scores }];
  });
  return (await Promise.all(read)).flat();
};
