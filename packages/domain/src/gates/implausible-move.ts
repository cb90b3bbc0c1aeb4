import { compareMethodologies } from '../comparability.ts';
import { subtract } from '../decimal.ts';
import { type Finding, finding } from '../finding.ts';
import { comparePeriods, TOTAL } from '../identity.ts';
import type { Component } from '../methodology.ts';
import { capped } from './capped.ts';
import { columnsOf, type ScoredRow, scoredRows } from './columns.ts';
import type { GateContext } from './context.ts';
import { namesIn, shown } from './names.ts';
import { spotOf } from './spot.ts';

/**
 * A unit that moved far more than the others since the nearest earlier comparable period (derived rule): two swapped
 * rows, or a slipped digit that is still inside the scale. What moves everyone, such as a harder survey, is no finding:
 * moves are measured from the middle one, in units of how far moves usually are from it (median absolute deviation), and
 * must be large on the scale too. A warning, since units do move.
 */

/** Times the usual distance from the middle, and share of the scale. Of the 13,547 moves in the shipped releases 6 are beyond both. */
const FAR = 8;
const LARGE = 0.1;
/** The middle of fewer moves means nothing. */
const FEWEST = 8;
const MOST_FINDINGS = 10;

export const implausibleMove = (context: GateContext): Finding[] => {
  const columns = columnsOf(context.file);
  return context.methodology.components
    .filter(({ component, parent }) => component === TOTAL || parent === TOTAL)
    .flatMap((component) => {
      const rows = scoredRows(columns.get(component.component));
      const before = nearestBefore(context, component.component);
      return rows.length === 0 || !before ? [] : movesOf(context, component, rows, before);
    });
};

type Before = GateContext['others'][number];

const nearestBefore = ({ file, methodology, others }: GateContext, component: string): Before | undefined =>
  others
    .filter(({ period, scores }) => comparePeriods(period, file.release.period) < 0 && scores.has(component))
    .filter((other) => compareMethodologies(methodology, other, component).verdict === 'comparable')
    .sort((a, b) => comparePeriods(b.period, a.period))[0];

const movesOf = (context: GateContext, about: Component, rows: readonly ScoredRow[], before: Before): Finding[] => {
  const { component } = about;
  const moves = rows.flatMap((row) => {
    const score = before.scores.get(component)?.get(row.unit) ?? null;
    return score === null ? [] : [{ row, was: score, change: row.score - score }];
  });
  if (moves.length < FEWEST) return [];
  const middle = median(moves.map(({ change }) => change));
  const usual = median(moves.map(({ change }) => Math.abs(change - middle)));
  const limit = Math.max(
    FAR * usual,
    LARGE *
      spanOf(
        about,
        moves.flatMap(({ row, was }) => [row.score, was]),
      ),
  );
  const name = namesIn(context);
  const of = name.component(component);
  return capped(
    moves
      .filter(({ change }) => Math.abs(change - middle) > limit)
      .map(({ row, was }) => {
        const unit = name.unit(row.unit);
        const change = subtract(row.score, was);
        const signed = `${change > 0 ? '+' : ''}${shown(change)}`;
        return finding(
          'warning',
          'implausible-move',
          spotOf(row, 'score'),
          `${unit.vi}, ${of.vi}: từ ${was} (${before.period}) thành ${row.score} (${signed}), trong khi các đơn vị khác thường đổi ${shown(middle)}. Hãy xem lại`,
          `${unit.en}, ${of.en}: from ${was} (${before.period}) to ${row.score} (${signed}), while the others moved by about ${shown(middle)}. Check it`,
        );
      }),
    MOST_FINDINGS,
    { vi: `${of.vi}: đổi khác thường`, en: `${of.en}: moved unusually far` },
  );
};

/** The scale, or where it is unknown what the figures span. */
const spanOf = ({ minimum, maximum }: Component, figures: readonly number[]): number =>
  minimum !== null && maximum !== null
    ? maximum - minimum
    : figures.reduce((a, b) => Math.max(a, b)) - figures.reduce((a, b) => Math.min(a, b));

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? upper)) / 2;
};
