import { type ReleaseId, TOTAL } from '@chi-so/domain/identity';
import type { RankingDocument } from '@chi-so/domain/ranking-document';
import { LIMITS } from './limits.ts';
import { type List, pageAnswer, pageOf, type Turn } from './page.ts';
import { defaultResponse } from './ranking-response.ts';

/** How a ranking is paged, for what renders it ahead and for what answers. */

/** A ranking as a list: the release is always named whole, whatever the first request left out. */
export const rankingList = (
  { index, period, unit_set, edition }: ReleaseId,
  { group, component, as_of, revision }: Record<string, string | undefined>,
): List => ({
  path: `/v1/rankings/${encodeURIComponent(index)}/${period}`,
  query: {
    ...{ set: unit_set, edition, group, as_of, revision },
    component: component === TOTAL ? undefined : component,
  },
});

/** Where a stored ranking stands: its label, the version of the code that made it, whether it is whole. */
type Stored = { entry: number; format: number; degraded: string | null; document: RankingDocument };

/** The state of a ranking in the words of a cursor. */
export const rankingPin = ({ entry: label, format, degraded, document }: Stored): string => {
  const { entry, at } = document.publication;
  const compares = document.changes.against === null ? '' : 'c';
  return [entry, at, `${compares}${degraded === null ? '' : 'd'}`, label, format].join('/');
};

/**
 * What a pin names: the publication, the label and the format; `isAlone` where nothing but the publication made the rows.
 * Undefined for what is no pin of a ranking.
 */
export const publicationOfPin = (pin: string) => {
  const [, entry, at = '', marks, label, format] = /^(\d+)\/([\d:.TZ-]+)\/(c?d?)\/(\d+)\/(\d+)$/.exec(pin) ?? [];
  if (entry === undefined) return undefined;
  return { entry: Number(entry), at, label: Number(label), format: Number(format), isAlone: marks === '' };
};

/** What is answered to whoever names no more than a release: whole, or its first page where it is longer than one. */
export const defaultPage = (release: ReleaseId, stored: Stored) => {
  const answer = defaultResponse(stored);
  const page = pageOf(answer.data, rankingList(release, {}), () => rankingPin(stored), FIRST);
  return page.next === null ? answer : pageAnswer(page, answer.meta);
};

const FIRST: Turn = { from: 0, limit: LIMITS.rows, beside: { lang: 'vi' } };
