/** The population of a release: which units there are, how they are called, and the leagues (groups) they play in. */

/** A unit that can be scored: a province, or a unit inside one. */
export type Unit = {
  /** Era and GSO code (`VN63-46`), or province and slug (`VN63-46.so-noi-vu`). */
  unit: string;
  name_vi: string;
  name_en: string;
  /** Groups that the unit belongs to, besides `all`. */
  groups: string[];
  /** Other spellings under which publishers print it. */
  aliases: string[];
  /** What it is: `province`, `city` (centrally run), `district`, `town`, `district-city`, `department`, `commune` … */
  kind?: string;
  /** What it became while it stayed the same unit, oldest first: Huế a city on 2025-01-01. */
  changes?: UnitChange[];
  /** ISO 3166-2 code, where there is one. */
  iso_3166_2?: string;
  /** Place on a map of equal tiles: column, row. */
  tile?: [number, number];
};

/** A dated change of a unit's attributes. */
export type UnitChange = { on: string; kind?: string; name_vi?: string; name_en?: string; source: string };

/** How units of an earlier set became units of this one. Only across `unchanged` and `renamed` is a unit still itself. */
export type Succession = {
  /** First day of the new units. */
  on: string;
  kind: 'unchanged' | 'renamed' | 'merged' | 'split';
  from: string[];
  to: string[];
  source: string;
};

/** A league inside a unit set: a region, the departments, the districts … */
export type Group = {
  group: string;
  name_vi: string;
  name_en: string;
  /** Whether the unit set names every member. Where it does not, a ranking lists only the units that a release names. */
  roster: 'complete' | 'partial';
};

/** A dated population. Its versions are immutable; a publication pins the version that it was made with. */
export type UnitSet = {
  unit_set: string;
  name_vi: string;
  name_en: string;
  /** The province whose units these are; null for a set of provinces. */
  parent: string | null;
  /** First and last day on which the set is in force (ISO 8601 dates); null where open or unknown. */
  valid_from: string | null;
  valid_to: string | null;
  /** As for a group: whether the set names every unit. */
  roster: 'complete' | 'partial';
  groups: Group[];
  /** How its units came from those of the set before. */
  successions: Succession[];
  units: Unit[];
  /** Where the list comes from, one line a source. */
  sources: string[];
};

/** The unit set as a publication pins it. */
export type PinnedUnitSet = UnitSet & { version: number };
