import { describe, expect, it } from 'vitest';
import { aComponent, aMethodology, announced, aScore } from '../fixtures.ts';
import { emptyColumn } from './empty-column.ts';
import { aContext, aFile, aRow, rowsOfTable } from './fixtures.ts';

const methodology = aMethodology({
  components: [
    aComponent('total', null, 100),
    aComponent('x', 'total', 10),
    aComponent('y', 'total', 10),
    aComponent('of-districts', 'total', 10, { groups: ['districts'] }),
    aComponent('bonus', 'total', 3, { part: 'bonus' }),
    aComponent('beside', null, 100),
  ],
});
const found = (rows: ReturnType<typeof rowsOfTable>, announcement = announced()) => {
  const context = aContext(rows, { methodology });
  return emptyColumn({ ...context, file: aFile(rows, { announcement }) });
};

describe('a component that nobody has', () => {
  it('is a warning where the file has others', () => {
    expect(found(rowsOfTable({ total: { a: 50 }, x: { a: 5 } }))).toMatchObject([
      { rule: 'empty-column', severity: 'warning', column: 'y' },
    ]);
  });

  it('is no finding in a file of totals', () => {
    expect(found(rowsOfTable({ total: { a: 50 } }))).toEqual([]);
  });

  it('is only told where the release says itself that something is missing', () => {
    const partial = announced({ extent: 'partial' });
    const missing = aRow({ row: 9, component: 'y', ...aScore({ reason: 'not-surveyed' }) });

    expect(found(rowsOfTable({ x: { a: 5 } }), partial)).toMatchObject([{ severity: 'info' }]);
    expect(found([...rowsOfTable({ x: { a: 5 } }), missing])).toMatchObject([{ severity: 'info' }]);
  });
});
