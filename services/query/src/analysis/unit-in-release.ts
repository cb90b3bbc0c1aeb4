import type { Analysed } from '@chi-so/contract/analysis/analysis-meta';
import { TOTAL } from '@chi-so/domain/identity';
import type { FoundTable } from '../formats/table-answer.ts';
import type { Tables } from '../tables.ts';
import { LATEST, wantedRelease } from '../which-release.ts';
import { analysedIn, type ReadRelease, readRelease } from './analysed-release.ts';
import { askedUnit, groupOfUnit, requireUnit, setOfUnit } from './asked-unit.ts';

/** What names a unit in a release: `index`, `unit`, `period`, `set`, `edition`, `group`. */
export type UnitQuery = Record<string, string | undefined>;

/** The unit of a request in its release, with the figures of the group that it is ranked in. */
export type UnitInRelease = { unit: string; read: ReadRelease; analysed: Analysed };

/** The release is the latest one where no period is named. */
export const unitInRelease = async (
  tables: Tables,
  { index = '', unit: asked, set, edition, group, period = LATEST }: UnitQuery,
): Promise<UnitInRelease> => {
  const unit = askedUnit(asked);
  const which = { set: setOfUnit(unit, set), ...(edition ? { edition } : {}) };
  const read = await readRelease(tables, wantedRelease({ index, period }, which));
  requireUnit(read.total, 'unit', unit);
  return { unit, read, analysed: analysedIn(read, groupOfUnit(read.total, unit, group)) };
};

/** A unit as a sentence calls it: by its name in the period, with its id. */
export const spokenUnit = (analysed: Analysed, unit: string): { vi: string; en: string } => {
  const named = namesIn(analysed).get(unit);
  return named ? { vi: `${named.name_vi} (${unit})`, en: `${named.name_en} (${unit})` } : { vi: unit, en: unit };
};

/** What units are called, for files, which have both languages. */
export const namesIn = ({ figures }: Analysed): NonNullable<FoundTable['names']> =>
  figures.units.get(TOTAL) ?? new Map();
