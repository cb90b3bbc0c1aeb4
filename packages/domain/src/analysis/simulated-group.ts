import { decimalsOf } from '../decimal.ts';
import { inexact } from '../exact-decimal.ts';
import { TOTAL } from '../identity.ts';
import { membersOf, type ReleaseFigures, rankedFigureOf, scoreOf } from './release-figures.ts';
import {
  type Draws,
  indistinctRanks,
  intervalsByRounding,
  intervalsByWeights,
  type RankInterval,
} from './robustness.ts';
import type { Weighing } from './weighing.ts';

/** The ranks of one group of a release as they could have been. */

export type SimulatedRank = RankInterval & {
  unit: string;
  /** By the same figures, with nothing drawn. */
  rank: number;
  /** The ranks from which this one is not distinguishable. */
  from: number;
  to: number;
};

/** Who was simulated, best first as the release has them, and who could not be for want of figures. */
export type SimulatedGroup = { group: string; ranks: SimulatedRank[]; left_out: string[] };

const signOf = ({ methodology }: ReleaseFigures): 1 | -1 => (methodology.direction === 'higher-is-better' ? 1 : -1);

/** Under other weights: those are simulated who have every component that the total is made of. */
export const simulateWeights = (
  figures: ReleaseFigures,
  { components }: Weighing,
  { draws, seed, spread }: Draws & { spread: number },
): SimulatedGroup => {
  const scoresOf = (unit: string) => components.map(({ component }) => scoreOf(figures, unit, component.component));
  const [units, left_out] = parted(figures, (unit) => scoresOf(unit).every((score) => score !== null));
  const weighed = {
    coefficients: Float64Array.from(components, ({ coefficient }) => inexact(coefficient)),
    scores: Float64Array.from(units.flatMap((unit) => scoresOf(unit).flatMap((score) => score ?? []))),
  };
  const sign = signOf(figures);
  const still = intervalsByWeights(weighed, { draws: 1, seed, spread: 0, sign });
  const drawn = intervalsByWeights(weighed, { draws, seed, spread, sign });
  return { group: figures.group.group, ranks: ranksOf(units, still, drawn), left_out };
};

/** Decimals that a release prints its totals with: those of the finest one, since a last zero is lost in a number. */
export const printedDecimals = (figures: ReleaseFigures): number =>
  Math.max(0, ...membersOf(figures).map((unit) => decimalsOf(scoreOf(figures, unit, TOTAL) ?? 0)));

/** Under rounding: each total uniform within half a unit of its last printed decimal. */
export const simulateRounding = (figures: ReleaseFigures, { draws, seed }: Draws): SimulatedGroup => {
  const [units, left_out] = parted(figures, (unit) => rankedFigureOf(figures, unit) !== null);
  const half = 0.5 * 10 ** -printedDecimals(figures);
  const ranked = Float64Array.from(units, (unit) => rankedFigureOf(figures, unit) ?? 0);
  const halves = Float64Array.from(units, (unit) => half * (percentPerPoint(figures, unit) ?? 1));
  const sign = signOf(figures);
  const still = intervalsByRounding(ranked, new Float64Array(units.length), { draws: 1, seed, sign });
  const drawn = intervalsByRounding(ranked, halves, { draws, seed, sign });
  return { group: figures.group.group, ranks: ranksOf(units, still, drawn), left_out };
};

/** Of a methodology that ranks by percent: what one point of the total is worth. */
const percentPerPoint = ({ methodology, units }: ReleaseFigures, unit: string): number | undefined => {
  const maximum = units.get(TOTAL)?.get(unit)?.maximum;
  return methodology.rank_by === 'percent' && maximum ? 100 / maximum : undefined;
};

const parted = (figures: ReleaseFigures, has: (unit: string) => boolean): [string[], string[]] => {
  const members = membersOf(figures);
  return [members.filter(has), members.filter((unit) => !has(unit))];
};

const ranksOf = (
  units: readonly string[],
  still: readonly RankInterval[],
  drawn: readonly RankInterval[],
): SimulatedRank[] => {
  const ranks = still.map(({ median }) => median);
  return units.flatMap((unit, i) => {
    const [own, rank] = [drawn[i], ranks[i]];
    return own && rank !== undefined ? [{ unit, rank, ...own, ...indistinctRanks(own, drawn, ranks) }] : [];
  });
};
