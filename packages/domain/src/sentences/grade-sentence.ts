import { en, type Lang, nameOf, type Sentence, say, vi } from './sentence.ts';
import type { UnitFacts, Words } from './unit-facts.ts';

/** The printed grade and the computed one, each called what it is; null where there is neither. */
export const gradeSentence = ({ unit, place, words }: UnitFacts, lang: Lang): Sentence | null => {
  const name = nameOf(unit, lang);
  const published = unit.grade_published;
  const computed = place.grade;
  if (published === null) {
    if (computed === null) return null;
    const grade = gradeName(computed, words, lang);
    return say(
      lang,
      vi`Xếp loại tính toán của ${name} là ${grade}; không có xếp loại công bố.`,
      en`The computed grade of ${name} is ${grade}; no grade is published.`,
    );
  }
  const grade = gradeName(published, words, lang);
  if (computed === null) {
    return say(lang, vi`Theo công bố, ${name} xếp loại ${grade}.`, en`The published grade of ${name} is ${grade}.`);
  }
  const ours = gradeName(computed, words, lang);
  return computed === published
    ? say(
        lang,
        vi`Theo công bố, ${name} xếp loại ${grade}; xếp loại tính toán cũng vậy.`,
        en`The published grade of ${name} is ${grade}; the computed grade is the same.`,
      )
    : say(
        lang,
        vi`Theo công bố, ${name} xếp loại ${grade}; xếp loại tính toán là ${ours}, khác với công bố.`,
        en`The published grade of ${name} is ${grade}; the computed grade is ${ours}, which differs.`,
      );
};

/** A grade in English keeps the publisher's own word beside its translation. */
export const gradeName = (grade: string, { grades }: Pick<Words, 'grades'>, lang: Lang): string => {
  const translated = grades[grade];
  return lang === 'vi' || translated === undefined ? grade : `${grade} (${translated})`;
};
