import { TOTAL } from '@chi-so/domain/identity';
import type { Figure, Layout } from '@chi-so/domain/layout';
import type { Component, Methodology } from '@chi-so/domain/methodology';
import {
  GRADE_HEADERS,
  holds,
  longestHeld,
  ORDER_HEADERS,
  RANK_HEADERS,
  SCORE_HEADERS,
  UNIT_HEADERS,
  withoutYears,
  wordsOf,
} from './words.ts';

/** What a column's header says, by the words of a layout and the names that the methodology gives its components. */

export type Meaning = {
  component: string;
  figure: Figure;
  /** Only a word that any total could have (`Kết quả`): a column that names the index goes before it. */
  generic?: true;
};

/** `none`: a column that holds no figure of the index. Null: nobody knows what it is. */
export type HeaderMeaning = Meaning | 'none' | null;

type Phrase = Meaning & { words: string };

export type Vocabulary = {
  methodology: Methodology;
  layout: Layout | null;
  phrases: Phrase[];
  /** Words by which a table says that it is of this index. */
  titles: string[];
  ignored: string[];
  tails: string[];
  /** Columns that a mapping names by letter. */
  byLetter: Map<string, Meaning>;
};

export const vocabularyOf = (methodology: Methodology, layout: Layout | null): Vocabulary => {
  const components = new Set(methodology.components.map(({ component }) => component));
  const own = methodology.components.flatMap(({ component, name_vi, name_en }) =>
    [name_vi, name_en]
      .flatMap((name) => [name, name.replace(/\([^)]*\)/gu, '')])
      .map((name) => ({ component, figure: 'score' as const, words: wordsOf(name) })),
  );
  const columns = layout?.columns ?? [];
  return {
    methodology,
    layout,
    phrases: [
      ...own,
      ...columns
        .filter(({ component }) => components.has(component))
        .flatMap(({ headers, ...meaning }) => headers.map((header) => ({ ...meaning, words: wordsOf(header) }))),
    ],
    titles: [...(layout?.titles ?? []), methodology.index].map(wordsOf),
    ignored: (layout?.ignored ?? []).map(wordsOf),
    tails: (layout?.tails ?? []).map(wordsOf),
    byLetter: new Map(
      columns.flatMap(({ column, component, figure }) => (column ? [[column, { component, figure }]] : [])),
    ),
  };
};

/** What one header says by its words. Numbers in front (`2.1: …`) narrow the choice and may stand alone. */
export const meaningOfHeader = (header: string, vocabulary: Vocabulary): HeaderMeaning => {
  const words = withoutYears(wordsOf(header));
  if (words === '') return null;
  if (UNIT_HEADERS.includes(words) || ORDER_HEADERS.includes(words)) return 'none';
  const numbered = numberedComponents(header, vocabulary.methodology);
  const byWords = longest(words, vocabulary.phrases, numbered?.isNested ? numbered.among : undefined);
  // A number tells two phrases apart; against the words themselves it says nothing.
  const held = byWords === 'several' && numbered ? longest(words, vocabulary.phrases, numbered.among) : byWords;
  if (held === 'several') return null;
  const rest = held ? words.replace(held.words, ' ') : words;
  const figure = held && held.figure !== 'score' ? held.figure : figureOf(rest);
  if (held) return { component: held.component, figure };
  if (longestHeld(words, vocabulary.ignored) > 0) return 'none';
  if (numbered?.exact && (numbered.isNested || isOnlyNumber(words))) return { component: numbered.exact, figure };
  if (figure !== 'score') return { component: TOTAL, figure };
  if (isTitle(words, vocabulary.titles)) return { component: TOTAL, figure: 'score' };
  return SCORE_HEADERS.includes(words) ? { component: TOTAL, figure: 'score', generic: true } : null;
};

/** `PCI 2012`, `Điểm PCI có trọng số`: the index's own name in a few words is its total. */
const isTitle = (words: string, titles: readonly string[]): boolean =>
  longestHeld(words, titles) > 0 && words.split(' ').length <= 6;

/** Grades are asked first: `Nhóm xếp hạng` holds the words of both. */
const figureOf = (words: string): Figure => {
  if (longestHeld(words, GRADE_HEADERS) > 0) return 'grade_published';
  return longestHeld(words, RANK_HEADERS) > 0 ? 'rank_published' : 'score';
};

const longest = (
  words: string,
  phrases: readonly Phrase[],
  among: ReadonlySet<string> | undefined,
): Phrase | 'several' | undefined => {
  const held = phrases.filter((phrase) => holds(words, phrase.words) && (!among || among.has(phrase.component)));
  const length = Math.max(...held.map((phrase) => phrase.words.length));
  const best = held.filter((phrase) => phrase.words.length === length);
  return new Set(best.map(({ component }) => component)).size > 1 ? 'several' : best[0];
};

/** `Sub-Index 6`, `CSTP 6`, `6.`: nothing but the number, so that it has to do. */
const isOnlyNumber = (words: string): boolean =>
  /^(chi so thanh phan|cstp|sub index|dimension|dimention|noi dung|truc|diem)?( so)? ?\d{1,2}$/.test(words);

type Numbered = { among: ReadonlySet<string>; exact: string | undefined; isNested: boolean };

/** `3: …`, `3.2: …`, `Sub-Index 3`, `Chỉ số thành phần 3`: the third below the total, and the second below that. */
const numberedComponents = (header: string, { components }: Methodology): Numbered | undefined => {
  const [, first, second] =
    /^\s*(\d{1,2})(?:\.(\d{1,2}))?\s*[:.)](?!\d)/u.exec(header) ??
    /(?:sub[\s-]*index|chỉ\s*số\s*thành\s*phần|cstp|dimension|dimention|nội\s*dung|trục)\s*(\d{1,2})(?:\.(\d{1,2}))?(?!\d)/iu.exec(
      header.normalize('NFC'),
    ) ??
    [];
  if (first === undefined) return undefined;
  const top = childrenOf(components, TOTAL)[Number(first) - 1];
  if (!top) return undefined;
  if (second === undefined) return { among: new Set([top.component]), exact: top.component, isNested: false };
  const below = childrenOf(components, top.component);
  return {
    among: new Set(below.map(({ component }) => component)),
    exact: below[Number(second) - 1]?.component,
    isNested: true,
  };
};

const childrenOf = (components: readonly Component[], parent: string): Component[] =>
  components.filter((component) => component.parent === parent);

/** The component that a header's number alone means; undefined where it has none. */
export const numberedComponent = (header: string, methodology: Methodology): string | undefined =>
  numberedComponents(header, methodology)?.exact;
