import type { Lang } from '@chi-so/contract/ranking-response';
import type { ReleaseId } from '@chi-so/domain/identity';
import type { Schemas } from './schemas.ts';
import { getSigned } from './send.ts';

export type Staged = { revision: Schemas['DraftsAnswer']['data'][number]; scores: Schemas['DraftAnswer']['data'] };

/**
 * The newest revision of a release, official or draft, with every stage of its evaluation; null where there is no revision.
 * For those who write the province's releases.
 */
export const loadStages = async (
  { index, period, unit_set, edition }: ReleaseId,
  lang: Lang,
  signal: AbortSignal,
): Promise<Staged | null> => {
  const path = `drafts/${index}/${encodeURIComponent(period)}`;
  const which = { set: unit_set, edition };
  const { data } = await getSigned<Schemas['DraftsAnswer']>(path, which, lang, signal);
  const [revision] = data;
  if (!revision) return null;
  const scores: Staged['scores'] = [];
  for (let hasMore = true; hasMore; ) {
    const offset = scores.length === 0 ? null : String(scores.length);
    const page = await getSigned<Schemas['DraftAnswer']>(
      `${path}/${revision.revision}`,
      { ...which, offset },
      lang,
      signal,
    );
    scores.push(...page.data);
    hasMore = page.next !== null && page.data.length > 0;
  }
  return { revision, scores };
};
