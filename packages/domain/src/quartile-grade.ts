import type { Band, Methodology } from './methodology.ts';
import type { Extent } from './score.ts';

/**
 * Grades by the quartiles of the year (PAPI): four groups cut at the 75th, 50th and 25th percentile of the scores that
 * are ranked, "from the percentile up" (legend on papi.org.vn): a score equal to a cut is of the better group. How a
 * percentile falls between two scores is not stated; linear interpolation is derived. It makes 16, 16, 15 and 16 of 63,
 * the groups of all 567 totals and dimensions that the publisher's workbook of 2019 shows in colours. A unit without a
 * score counts nowhere (ours), so 61 make 16, 15, 15 and 15: the colours of 2018, dimensions 2 and 4, are 16, 16, 15 and
 * 14, as if the two without a score were among the lowest.
 */

/** Where the groups are cut, best first. */
const PERCENTILES = [0.75, 0.5, 0.25];
const GROUPS = 4;

/** What quartiles of a group's figures depend on besides the figures. */
export type QuartileRules = {
  /** The grades, best first; there must be four. */
  bands: readonly Band[];
  direction: Methodology['direction'];
  /** Quartiles need everyone: of a top list or a partial release nobody is graded. */
  extent: Extent;
};

/** The grade of each of `figures`, which are those of the ranked units of one group; null where there are no quartiles. */
export const quartileGrades = (
  figures: readonly number[],
  { bands, direction, extent }: QuartileRules,
): ((figure: number | null) => string | null) => {
  if (extent !== 'complete' || bands.length !== GROUPS || figures.length < GROUPS) return () => null;
  const sign = direction === 'higher-is-better' ? 1 : -1;
  const worstFirst = figures.map((figure) => sign * figure).sort((a, b) => a - b);
  const cuts = PERCENTILES.map((share) => lowestFrom(worstFirst, share));
  return (figure) => {
    if (figure === null) return null;
    const group = cuts.findIndex((cut) => sign * figure >= cut);
    return bands[group === -1 ? GROUPS - 1 : group]?.grade ?? null;
  };
};

/**
 * The worst competition rank, of `count` that are graded, that is still in the group `at` (0 is the best one). It is the
 * same cut, said of places. Undefined where there are no quartiles.
 */
export const rankOfCut = (at: number, count: number, bands: number): number | undefined => {
  const share = PERCENTILES[at];
  if (bands !== GROUPS || count < GROUPS || at < 0 || at >= GROUPS) return undefined;
  return share === undefined ? count : count - Math.ceil((count - 1) * share);
};

/**
 * The lowest figure that reaches the percentile. Interpolation puts the percentile on a figure or between two of them;
 * where between makes no difference to who reaches it, so no binary noise can tip a figure over a cut.
 */
const lowestFrom = (ascending: readonly number[], share: number): number =>
  ascending[Math.ceil((ascending.length - 1) * share)] ?? Number.POSITIVE_INFINITY;
