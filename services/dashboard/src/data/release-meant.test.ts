import { describe, expect, it } from 'vitest';
import type { Release } from './catalogue.ts';
import { releaseMeant } from './release-meant.ts';

const release = (text: string): Release => {
  const [index, period, unit_set, edition = 'main'] = text.split(' ');
  return { index, period, unit_set, edition } as Release;
};
const releases = [
  'pci 2018 VN63',
  'pci 2019 VN63',
  'dti 2024 VN63',
  'dti 2024 VN34',
  'cchc 2023 VN63-01',
  'cchc 2021 VN63-46',
]
  .concat('cchc 2021 VN63-46 communes')
  .map(release);

describe('the release that an address means', () => {
  it.each([
    ['pci', 'latest', null, null, 'VN63-46', 'pci 2019 VN63 main'],
    ['pci', '2018', null, null, null, 'pci 2018 VN63 main'],
    ['pci', '2019', null, null, 'VN34-46', 'pci 2019 VN63 main'],
    ['dti', '2024', null, null, 'VN34-46', 'dti 2024 VN34 main'],
    ['dti', '2024', 'VN63', null, 'VN34-46', 'dti 2024 VN63 main'],
    ['cchc', 'latest', null, null, 'VN63-46.so-noi-vu', 'cchc 2021 VN63-46 main'],
    ['cchc', 'latest', null, null, 'VN63-46', 'cchc 2021 VN63-46 main'],
    ['cchc', 'latest', null, 'communes', 'VN63-46', 'cchc 2021 VN63-46 communes'],
  ])('by %s %s over %s in %s is, to %s, %s', (index, period, set, edition, unit, meant) => {
    const found = releaseMeant(releases, { index, period, set, edition }, unit);

    expect(found && [found.index, found.period, found.unit_set, found.edition].join(' ')).toBe(meant);
  });

  it('is none where nothing has its name', () => {
    expect(releaseMeant(releases, { index: 'pci', period: '1999', set: null, edition: null }, null)).toBeNull();
  });
});
