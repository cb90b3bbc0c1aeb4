import type { FigureKind, Lang, Sentence } from './sentence.ts';

/** What tests hold every sentence against. */

/** Numbers in a text that stand outside the names in it, read as the language writes them. */
const numbersIn = ({ text, names }: Sentence, lang: Lang): number[] => {
  const withDigits = names.filter((name) => /\d/.test(name)).sort((a, b) => b.length - a.length);
  const own = withDigits.reduce((left, name) => left.replace(name, '…'), text);
  const mark = lang === 'vi' ? ',' : '.';
  const tokens = own.match(new RegExp(`\\d+(?:\\${mark}\\d+)?`, 'g')) ?? [];
  return tokens.map((token) => Number(token.replace(',', '.')));
};

/** What a sentence has wrong: a number that is none of its figures, or none that is known; undefined where nothing. */
export const faultOf = (
  sentence: Sentence,
  lang: Lang,
  known: Partial<Record<FigureKind, readonly unknown[]>>,
): string | undefined => {
  const { text, figures } = sentence;
  const said = numbersIn(sentence, lang);
  if (said.join() !== figures.map(({ value }) => value).join()) return `${text} has ${said}`;
  const strange = figures.find(({ kind, value }) => !known[kind]?.includes(value));
  if (strange) return `${text}: ${strange.kind} ${strange.value}`;
  const isText = /^[\p{Lu}\d].*[^.]\.$/u.test(text) && !/undefined|null|NaN| {2}| [,.;]|\.\./.test(text);
  return isText ? undefined : text;
};
