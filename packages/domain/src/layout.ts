import { isVersionOf } from './identity.ts';
/**
 * How a publisher writes its tables: the words by which the columns are known. Not where they are: the shape (wide, in
 * pairs, transposed, over several years) is read off the table itself, so that one layout serves every edition.
 */

/** What a column says of a unit. */
export const FIGURES = ['score', 'rank_published', 'grade_published'] as const;
export type Figure = (typeof FIGURES)[number];

/**
 * Which component a column is about. Headers are compared without case, diacritics, line breaks and punctuation; the
 * longest phrase that a header holds decides. What the methodology calls its components need not be repeated.
 */
export type LayoutColumn = {
  component: string;
  figure: Figure;
  /** Phrases, any of which the header holds. */
  headers: string[];
  /** The column's letter, for tables whose headers say nothing. */
  column?: string;
};

export type Layout = {
  layout: string;
  index: string;
  /** Whose files it reads: those of one unit set and its later versions, which is a province's own; left out: everybody's. */
  unit_set?: string | undefined;
  name_vi: string;
  name_en: string;
  /** Who prints such tables; null for a mapping that a user gave. */
  publisher: string | null;
  /** Phrases by which a sheet, its title or its total's header says that it is of this index. */
  titles: string[];
  columns: LayoutColumn[];
  /** Headers of columns that hold no figure of the index: order numbers, codes, regions. */
  ignored: string[];
  /** First cells of rows that are no unit: the smallest, the largest, the median, a look-up box. */
  tails: string[];
  /** Where the words come from. */
  source: string;
};

/** Whether a layout reads the files of a release over the unit set: `VN63-46` is also for its later `VN63-46-2025`. */
export const isLayoutFor = (layout: Pick<Layout, 'index' | 'unit_set'>, index: string, unitSet: string): boolean =>
  layout.index === index && (layout.unit_set === undefined || isVersionOf(unitSet, layout.unit_set));
