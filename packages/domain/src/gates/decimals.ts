import { maximumIn } from '../aggregate.ts';
import { type Finding, finding } from '../finding.ts';
import type { ScoreRow } from '../release-file.ts';
import { columnsOf, type ScoredRow, scoredRows } from './columns.ts';
import type { GateContext } from './context.ts';
import { namesIn, shown } from './names.ts';
import { spotOf } from './spot.ts';

/**
 * A lost decimal mark: "48,095" that was read as forty-eight thousand. A figure far from its column that fits it after
 * moving the decimal mark is said to be one (derived rule). Nothing is changed here: the file's owner mends it.
 */

/** How far from the middle of its column, as a ratio, a figure is no longer one of its kind (derived: 13.77 beside 70 is). */
const FAR = 8;
/** Figures within this ratio of the middle are the column's kind; more than half must be, or there is no such kind. */
const NEAR = 5;
const FEWEST = 5;
const SHIFTS = [-1, -2, -3, -4, -5, -6, 1, 2, 3];

export const decimals = (context: GateContext): Finding[] => {
  const columns = columnsOf(context.file);
  return [...columns].flatMap(([component, column]) => [
    ...oddOnes(context, scoredRows(column)),
    ...oddColumn(context, component, scoredRows(column)),
  ]);
};

/** A few figures of another size than the rest. */
const oddOnes = (context: GateContext, rows: readonly ScoredRow[]): Finding[] => {
  const positive = rows.filter(({ score }) => score > 0);
  const middle = positive.map(({ score }) => score).sort((a, b) => a - b)[Math.floor(positive.length / 2)];
  if (positive.length < FEWEST || middle === undefined) return [];
  const kind = positive.map(({ score }) => score).filter((score) => score < middle * NEAR && score > middle / NEAR);
  if (kind.length <= rows.length / 2) return [];
  const low = kind.reduce((a, b) => Math.min(a, b));
  const high = kind.reduce((a, b) => Math.max(a, b));
  return positive
    .filter(({ score }) => score > middle * FAR || score < middle / FAR)
    .flatMap((row) => {
      const fitting = SHIFTS.map((shift) => moved(row.score, shift)).find(
        (score) => score >= low - (high - low) && score <= high + (high - low),
      );
      return fitting === undefined ? [] : [oddOne(context, row, fitting, [low, high])];
    });
};

const moved = (score: number, shift: number): number => Number(`${score}e${shift}`);

const oddOne = (context: GateContext, row: ScoreRow, fitting: number, [low, high]: [number, number]): Finding => {
  const { unit, component } = namesIn(context);
  const [one, of] = [unit(row.unit), component(row.component)];
  return finding(
    'warning',
    'decimals',
    spotOf(row, 'score'),
    `${one.vi}, ${of.vi}: ${row.score} khác cỡ với cột (${shown(low)}–${shown(high)}); nếu dời dấu thập phân thành ${shown(fitting)} thì khớp. Hãy xem lại dấu thập phân`,
    `${one.en}, ${of.en}: ${row.score} is of another size than its column (${shown(low)}–${shown(high)}); with the decimal mark moved, ${shown(fitting)} would fit. Check the decimal mark`,
  );
};

/** A whole column beyond its scale that one power of ten would bring back: per mille where a share is due. */
const oddColumn = (context: GateContext, component: string, rows: readonly ScoredRow[]): Finding[] => {
  const about = context.methodology.components.find((candidate) => candidate.component === component);
  if (!about) return [];
  const groups = new Map(context.unitSet.units.map((unit) => [unit.unit, unit.groups]));
  const limits = rows.map((row) => ({ row, maximum: maximumIn(about, groups.get(row.unit) ?? []) }));
  const beyond = limits.filter(({ row, maximum }) => maximum !== null && row.score > maximum);
  if (beyond.length <= rows.length / 2) return [];
  const fits = (shift: number): boolean =>
    limits.every(({ row: { score }, maximum }) => {
      const divided = moved(score, shift);
      return maximum !== null && divided <= maximum && divided >= (about.minimum ?? divided);
    });
  const shift = [-1, -2, -3, -4, -5, -6].find(fits);
  if (shift === undefined) return [];
  const name = namesIn(context).component(component);
  const factor = 10 ** -shift;
  return [
    finding(
      'warning',
      'decimals',
      { sheet: beyond[0]?.row.sheet ?? null, column: beyond[0]?.row.at?.score ?? component, value: beyond.length },
      `${name.vi}: ${beyond.length} trong ${rows.length} điểm vượt thang; chia cả cột cho ${factor} thì khớp. Có lẽ cột dùng đơn vị khác`,
      `${name.en}: ${beyond.length} of ${rows.length} scores are beyond the scale; dividing the column by ${factor} would fit. It may be in another unit`,
    ),
  ];
};
