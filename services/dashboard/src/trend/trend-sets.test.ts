import { describe, expect, it } from 'vitest';
import { trendOf } from '../address/pages/trend.ts';
import { releaseOf } from './row-fixtures.ts';
import { trendSets } from './trend-sets.ts';

const releases = [
  releaseOf({ period: '2008', unit_set: 'VN64' }),
  releaseOf({}),
  releaseOf({ index: 'cchc', unit_set: 'VN63-01', period: '2023' }),
  releaseOf({ index: 'cchc', unit_set: 'VN63-46', period: '2021' }),
];
const setsFor = (index: string, unit: string | null, ...peers: string[]) =>
  trendSets(trendOf({ lang: null, unit, peers }, index), releases);

describe('the unit sets of a trend', () => {
  it('are those of the chosen units that the index was released over', () => {
    expect(setsFor('pci', 'VN63-46', 'VN64-28')).toEqual(['VN63', 'VN64']);
    expect(setsFor('pci', 'VN34-46', 'VN63-48')).toEqual(['VN63']);
  });

  it('are that of the newest release where nobody is chosen, or none that it has', () => {
    expect(setsFor('pci', null)).toEqual(['VN63']);
    expect(setsFor('pci', 'VN34-46')).toEqual(['VN63']);
    expect(setsFor('pci', 'nonsense')).toEqual(['VN63']);
  });

  it('are inside the reader’s province for an index of the units there', () => {
    expect(setsFor('cchc', 'VN63-46')).toEqual(['VN63-46']);
  });

  it('are the basis, whoever is chosen', () => {
    const address = { ...trendOf({ lang: null, unit: 'VN63-46', peers: [] }, 'pci'), basis: 'VN34' };

    expect(trendSets(address, releases)).toEqual(['VN34']);
  });
});
