import { TOTAL } from './identity.ts';
import type { Methodology } from './methodology.ts';
import type { ScoreRow } from './release-file.ts';
import { NO_SCORE } from './score.ts';

/** Binary sums end in noise; no publisher prints so many digits. */
const DIGITS = 12;

/**
 * Totals of a release that prints none, where the methodology says how they are made: factor × Σ weight × part. They are
 * ours and are announced as derived. A unit that lacks a part has no total. Empty where a total is printed, where the
 * parts are not all there, or where the rule is not known.
 */
export const derivedTotals = (
  rows: readonly ScoreRow[],
  { aggregation, components, facts, top_only }: Methodology,
): ScoreRow[] => {
  const { kind, factor } = aggregation;
  const parts = components.filter(({ parent }) => parent === TOTAL);
  const results = rows.filter(({ stage }) => stage === 'result');
  const isPrinted = results.some(({ component }) => component === TOTAL);
  if (isPrinted || parts.length === 0 || (kind !== 'sum' && kind !== 'weighted-sum')) return [];
  // Nor where the weights are a guess, or the publisher shows the best only: it would be a total for those it withholds.
  const isSure =
    kind === 'sum' || (facts.weights.certainty === 'confirmed' && parts.every(({ weight }) => weight !== null));
  if (!isSure || top_only !== null) return [];
  if (parts.some(({ component }) => !results.some((row) => row.component === component))) return [];

  return [...Map.groupBy(results, ({ unit }) => unit)].map(([unit, ofUnit]) => {
    const scores = parts.map(({ component, weight }) => {
      const score = ofUnit.find((row) => row.component === component)?.score ?? null;
      return score === null ? null : score * (kind === 'sum' ? 1 : (weight ?? 0));
    });
    const first = ofUnit[0] as ScoreRow;
    const place = { row: first.row, sheet: first.sheet ?? null, unit, component: TOTAL, stage: 'result' as const };
    const isWhole = scores.every((score) => score !== null);
    if (!isWhole) return { ...NO_SCORE, ...place, reason: 'unknown' as const };
    const total = factor * scores.reduce((sum: number, score) => sum + (score ?? 0), 0);
    return { ...NO_SCORE, ...place, score: Number(total.toPrecision(DIGITS)), status: 'A' as const };
  });
};
