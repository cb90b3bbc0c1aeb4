import { describe, expect, it } from 'vitest';
import { releaseOf } from '../trend/row-fixtures.ts';
import { releasesOver } from './trend.ts';

const releases = ['VN64', 'VN63', 'VN63-01', 'VN63-46'].map((unit_set) => releaseOf({ unit_set }));
const setsOver = (basis: string | null, ...sets: string[]) =>
  releasesOver({ basis }, sets, releases).map(({ unit_set }) => unit_set);

describe('the releases whose rules a trend is read by', () => {
  it('are those over the sets shown: Huế’s figures are not read by the rules of Hà Nội', () => {
    expect(setsOver(null, 'VN63-46')).toEqual(['VN63-46']);
  });

  it('are on a basis those of the whole country', () => {
    expect(setsOver('VN34', 'VN34')).toEqual(['VN64', 'VN63']);
  });
});
