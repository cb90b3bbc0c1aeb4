import { type Kind, type NameKey, nameKey } from './name-key.ts';
import type { Unit, UnitSet } from './unit-set.ts';

/** A unit with all its spellings, and the kind words that may stand before its name. */
export type Spelled = { unit: Unit; set: UnitSet; kinds: readonly Kind[]; spellings: readonly NameKey[] };

/** Kinds as the catalogue names them. A kind that is not here says nothing about the word in front of a name. */
const KINDS: Record<string, readonly Kind[]> = {
  province: ['province'],
  city: ['city'],
  'district-city': ['city'],
  town: ['town'],
  district: ['rural', 'urban'],
  'rural-district': ['rural'],
  'urban-district': ['urban'],
  township: ['township'],
  ward: ['ward'],
  commune: ['commune'],
  'special-zone': ['zone'],
};

/** A unit with its spellings. One whose kind word contradicts the unit's kind (`TP.Huế`, a province) counts only verbatim. */
export const spelledOf = (unit: Unit, set: UnitSet, on: string | undefined): Spelled => {
  const changes = (unit.changes ?? []).filter((change) => on !== undefined && change.on <= on);
  const names = changes.flatMap(({ name_vi, name_en }) => [name_vi, name_en]).filter((name) => name !== undefined);
  const spellings = [...keysOf(unit), ...names.map(nameKey)];
  const named = KINDS[changes.findLast(({ kind }) => kind)?.kind ?? unit.kind ?? ''];
  return { unit, set, kinds: named ?? kindsIn(spellings), spellings };
};

const keys = new WeakMap<Unit, NameKey[]>();

/** The keys of the undated names. They are read once for a unit that is asked about again and again. */
const keysOf = (unit: Unit): NameKey[] => {
  const known = keys.get(unit) ?? [unit.name_vi, unit.name_en, ...unit.aliases].map(nameKey);
  keys.set(unit, known);
  return known;
};

const kindsIn = (spellings: readonly NameKey[]): Kind[] => {
  const written = spellings.filter(({ inFull }) => inFull);
  return (written.length > 0 ? written : spellings).flatMap(({ kinds }) => kinds);
};

/** Whether a kind word, if there is one, may stand before this unit's name. */
export const kindFits = ({ kinds }: NameKey, unit: Spelled): boolean =>
  kinds.length === 0 || kinds.some((kind) => unit.kinds.includes(kind));
