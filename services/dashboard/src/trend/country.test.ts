import { describe, expect, it } from 'vitest';
import { countryOf, rowsBeside } from './country.ts';
import { estimateOf, releaseOf, rowOf } from './row-fixtures.ts';

const scored = (...scores: number[]) => scores.map((score, i) => rowOf({ unit: `VN63-${i}`, score }));
const five = scored(60, 70, 65, 61, 62);
const missing = (reason: 'withheld' | 'not-surveyed') => rowOf({ unit: 'VN63-9', score: null, status: 'M', reason });

describe('the country behind the lines', () => {
  it('is the median and the range of all that were scored', () => {
    expect(countryOf(five, [releaseOf({})])).toEqual([
      { period: '2019', unit_set: 'VN63', methodology: 'pci-2013', median: 62, low: 60, high: 70, of: 5 },
    ]);
  });

  it('leaves out those that were not surveyed, and says nothing where a score is withheld', () => {
    expect(countryOf([...five, missing('not-surveyed')], [releaseOf({})])[0]?.of).toBe(5);
    expect(countryOf([...five, missing('withheld')], [releaseOf({})])).toEqual([]);
  });

  it('is not made of a part of the units, nor of estimates', () => {
    expect(countryOf(five, [releaseOf({ extent: 'top' })])).toEqual([]);
    expect(countryOf([...five, estimateOf({ unit: 'VN63-9' })], [releaseOf({})])).toEqual([]);
  });

  it('is that of the group that a line is in', () => {
    const rows = [rowOf({ unit: 'a', group: 'departments' }), rowOf({ unit: 'b', group: 'districts' })];
    const beside = rowsBeside(rows, () => 'VN63-46', rows[1] ?? null);

    expect(beside.map(({ unit }) => unit)).toEqual(['b']);
  });
});
