import { describe, expect, it } from 'vitest';
import type { Release } from '../data/catalogue.ts';
import { addressOf, scorecardChoice } from './scorecard-choice.ts';

const release = (period: string, unit_set: string, edition = 'main', index = 'cchc'): Release => ({
  ...{ index, period, unit_set, edition, methodology: 'x', extent: 'complete', status: 'published' },
  ...{ title: '', publisher: '', published_on: null, revision: 1, entry: 1, at: '' },
});
const releases = [
  release('2021', 'VN63-46'),
  release('2020', 'VN63-46', 'communes'),
  release('2020', 'VN63-46'),
  release('2023', 'VN63-01'),
  release('2022', 'VN63-01'),
  release('2025', 'VN63-46-2025'),
  release('2024', 'VN63-46', 'main', 'ddci'),
  release('2024', 'VN63', 'main', 'cchc'),
];
const choice = (of: string, period = 'latest', set: string | null = null, edition: string | null = null) => {
  const { shown, before, elsewhere, own } = scorecardChoice(releases, { of, period, set, edition });
  const named = (one: Release | null) => one && `${one.period} ${one.unit_set} ${one.edition}`;
  return { shown: named(shown), before: named(before), elsewhere, own: own.length };
};

describe('the scorecard of a province', () => {
  it('is the newest of its own, whichever of its sets that is over', () => {
    expect(choice('VN63-46')).toEqual({
      ...{ shown: '2025 VN63-46-2025 main', before: null, own: 4 },
      elsewhere: ['VN63-01'],
    });
  });

  it('of a period is the main edition, unless another is asked for', () => {
    expect(choice('VN63-46', '2020').shown).toBe('2020 VN63-46 main');
    expect(choice('VN63-46', '2020', null, 'communes').shown).toBe('2020 VN63-46 communes');
    expect(choice('VN63-46', 'latest', 'VN63-46').shown).toBe('2021 VN63-46 main');
  });

  it('stands beside the one before it of the same units and edition only', () => {
    expect(choice('VN63-46', '2021').before).toBe('2020 VN63-46 main');
    expect(choice('VN63-46', '2020').before).toBeNull();
  });

  it('is that of the province for a unit inside it', () => {
    expect(choice('VN63-46.so-noi-vu', '2021').shown).toBe('2021 VN63-46 main');
  });

  it('is none where the province has announced none', () => {
    expect(choice('VN63-48')).toMatchObject({ shown: null, own: 0 });
    expect(choice('VN63-46', '1999')).toMatchObject({ shown: null, own: 4 });
  });
});

describe('the address of a scorecard', () => {
  it('names the set and the edition only where they are needed', () => {
    expect(addressOf(releases, release('2021', 'VN63-46'))).toEqual({ period: '2021', set: null, edition: null });
    const communes = release('2020', 'VN63-46', 'communes');
    expect(addressOf(releases, communes)).toEqual({ period: '2020', set: null, edition: 'communes' });
    const own = [release('2025', 'VN63-46-2025'), release('2025', 'VN63-46')];
    expect(addressOf(own, release('2025', 'VN63-46'))).toEqual({ period: '2025', set: 'VN63-46', edition: null });
  });
});
