import { isUsedFor } from '@chi-so/domain/methodology';
import { describe, expect, it } from 'vitest';
import { oneMethodology, onlyUnitSet } from './template-choice.ts';

const set = (unit_set: string, parent: string | null, valid_from: string | null, valid_to: string | null) => ({
  unit_set,
  parent,
  valid_from,
  valid_to,
});
const unitSets = [
  set('VN64', null, null, '2008-07-31'),
  set('VN63', null, '2008-08-01', '2025-06-30'),
  set('VN34', null, '2025-07-01', null),
  set('VN63-46', 'VN63-46', null, '2024-12-31'),
];
const national = { index: 'pci', level: 'province' } as const;
const inside = { index: 'cchc', level: 'inside-province' } as const;
const nothing = { releases: [], methodologies: [], unitSets };
const ofSet = (
  methodology: string,
  unit_set: string | null,
  period_from = '2019',
  period_to: string | null = null,
) => ({
  methodology,
  unit_set,
  period_from,
  period_to,
});

const candidatesOf = (choose: () => string) => {
  try {
    return choose();
  } catch (problem) {
    const { status, more } = problem as { status: number; more: object };
    return { status, ...more };
  }
};

describe('the unit set of a template', () => {
  it.each([
    ['2007', 'VN64'],
    ['2019', 'VN63'],
    ['2026', 'VN34'],
    ['2025-H1', 'VN63'],
    ['2025-Q3', 'VN34'],
  ])('is in %s the one in force, %s', (period, expected) => {
    expect(onlyUnitSet(national, period, nothing)).toBe(expected);
  });

  it('is not guessed in a year in which the units changed', () => {
    expect(candidatesOf(() => onlyUnitSet(national, '2025', nothing))).toEqual({
      status: 400,
      candidates: [{ set: 'VN63' }, { set: 'VN34' }],
    });
  });

  it('is that of the release which is there already', () => {
    expect(onlyUnitSet(national, '2008', { ...nothing, releases: [{ unit_set: 'VN64' }] })).toBe('VN64');
  });

  it('is not guessed where there are releases of two', () => {
    const releases = [{ unit_set: 'VN63' }, { unit_set: 'VN34' }, { unit_set: 'VN34' }];

    expect(candidatesOf(() => onlyUnitSet(national, '2024', { ...nothing, releases }))).toMatchObject({
      candidates: [{ set: 'VN63' }, { set: 'VN34' }],
    });
  });

  it('is that of the province whose methodology it is', () => {
    const methodologies = [ofSet('cchc-VN63-46-2019', 'VN63-46')];

    expect(onlyUnitSet(inside, '2026', { ...nothing, methodologies })).toBe('VN63-46');
  });
});

describe('the methodology of a template', () => {
  const fitting = [ofSet('a', null), ofSet('b', 'VN63-46'), ofSet('c', 'VN63-01')];

  it('is the only one that fits the period and the units', () => {
    expect(oneMethodology(fitting, 'VN63', '2020', undefined)).toBe('a');
    expect(
      [ofSet('a', null, '2013', '2021'), ofSet('b', null, '2022')].filter((one) => isUsedFor(one, '2022-H1')),
    ).toEqual([ofSet('b', null, '2022')]);
  });

  it('must be named where several fit, and be one of them', () => {
    const candidates = ['a', 'b'];

    expect(candidatesOf(() => oneMethodology(fitting, 'VN63-46', '2020', undefined))).toEqual({
      status: 422,
      candidates,
    });
    expect(oneMethodology(fitting, 'VN63-46', '2020', 'b')).toBe('b');
    expect(candidatesOf(() => oneMethodology(fitting, 'VN63-46', '2020', 'c'))).toEqual({ status: 422, candidates });
  });
});
