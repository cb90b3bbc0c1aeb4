import { en, type Lang, type Named, nameOf, periodWords, type Sentence, say, vi } from './sentence.ts';

/** What figures are about: `Chỉ số … (PCI) năm 2019, chỉ số thành phần Tính minh bạch`. */
export const subject = (
  { words, component, period }: { words: { index: Named }; component: Named | null; period: string },
  lang: Lang,
): Sentence => {
  const index = say(
    lang,
    vi`${words.index.name_vi} ${periodWords(period, lang)}`,
    en`${words.index.name_en} ${periodWords(period, lang)}`,
  );
  if (!component) return index;
  const part = nameOf(component, lang);
  return say(lang, vi`${index}, chỉ số thành phần “${part}”`, en`${index}, component “${part}”`);
};

/** ` trong nhóm “Sở, ban, ngành”`; nothing where all units are ranked together. */
export const within = (group: Named | null, lang: Lang): Sentence => {
  if (!group) return vi``;
  const name = nameOf(group, lang);
  return say(lang, vi` trong nhóm “${name}”`, en` in the group “${name}”`);
};

/** `thứ 20/63`, `20 of 63`; without the number of the ranked where nobody says it. */
export const placed = (rank: number, rank_of: number | null, lang: Lang): Sentence => {
  const at = { kind: 'rank', value: rank } as const;
  if (rank_of === null) return say(lang, vi`thứ ${at}`, en`${at}`);
  const of = { kind: 'rank_of', value: rank_of } as const;
  return say(lang, vi`thứ ${at}/${of}`, en`${at} of ${of}`);
};

/** A text of the catalogue, to be followed by our own full stop. */
export const ended = (text: string): string => text.replace(/\.$/, '');
