import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DecimalMark, type NumberHint, readNumbers } from './read-numbers.ts';
import type { Cell } from './table.ts';

const column = (...values: (string | number | boolean | undefined)[]): (Cell | undefined)[] =>
  values.map((value, at) => (value === undefined ? undefined : { row: at + 2, column: 2, value, formula: 'none' }));

const read = (values: (string | number | boolean | undefined)[], hint?: NumberHint) => {
  const { numbers, missing, mark, faults } = readNumbers(column(...values), hint);
  return { numbers, missing, mark, faults: faults.map(({ cell, why }) => [cell.value, why]) };
};

describe('a column of numbers', () => {
  it('with a decimal comma is read by it, also where three decimals look like thousands', () => {
    expect(read(['48,095', '47,5', '92,18', '100'])).toMatchObject({
      numbers: [48.095, 47.5, 92.18, 100],
      mark: ',',
      faults: [],
    });
  });

  it('of texts and typed numbers keeps the typed ones as they are', () => {
    expect(read(['47,5', 92.18, 48.095, '88,1']).numbers).toEqual([47.5, 92.18, 48.095, 88.1]);
    expect(read([73.396484, 66.5])).toMatchObject({ numbers: [73.396484, 66.5], mark: null, faults: [] });
  });

  it('with three digits behind every mark is ambiguous', () => {
    expect(read(['1,234', '2,345'])).toMatchObject({
      numbers: [undefined, undefined],
      mark: null,
      faults: [
        ['1,234', 'ambiguous'],
        ['2,345', 'ambiguous'],
      ],
    });
    expect(read(['1,234', '2,345'], { maximum: null }).numbers).toEqual([undefined, undefined]);
  });

  it('with three digits behind every mark is read by the scale where only one reading fits it', () => {
    expect(read(['48,095', '92,180'], { maximum: 100 })).toMatchObject({ numbers: [48.095, 92.18], mark: ',' });
    expect(read(['48,095', '92,180'], { maximum: 1_000_000 }).mark).toBeNull();
    expect(read(['480,095', '92,180'], { maximum: 100 }).mark).toBeNull();
    expect(read(['48.095%', '92.180 %'])).toMatchObject({ numbers: [48.095, 92.18], mark: '.' });
  });

  it('with both marks has thousands and decimals', () => {
    expect(read(['1.234,56', '2.345', '7,5']).numbers).toEqual([1234.56, 2345, 7.5]);
    expect(read(['1,234.56', '2,345', '1,234,567']).numbers).toEqual([1234.56, 2345, 1234567]);
  });

  it('with blanks between thousands is read', () => {
    expect(read(['1 234,5', '12\u00A0345', '1\u202F234\u202F567,25']).numbers).toEqual([1234.5, 12345, 1234567.25]);
  });

  it('is read without signs for units, with any minus and the apostrophe of Excel', () => {
    expect(read(["'92,18", '89,95%', '48,1 điểm', '91,5 %', '−0,25', '–1,5', '+2', '7,5đ']).numbers).toEqual([
      92.18, 89.95, 48.1, 91.5, -0.25, -1.5, 2, 7.5,
    ]);
  });

  it('says why a score is missing, as far as the text does', () => {
    expect(
      read(['-', '–', '…', 'N/A', 'na', 'Không áp dụng', 'không khảo sát', 'Không công bố', '', ' ', undefined, 0]),
    ).toEqual({
      numbers: [...Array<null>(11).fill(null), 0],
      missing: [
        ...['unknown', 'unknown', 'unknown', 'unknown', 'unknown'],
        ...['not-applicable', 'not-surveyed', 'withheld', 'blank', 'blank', 'blank', null],
      ],
      mark: null,
      faults: [],
    });
  });

  it('with the other mark in a few cells reads none of them', () => {
    expect(read(['12.5', '13.25', '12,5', '88,095', '7'])).toEqual({
      numbers: [12.5, 13.25, undefined, undefined, 7],
      missing: [null, null, null, null, null],
      mark: '.',
      faults: [
        ['12,5', 'other-mark'],
        ['88,095', 'other-mark'],
      ],
    });
  });

  it('with as many of one mark as of the other reads neither', () => {
    expect(read(['12.5', '12,5', '7'])).toMatchObject({ numbers: [undefined, undefined, 7], mark: null });
  });

  it('takes no other mark for thousands that no cell shows to be', () => {
    expect(read(['92,18', '88.095'])).toMatchObject({ numbers: [92.18, undefined], faults: [['88.095', 'ambiguous']] });
    expect(read(['92,18', '91,5', '88.095'], { maximum: 100 }).faults).toEqual([['88.095', 'other-mark']]);
  });

  it('refuses what is no number, and more digits than a number keeps', () => {
    const texts = [
      '12/63',
      '1.2.3',
      '12,34,5',
      'Huế',
      '#N/A',
      '1e3',
      '..5x',
      '5.',
      '0,12345678901234567890',
      '1 2',
      true,
    ];

    expect(read(texts)).toMatchObject({
      numbers: texts.map(() => undefined),
      faults: texts.map((t) => [t, 'not-a-number']),
    });
    expect(read(['0.00000001234567890123456', '73.396484000000001']).numbers).toEqual([
      1.234567890123456e-8, 73.396484000000001,
    ]);
  });

  it('reads texts of any length in no time', () => {
    const texts = [
      '1'.repeat(1e6),
      `${'1,'.repeat(5e5)}1`,
      ' '.repeat(1e6),
      `1${' '.repeat(1e6)}x`,
      `1${'1 '.repeat(5e5)}đ`,
    ];

    expect(read(texts).faults).toHaveLength(4);
  });
});

/** A number as printed, with `.`, and with decimals so that its mark is clear, or any. */
const printed = (decimals: fc.Arbitrary<number>) =>
  fc
    .tuple(fc.integer({ min: -999_999, max: 999_999 }), fc.nat({ max: 999_999 }), decimals)
    .map(([whole, fraction, count]) =>
      count === 0 ? String(whole) : `${whole}.${String(fraction).padStart(6, '0').slice(0, count)}`,
    );
const clear = printed(fc.constantFrom(1, 2, 4, 5, 6));
const any = printed(fc.integer({ min: 0, max: 6 }));
const marked = (text: string, mark: DecimalMark) => text.replace('.', mark);
const mark = fc.constantFrom<DecimalMark>('.', ',');

describe('any column of numbers', () => {
  it('that is printed with one mark, at least once clearly, is read as it was', () => {
    fc.assert(
      fc.property(fc.array(any), clear, mark, fc.nat(), (rest, sure, by, place) => {
        const texts = rest.toSpliced(place % (rest.length + 1), 0, sure);

        const { numbers, faults } = readNumbers(column(...texts.map((text) => marked(text, by))));

        expect(numbers).toEqual(texts.map(Number));
        expect(faults).toEqual([]);
      }),
    );
  });

  const messy = fc.array(
    fc.oneof(
      fc.tuple(any, mark).map(([text, by]) => marked(text, by)),
      fc.stringMatching(/^[0-9]{1,3}([.,][0-9]{3}){1,2}([.,][0-9]{1,3})?%?$/),
      fc.constantFrom('-', '', 'N/A', '1 234,5', '1.234', '1,234'),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    ),
  );
  const hints = fc.option(fc.record({ maximum: fc.option(fc.constantFrom(1, 10, 100, 5000, 1e7)) }), {
    nil: undefined,
  });

  it('is read cell by cell as before when its cells change places', () => {
    fc.assert(
      fc.property(messy, hints, fc.func(fc.integer()), (values, hint, weight) => {
        const cells = column(...values);
        const places = cells.map((_, at) => at).sort((a, b) => weight(a) - weight(b));

        const before = readNumbers(cells, hint).numbers;
        const after = readNumbers(
          places.map((at) => cells[at]),
          hint,
        ).numbers;

        expect(after).toEqual(places.map((at) => before[at]));
      }),
    );
  });

  it('never has two readings of one mark', () => {
    fc.assert(
      fc.property(messy, hints, (values, hint) => {
        const { numbers } = readNumbers(column(...values), hint);
        const readings = new Set<string>();
        for (const [at, value] of values.entries()) {
          const number = numbers[at];
          if (typeof value !== 'string' || typeof number !== 'number') continue;
          const digits = value.replace(/[ %]/gu, '');
          for (const by of ['.', ','] as const) {
            if (!digits.includes(by)) continue;
            const other = by === '.' ? ',' : '.';
            const asDecimal = Number(digits.replaceAll(other, '').replace(by, '.'));
            readings.add(`${by} ${number === asDecimal ? 'decimal' : 'thousands'}`);
          }
        }

        expect(readings.size).toBeLessThanOrEqual(2);
        expect(readings.has('. decimal') && readings.has('. thousands')).toBe(false);
        expect(readings.has(', decimal') && readings.has(', thousands')).toBe(false);
        expect(readings.has('. decimal') && readings.has(', decimal')).toBe(false);
      }),
    );
  });

  it('has for each cell a number, a reason for none, or a fault', () => {
    fc.assert(
      fc.property(messy, hints, (values, hint) => {
        const { numbers, missing, faults } = readNumbers(column(...values), hint);

        expect([numbers.length, missing.length]).toEqual([values.length, values.length]);
        expect(faults).toHaveLength(numbers.filter((number) => number === undefined).length);
        expect(missing.map((reason) => reason !== null)).toEqual(numbers.map((number) => number === null));
      }),
    );
  });
});
