import { type Coverage, coverageOf } from '@chi-so/domain/coverage';
import { comparePeriods, type ReleaseId, releaseName } from '@chi-so/domain/identity';
import { componentsOf, headOf, isPublication, type LogEntry, lastEntries, type Publication } from '@chi-so/domain/log';
import type { Documents } from './documents.ts';

/** How much the newest ranking of a log covers, and what the publication before it did; null: there was none, or it cannot be read. */
export type NewestCoverage = { release: string; entry: number; now: Coverage; before: Coverage | null };

/**
 * Where one of the entries made what is official of the newest published period: an older period that is put in late says
 * nothing of what readers see first. The publication before it is that of the same period, else of the period before.
 */
export const newestCoverage = async (
  logId: Omit<ReleaseId, 'period'>,
  log: readonly LogEntry[],
  entries: readonly LogEntry[],
  documents: Documents,
): Promise<NewestCoverage | null> => {
  const newest = newestPublication(log);
  if (!newest || !entries.some(({ entry }) => entry === newest.entry)) return null;
  const now = await coverageBy(log, newest, documents);
  if (!now) return null;
  const earlier = log.slice(0, newest.entry - 1);
  const before =
    earlier.findLast((entry) => entry.period === newest.period && isPublication(entry)) ?? newestPublication(earlier);
  return {
    release: releaseName({ ...logId, period: newest.period }),
    entry: newest.entry,
    now,
    before: isPublication(before) ? await coverageBy(log, before, documents) : null,
  };
};

const newestPublication = (log: readonly LogEntry[]): Publication | undefined =>
  [...lastEntries(log).values()]
    .filter(isPublication)
    .sort((a, b) => comparePeriods(a.period, b.period))
    .at(-1);

const coverageBy = async (
  log: readonly LogEntry[],
  entry: Publication,
  documents: Documents,
): Promise<Coverage | null> => {
  const head = headOf(componentsOf(log.slice(0, entry.entry), entry.period).current);
  if (head === undefined) return null;
  const { document, degraded } = await documents.readable(entry, head);
  return document && degraded === null ? coverageOf(document.ranking) : null;
};
