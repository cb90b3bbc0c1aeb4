import { describe, expect, it } from 'vitest';
import { ownsEverything, ownsRelease, ownsUnit, ownsUnitSet } from './ownership.ts';

describe('ownership', () => {
  const hue = ['VN63-46', 'VN34-46'];

  it('of a unit set extends to its later versions, and to no other province', () => {
    expect(['VN63-46', 'VN34-46', 'VN63-46-2025'].map((set) => ownsUnitSet(hue, set))).toEqual([true, true, true]);
    expect(['VN63-48', 'VN63-4', 'VN63-460', 'VN63', ''].filter((set) => ownsUnitSet(hue, set))).toEqual([]);
  });

  it('of a set of provinces is not given by naming it', () => {
    expect(ownsUnitSet(['VN63'], 'VN63')).toBe(false);
    expect(ownsUnitSet(['VN63'], 'VN63-46')).toBe(false);
    expect(ownsUnitSet(['VN63-', 'VN63-*', ''], 'VN63-46')).toBe(false);
  });

  it('of a release is of an index inside a province: PCI of a province is not the province’s', () => {
    expect(ownsRelease(hue, 'inside-province', 'VN63-46')).toBe(true);
    expect(ownsRelease(hue, 'province', 'VN63-46')).toBe(false);
    expect(ownsRelease(hue, 'province', 'VN63')).toBe(false);
    expect(ownsRelease(hue, 'inside-province', 'VN63-48')).toBe(false);
  });

  it('of a unit is that of the province itself in both eras, and of what is inside it', () => {
    const own = ['VN63-46', 'VN34-46', 'VN63-46.so-noi-vu', 'VN63-46-2025.so-noi-vu'];
    expect(own.map((unit) => ownsUnit(hue, unit))).toEqual([true, true, true, true]);
    expect(['VN63-48', 'VN63-48.so-noi-vu', 'VN63', 'VN34-48', ''].filter((unit) => ownsUnit(hue, unit))).toEqual([]);
  });

  it('of everything takes the one sign for it, and nothing is owned by default', () => {
    expect(ownsRelease(['*'], 'province', 'VN63')).toBe(true);
    expect(ownsEverything(hue)).toBe(false);
    expect(ownsRelease([], 'inside-province', 'VN63-46')).toBe(false);
  });
});
