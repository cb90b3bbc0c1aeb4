import { type Finding, finding } from '@chi-so/domain/finding';
import type { Figure } from '@chi-so/domain/layout';
import type { ScoreRow } from '@chi-so/domain/release-file';
import { NO_SCORE } from '@chi-so/domain/score';
import { PART_NAMES, type TemplateForm } from '@chi-so/domain/template';
import type { Reading } from '../release-table.ts';
import { type Cell, columnName, type Table } from '../tables/table.ts';
import { type Catalogue, checkSheet } from './check-sheet.ts';
import { gradeOf, numbersIn, type Said } from './template-cell.ts';
import {
  columnsOf,
  isTemplateSheet,
  meaningOf,
  type Report,
  readTemplateSheet,
  refuseFormula,
  reportOf,
  saysTemplate,
  spotOf,
  statedMaxima,
  type TemplateSheet,
  textOf,
} from './template-sheet.ts';

/** Reads filled templates (`@chi-so/domain/template`): one or several sheets, which make one release together. */

/** Whether a file holds a template, which needs no mapping. */
export const isTemplate = (tables: readonly Table[]): boolean => tables.some(isTemplateSheet);

/**
 * What the filled cells say. Blank cells say nothing: whether a unit may be missing is for the release's own checks.
 * With the catalogue it also tells what else was changed, and each unknown id once; without it ids are taken as they are.
 */
export const readTemplate = (tables: readonly Table[], catalogue?: Catalogue): Reading => {
  const findings = findingsOfOthers(tables);
  const sheets = tables.filter(isTemplateSheet).flatMap((table) => readTemplateSheet(table, findings) ?? []);
  const preamble = mergePreambles(sheets, findings);
  const figures = sheets.flatMap((sheet) => {
    const report = reportOf(sheet.sheet, findings);
    const unknown = catalogue ? checkSheet(sheet, catalogue, report) : new Set<string>();
    return figuresIn(sheet, unknown, report);
  });
  const rows = rowsOfFigures(figures, findings);
  for (const component of extrasOf(sheets, rows, catalogue)) {
    if (!preamble.has(`extent.${component}`)) preamble.set(`extent.${component}`, ['partial']);
  }
  const lineRows = new Map(sheets.flatMap((sheet) => [...sheet.lineRows]).reverse());
  return { preamble, lineRows, rows, findings };
};

/** Sheets that are not read: nobody should believe that they were. */
const findingsOfOthers = (tables: readonly Table[]): Finding[] =>
  tables
    .filter((table) => !isTemplateSheet(table))
    .map(({ sheet, hidden, rows }) =>
      hidden && saysTemplate(rows)
        ? finding('warning', 'hidden-sheet', { sheet }, 'Trang ẩn không được đọc', 'A hidden sheet is not read')
        : finding('info', 'sheet-ignored', { sheet }, 'Trang không thuộc mẫu, không được đọc', 'Not of the template'),
    );

/** The lines of all sheets. One that is filled in on a single sheet holds for all; two that differ are refused. */
const mergePreambles = (sheets: readonly TemplateSheet[], findings: Finding[]): Map<string, string[]> => {
  const merged = new Map<string, string[]>();
  for (const { sheet, preamble, lineRows } of sheets) {
    for (const [key, values] of preamble) {
      const known = merged.get(key);
      if (known === undefined || key === 'note') merged.set(key, [...new Set([...(known ?? []), ...values])]);
      else if (known[0] !== values[0]) {
        findings.push(
          finding(
            'error',
            'preamble-conflict',
            { sheet, row: lineRows.get(key) ?? null, column: 'A', value: values[0] ?? null },
            `Trang này ghi ${key} là "${values[0]}", trang trước ghi "${known[0]}"`,
            `This sheet says ${key} "${values[0]}", a sheet before says "${known[0]}"`,
          ),
        );
      }
    }
  }
  return merged;
};

/** A filled cell and what it is about. */
type FigureCell = ReturnType<typeof meaningOf> & {
  form: TemplateForm;
  cell: Cell;
  /** The maximum that the sheet states of the component. */
  maximum: number | null;
  stage: ScoreRow['stage'];
  sheet: string | null;
  report: Report;
};

const figuresIn = (sheet: TemplateSheet, unknown: ReadonlySet<string>, report: Report): FigureCell[] => {
  const { form, stage, body } = sheet;
  const { figures, known } = columnsOf(sheet);
  const maxima = statedMaxima(sheet);
  const columns = new Map<number, string>();
  for (const cell of figures) {
    const id = textOf(cell);
    if ([...columns.values()].includes(id)) {
      report('error', 'duplicate-column', spotOf(cell), `Cột "${id}" có hai lần`, `The column "${id}" is there twice`);
    } else if (!unknown.has(id)) columns.set(cell.column, id);
  }
  reportAddedColumns(body, known, report);

  const seen = new Set<string>();
  return body.flatMap((row) => {
    const idCell = row.find(({ column }) => column === 0);
    const id = textOf(idCell);
    const filled = row.filter((cell) => columns.has(cell.column) && textOf(cell) !== '');
    const [first] = filled;
    if (!first || unknown.has(id)) return [];
    if (!idCell || id === '') {
      report(
        'error',
        'row-without-id',
        spotOf(first),
        'Dòng có điểm nhưng không có mã',
        'A row with figures has no id',
      );
      return [];
    }
    if (refuseFormula(idCell, report)) return [];
    if (seen.has(id)) {
      report('error', 'duplicate-row', spotOf(idCell), `Dòng "${id}" có hai lần`, `The row "${id}" is there twice`);
      return [];
    }
    seen.add(id);
    return filled.map((cell) => {
      const meaning = meaningOf(form, id, columns.get(cell.column) ?? '');
      const maximum = maxima.get(meaning.component)?.maximum ?? null;
      return { ...meaning, form, cell, maximum, stage, sheet: sheet.sheet, report };
    });
  });
};

const reportAddedColumns = (body: readonly Cell[][], known: ReadonlySet<number>, report: Report): void => {
  const added = new Map(
    body
      .flat()
      .filter((cell) => !known.has(cell.column) && textOf(cell) !== '')
      .map((cell) => [cell.column, cell]),
  );
  for (const column of added.keys()) {
    const name = columnName(column);
    report(
      'warning',
      'column-added',
      { column: name },
      `Cột ${name} không có mã nên không được đọc`,
      `The column ${name} has no id and is not read`,
    );
  }
};

/** One row for each unit, component and stage, whatever is printed of it. */
const rowsOfFigures = (figures: readonly FigureCell[], findings: Finding[]): ScoreRow[] => {
  const numbers = numbersOf(figures);
  const byTarget = Map.groupBy(figures, ({ unit, component, stage }) => `${unit} ${component} ${stage}`);
  return [...byTarget.values()].flatMap((cells): ScoreRow[] => {
    const [first] = cells;
    if (!first) return [];
    const one = (figure: FigureCell['figure']): FigureCell | undefined => {
      const [found, again] = cells.filter((each) => each.figure === figure);
      if (found && again) findings.push(twice(again, found));
      return found;
    };
    const [score, rank, grade] = [one('score'), one('rank_published'), one('grade_published')];
    const said = score && numbers.get(score.cell);
    const place = (score ?? first).cell;
    return [
      {
        row: place.row,
        sheet: (score ?? first).sheet,
        at: lettersOf(first.form, { score, rank_published: rank, grade_published: grade }, columnName(place.column)),
        unit: first.unit,
        component: first.component,
        stage: first.stage,
        ...NO_SCORE,
        ...(said ?? { status: 'M', reason: 'unknown' }),
        rank_published: (rank && numbers.get(rank.cell)?.score) ?? null,
        grade_published: grade ? gradeOf(grade.cell, grade.report) : null,
      },
    ];
  });
};

/** Scores and ranks, each component of a sheet by itself. */
const numbersOf = (figures: readonly FigureCell[]): Map<Cell, Said> => {
  const numeric = figures.filter(({ figure }) => figure !== 'grade_published');
  const columns = Map.groupBy(numeric, ({ sheet, component, figure }) => [sheet, component, figure].join('\n'));
  return new Map(
    [...columns.values()].flatMap((cells) => {
      const [{ figure, maximum, report }] = cells as [FigureCell];
      const scale = figure === 'score' && maximum !== null ? Math.abs(maximum) : null;
      return [
        ...numbersIn(
          cells.map(({ cell }) => cell),
          scale,
          report,
        ),
      ];
    }),
  );
};

/** The columns of a row's fields. The ids of a row stand in its first column, those of a column above its cells. */
const lettersOf = (
  form: TemplateForm,
  figures: Record<Figure, FigureCell | undefined>,
  column: string,
): ScoreRow['at'] => ({
  ...Object.fromEntries(
    Object.entries(figures).flatMap(([figure, each]) => (each ? [[figure, columnName(each.cell.column)]] : [])),
  ),
  status: column,
  ...(form === 'units' ? { unit: 'A', component: column } : { unit: column, component: 'A' }),
});

const twice = (again: FigureCell, found: FigureCell): Finding => {
  const place = `${found.sheet ?? ''} ${columnName(found.cell.column)}${found.cell.row}`.trim();
  return finding(
    'error',
    'duplicate',
    { ...spotOf(again.cell), sheet: again.sheet },
    `Trùng với ô ${place}: ${again.unit}, ${again.component}`,
    `Repeats the cell ${place}: ${again.unit}, ${again.component}`,
  );
};

/** Bonuses and penalties that only some units have: a blank one was not given, and nobody is missing. */
const extrasOf = (
  sheets: readonly TemplateSheet[],
  rows: readonly ScoreRow[],
  catalogue: Catalogue | undefined,
): string[] => {
  const results = rows.filter(({ stage }) => stage === 'result');
  const filled = Map.groupBy(results, ({ component }) => component);
  const asked = new Map<string, number>();
  for (const sheet of sheets.filter(({ form, stage }) => form === 'criteria' && stage === 'result')) {
    const { description, figures } = columnsOf(sheet);
    for (const row of sheet.body) {
      const id = textOf(row.find(({ column }) => column === 0));
      const stated = textOf(row.find(({ column }) => column === description('part')));
      const part = catalogue?.methodology.components.find(({ component }) => component === id)?.part;
      const isExtra = [PART_NAMES.bonus, PART_NAMES.penalty].includes(part ? PART_NAMES[part] : stated);
      if (isExtra) asked.set(id, (asked.get(id) ?? 0) + figures.length);
    }
  }
  return [...asked].filter(([id, units]) => filled.has(id) && (filled.get(id)?.length ?? 0) < units).map(([id]) => id);
};
