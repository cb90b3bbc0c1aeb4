import { unitSets } from '@chi-so/reference-data/catalogue';
import map from '@svg-maps/vietnam';
import { describe, expect, it } from 'vitest';
import type { UnitSet } from '../data/catalogue.ts';
import { type Outline, outlinesOf } from './outlines.ts';

const { locations } = map as unknown as { locations: Outline[] };
const setOf = (name: string): UnitSet => {
  const found = unitSets().find(({ unit_set }) => unit_set === name);
  return { data: found?.units, meta: { successions: found?.successions } } as unknown as UnitSet;
};

describe('outlines', () => {
  it('are there for each of the 63 provinces, islands with their province', () => {
    const drawn = outlinesOf(locations, setOf('VN63'), null);

    expect(drawn?.size).toBe(63);
    expect([...(drawn ?? [])].filter(([, paths]) => paths.length > 1).map(([unit]) => unit)).toEqual([
      'VN63-48',
      'VN63-56',
    ]);
  });

  it('of the 34 are those of all that went into each, none left over', () => {
    const drawn = outlinesOf(locations, setOf('VN34'), setOf('VN63'));

    expect(drawn?.size).toBe(34);
    expect([...(drawn?.values() ?? [])].flat()).toHaveLength(locations.length);
    expect(new Set([...(drawn?.values() ?? [])].flat()).size).toBe(locations.length);
  });

  it('are none at all where one unit has none', () => {
    expect(outlinesOf(locations, setOf('VN64'), setOf('VN63'))).toBe(null);
    expect(outlinesOf(locations, setOf('VN63-46'), null)).toBe(null);
  });
});
