import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { malformed } from '../../../../test/fixtures/malformed.ts';
import { publisherWorkbooks } from '../../../../test/fixtures/publisher-workbooks.ts';
import type { WorkbookOutcome } from '../../../../test/fixtures/read-workbooks.ts';
import { type CellInput, type SheetInput, type XlsxOptions, xlsx } from '../../../../test/fixtures/xlsx.ts';
import type { Rows } from './sheet.ts';
import { readWorkbook, type Sheet } from './workbook.ts';

/** The workbook reader before all workbooks of the tests, the good and the bad ones. */

const run = promisify(execFile);

/** What a cell that is written holds when it is read. */
const heldBy = (cell: CellInput | undefined): unknown => {
  if (typeof cell !== 'object' || cell === null) return cell ?? null;
  if ('runs' in cell) return cell.runs.join('');
  if ('error' in cell) return cell.error;
  if ('date' in cell) return cell.date;
  return 'formula' in cell ? (cell.value ?? '') : undefined;
};

const writtenOf = ({ cells }: SheetInput): [row: number, column: number, value: unknown][] =>
  cells.flatMap((row, r) =>
    row.flatMap((cell, c): [number, number, unknown][] => (cell === null ? [] : [[r + 1, c, heldBy(cell)]])),
  );
const readOf = (rows: Rows): [row: number, column: number, value: unknown][] =>
  [...rows].flatMap(([row, cells]) => [...cells].map(([c, { value }]): [number, number, unknown] => [row, c, value]));

const visible = (sheets: Sheet[]): Set<string> =>
  new Set(
    sheets
      .filter(({ hidden }) => !hidden)
      .flatMap(({ rows }) => readOf(rows))
      .map(([, , value]) => String(value).replace(',', '.').replace('%', '')),
  );

describe('a workbook in a shape that publishers use', () => {
  it.each(publisherWorkbooks().map((workbook) => [workbook.name, workbook] as const))(
    '%s is read cell by cell',
    async (_, workbook) => {
      const bytes = workbook.bytes();
      const sheets = await readWorkbook(bytes);
      const seen = visible(sheets);

      expect(bytes.equals(workbook.bytes())).toBe(true);
      expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual(
        workbook.sheets().map(({ name, state }) => [name, state !== undefined]),
      );
      expect(sheets.map(({ rows }) => readOf(rows))).toEqual(workbook.sheets().map(writtenOf));
      for (const { rows } of workbook.expected) {
        expect(rows.filter(({ score }) => score !== null && !isSeen(seen, score))).toEqual([]);
      }
    },
  );
});

/** `62,40` is 62.4. */
const isSeen = (seen: Set<string>, score: number): boolean =>
  [String(score), score.toFixed(2), score.toFixed(3)].some((text) => Number(text) === score && seen.has(text));

describe('however a program writes a workbook', () => {
  const cells: CellInput[][] = [
    ['Tỉnh', 'Gia nhập\n thị trường', null, 'Hòa Bình'.normalize('NFD')],
    [],
    ['Hà Nội ', 64.714455, true, '59,1'],
    [{ runs: ['Thừa ', 'Thiên Huế'], phonetic: 'x' }, { error: '#N/A' }, { date: 43181 }, { date: '2018-03-22' }],
    [{ formula: 'SUM(B3:B4)', value: 64.7 }, { formula: 'B7', value: 'text', external: true }, { formula: 'B3&"<a>"' }],
  ];
  const sheets: SheetInput[] = [
    { name: 'Bảng & "tóm tắt"', cells, merged: ['A1:C1'], dimension: 'A1:XFD1048576' },
    { name: 'Ẩn', state: 'veryHidden', cells: [['cũ']], inlineStrings: true },
    { name: 'Inline', cells, inlineStrings: true },
  ];

  it.each<[string, XlsxOptions]>([
    ['plainly', {}],
    ['with namespace prefixes', { prefix: 'x', relationPrefix: 'rel' }],
    ['with absolute targets', { absoluteTargets: true }],
    ['with files in another order', { reversedFiles: true }],
    ['without references', { withoutReferences: true }],
  ])('%s, it is read alike', async (_, options) => {
    const read = await readWorkbook(xlsx(sheets, options));

    expect(read.map(({ name, hidden, rows }) => [name, hidden, readOf(rows)])).toEqual(
      sheets.map((sheet) => [sheet.name, sheet.state !== undefined, writtenOf(sheet)]),
    );
    expect([...(read[0]?.rows.get(5)?.values() ?? [])].map(({ formula }) => formula)).toEqual([
      'own',
      'external',
      'own',
    ]);
  });

  it('with rows and cells out of order, it is read from top to bottom and left to right', async () => {
    const rowsXml =
      '<row r="3"><c r="B3"><v>3</v></c><c r="A3"><v>2</v></c></row><row r="1"><c r="C1"><v>1</v></c></row>';
    const [sheet] = await readWorkbook(xlsx([{ name: 'S', cells: [], rowsXml }]));

    expect(readOf(sheet?.rows ?? new Map())).toEqual([
      [1, 2, 1],
      [3, 0, 2],
      [3, 1, 3],
    ]);
  });

  it('copies of a formula are of the other file that the first one is of, and columns of a table are not', async () => {
    const formula = (at: string, f: string) => `<c r="${at}">${f}<v>1</v></c>`;
    const rowsXml = `<row r="1">${formula('A1', '<f t="shared" si="0" ref="A1:B1">\'[2]Bảng 1\'!A1</f>')}${formula('B1', '<f t="shared" si="0"/>')}${formula('C1', '<f>SUM(Table1[2023])</f>')}</row>`;
    const [sheet] = await readWorkbook(xlsx([{ name: 'S', cells: [], rowsXml }]));

    expect([...(sheet?.rows.get(1)?.values() ?? [])].map(({ formula: kind }) => kind)).toEqual([
      'external',
      'external',
      'own',
    ]);
  });

  it('what should be a number and is none stays text, and CDATA is text', async () => {
    const values = ['1e999', 'NaN', '0x10', '-.5', '<![CDATA[6.5]]>'];
    const rowsXml = `<row>${values.map((value) => `<c><v>${value}</v></c>`).join('')}</row>`;
    const [sheet] = await readWorkbook(xlsx([{ name: 'S', cells: [], rowsXml }]));

    expect(readOf(sheet?.rows ?? new Map()).map(([, , value]) => value)).toEqual(['1e999', 'NaN', '0x10', -0.5, 6.5]);
  });
});

const SECONDS_FOR_ALL = 180;
const MOST_MILLISECONDS = 5000;
const MOST_MEGABYTES = 512;

describe('a malformed workbook', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chi-so-malformed-'));
  const levels = new Map<string, 'file' | 'table'>();
  let outcomes: WorkbookOutcome[] = [];

  beforeAll(async () => {
    for (const { name, level, bytes } of malformed()) {
      if (!name.endsWith('.xlsx')) continue;
      levels.set(name, level);
      writeFileSync(join(folder, name), bytes);
    }
    const script = join(import.meta.dirname, '../../../../test/fixtures/read-workbooks.ts');
    const { stdout } = await run(process.execPath, [`--max-old-space-size=${MOST_MEGABYTES}`, script, folder]);
    outcomes = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  }, SECONDS_FOR_ALL * 1000);

  afterAll(() => rmSync(folder, { recursive: true }));

  it('is refused where nothing can be read from it, and never ends the process or breaks otherwise', () => {
    expect(outcomes.map(({ name, outcome }) => [name, outcome])).toEqual(
      [...levels]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, level]) => [name, level === 'file' ? 'refused' : 'read']),
    );
  });

  it('takes no more than five seconds and 512 MB', () => {
    expect(outcomes.filter(({ milliseconds }) => milliseconds > MOST_MILLISECONDS)).toEqual([]);
    expect(outcomes.at(-1)?.peakMegabytes).toBeLessThan(MOST_MEGABYTES);
  });
});
