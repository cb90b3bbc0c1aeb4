import { aComponent, aMethodology, aUnitSet } from '@chi-so/domain/fixtures';
import type { Index, Methodology } from '@chi-so/domain/methodology';
import { saveIndex, saveMethodology, saveUnitSet } from '@chi-so/storage/catalogue';
import type { Table } from '@chi-so/storage/client';

/** One index of five units in two groups. Plain facts, from which the catalogue and, separately, the model are made. */

export const INDEX = 'toy';
export const SET = 'T5';
export const UNITS = ['T5-01', 'T5-02', 'T5-03', 'T5-04', 'T5-05'] as const;
export const GROUPS: Record<string, readonly string[]> = {
  all: UNITS,
  north: ['T5-01', 'T5-02', 'T5-03'],
  south: ['T5-04', 'T5-05'],
};
export const PERIODS = ['2017', '2018', '2019', '2020', '2021'] as const;
export const EDITIONS = ['main', 'web'] as const;
export const COMPONENTS = ['total', 'a', 'b', 'c'] as const;

type Verdict = 'comparable' | 'rank-only' | 'not-comparable';
type MethodologyFacts = {
  id: string;
  /** The last of its versions, which an upload is made with. */
  versions: number;
  from: string;
  components: readonly string[];
  ranked: readonly string[];
  isLowerBetter: boolean;
  /** With which earlier one, and about which component, figures may be compared. */
  compares: (earlier: string, component: string) => Verdict;
};

export const METHODOLOGIES: readonly MethodologyFacts[] = [
  {
    id: 'plain',
    versions: 2,
    from: '2017',
    components: ['total', 'a', 'b'],
    ranked: ['all'],
    isLowerBetter: false,
    compares: () => 'not-comparable',
  },
  {
    id: 'renewed',
    versions: 1,
    from: '2018',
    components: ['total', 'a', 'b'],
    ranked: ['all'],
    isLowerBetter: false,
    compares: (earlier, component) =>
      earlier !== 'plain' ? 'not-comparable' : component === 'a' ? 'rank-only' : 'comparable',
  },
  {
    id: 'leagues',
    versions: 1,
    from: '2018',
    components: ['total', 'a', 'c'],
    ranked: ['north', 'south'],
    isLowerBetter: true,
    compares: () => 'not-comparable',
  },
];

export const factsOf = (id: string): MethodologyFacts => {
  const facts = METHODOLOGIES.find((known) => known.id === id);
  if (!facts) throw new Error(`There is no methodology ${id}`);
  return facts;
};

/** Whether scores that round to the same whole number are tied: the second version of `plain` says so. */
export const tiesWhole = (id: string, version: number): boolean => id === 'plain' && version === 2;

const index: Index = {
  index: INDEX,
  name_vi: 'Chỉ số thử',
  name_en: 'Toy index',
  publisher_vi: 'thử',
  publisher_en: 'test',
  level: 'province',
  calendar: null,
};

const because = { reason_vi: 'thử', reason_en: 'made up' };
const methodologyOf = ({ id, from, components, ranked, isLowerBetter }: MethodologyFacts, version: number) =>
  aMethodology({
    index: INDEX,
    methodology: id,
    period_from: from,
    ranked_groups: [...ranked],
    direction: isLowerBetter ? 'lower-is-better' : 'higher-is-better',
    tie_decimals: tiesWhole(id, version) ? 0 : null,
    components: components.map((component) => aComponent(component, component === 'total' ? null : 'total', 100)),
    comparisons:
      id === 'renewed'
        ? [
            { with: 'plain', components: ['a'], verdict: 'rank-only', ...because },
            { with: 'plain', components: null, verdict: 'comparable', ...because },
          ]
        : [],
  } satisfies Partial<Methodology>);

const unitSet = {
  ...aUnitSet([...UNITS], { north: [...(GROUPS.north ?? [])], south: [...(GROUPS.south ?? [])] }),
  unit_set: SET,
};

/** Writes the catalogue, every version of it, as it stands before a history begins. */
export const saveCatalogue = async (records: Table): Promise<void> => {
  const audit = { at: '2026-01-01T00:00:00.000Z', actor: 'test', action: 'catalogue', target: INDEX, reason: null };
  await saveIndex(records, index, { ...audit, request_id: 'index' });
  await saveUnitSet(records, unitSet, { ...audit, request_id: 'units' });
  for (const facts of METHODOLOGIES) {
    for (let version = 1; version <= facts.versions; version++) {
      await saveMethodology(records, methodologyOf(facts, version), { ...audit, request_id: `${facts.id}-${version}` });
    }
  }
};
