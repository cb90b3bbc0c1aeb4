import type { Earlier } from '@chi-so/domain/change';
import { type LogId, TOTAL } from '@chi-so/domain/identity';
import { componentsOf, headOf, isPublication, type LogEntry, labelsOf, type Standing } from '@chi-so/domain/log';
import { withChanges } from '@chi-so/domain/ranking-document';
import type { LabelledOutput } from '@chi-so/storage/labelled';
import { rankingOutput } from '@chi-so/storage/rankings';
import { defaultAnswer } from './default-answer.ts';
import { type Documents, hasComponent, type Readable } from './documents.ts';
import type { PublishedLoader } from './published.ts';
import { outputOf } from './rankings-at.ts';

/**
 * What is official now of one component of one period, with the change against the nearest earlier published period; of
 * `total` also the answer that follows from it.
 */
export const currentRankings = async (
  logId: LogId,
  log: readonly LogEntry[],
  component: string,
  { period, last, previous, label }: Standing,
  documents: Documents,
  load: PublishedLoader,
): Promise<LabelledOutput[]> => {
  const outputsFrom = (found: Readable | null): LabelledOutput[] => {
    const release = { ...logId, period };
    const [degraded, output] = [found?.degraded ?? null, outputOf(found, last)];
    return [
      rankingOutput(release, component, label, degraded, output),
      ...(component === TOTAL ? [defaultAnswer(release, label, degraded, output)] : []),
    ];
  };
  if (!isPublication(last) || !hasComponent(log, last, component)) return outputsFrom(null);

  const own = await documents.readable(last, component);
  const earlier = own.document && previous ? await earlierRanking(log, component, previous, documents, load) : null;
  return outputsFrom({
    document: own.document && {
      ...withChanges(own.document, await load.methodology(own.document), earlier?.ranking ?? null),
      // The whole log leaves the labels as the prefix up to this one does: the head is touched by every entry.
      ...(component === headOf(componentsOf(log, period).ever) ? { labels: labelsOf(log, period) } : {}),
    },
    degraded: own.degraded ?? earlier?.degraded ?? null,
  });
};

/** What the change is measured against; none where it cannot be read, since an older one would be another comparison. */
const earlierRanking = async (
  log: readonly LogEntry[],
  component: string,
  previous: NonNullable<Standing['previous']>,
  documents: Documents,
  load: PublishedLoader,
): Promise<{ ranking: Earlier | null; degraded: string | null }> => {
  const methodology = await load.methodology(previous.pins);
  const nothing = { component, units: [], groups: [] };
  if (!hasComponent(log, previous, component)) {
    return { ranking: { period: previous.period, ranking: nothing, methodology }, degraded: null };
  }
  const { document, degraded } = await documents.readable(previous, component);
  if (!document || degraded !== null) return { ranking: null, degraded };
  return { ranking: { period: previous.period, ranking: document.ranking, methodology }, degraded: null };
};
