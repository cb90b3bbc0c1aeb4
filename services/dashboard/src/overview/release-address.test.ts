import { describe, expect, it } from 'vitest';
import { formatAddress, parseAddress } from '../address/page-address.ts';
import type { Release } from '../data/catalogue.ts';
import { newestOfEach } from '../data/profile.ts';
import { insideOf, rankingOfRelease } from './release-address.ts';

const here = parseAddress('/units/VN63-46');
const release = (index: string, unit_set: string, edition: string, period = '2020') =>
  ({ index, period, unit_set, edition }) as Release;

describe('what the overview leads to', () => {
  it('is the very release: its set, and its edition where that is not the main one', () => {
    expect(formatAddress(rankingOfRelease(here, release('pci', 'VN63', 'main')))).toBe(
      '/rankings/pci/2020?set=VN63&unit=VN63-46',
    );
    expect(formatAddress(rankingOfRelease(here, release('pci', 'VN63', 'pilot')))).toBe(
      '/rankings/pci/2020?set=VN63&edition=pilot&unit=VN63-46',
    );
    expect(formatAddress(insideOf(here, release('cchc', 'VN63-46', 'communes')))).toBe(
      '/cchc/VN63-46/2020?set=VN63-46&edition=communes',
    );
    expect(formatAddress(insideOf(here, release('cchc', 'VN63-46', 'main')))).toBe('/cchc/VN63-46/2020');
  });

  it('is the newest release, of several editions of one period the main one', () => {
    const [main, pilot, newer] = [
      release('pci', 'VN63', 'main'),
      release('pci', 'VN63', 'pilot'),
      release('pci', 'VN63', 'pilot', '2021'),
    ];

    expect(newestOfEach([main, pilot])).toEqual([main]);
    expect(newestOfEach([pilot, newer, main])).toEqual([newer]);
  });
});
