import { describe, expect, it } from 'vitest';
import { formatAddress } from '../address/page-address.ts';
import { rankingOf } from '../address/pages/ranking.ts';
import type { Release } from '../data/catalogue.ts';
import { indexChoices, periodChoices, setChoices } from './release-choice.ts';

const release = (index: string, period: string, unit_set: string, methodology = `${index}-1`): Release => ({
  ...{ index, period, unit_set, methodology, edition: 'main', extent: 'complete', status: 'published' },
  ...{ title: '', publisher: '', published_on: null, revision: 1, entry: 1, at: '' },
});
const releases = [
  release('cchc', '2020', 'VN63-46'),
  release('cchc', '2021', 'VN63-46'),
  release('cchc', '2023', 'VN63-01'),
  release('dti', '2024', 'VN34'),
  release('dti', '2024', 'VN63'),
  release('pci', '2008', 'VN64', 'pci-0'),
  release('pci', '2009', 'VN63'),
  release('pci', '2010', 'VN63'),
];
const reader = { lang: null, unit: 'VN63-46', peers: [] };
const linksOf = (choices: { address: Parameters<typeof formatAddress>[0] }[]) =>
  choices.map(({ address }) => formatAddress({ ...address, unit: null }));
const of = (index: string, period: string, set: string) =>
  releases.find((one) => one.index === index && one.period === period && one.unit_set === set);

describe('the choice of an index', () => {
  it('leads to the same period where there is one, else to the newest, inside the reader’s own province', () => {
    expect(linksOf(indexChoices(releases, rankingOf(reader, 'pci', '2009'), of('pci', '2009', 'VN63')))).toEqual([
      '/rankings/cchc/2021',
      '/rankings/dti/2024?set=VN63',
      '/rankings/pci/2009',
    ]);
  });

  it('knows a later set of the same province for its own', () => {
    const later = [...releases, release('cchc', '2025', 'VN63-46-2025'), release('cchc', '2026', 'VN63-01')];

    expect(linksOf(indexChoices(later, rankingOf(reader, 'pci', '2009'), of('pci', '2009', 'VN63')))[0]).toBe(
      '/rankings/cchc/2025',
    );
  });
});

describe('the choice of a period', () => {
  it('has those of the country over every set, and names the set only where there are several', () => {
    const here = rankingOf(reader, 'pci', '2009');

    expect(linksOf(periodChoices(releases, here, of('pci', '2009', 'VN63')))).toEqual([
      '/rankings/pci/2008',
      '/rankings/pci/2009',
      '/rankings/pci/2010',
    ]);
  });

  it('has inside a province its own only: another province’s is no later period', () => {
    const here = rankingOf(reader, 'cchc', '2020');

    expect(linksOf(periodChoices(releases, here, of('cchc', '2020', 'VN63-46')))).toEqual([
      '/rankings/cchc/2020',
      '/rankings/cchc/2021',
    ]);
  });

  it('keeps the component as long as the methodology has it for sure', () => {
    const here = { ...rankingOf(reader, 'pci', '2009'), component: 'land' };

    expect(linksOf(periodChoices(releases, here, of('pci', '2009', 'VN63')))).toEqual([
      '/rankings/pci/2008',
      '/rankings/pci/2009?component=land',
      '/rankings/pci/2010?component=land',
    ]);
  });
});

describe('the choice of a unit set', () => {
  it('is there where a period has several, and between provinces', () => {
    expect(linksOf(setChoices(releases, rankingOf(reader, 'dti', '2024'), of('dti', '2024', 'VN63')))).toEqual([
      '/rankings/dti/2024?set=VN34',
      '/rankings/dti/2024?set=VN63',
    ]);
    expect(linksOf(setChoices(releases, rankingOf(reader, 'cchc', '2020'), of('cchc', '2020', 'VN63-46')))).toEqual([
      '/rankings/cchc/2020',
      '/rankings/cchc/2023',
    ]);
  });
});
