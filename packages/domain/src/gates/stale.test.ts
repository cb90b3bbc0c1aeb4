import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aContext, columnsOfTable, manyUnits, rowsOfTable, type Table } from './fixtures.ts';
import { stale } from './stale.ts';

const found = (table: Table, other: Table, period = '2018') =>
  stale(
    aContext(rowsOfTable(table), { others: [{ period, methodology: 'test-2010', scores: columnsOfTable(other) }] }),
  );

const total = manyUnits(20, (i) => 41.217 + i * 1.37);
const part = manyUnits(20, (i) => 5.113 + i * 0.217);
const moved = (column: Record<string, number>, by = 0.4) =>
  Object.fromEntries(Object.entries(column).map(([unit, score]) => [unit, Number((score + by).toFixed(3))]));

describe("another period's table", () => {
  it('is an error that names the period and every component', () => {
    const findings = found({ total, part }, { total, part });

    expect(findings).toMatchObject([{ rule: 'stale', severity: 'error', row: null, value: '2018' }]);
    expect(findings[0]?.message_vi).toContain('Tổng (20/20), Phần (20/20)');
  });

  it('is recognised when it is a later one, or was rounded meanwhile', () => {
    const rounded = Object.fromEntries(Object.entries(total).map(([unit, score]) => [unit, Number(score.toFixed(1))]));

    expect(found({ total }, { total }, '2020')).toHaveLength(1);
    expect(found({ total: rounded }, { total })).toHaveLength(1);
  });

  it('is recognised when some units were brought up to date', () => {
    const mixed = { ...total, ...Object.fromEntries(Object.entries(moved(total)).slice(0, 8)) };

    expect(found({ total: mixed }, { total })).toHaveLength(1);
    expect(found({ total: { ...mixed, u08: 12.3 } }, { total })).toEqual([]);
  });

  it('is only suspected where one component of several repeats', () => {
    expect(found({ total: moved(total), part }, { total, part })).toMatchObject([
      { severity: 'warning', column: 'part' },
    ]);
    expect(found({ total, part: moved(part) }, { total, part })).toMatchObject([{ severity: 'error' }]);
  });

  it('is not proved by a few units, by missing scores or by points that have few values', () => {
    const few = manyUnits(4, (i) => 41.217 + i);
    const missing = Object.fromEntries(Object.keys(total).map((unit) => [unit, null]));
    const points = manyUnits(20, (i) => i % 3);

    expect(found({ total: few }, { total: few })).toEqual([]);
    expect(found({ total: missing }, { total: missing })).toEqual([]);
    expect(found({ total: points }, { total: points })).toEqual([]);
  });

  it('is what every table is to itself', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 10_000 }), { minLength: 5, maxLength: 40 }), (scores) => {
        const column = manyUnits(scores.length, (i) => (scores[i] ?? 0) / 100);

        expect(found({ total: column }, { total: column })).toMatchObject([{ severity: 'error' }]);
      }),
    );
  });
});
