import { plain } from '../decimal.ts';

/** Sentences made of words of ours, figures and names, so that whoever doubts one can check every number in it. */

export type Lang = 'vi' | 'en';

/** What a figure of a sentence is. A change and a gap are shown without their sign: words say which way. */
export type FigureKind =
  | 'period'
  | 'score'
  | 'maximum'
  | 'percent'
  | 'rank'
  | 'rank_published'
  | 'rank_claimed'
  | 'rank_of'
  | 'score_change'
  | 'rank_change'
  | 'count'
  | 'median'
  | 'gap'
  | 'reference_score'
  | 'contribution'
  | 'difference'
  | 'residual'
  | 'required_score'
  | 'points_lost'
  | 'change_alone'
  | 'score_alone'
  | 'score_simulated';

export type Figure = { kind: FigureKind; value: number };

/** A text with the figures in it, and the names and texts that it took over from the data as they are. */
export type Sentence = { text: string; figures: Figure[]; names: string[] };

/** A thing with its name in both languages. */
export type Named = { name_vi: string; name_en: string };

/** What is put between the words: a plain string is a name, or a text of the data. */
type Part = Figure | string | Sentence;

/** A number as released, with the decimal mark of the language; no rounding, no exponent, no separators of thousands. */
export const written = (value: number, lang: Lang): string =>
  lang === 'vi' ? plain(value).replace('.', ',') : plain(value);

const tag =
  (lang: Lang) =>
  (words: TemplateStringsArray, ...parts: readonly Part[]): Sentence => {
    const made: Sentence = { text: words[0] ?? '', figures: [], names: [] };
    for (const [i, part] of parts.entries()) {
      if (typeof part === 'string') {
        made.names.push(part);
        made.text += part;
      } else if ('kind' in part) {
        made.figures.push(part);
        made.text += written(part.value, lang);
      } else {
        made.figures.push(...part.figures);
        made.names.push(...part.names);
        made.text += part.text;
      }
      made.text += words[i + 1] ?? '';
    }
    return made;
  };

/** Tags of templates: words of ours in one language around figures, names and other sentences. */
export const vi = tag('vi');
export const en = tag('en');

/** The one in the language. */
export const say = (lang: Lang, inVietnamese: Sentence, inEnglish: Sentence): Sentence =>
  lang === 'vi' ? inVietnamese : inEnglish;

export const figure = (kind: FigureKind, value: number): Figure => ({ kind, value });

/** `point` of one, else `points`. */
export const pointsWord = ({ value }: Figure): Sentence => (value === 1 ? en`point` : en`points`);

export const nameOf = ({ name_vi, name_en }: Named, lang: Lang): string => (lang === 'vi' ? name_vi : name_en);

/** Nothing said. */
export const NOTHING: Sentence = vi``;

/** One after the other, with the same words between them and others before the last. */
export const joined = (sentences: readonly Sentence[], between: string, beforeLast = between): Sentence =>
  sentences.reduce((sum, next, i) => {
    const words = i === 0 ? '' : i === sentences.length - 1 ? beforeLast : between;
    return {
      text: sum.text + words + next.text,
      figures: [...sum.figures, ...next.figures],
      names: [...sum.names, ...next.names],
    };
  }, NOTHING);

/** Names as a list: `A, B và C`. */
export const listed = (names: readonly string[], lang: Lang): Sentence =>
  inSeries(
    names.map((name) => vi`${name}`),
    lang,
  );

/** The texts alone, for who quotes them. */
export const textsOf = (sentences: readonly Sentence[]): string[] => sentences.map(({ text }) => text);

/** Sentences as a list: `A, B và C`. */
export const inSeries = (sentences: readonly Sentence[], lang: Lang): Sentence =>
  joined(sentences, ', ', lang === 'vi' ? ' và ' : ' and ');

/** `năm 2019`, `quý 3 năm 2025`, `nửa đầu năm 2025`; `2019`, `Q3 2025`, `H1 2025`. */
export const periodWords = (period: string, lang: Lang): Sentence => {
  const year = figure('period', Number(period.slice(0, 4)));
  const part = figure('period', Number(period.slice(6)));
  if (period[5] === 'Q') return say(lang, vi`quý ${part} năm ${year}`, en`Q${part} ${year}`);
  if (period[5] !== 'H') return say(lang, vi`năm ${year}`, en`${year}`);
  return say(lang, part.value === 1 ? vi`nửa đầu năm ${year}` : vi`nửa cuối năm ${year}`, en`H${part} ${year}`);
};
