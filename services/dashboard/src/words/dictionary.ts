import type { Lang } from '@chi-so/contract/ranking-response';
import { CHROME } from './chrome.ts';
import { COMPONENTS } from './components.ts';
import { FOOT } from './foot.ts';
import { OVERVIEW } from './overview.ts';
import { PULL } from './pull.ts';
import { RANKING } from './ranking.ts';
import { RELEASE } from './release.ts';
import { RELEASES } from './releases.ts';
import { SCORECARD } from './scorecard.ts';
import { SESSION } from './session.ts';
import { SIMULATION } from './simulation.ts';
import { TARGETS } from './targets.ts';
import { TERMS } from './terms.ts';
import { TREND } from './trend.ts';

/**
 * Words in both languages side by side: a word without one of them does not compile. `{name}` is filled in by `say`;
 * what comes from the API is in the reader's language already.
 */
export type Dictionary = Record<string, Record<Lang, string>>;

/** Every word of the page; which page's it is stands in the file that has it. */
const WORDS = {
  ...CHROME,
  ...TERMS,
  ...FOOT,
  ...RANKING,
  ...OVERVIEW,
  ...TREND,
  ...COMPONENTS,
  ...SIMULATION,
  ...SCORECARD,
  ...TARGETS,
  ...SESSION,
  ...RELEASES,
  ...RELEASE,
  ...PULL,
};

export type Word = keyof typeof WORDS;

/** The word in a language, with its `{names}` filled in. */
export const say = (lang: Lang, word: Word, values: Readonly<Record<string, string | number>> = {}): string =>
  WORDS[word][lang].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
