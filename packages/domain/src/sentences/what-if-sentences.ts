import type { ReleaseFigures } from '../analysis/release-figures.ts';
import type { Simulation } from '../analysis/what-if.ts';
import { subtract } from '../decimal.ts';
import { TOTAL } from '../identity.ts';
import { totalOf, unitIn } from './analysed-subject.ts';
import { en, figure, joined, type Lang, NOTHING, nameOf, pointsWord, type Sentence, say, vi } from './sentence.ts';
import { placed, within } from './subject.ts';
import { groupOf } from './unit-facts.ts';

export type WhatIfFacts = {
  figures: ReleaseFigures;
  simulation: Simulation;
  /** Whether the others move by their own last change; else they stay. */
  isTrend: boolean;
};

/** Where each unit whose components are supposed would stand, in every group that ranks it. Called simulated. */
export const whatIfSentences = (facts: WhatIfFacts, lang: Lang): Sentence[] => {
  const supposed = facts.simulation.units.filter(({ moved_by }) => moved_by === 'change');
  const others = othersOf(facts, supposed.length, lang);
  return supposed.flatMap(({ unit, score }) =>
    facts.simulation.groups.flatMap(({ group, places }) => {
      const place = places.find((candidate) => candidate.unit === unit);
      return place && score !== null
        ? [simulatedSentence(facts, { unit, score, group, rank: place.rank }, others, lang)]
        : [];
    }),
  );
};

type Simulated = { unit: string; score: number; group: string; rank: number | null };

const simulatedSentence = (
  { figures }: WhatIfFacts,
  { unit, score, group, rank }: Simulated,
  others: Sentence,
  lang: Lang,
): Sentence => {
  const name = nameOf(unitIn(figures, unit), lang);
  const total = figures.units.get(TOTAL)?.get(unit)?.score ?? score;
  const change = subtract(score, total);
  const moved = movedBy(change, lang);
  const now = totalOf(figures, unit, 'score', lang);
  const simulated = figure('score_simulated', score);
  const rankWords = ranked(figures, { unit, score, group, rank }, lang);
  return say(
    lang,
    vi`Mô phỏng, ${others}: tổng điểm của ${name} là ${simulated}, ${moved} so với ${now}${rankWords}.`,
    en`Simulated, ${others}: the total score of ${name} is ${simulated}, ${moved} ${change === 0 ? en`as` : en`than`} ${now}${rankWords}.`,
  );
};

/** What those do of whom nothing is supposed: beside two of whom something is, “the others” would be one of them too. */
const othersOf = ({ simulation: { units }, isTrend }: WhatIfFacts, supposed: number, lang: Lang): Sentence => {
  const who =
    supposed === 1
      ? say(lang, vi`các đơn vị khác`, en`the others`)
      : say(lang, vi`các đơn vị không được giả định`, en`those of whom nothing is supposed`);
  if (!isTrend) return say(lang, vi`${who} giữ nguyên`, en`${who} as they are`);
  const still = figure('count', units.filter(({ moved_by, score }) => moved_by === null && score !== null).length);
  const capped = figure('count', units.filter((unit) => unit.capped).length);
  const but = [
    ...(still.value > 0
      ? [say(lang, vi`${still} đơn vị không có lần thay đổi nào nên giữ nguyên`, en`${still} without one as they are`)]
      : []),
    ...(capped.value > 0
      ? [say(lang, vi`${capped} đơn vị dừng ở đầu thang điểm`, en`${capped} stopping at the end of the scale`)]
      : []),
  ];
  const exceptions = but.length === 0 ? NOTHING : vi` (${joined(but, ', ')})`;
  return say(
    lang,
    vi`${who} tiếp tục thay đổi như lần gần nhất${exceptions}`,
    en`${who} repeating their last change${exceptions}`,
  );
};

const movedBy = (change: number, lang: Lang): Sentence => {
  const by = figure('score_change', Math.abs(change));
  if (change === 0) return say(lang, vi`không đổi`, en`the same`);
  return change > 0
    ? say(lang, vi`cao hơn ${by} điểm`, en`${by} ${pointsWord(by)} higher`)
    : say(lang, vi`thấp hơn ${by} điểm`, en`${by} ${pointsWord(by)} lower`);
};

const ranked = ({ groups }: ReleaseFigures, { unit, group, rank }: Simulated, lang: Lang): Sentence => {
  const found = groups.find((candidate) => candidate.group === group);
  const before = found?.places.find((place) => place.unit === unit)?.rank ?? null;
  if (!found || rank === null || before === null) return NOTHING;
  const among = within(groupOf(found), lang);
  const [now, then] = [placed(rank, found.rank_of, lang), placed(before, found.rank_of, lang)];
  return say(
    lang,
    vi`; thứ hạng mô phỏng${among} là ${now}, còn thứ hạng tính toán theo số liệu đã công bố là ${then}`,
    en`; its simulated rank${among} is ${now}, and the one computed from what is published is ${then}`,
  );
};
