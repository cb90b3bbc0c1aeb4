import { describe, expect, it } from 'vitest';
import { decimals } from './decimals.ts';
import { aContext, manyUnits, rowsOfTable } from './fixtures.ts';

const found = (total: Record<string, number>) => decimals(aContext(rowsOfTable({ total })));
const column = manyUnits(12, (i) => 41.217 + i);

describe('a lost decimal mark', () => {
  it('is recognised by a figure that would fit its column with the mark moved', () => {
    const findings = found({ ...column, a: 48_095 });

    expect(findings).toMatchObject([{ rule: 'decimals', severity: 'warning', row: 14, value: 48_095 }]);
    expect(findings[0]?.message_vi).toContain('48.095');
  });

  it('is recognised in a figure that became too small', () => {
    expect(found({ ...column, a: 4.8095 })[0]?.message_en).toContain('48.095');
  });

  it('is not suspected of a figure that is only low', () => {
    expect(found({ ...column, a: 13.77 })).toEqual([]);
  });

  it('is not suspected where a figure would not fit even so', () => {
    expect(found({ ...column, a: 1.2 })).toEqual([]);
  });

  it('is said once of a whole column in another unit', () => {
    expect(found(manyUnits(12, (i) => 487.4 + i))).toMatchObject([{ rule: 'decimals', row: null, value: 12 }]);
  });

  it('is not looked for where the figures have no common size', () => {
    expect(found(manyUnits(6, (i) => 10 ** (i - 4)))).toEqual([]);
  });
});
