import { type RankCounts, rankCounts } from './rank-counts.ts';
import { uniformDraws } from './uniform-draws.ts';

/**
 * How far ranks follow from choices that could have been others: from weights, or from how scores were rounded. Ours
 * (derived), after the handbook of the OECD and the JRC on composite indicators (2008), which perturbs weights by 25 %. It
 * tells nothing of the survey behind the scores: that would need its standard errors.
 */

export type Draws = { draws: number; seed: number };

/** The shares of the draws between which a rank interval lies. */
export const LOW = 0.05;
export const HIGH = 0.95;

/** The interval of a unit's ranks; 1 is the best. */
export type RankInterval = { low: number; median: number; high: number };

/** `coefficients` of the components, and each unit's components one after the other (`units` × components). */
export type WeighedScores = { coefficients: Float64Array; scores: Float64Array };

/**
 * Each weight times 1 + u, u uniform within ± `spread` (0.25) and drawn for each by itself, then all of them by one factor
 * so that their sum stays. Ranks are of Σ weight × score: the residual of a published total plays no part. `sign` −1 where
 * less is better.
 */
export const intervalsByWeights = (
  { coefficients, scores }: WeighedScores,
  { draws, seed, spread, sign }: Draws & { spread: number; sign: 1 | -1 },
): RankInterval[] => {
  const components = coefficients.length;
  const units = components === 0 ? 0 : scores.length / components;
  const next = uniformDraws(seed);
  const weights = new Float64Array(components);
  const totals = new Float64Array(units);
  const counts = rankCounts(units);
  const sum = coefficients.reduce((all, each) => all + each, 0);
  for (let draw = 0; draw < draws; draw++) {
    let drawn = 0;
    for (let j = 0; j < components; j++) {
      const weight = (coefficients[j] as number) * (1 + spread * (2 * next() - 1));
      weights[j] = weight;
      drawn += weight;
    }
    const scale = (sign * sum) / drawn;
    for (let j = 0; j < components; j++) weights[j] = (weights[j] as number) * scale;
    weigh(scores, weights, totals);
    counts.count(totals);
  }
  return intervals(counts, units);
};

/** Σ weight × score of every unit, each in the same order of components: equal units stay equal. */
const weigh = (scores: Float64Array, weights: Float64Array, totals: Float64Array): void => {
  const components = weights.length;
  for (let unit = 0, at = 0; unit < totals.length; unit++) {
    let total = 0;
    for (let j = 0; j < components; j++, at++) total += (weights[j] as number) * (scores[at] as number);
    totals[unit] = total;
  }
};

/**
 * Each ranked figure uniform within ± its half width: what a score may have been before it was printed. `figures` and
 * `halves` are in one order; `sign` −1 where less is better.
 */
export const intervalsByRounding = (
  figures: Float64Array,
  halves: Float64Array,
  { draws, seed, sign }: Draws & { sign: 1 | -1 },
): RankInterval[] => {
  const next = uniformDraws(seed);
  const drawn = new Float64Array(figures.length);
  const counts = rankCounts(figures.length);
  for (let draw = 0; draw < draws; draw++) {
    for (let unit = 0; unit < figures.length; unit++) {
      drawn[unit] = sign * ((figures[unit] as number) + (halves[unit] as number) * (2 * next() - 1));
    }
    counts.count(drawn);
  }
  return intervals(counts, figures.length);
};

const intervals = ({ quantile }: RankCounts, units: number): RankInterval[] =>
  Array.from({ length: units }, (_, unit) => ({
    low: quantile(unit, LOW),
    median: quantile(unit, 0.5),
    high: quantile(unit, HIGH),
  }));

/**
 * The ranks that a unit is not distinguishable from: those of all whose intervals meet its own. `ranks` are of the figures
 * as they are, in the order of the intervals.
 */
export const indistinctRanks = (
  own: RankInterval,
  all: readonly RankInterval[],
  ranks: readonly number[],
): { from: number; to: number } => {
  const meeting = ranks.filter((_, i) => {
    const other = all[i];
    return other !== undefined && other.low <= own.high && own.low <= other.high;
  });
  return { from: Math.min(...meeting), to: Math.max(...meeting) };
};
