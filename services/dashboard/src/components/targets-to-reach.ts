import type { PageAddress } from '../address/page-address.ts';
import type { Choice } from '../layout/switches.tsx';
import type { Words } from '../words/language.tsx';

/** Ranks that people set themselves. */
const ROUND_RANKS = [1, 3, 5, 10, 15, 20, 30, 40];

export const NEXT = 'next';

/** What a unit of a rank may want to reach, and what the address asks for besides. */
export const targetChoices = <A extends PageAddress & { target: string | null }>(
  address: A,
  rank: number | null,
  hasRegion: boolean,
  t: Words['t'],
): Choice[] => {
  const target = address.target ?? NEXT;
  const ranks = ROUND_RANKS.filter((one) => rank !== null && one < rank).reverse();
  const offered = [NEXT, ...ranks.map((one) => `rank:${one}`), 'median', ...(hasRegion ? ['region'] : [])];
  return [...offered, ...(offered.includes(target) ? [] : [target])].map((one) => ({
    label: targetText(one, t),
    address: { ...address, target: one === NEXT ? null : one },
    isCurrent: one === target,
  }));
};

const targetText = (target: string, t: Words['t']): string => {
  if (target === NEXT) return t('targetNext');
  if (target === 'median') return t('targetMedian');
  if (target === 'region') return t('targetRegion');
  const [kind, value] = target.split(':');
  return kind === 'rank' && value ? t('targetRank', { rank: value }) : target;
};
