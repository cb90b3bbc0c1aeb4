import { type ReleaseFigures, scoreOf } from '../analysis/release-figures.ts';
import type { Weighing } from '../analysis/weighing.ts';
import { TOTAL } from '../identity.ts';
import type { Component } from '../methodology.ts';
import type { RankedUnit } from '../ranking.ts';
import { caveat } from './score-sentence.ts';
import {
  en,
  type FigureKind,
  figure,
  inSeries,
  type Lang,
  type Named,
  NOTHING,
  nameOf,
  type Sentence,
  say,
  vi,
} from './sentence.ts';

/** Of what the sentences of an analysis are. */

/** A unit of a release; one that is not in it is called by its id. */
export const unitIn = ({ units }: ReleaseFigures, unit: string): Named =>
  units.get(TOTAL)?.get(unit) ?? { name_vi: unit, name_en: unit };

/** A total, and that it is not what a publisher printed for good; nothing where there is none. */
export const totalOf = (figures: ReleaseFigures, unit: string, kind: FigureKind, lang: Lang): Sentence => {
  const total = figures.units.get(TOTAL)?.get(unit);
  const score = scoreOf(figures, unit, TOTAL);
  if (!total || score === null) return NOTHING;
  const known = { unit: total, derived: isDerived(figures, total) };
  return say(lang, vi`${figure(kind, score)}${caveat(known, lang)}`, en`${figure(kind, score)}${caveat(known, lang)}`);
};

const isDerived = ({ documents }: ReleaseFigures, { derived }: RankedUnit): boolean =>
  derived || documents.get(TOTAL)?.derived != null;

/** ` của 61 đơn vị có điểm`, to follow a median; nothing where all of the group have one. */
export const ofScored = (scored: number | null, members: number, lang: Lang): Sentence => {
  if (scored === null || scored === members) return NOTHING;
  const count = figure('count', scored);
  return say(lang, vi` của ${count} đơn vị có điểm`, en` of the ${count} units with a score`);
};

/** `“A”, “B” và “C”` */
export const quoted = (components: readonly Component[], lang: Lang): Sentence =>
  inSeries(
    components.map((component) => inQuotes(component, lang)),
    lang,
  );

export const inQuotes = (component: Component, lang: Lang): Sentence => vi`“${nameOf(component, lang)}”`;

/** That what components are worth is our own finding; null where the publisher says it. */
export const derivedWeightsSentence = ({ derived }: Weighing, lang: Lang): Sentence | null => {
  if (derived === null) return null;
  const what =
    derived === 'weights'
      ? say(lang, vi`trọng số`, en`weights`)
      : say(lang, vi`quy tắc cộng các chỉ số thành phần`, en`a rule of adding components up, which is`);
  return say(
    lang,
    vi`Phần của từng chỉ số thành phần trong tổng điểm tính theo ${what} suy ra từ số liệu công bố, không phải do cơ quan công bố nêu.`,
    en`What each component is worth in the total follows from ${what} derived from published figures, not from a statement of the publisher.`,
  );
};
