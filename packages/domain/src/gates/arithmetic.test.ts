import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundHalfUp } from '../decimal.ts';
import { aComponent, aMethodology, aScore } from '../fixtures.ts';
import type { FactName, Methodology } from '../methodology.ts';
import { arithmetic } from './arithmetic.ts';
import { aContext, aRow, rowsOfTable, type Table } from './fixtures.ts';

const { facts } = aMethodology();
const confirmed = (...names: FactName[]): Methodology['facts'] => ({
  ...facts,
  ...Object.fromEntries(names.map((name) => [name, { certainty: 'confirmed', source: 'made up' }])),
});

/** Like PCI: sub-indices from 1 to 10, ten times their weighted sum. */
const weighted = aMethodology({
  aggregation: { kind: 'weighted-sum', factor: 10 },
  components: [
    aComponent('total', null, 100),
    aComponent('x', 'total', 10, { weight: 0.2 }),
    aComponent('y', 'total', 10, { weight: 0.3 }),
    aComponent('z', 'total', 10, { weight: 0.5 }),
  ],
  facts: confirmed('weights', 'aggregation'),
});

/** Like PAPI: a plain sum at two levels. */
const summed = aMethodology({
  aggregation: { kind: 'sum', factor: 1 },
  components: [
    aComponent('total', null, 20),
    aComponent('d1', 'total', 10),
    aComponent('d2', 'total', 10),
    aComponent('d1.a', 'd1', 5),
    aComponent('d1.b', 'd1', 5),
  ],
  facts: confirmed('aggregation'),
});

const found = (table: Table, methodology = weighted) => arithmetic(aContext(rowsOfTable(table), { methodology }));
const rounded = (value: number) => Number(value.toFixed(2));
const totalOf = (x: number, y: number, z: number) => 10 * (0.2 * x + 0.3 * y + 0.5 * z);

/** Units whose totals follow from their parts, printed to two decimals. */
const aTable = (count: number): Table => {
  const parts = Array.from({ length: count }, (_, i) => [5.11 + i / 7, 6.23 + i / 9, 7.39 - i / 11].map(rounded));
  const column = (score: (row: number[]) => number) =>
    Object.fromEntries(parts.map((row, i) => [`u${String(i).padStart(2, '0')}`, rounded(score(row))]));
  return {
    total: column(([x = 0, y = 0, z = 0]) => totalOf(x, y, z)),
    x: column(([x = 0]) => x),
    y: column(([, y = 0]) => y),
    z: column(([, , z = 0]) => z),
  };
};

describe('a total against its parts', () => {
  it('may differ by what rounding explains', () => {
    expect(found(aTable(20))).toEqual([]);
  });

  it('that differs by more is a typing error, with both figures named', () => {
    const table = aTable(20);
    const findings = found({ ...table, total: { ...table.total, u03: (table.total?.u03 ?? 0) - 1 } });

    expect(findings).toMatchObject([{ rule: 'arithmetic', severity: 'error', row: 5, column: 'score' }]);
    expect(findings[0]?.message_en).toContain(`${table.total?.u03}`.slice(0, 4));
  });

  it('is only doubted where weights or aggregation are not confirmed', () => {
    const wrong = { total: { a: 60 }, x: { a: 5 }, y: { a: 5 }, z: { a: 5 } };

    expect(found(wrong)).toMatchObject([{ severity: 'error' }]);
    expect(found(wrong, { ...weighted, facts: confirmed('aggregation') })).toMatchObject([{ severity: 'warning' }]);
    expect(found(wrong, { ...weighted, facts: confirmed('weights') })).toMatchObject([{ severity: 'warning' }]);
  });

  it('is not judged where a part is missing, unweighted or of an unknown rule', () => {
    expect(found({ total: { a: 60 }, x: { a: 5 }, y: { a: null }, z: { a: 5 } })).toEqual([]);
    expect(found({ total: { a: 60 }, x: { a: 5 }, y: { a: 5 } })).toEqual([]);
    expect(found({ total: { a: 60 } }, aMethodology())).toEqual([]);
  });

  it('that is off a little in most rows is one warning about weights and rounding', () => {
    const table = aTable(20);
    const total = Object.fromEntries(
      Object.entries(table.total ?? {}).map(([unit, score]) => [unit, Number(score) + 0.5]),
    );

    expect(found({ ...table, total })).toMatchObject([
      { rule: 'arithmetic-systematic', severity: 'warning', row: null, value: 20 },
    ]);
    expect(found({ ...table, total: { ...total, u07: 90 } }).map(({ rule, row }) => [rule, row])).toEqual([
      ['arithmetic-systematic', null],
      ['arithmetic', 9],
    ]);
  });

  it('that is far off in every row is an error of twenty rows and a count of the rest', () => {
    const table = aTable(30);
    const total = Object.fromEntries(Object.keys(table.total ?? {}).map((unit) => [unit, 20]));
    const findings = found({ ...table, total });

    expect(findings.every(({ severity, rule }) => severity === 'error' && rule === 'arithmetic')).toBe(true);
    expect([findings.length, findings.at(-1)?.value]).toEqual([21, 10]);
  });

  it('is judged at every level of the tree', () => {
    const table = { total: { a: 11 }, d1: { a: 5 }, d2: { a: 6 }, 'd1.a': { a: 2 }, 'd1.b': { a: 1 } };

    expect(found(table, summed)).toMatchObject([{ row: 3, value: 5 }]);
  });

  it('of a plain sum does without what does not apply', () => {
    const rows = rowsOfTable({ total: { a: 5 }, d1: { a: 5 } });
    const notApplicable = aRow({ row: 4, component: 'd2', ...aScore({ reason: 'not-applicable' }) });

    expect(arithmetic(aContext([...rows, notApplicable], { methodology: summed }))).toEqual([]);
  });

  it('allows for the noise of single-precision workbooks', () => {
    const parts = { 'd1.a': { a: Math.fround(3.37169647) }, 'd1.b': { a: Math.fround(2.1) } };
    const d1 = { a: Math.fround(Math.fround(3.37169647) + Math.fround(2.1)) };

    expect(found({ d1, ...parts }, summed)).toEqual([]);
  });

  it('of a scorecard is the sum of its criteria, with what was not given left out', () => {
    const card = aMethodology({
      aggregation: { kind: 'points', factor: 1 },
      components: [
        aComponent('total', null, 100),
        aComponent('steering', 'total', 60),
        aComponent('online', 'total', 40),
        aComponent('bonus', 'total', 3, { part: 'bonus' }),
      ],
      facts: confirmed('aggregation'),
    });
    const parts = { steering: { a: 50.5 }, online: { a: 30 } };

    expect(found({ total: { a: 80.5 }, ...parts }, card)).toEqual([]);
    expect(found({ total: { a: 83.5 }, ...parts, bonus: { a: 3 } }, card)).toEqual([]);
    expect(found({ total: { a: 85.5 }, ...parts }, card)).toMatchObject([{ rule: 'arithmetic', value: 85.5 }]);
  });

  it('is right however the publisher rounds total and parts', () => {
    const aPart = fc.integer({ min: 10_000, max: 100_000 }).map((value) => value / 10_000);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(aPart, aPart, aPart), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 0, max: 4 }),
        fc.integer({ min: 0, max: 6 }),
        (units, ofParts, ofTotal) => {
          const column = (score: (parts: [number, number, number]) => number, decimals: number) =>
            Object.fromEntries(units.map((parts, i) => [`u${i}`, roundHalfUp(score(parts), decimals)]));
          const table = {
            total: column((parts) => Number(totalOf(...parts).toFixed(8)), ofTotal),
            x: column(([x]) => x, ofParts),
            y: column(([, y]) => y, ofParts),
            z: column(([, , z]) => z, ofParts),
          };

          expect(found(table)).toEqual([]);
        },
      ),
    );
  });
});
