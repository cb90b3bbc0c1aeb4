import { type Finding, finding } from '@chi-so/domain/finding';
import type { Figure } from '@chi-so/domain/layout';
import type { Methodology } from '@chi-so/domain/methodology';
import type { ScoreRow } from '@chi-so/domain/release-file';
import { NO_SCORE } from '@chi-so/domain/score';
import { NUMBER_FAULTS } from '../number-faults.ts';
import { type NumberFault, type Numbers, readNumbers } from '../tables/read-numbers.ts';
import { type Cell, columnName } from '../tables/table.ts';
import { textOf } from './grid.ts';
import { type GridReading, isMeaning } from './read-grid.ts';
import type { UnitNames } from './unit-names.ts';

/** The rows of a recognised table, each figure with the place that it stands at. */
export const extractRows = (
  { grid, axes }: GridReading,
  methodology: Methodology,
  names: UnitNames,
): { rows: ScoreRow[]; findings: Finding[] } => {
  const { sheet } = grid.table;
  const findings: Finding[] = [];
  const rows = new Map<string, ScoreRow>();
  const unknown = new Map<string, Cell>();
  /** Columns that say otherwise what another one has said already. */
  const twice = new Map<string, string>();
  const sources = new Map<string, string>();
  for (const { axis, columns } of axes) {
    for (const { unit, name } of axis.units)
      if (unit === null) unknown.set(textOf(name), unknown.get(textOf(name)) ?? name);
    for (const { label, line } of axis.passedOver) {
      const spot = grid.transposed
        ? { sheet, column: columnName(line), value: label }
        : { sheet, row: line, value: label };
      findings.push(
        finding(
          'info',
          'passed-over',
          spot,
          `"${label}" không phải đơn vị: bỏ qua`,
          `"${label}" is no unit: passed over`,
        ),
      );
    }
    for (const { place, at, meaning } of columns) {
      if (!isMeaning(meaning)) continue;
      const component = methodology.components.find((one) => one.component === meaning.component);
      const lines = axis.units.filter(({ unit }) => unit !== null);
      const cells = lines.map(({ line }) => grid.lines.get(line)?.get(place));
      findings.push(...formulaFindings(sheet, cells));
      const maximum = meaning.figure === 'rank_published' ? lines.length : (component?.maximum ?? null);
      const read = meaning.figure === 'grade_published' ? null : readNumbers(asShown(cells, maximum), { maximum });
      if (meaning.figure === 'score' && read && isOrder(read.numbers)) {
        findings.push(orderColumn(sheet, at));
        continue;
      }
      for (const { cell, why } of read?.faults ?? []) findings.push(numberFinding(sheet, cell, why));
      const seen = new Map<string, number>();
      for (const [i, { unit, name }] of lines.entries()) {
        const cell = cells[i];
        const value = read ? read.numbers[i] : gradeOf(cell);
        if (unit === null || value === undefined) continue;
        // A unit that a column names twice keeps both lines: the gate says so.
        const times = (seen.get(unit) ?? 0) + 1;
        seen.set(unit, times);
        const key = `${unit} ${meaning.component} ${times}`;
        const row = rows.get(key) ?? emptyRow(unit, meaning.component, sheet, name);
        const already = sources.get(`${key} ${meaning.figure}`);
        if (already !== undefined && row[meaning.figure] !== value) twice.set(at, already);
        sources.set(`${key} ${meaning.figure}`, at);
        rows.set(key, {
          ...row,
          ...figureOf(meaning.figure, value, read?.missing[i] ?? null),
          ...spotOf(row, meaning.figure, cell),
        });
      }
    }
  }
  for (const [column, already] of twice) findings.push(saidTwice(sheet, column, already));
  findings.push(...unknownUnits(sheet, unknown, names));
  const settledRows = [...rows.values()].map(settled);
  return { rows: settledRows.map((row) => withoutEmptySum(row, settledRows, methodology, findings)), findings };
};

/** A share that is shown as a percentage, on a scale of percent: 0.93 is 93. On a scale that ends at 1 it is what it is. */
const asShown = (cells: readonly (Cell | undefined)[], maximum: number | null): (Cell | undefined)[] =>
  maximum === null || maximum <= 1
    ? [...cells]
    : cells.map((cell) =>
        cell?.percent && typeof cell.value === 'number'
          ? { ...cell, value: Number((cell.value * 100).toPrecision(12)) }
          : cell,
      );

/** 1, 2, 3 … down the table is the order of the rows, whatever stands above it. */
const isOrder = (numbers: readonly (number | null | undefined)[]): boolean =>
  numbers.length >= 5 && numbers.every((number, i) => number === i + 1);

const orderColumn = (sheet: string | null, at: string): Finding =>
  finding(
    'error',
    'order-as-score',
    { sheet, column: at },
    `Cột ${at} là số thứ tự 1, 2, 3 …, không phải điểm: không được đọc`,
    `Column ${at} counts 1, 2, 3 … and holds no scores: it is not read`,
  );

const emptyRow = (unit: string, component: string, sheet: string | null, { row, column }: Cell): ScoreRow => ({
  ...NO_SCORE,
  row,
  sheet,
  at: { unit: columnName(column) },
  unit,
  component,
  stage: 'result',
});

/** The row is that of the score; every figure has its own column. */
const spotOf = ({ row, at }: ScoreRow, figure: Figure, cell: Cell | undefined): Pick<ScoreRow, 'row' | 'at'> =>
  cell
    ? { row: figure === 'score' ? cell.row : row, at: { ...at, [figure]: columnName(cell.column) } }
    : { row, at: at ?? {} };

type Missing = Numbers['missing'][number];

const figureOf = (figure: Figure, value: number | string | null, missing: Missing): Partial<ScoreRow> => {
  if (figure !== 'score') return { [figure]: value };
  if (value !== null) return { score: value as number, status: 'A', reason: null };
  return {
    score: null,
    status: missing === 'withheld' ? 'Q' : 'M',
    reason: missing === null || missing === 'blank' ? 'unknown' : missing,
  };
};

/** A rank or a grade without a score is still something said of the unit. */
const settled = (row: ScoreRow): ScoreRow =>
  row.score === null && row.reason === null ? { ...row, status: 'M', reason: 'unknown' } : row;

/** A sum over blank cells is saved as zero. Where the scale has no zero and the unit has no figure at all, it is none. */
const withoutEmptySum = (
  row: ScoreRow,
  rows: readonly ScoreRow[],
  { components }: Methodology,
  findings: Finding[],
): ScoreRow => {
  const minimum = components.find(({ component }) => component === row.component)?.minimum ?? null;
  if (row.score !== 0 || minimum === null || minimum <= 0) return row;
  const others = rows.filter(({ unit, component }) => unit === row.unit && component !== row.component);
  if (others.length === 0 || others.some(({ score }) => score !== null)) return row;
  findings.push(
    finding(
      'info',
      'empty-sum',
      { sheet: row.sheet ?? null, row: row.row, column: row.at?.score ?? null, value: 0 },
      `${row.unit} không có điểm nào, số 0 ở ${row.component} là tổng của ô trống: ghi là thiếu`,
      `${row.unit} has no figure at all, so the 0 at ${row.component} is a sum of blanks: recorded as missing`,
    ),
  );
  return { ...row, score: null, status: 'M', reason: 'unknown' };
};

/** A look-up that found nothing leaves a zero among words. */
const gradeOf = (cell: Cell | undefined): string | null | undefined => {
  if (cell === undefined) return undefined;
  const text = textOf(cell);
  return text === '' ? null : text;
};

/** Whoever has more unknown names than this has another list of units; looking for near names takes its time. */
const MOST_NEAR = 20;
const MOST_UNKNOWN = 100;

const unknownUnits = (sheet: string | null, unknown: ReadonlyMap<string, Cell>, names: UnitNames): Finding[] => {
  const listed = [...unknown]
    .slice(0, MOST_UNKNOWN)
    .map(([text, cell], i) => unknownUnit(sheet, text, cell, names, i < MOST_NEAR));
  const more = unknown.size - listed.length;
  return more === 0
    ? listed
    : [
        ...listed,
        finding(
          'error',
          'unknown-unit',
          { sheet, value: more },
          `Còn ${more} tên khác không rõ`,
          `${more} more names are unknown`,
        ),
      ];
};

const unknownUnit = (
  sheet: string | null,
  text: string,
  { row, column }: Cell,
  names: UnitNames,
  isSought: boolean,
): Finding => {
  const near = (isSought ? names.candidatesOf(text) : [])
    .slice(0, 3)
    .map(({ name_vi, unit }) => `${name_vi} (${unit})`);
  const set = names.unitSet.unit_set;
  return finding(
    'error',
    'unknown-unit',
    { sheet, row, column: columnName(column), value: text },
    `"${text}" không phải tên của đúng một đơn vị trong ${set}${near.length > 0 ? `; có thể là: ${near.join(', ')}` : ''}`,
    `"${text}" is not the name of exactly one unit of ${set}${near.length > 0 ? `; it could be: ${near.join(', ')}` : ''}`,
  );
};

const saidTwice = (sheet: string | null, column: string, already: string): Finding =>
  finding(
    'error',
    'duplicate-column',
    { sheet, column, value: already },
    `Cột ${already} và ${column} cùng là một chỉ số thành phần nhưng số khác nhau: hãy gửi kèm bảng ánh xạ cột`,
    `Columns ${already} and ${column} are the same component with different figures: send a mapping of the columns`,
  );

const numberFinding = (sheet: string | null, cell: Cell, why: NumberFault['why']): Finding => {
  const [vi, en] = NUMBER_FAULTS[why];
  const value = String(cell.value);
  const spot = { sheet, row: cell.row, column: columnName(cell.column), value };
  return finding('error', 'number', spot, `"${value}" ${vi}`, `"${value}" ${en}`);
};

/** What was computed when the file was last saved may not be what it says now. */
const formulaFindings = (sheet: string | null, cells: readonly (Cell | undefined)[]): Finding[] => {
  const computed = cells.filter((cell) => cell !== undefined && cell.formula !== 'none') as Cell[];
  const [first] = computed;
  if (!first) return [];
  const external = computed.find(({ formula }) => formula === 'external');
  const { row, column } = external ?? first;
  const at = columnName(column);
  const spot = { sheet, row, column: at, value: `${at}${row}` };
  return [
    external
      ? finding(
          'error',
          'external-formula',
          spot,
          `Ô ${at}${row} lấy số từ một tệp khác: hãy dán giá trị`,
          `The cell ${at}${row} takes its figure from another file: paste its value`,
        )
      : finding(
          'info',
          'formula',
          spot,
          `${computed.length} ô của cột ${at} là công thức; lấy giá trị đã lưu`,
          `${computed.length} cells of column ${at} are formulas; their saved values are taken`,
        ),
  ];
};
