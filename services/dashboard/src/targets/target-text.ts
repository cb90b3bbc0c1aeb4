import type { Lang } from '@chi-so/contract/ranking-response';
import type { TargetKind } from '@chi-so/domain/target-plan';
import type { TargetRow } from '../data/targets.ts';
import { say } from '../words/dictionary.ts';

/** A figure with the digits that it has, in the reader's language. */
const figureText = (lang: Lang, value: number): string => String(value).replace('.', lang === 'vi' ? ',' : '.');

/** What a row wants, in words: `hạng 10 trở lên`. */
export const targetText = (lang: Lang, { target_kind, target }: Pick<TargetRow, 'target_kind' | 'target'>): string =>
  say(lang, TARGET_WORDS[target_kind], { target: typeof target === 'number' ? figureText(lang, target) : target });

const TARGET_WORDS = {
  score: 'wantedScore',
  rank: 'wantedRank',
  grade: 'wantedGrade',
  'top-share': 'wantedShare',
} as const satisfies Record<TargetKind, string>;

/** Where the unit stands or stood, in the words of the target: `hạng 43`. */
export const standingText = (lang: Lang, kind: TargetKind, value: number | string): string =>
  typeof value === 'string'
    ? value
    : say(lang, kind === 'score' ? 'standsAtScore' : 'standsAtRank', { value: figureText(lang, value) });
