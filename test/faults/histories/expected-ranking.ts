import type { Entry } from './accepted-log.ts';
import { factsOf, GROUPS, tiesWhole, UNITS } from './catalogue.ts';
import type { Cell, Content } from './contents.ts';

/** Rankings as anybody would count them by hand: nothing of this is taken from the code that ranks. */

export type RankedRow = {
  group: string;
  unit: string;
  score: number | null;
  status: string;
  reason: string | null;
  rank: number | null;
  tied: boolean;
  rank_of: number | null;
};

const UNSAID: Cell = { score: null, status: 'M', reason: 'unknown' };

/** The groups of a ranking; those that the methodology ranks are official. */
export const groupsOf = ({ methodology }: Content): string[] => {
  const { ranked } = factsOf(methodology);
  return Object.keys(GROUPS).filter((group) => group !== 'all' || ranked.includes('all'));
};
export const officialGroupsOf = ({ methodology }: Content): readonly string[] => factsOf(methodology).ranked;

export const rankedRows = (content: Content, component: string, group: string): RankedRow[] => {
  const { methodology, version, extent, scores } = content;
  const { isLowerBetter } = factsOf(methodology);
  const members = GROUPS[group] ?? UNITS;
  const cells = members.map((unit) => ({ unit, ...(scores[component]?.[unit] ?? UNSAID) }));
  const figure = (score: number): number => (tiesWhole(methodology, version) ? Math.round(score) : score);
  const scored = cells.flatMap(({ score }) => (score === null ? [] : [figure(score)]));
  const isRanked = extent === 'complete' && scored.length > 0;
  return cells.map(({ unit, score, status, reason }) => {
    const own = score === null || !isRanked ? null : figure(score);
    const better = (other: number) => own !== null && (isLowerBetter ? other < own : other > own);
    return {
      group,
      unit,
      score,
      status,
      reason,
      rank: own === null ? null : 1 + scored.filter(better).length,
      tied: own !== null && scored.filter((other) => other === own).length > 1,
      rank_of: isRanked ? scored.length : null,
    };
  });
};

export const coverageOf = (content: Content, component: string, group: string) => {
  const rows = rankedRows(content, component, group);
  return {
    population: rows.length,
    scored: rows.filter(({ score }) => score !== null).length,
    rank_of: rows[0]?.rank_of ?? null,
  };
};

/** The change of every unit against an earlier publication. */
export const movesOf = (content: Content, earlier: Entry | null, component: string, group: string) => {
  if (!earlier?.content) return { against: null, verdict: null, of: () => ({ score_change: null, rank_change: null }) };
  const before = earlier.content;
  const verdict =
    before.methodology === content.methodology
      ? 'comparable'
      : factsOf(content.methodology).compares(before.methodology, component);
  const hadGroup = groupsOf(before).includes(group);
  const was = new Map(rankedRows(before, component, hadGroup ? group : 'none').map((row) => [row.unit, row]));
  return {
    against: earlier.period,
    verdict,
    of: ({ unit, score, rank }: RankedRow) => {
      const old = was.get(unit);
      const difference = (a: number | null, b: number | null | undefined) =>
        a === null || b === null || b === undefined ? null : Math.round((a - b) * 10) / 10 + 0;
      return {
        score_change: verdict === 'comparable' ? difference(score, old?.score) : null,
        rank_change: verdict === 'not-comparable' || !hadGroup ? null : difference(old?.rank ?? null, rank),
      };
    },
  };
};
