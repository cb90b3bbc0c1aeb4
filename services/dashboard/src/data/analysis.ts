import type { Lang } from '@chi-so/contract/ranking-response';
import type { UnitComponents } from './components.ts';
import { apiAddress, get, type Query } from './get.ts';
import type { Schemas } from './schemas.ts';

/** What each analysis of the API answers. Nothing of it is published: all is computed there from what is. */
type Answers = {
  decomposition: Schemas['DecompositionAnswer'];
  gap: Schemas['GapAnswer'];
  peers: Schemas['PeersAnswer'];
  robustness: Schemas['RobustnessAnswer'];
  'what-if': Schemas['WhatIfAnswer'];
};
export type Analysis = keyof Answers;
export type AnswerOf<A extends Analysis> = Answers[A];

/** One analysis: one request. */
export const loadAnalysis = <A extends Analysis>(
  analysis: A,
  query: Query,
  lang: Lang,
  signal: AbortSignal,
): Promise<AnswerOf<A>> => get(`analysis/${analysis}`, query, lang, signal);

/** The same as a file. */
export const analysisFile = (
  analysis: Analysis,
  query: Query,
  lang: Lang,
  suffix: 'csv' | 'xlsx',
  profile?: 'excel-vi',
): string =>
  apiAddress(
    `${suffix === 'xlsx' ? 'exports/' : ''}analysis/${analysis}.${suffix}`,
    { ...query, ...(profile ? { profile } : {}) },
    lang,
  );

/** Which release an analysis is of. */
export const ofRelease = ({ release }: UnitComponents): Query => ({
  index: release.index,
  period: release.period,
  set: release.unit_set,
  edition: release.edition,
});
