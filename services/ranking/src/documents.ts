import { type LogId, logName, logOf } from '@chi-so/domain/identity';
import { componentsOf, isPublication, type LogEntry, logOfComponent, type Publication } from '@chi-so/domain/log';
import { type RankingDocument, rankingDocument } from '@chi-so/domain/ranking-document';
import { wholeDocument } from '@chi-so/storage/labelled';
import { getRankingAt } from '@chi-so/storage/rankings';
import { UnreadableRecord } from '@chi-so/storage/unreadable-record';
import { memoizedWithin } from './memoized.ts';
import type { PublishedLoader } from './published.ts';
import type { Tables } from './recompute.ts';

/** The rankings that the entries of a log made official, from which every output is put together. */

/** Rows of rankings in memory at once: a log may be as long as it likes. */
const ROWS_KEPT = 500_000;

/** A document; or the last one that can be read, with what could not; `document` null where there is none. */
export type Readable = { document: RankingDocument | null; degraded: string | null };

/**
 * The ranking of a component that an entry made official. Entries that are not being ranked now have been: theirs is
 * read, a hundredth of what it was made from. Where that is not there whole, or where `anew` asks for it, it is made
 * from Records.
 */
export const documentsOf = (
  { rankings }: Pick<Tables, 'rankings'>,
  logId: LogId,
  log: readonly LogEntry[],
  isMadeAnew: (entry: LogEntry) => boolean,
  load: PublishedLoader,
) => {
  const document = memoizedWithin(
    ROWS_KEPT,
    ({ ranking }: RankingDocument) => ranking.units.length,
    async ([publication, component]: [Publication, string]): Promise<RankingDocument> => {
      const stored = isMadeAnew(publication)
        ? undefined
        : await getRankingAt(rankings, { ...logId, period: publication.period }, component, publication);
      return wholeDocument(stored) ?? ranked(await load.published(publication), component);
    },
    ([{ entry }, component]) => `${entry} ${component}`,
  );

  /** What the entry made of a component, or what came before it in its period where it cannot be read. */
  const readable = async (entry: LogEntry, component: string): Promise<Readable> => {
    const before = logOfComponent(log, component).filter(
      ({ period, entry: number }) => period === entry.period && number <= entry.entry,
    );
    let degraded: string | null = null;
    for (const candidate of before.toReversed()) {
      if (!isPublication(candidate) || !hasComponent(log, candidate, component)) break;
      try {
        return { document: await document([candidate, component]), degraded };
      } catch (error) {
        if (!(error instanceof UnreadableRecord)) throw error;
        degraded ??= error.message;
      }
    }
    return { document: null, degraded };
  };
  return { document: (publication: Publication, component: string) => document([publication, component]), readable };
};
export type Documents = ReturnType<typeof documentsOf>;

/** Whether the component is in what the entry made official. */
export const hasComponent = (log: readonly LogEntry[], { entry, period }: LogEntry, component: string): boolean =>
  componentsOf(log.slice(0, entry), period).current.includes(component);

/** What fails here would fail again however often it is tried, for it depends on nothing but what was read. */
const ranked = (published: Parameters<typeof rankingDocument>[0], component: string): RankingDocument => {
  try {
    return rankingDocument(published, component);
  } catch (cause) {
    const { entry } = published.publication;
    const log = logName(logOf(published.release));
    throw new UnreadableRecord(`${component} of entry ${entry} of ${log}: ${(cause as Error).message}`, { cause });
  }
};
