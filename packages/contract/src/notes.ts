import type { Lang } from './ranking-response.ts';

/** A note in the asked language where it holds; none where it does not. */
export const notesIn =
  (lang: Lang) =>
  (holds: boolean, vi: string, en: string): string[] =>
    holds ? [lang === 'vi' ? vi : en] : [];
