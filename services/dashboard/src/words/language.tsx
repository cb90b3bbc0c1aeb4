import type { Lang } from '@chi-so/contract/ranking-response';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { recall } from '../address/remembered.ts';
import { say, type Word } from './dictionary.ts';

/** The reader's language: what the address says, else what was chosen last, else Vietnamese. */
export const languageOf = (lang: Lang | null): Lang => lang ?? recall('lang') ?? 'vi';

export const Language = createContext<Lang>('vi');

export type Words = {
  lang: Lang;
  t: (word: Word, values?: Readonly<Record<string, string | number>>) => string;
};

/** The language, and its words. */
export const useWords = (): Words => {
  const lang = useContext(Language);
  return {
    lang,
    t: (word, values) => say(lang, word, values),
  };
};

/** An index as it is called in speech: `par-index` is PAR INDEX. The API has the full names only. */
export const shortIndexName = (index: string): string => index.replaceAll('-', ' ').toUpperCase();
