import type { LogId } from '@chi-so/domain/identity';
import { componentsOf, entriesOf, headOf, isPublication, isTouched, type LogEntry } from '@chi-so/domain/log';
import type { Gone, LabelledOutput, Output } from '@chi-so/storage/labelled';
import { rankingAtOutput } from '@chi-so/storage/rankings';
import { type Documents, hasComponent, type Readable } from './documents.ts';

/** What an entry made official of every component that it touches: without anything that depends on other periods. */
export const rankingsAt = async (
  logId: LogId,
  log: readonly LogEntry[],
  entry: LogEntry,
  { readable }: Documents,
): Promise<LabelledOutput[]> => {
  const until = log.slice(0, entry.entry);
  const { ever } = componentsOf(until, entry.period);
  const touched = ever.filter((component) => isTouched(entry, component));
  const head = headOf(ever);
  return Promise.all(
    touched.map(async (component) => {
      const found =
        isPublication(entry) && hasComponent(log, entry, component) ? await readable(entry, component) : null;
      if (found?.document && component === head) {
        found.document = { ...found.document, labels: entriesOf(until, entry.period) };
      }
      return rankingAtOutput(
        { ...logId, period: entry.period },
        component,
        entry,
        found?.degraded ?? null,
        outputOf(found, entry),
      );
    }),
  );
};

/** The document, or why there is none. */
export const outputOf = <T extends Readable>(found: T | null, entry: LogEntry): Output<NonNullable<T['document']>> =>
  found?.document ? { document: found.document } : { gone: gone(entry, found?.degraded ?? null) };

const gone = ({ at, reason, revision }: LogEntry, degraded: string | null): Gone => {
  if (degraded !== null) return { at, reason: degraded, why: 'unreadable' };
  return { at, reason, why: revision === null ? 'withdrawn' : 'component-dropped' };
};
