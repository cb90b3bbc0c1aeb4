import type { Lang } from '@chi-so/contract/ranking-response';
import { unitSetOf } from '@chi-so/domain/identity';
import { nameIn } from '../words/name-in.ts';
import { getKept } from './get.ts';
import type { Schemas } from './schemas.ts';

/** What hardly ever changes: which releases there are, who is ranked, by which rules. */

export type Release = Schemas['ReleaseSummary'];
export type UnitSet = Schemas['UnitsAnswer'];
export type Methodology = Schemas['MethodologyRow'];

/** Every release that is published now, of every index. */
export const loadReleases = async (lang: Lang): Promise<Release[]> =>
  (await getKept<Schemas['ReleasesAnswer']>('releases', {}, lang)).data.filter(({ status }) => status === 'published');

/** A unit set: its units, and its groups with their names. */
export const loadUnitSet = (set: string, lang: Lang): Promise<UnitSet> => getKept('units', { set }, lang);

/** The unit sets: what they are called, and from when to when they were in force. */
export const loadUnitSets = async (lang: Lang): Promise<Schemas['UnitSetsAnswer']['data']> =>
  (await getKept<Schemas['UnitSetsAnswer']>('unit-sets', {}, lang)).data;

/** What the unit sets are called. */
export const loadUnitSetNames = async (lang: Lang): Promise<ReadonlyMap<string, string>> => {
  const data = await loadUnitSets(lang);
  return new Map(data.map((one) => [one.unit_set, nameIn(lang, one)]));
};

/** What units are called, of whichever unit sets they are. */
export const loadUnitNames = async (units: readonly string[], lang: Lang): Promise<ReadonlyMap<string, string>> => {
  const sets = await Promise.all([...new Set(units.map(unitSetOf))].map((set) => loadUnitSet(set, lang)));
  return new Map(sets.flatMap(({ data }) => data.map((one) => [one.unit, nameIn(lang, one)] as const)));
};

export const loadUnit = (unit: string, lang: Lang): Promise<Schemas['UnitAnswer']> =>
  getKept(`units/${encodeURIComponent(unit)}`, {}, lang);

export const loadMethodology = async (index: string, methodology: string, lang: Lang): Promise<Methodology | null> => {
  const path = `indices/${encodeURIComponent(index)}/methodologies/${encodeURIComponent(methodology)}`;
  return (await getKept<Schemas['MethodologyAnswer']>(path, {}, lang)).data[0] ?? null;
};

export const loadCalendar = async (lang: Lang): Promise<Schemas['CalendarRow'][]> =>
  (await getKept<Schemas['CalendarAnswer']>('calendar', {}, lang)).data;
