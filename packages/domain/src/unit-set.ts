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
  units: Unit[];
  /** Where the list comes from, one line a source. */
  sources: string[];
};

/** The unit set as a publication pins it. */
export type PinnedUnitSet = UnitSet & { version: number };
