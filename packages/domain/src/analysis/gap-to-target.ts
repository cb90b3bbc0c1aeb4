import { type RankRule, rankAmong, rankKey } from '../rank-among.ts';
import { fieldOf } from './field.ts';
import { type Gap, gapOf, requiredTotal } from './gap.ts';
import { type ReleaseFigures, rankedFigureAt } from './release-figures.ts';
import { type Field, requiredFigure, type Target } from './required-figure.ts';
import type { Weighing } from './weighing.ts';

/** A unit and what it wants to reach in its release. */
export type GapToTarget = {
  figures: ReleaseFigures;
  unit: string;
  target: Target;
  weighing: Weighing;
  gap: Gap;
  /** The unit whose score is to be reached; null where it is nobody's. */
  reference: string | null;
  /** All whose rank the required total shares, the reference first. */
  tied: string[];
  /** Of how many the required figure is the median; null where it is none. */
  medianOf: number | null;
  /** The rank that the required total gives, the others as they are. */
  rankReached: number | null;
};

/** `unranked`: the unit, or the group, has no ranks. `unknown`: nobody knows the threshold of the target. */
export const gapToTarget = (
  figures: ReleaseFigures,
  weighing: Weighing,
  unit: string,
  target: Target,
): GapToTarget | 'unranked' | 'unknown' => {
  const { methodology, groups } = figures;
  const region = target.kind === 'region' ? groups.find(({ group }) => group === target.region) : undefined;
  const field = fieldOf(figures, unit, region);
  if (!field) return 'unranked';
  const required = requiredFigure(target, field, methodology);
  if (required === 'unknown') return 'unknown';
  const isTotal = target.kind === 'score';
  const total = required && (isTotal ? required.figure : requiredTotal(figures, unit, required.figure));
  const gap = gapOf(figures, weighing, unit, total);
  if (!gap) return 'unranked';
  const reached = gap.required === null ? null : rankedFigureAt(figures, unit, gap.required);
  const others = field.others.map(({ figure }) => figure);
  return {
    ...{ figures, unit, target, weighing, gap },
    reference: required?.unit ?? null,
    tied: required?.unit ? tiedWith(required.unit, field, methodology) : [],
    medianOf: required?.medianOf ?? null,
    rankReached: reached === null ? null : rankAmong(reached, others, methodology),
  };
};

const tiedWith = (reference: string, { others }: Field, rule: RankRule): string[] => {
  const key = others.flatMap(({ unit, figure }) => (unit === reference ? rankKey(figure, rule) : []))[0];
  const also = others.filter(({ unit, figure }) => unit !== reference && rankKey(figure, rule) === key);
  return [reference, ...also.map(({ unit }) => unit)];
};
