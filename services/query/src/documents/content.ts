import type { Lang } from '@chi-so/domain/sentences/sentence';

/** A document as what is in it, before anybody draws it: equal content is an equal document. */

export type Column = {
  name: string;
  /** Text begins at the left, figures end at the right or stand in the middle. */
  align: 'left' | 'center' | 'right';
  /** Its share of the width, beside those of the other columns. */
  width: number;
};

export type Block =
  | { kind: 'heading' | 'paragraph' | 'item' | 'source'; text: string }
  | { kind: 'table'; columns: Column[]; rows: string[][] };

export type DocumentContent = {
  lang: Lang;
  /** A letter has its issuer, number, date, recipients and signature; an annex goes with one that has. */
  form: 'letter' | 'annex';
  /** `THÔNG BÁO`, `Phụ lục` */
  title: string;
  /** What it is about, in one line; of an annex, its name. */
  about: string;
  /** What goes before the number: `TB`, `BC`. */
  symbol: string;
  blocks: Block[];
  /** Which publication the figures are of, and since when: kept in the properties of the file. */
  origin: { description: string; at: string };
};
