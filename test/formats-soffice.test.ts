import { columnsOf, type Kind, type TableName } from '@chi-so/contract/columns';
import { type Cell, type CsvProfile, csv } from '@chi-so/contract/csv';
import { readWorkbook } from '@chi-so/ingestion/workbook/workbook';
import { parse } from 'csv-parse/sync';
import { describe, expect, inject, it } from 'vitest';
import { hasSoffice, opened } from './support/soffice.ts';

/** Files opened by an office program in Vietnamese: the right numbers, the right letters, and nothing run. */

const { url } = inject('stack');

const fetched = async (path: string): Promise<Buffer> => {
  const response = await fetch(url + path);
  expect([path, response.status]).toEqual([path, 200]);
  return Buffer.from(await response.arrayBuffer());
};

type Value = string | number | null;

/** The first sheet as a rectangle: a number is a number, a text a text. */
const cellsOf = async (workbook: Buffer | undefined): Promise<Value[][]> => {
  const [sheet] = await readWorkbook(workbook ?? Buffer.alloc(0));
  const rows = [...(sheet?.rows.entries() ?? [])];
  const table: Value[][] = Array.from({ length: Math.max(0, ...rows.map(([number]) => number)) }, () => []);
  for (const [number, row] of rows) {
    for (const [column, { value, formula }] of row) {
      // It stores a truth value as the formula TRUE().
      if (!/^(true|false|1|0)$/i.test(String(value))) expect([value, formula]).toEqual([value, 'none']);
      (table[number - 1] ?? [])[column] = value as Value;
    }
  }
  return table.map((row) => Array.from(row, (value) => value ?? null));
};

/** What the API says in its plainest form: each cell as the text of the CSV for programs. */
const told = async (path: string): Promise<string[][]> => parse(await fetched(path));

/** A number must have become one; a code may have, where it is written the same. */
const expectSame = (
  shown: readonly Value[][],
  expected: readonly string[][],
  kinds: ReadonlyMap<string, Kind>,
): void => {
  const [header = [], ...rows] = expected;
  expect((shown[0] ?? []).map(String)).toEqual(header);
  expect(shown.length).toBe(expected.length);
  for (const [i, row] of rows.entries()) {
    for (const [j, text] of row.entries()) {
      const kind = kinds.get(header[j] ?? '') ?? 'number';
      const value = shown[i + 1]?.[j] ?? null;
      const wanted = text === '' ? null : kind === 'number' ? Number(text) : text;
      const got =
        kind === 'number' || value === null ? value : String(value).toLowerCase() === text ? text : String(value);
      expect([header[j], i, got]).toEqual([header[j], i, wanted]);
    }
  }
};

const kindsOf = (table: TableName) => new Map(columnsOf(table).map(({ name, kind }) => [name, kind]));

/** Without days and instants: an office program shows those as its own dates. */
const FILES: { name: string; table: TableName; path: string; query: string }[] = [
  { name: 'pci', table: 'rankings', path: '/v1/rankings/pci/2019', query: 'component=*' },
  { name: 'cchc', table: 'rankings', path: '/v1/rankings/cchc/2020', query: 'set=VN63-46' },
  { name: 'series', table: 'series', path: '/v1/series', query: 'index=pci&unit=VN63-46,VN63-48' },
  { name: 'wide', table: 'series', path: '/v1/series', query: 'index=pci&unit=VN63-46,VN63-48&layout=wide' },
  { name: 'units', table: 'units', path: '/v1/units', query: 'set=VN63' },
];

const bothOf = async (suffix: string, more = '') =>
  Object.fromEntries(
    await Promise.all(
      FILES.map(async ({ name, path, query }) => [
        `${name}.${suffix}`,
        await fetched(`${path}.${suffix}?${query}${more}`),
      ]),
    ),
  ) as Record<string, Buffer>;

describe.runIf(hasSoffice)('An office program shows', () => {
  it.each([
    { profile: 'excel-vi', locale: 'vi-VN', separator: ';' },
    { profile: 'rfc4180', locale: 'en-US', separator: ',' },
  ] as const)(
    'the numbers and letters of CSV of the profile $profile in $locale',
    async ({ profile, locale, separator }) => {
      const shown = opened(await bothOf('csv', `&profile=${profile}`), { locale, separator });
      for (const { name, table, path, query } of FILES) {
        expectSame(await cellsOf(shown[name]), await told(`${path}.csv?${query}`), kindsOf(table));
      }
    },
  );

  it('the numbers and letters of workbooks in vi-VN', async () => {
    const shown = opened(await bothOf('xlsx'), { locale: 'vi-VN' });
    for (const { name, table, path, query } of FILES) {
      expectSame(await cellsOf(shown[name]), await told(`${path}.csv?${query}`), kindsOf(table));
    }
  });

  it.each([
    { profile: 'excel-vi', locale: 'vi-VN', separator: ';' },
    { profile: 'rfc4180', locale: 'en-US', separator: ',' },
  ] as const)('texts that look like formulas as texts, and negative numbers as numbers ($profile)', async (how) => {
    const texts = [
      '=1+1',
      '+84 24',
      '-1',
      '@SUM(A1)',
      '\t=1+1',
      '=HYPERLINK("http://x";"y")',
      'Đắk "Lắk"; x, y',
      'hai\r\ndòng',
    ];
    const rows: Cell[][] = texts.map((text, i) => [text, -i - 0.5]);
    const file = csv(
      [
        { name: 'note', isCode: false },
        { name: 'score_change', isCode: false },
      ],
      rows,
      how.profile,
    );
    const { made } = opened({ 'made.csv': file }, how);
    const [, ...shown] = await cellsOf(made);
    expect(shown.map(([, number]) => number)).toEqual(rows.map(([, number]) => number));
    // Line ends within a cell are the program's own.
    expect(shown.map(([text]) => String(text).replace(/^'/, '').replace(/\r?\n/g, '\r\n'))).toEqual(texts);
  });

  it('codes as they are in Vietnamese, where a point or a stroke would make a date of them', async () => {
    const profile: CsvProfile = 'excel-vi';
    const codes = ['01', '1.10', '3/4', '1-2', '1e5', '12:30', '2019', 'VN63-01', '2025-H1', '1234567890123456789'];
    const file = csv(
      [
        { name: 'component', isCode: true },
        { name: 'x', isCode: false },
      ],
      codes.map((code) => [code, 1]),
      profile,
    );
    const { made } = opened({ 'made.csv': file }, { locale: 'vi-VN', separator: ';' });
    const [, ...shown] = await cellsOf(made);
    expect(shown.map(([code]) => String(code).replace(/^'/, ''))).toEqual(codes);
  });
});
