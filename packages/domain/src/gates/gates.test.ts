import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aComponent, aMethodology, aScore, aUnitSet } from '../fixtures.ts';
import { unitScoresOf } from '../release-file.ts';
import { scoresByComponent } from './context.ts';
import { aContext, aFile, aRow, aSource, columnsOfTable, manyUnits, rowsOfTable } from './fixtures.ts';
import { gate } from './gates.ts';

const methodology = aMethodology({
  aggregation: { kind: 'sum', factor: 1 },
  components: [aComponent('total', null, 20), aComponent('x', 'total', 10), aComponent('y', 'total', 10)],
});
const units = Object.keys(manyUnits(8, () => 0));

const aCell = fc.record({
  unit: fc.constantFrom(...units, 'nobody'),
  component: fc.constantFrom('total', 'x', 'y', 'nothing'),
  score: fc.option(
    fc.integer({ min: -10, max: 250 }).map((value) => value / 10),
    { nil: null },
  ),
  rank_published: fc.option(fc.integer({ min: 0, max: 10 }), { nil: null }),
});
const aPublished = fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 8, maxLength: 8 });

const context = (cells: { unit: string; component: string; score: number | null }[], published: number[]) => {
  const rows = cells.map((cell, i) => aRow({ row: i + 2, ...aScore({ score: cell.score }), ...cell }));
  const scores = columnsOfTable({ total: manyUnits(8, (i) => (published[i] ?? 0) / 10) });
  return aContext(rows, {
    methodology,
    unitSet: aUnitSet(units),
    file: aFile(rows, { source: aSource('press') }),
    published: { source: aSource(), scores, revision: 1 },
    others: [{ period: '2018', methodology: 'test-2010', scores }],
  });
};

describe('the gates', () => {
  it('find nothing in a release that is as it should be', () => {
    const x = manyUnits(8, (i) => 5 + i / 10);
    const rows = rowsOfTable({ total: manyUnits(8, (i) => 11 + i / 10), x, y: manyUnits(8, () => 6) });

    expect(gate(aContext(rows, { methodology }))).toEqual([]);
  });

  it('find nothing against itself in what is published', () => {
    const x = manyUnits(8, (i) => 5.123456 + i / 10);
    const rows = rowsOfTable({ x, y: manyUnits(8, () => 6), total: manyUnits(8, (i) => 11.123456 + i / 10) });
    const scores = scoresByComponent(unitScoresOf(rows));

    expect(scores.get('x')?.get('u01')).toBe(5.223456);
    expect(gate(aContext(rows, { methodology, published: { source: aSource(), scores, revision: 1 } }))).toEqual([]);
  });

  it('tell what is about the whole release first, then row by row', () => {
    fc.assert(
      fc.property(fc.array(aCell, { maxLength: 30 }), aPublished, (cells, published) => {
        const rows = gate(context(cells, published)).map(({ row }) => row ?? 0);

        expect(rows).toEqual([...rows].sort((a, b) => a - b));
      }),
    );
  });

  it('find the same whatever the order of the rows', () => {
    fc.assert(
      fc.property(
        fc.array(aCell, { maxLength: 30 }),
        aPublished,
        fc.infiniteStream(fc.nat()),
        (cells, published, at) => {
          const ordered = context(cells, published);
          const shuffled = ordered.file.rows
            .map((row) => ({ row, at: at.next().value ?? 0 }))
            .sort((a, b) => a.at - b.at)
            .map(({ row }) => row);

          expect(gate({ ...ordered, file: { ...ordered.file, rows: shuffled } })).toEqual(gate(ordered));
        },
      ),
    );
  });

  it('judge the first of two rows for one cell, and refuse the second', () => {
    const rows = rowsOfTable({ total: { a: 12 }, x: { a: 6 }, y: { a: 6 } });
    const again = aRow({ row: 9, ...aScore({ score: 19 }) });

    expect(gate(aContext([...rows, again], { methodology })).map(({ rule, row }) => [rule, row])).toEqual([
      ['duplicate', 9],
    ]);
  });
});
