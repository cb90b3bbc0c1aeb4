import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cell, CSV_PROFILES, type CsvColumn, type CsvProfile, csv } from './csv.ts';

const plain = (...names: string[]): CsvColumn[] => names.map((name) => ({ name, isCode: false }));
const codes = (...names: string[]): CsvColumn[] => names.map((name) => ({ name, isCode: true }));

const readBack = (text: string, profile: CsvProfile): string[][] =>
  parse(text, {
    delimiter: profile === 'excel-vi' ? ';' : ',',
    bom: profile === 'excel-vi',
    record_delimiter: '\r\n',
  });

describe('CSV', () => {
  it('is comma, CRLF, decimal point and no byte order mark', () => {
    expect(csv(plain('unit_name_vi', 'score'), [['Thừa Thiên Huế', 66.5]], 'rfc4180')).toBe(
      'unit_name_vi,score\r\nThừa Thiên Huế,66.5\r\n',
    );
  });

  it('is semicolon, decimal comma and a byte order mark for a Vietnamese Excel', () => {
    expect(csv(plain('unit_name_vi', 'score'), [['Bắc, Nam', -1.25]], 'excel-vi')).toBe(
      '\uFEFFunit_name_vi;score\r\nBắc, Nam;-1,25\r\n',
    );
  });

  it('is a header alone where there are no rows', () => {
    expect(csv(plain('a', 'b'), [], 'rfc4180')).toBe('a,b\r\n');
  });

  it('writes nothing for what is missing, and a row of one empty cell is still a row', () => {
    expect(csv(plain('a', 'b', 'c'), [[null, Number.NaN, undefined]], 'rfc4180')).toBe('a,b,c\r\n,,\r\n');
    expect(readBack(csv(plain('a'), [[null], ['x']], 'rfc4180'), 'rfc4180')).toEqual([['a'], [''], ['x']]);
  });

  it.each(['=1+1', '+84', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1'])(
    'writes the text %j so that no spreadsheet runs it',
    (text) => {
      for (const profile of CSV_PROFILES) {
        expect(readBack(csv(plain('note'), [[text]], profile), profile)).toEqual([['note'], [`'${text}`]]);
      }
    },
  );

  it('leaves numbers alone, negative ones too', () => {
    expect(csv(plain('score_change', 'x'), [[-3, -0.5]], 'rfc4180')).toBe('score_change,x\r\n-3,-0.5\r\n');
  });

  it.each(['01', '1.10', '3/4', '1e5', '12:30', '1234567890123456', 'TRUE', '1-2'])(
    'keeps the code %s as it is in a Vietnamese Excel',
    (code) => {
      expect(csv(codes('component'), [[code]], 'excel-vi')).toBe(`\uFEFFcomponent\r\n'${code}\r\n`);
      expect(csv(codes('component'), [[code]], 'rfc4180')).toBe(`component\r\n${code}\r\n`);
    },
  );

  it.each(['2019', 'VN63-01', '2025-H1', 'total', 'ci-1.2'])(
    'leaves the code %s alone, which Excel does not alter',
    (code) => {
      expect(csv(codes('c'), [[code]], 'excel-vi')).toBe(`\uFEFFc\r\n${code}\r\n`);
    },
  );

  it('neutralises headers that come from data, as columns of a wide layout do', () => {
    expect(csv(codes('=cmd', '01'), [], 'excel-vi')).toBe("\uFEFF'=cmd;'01\r\n");
  });

  it.each(CSV_PROFILES)(
    'gives back every cell when it is read, up to the apostrophe (%s)',
    (profile) => {
      const text = fc
        .oneof(
          fc.string({ unit: 'binary' }),
          fc.string({
            unit: fc.constantFrom('"', ',', ';', '\r', '\n', '\t', '=', '-', "'", ' ', 'ạ', '\uFEFF', '0', '.'),
          }),
        )
        .filter((value) => !value.includes('\0'));
      const cell: fc.Arbitrary<Cell> = fc.oneof(text, fc.double(), fc.integer(), fc.constant(null), fc.boolean());
      const table = fc
        .integer({ min: 1, max: 5 })
        .chain((width) =>
          fc.tuple(
            fc.array(fc.record({ name: text, isCode: fc.boolean() }), { minLength: width, maxLength: width }),
            fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 6 }),
          ),
        );
      fc.assert(
        fc.property(table, ([columns, rows]) => {
          const named = columns.map((column, i) => ({ ...column, name: `c${i}${column.name}` }));
          const [header = [], ...lines] = readBack(csv(named, rows, profile), profile);
          expect(header).toEqual(named.map(({ name }) => name));
          expect(lines.length).toBe(rows.length);
          for (const [i, row] of rows.entries()) {
            for (const [j, value] of row.entries()) expect(isSame(value, lines[i]?.[j] ?? '', profile)).toBe(true);
          }
        }),
        { numRuns: 1000 },
      );
    },
    30_000,
  );
});

const isSame = (value: Cell, read: string, profile: CsvProfile): boolean => {
  if (typeof value === 'number' && !Number.isFinite(value)) return read === '';
  if (typeof value === 'number') {
    const point = profile === 'excel-vi' ? read.replace(',', '.') : read;
    // A negative zero is written as zero.
    return Number(point) === value && !read.startsWith("'");
  }
  const text = String(value ?? '');
  return read === text || read === `'${text}`;
};
