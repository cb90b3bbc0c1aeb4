import type { RankedUnit } from '../ranking.ts';
import { gradeName } from './grade-sentence.ts';
import type { RankingFacts } from './ranking-facts.ts';
import { missingReason, whyMissing } from './score-sentence.ts';
import { en, figure, inSeries, joined, type Lang, listed, nameOf, type Sentence, say, vi } from './sentence.ts';
import { subject, within } from './subject.ts';

/** What a ranking as a whole says: who is in it, who leads, how grades fall, where the middle is. */
export const rankingSentences = (facts: RankingFacts, lang: Lang): Sentence[] =>
  [
    coverageSentence(facts, lang),
    ...leaderSentences(facts, lang),
    gradesSentence(facts, lang, 'published'),
    gradesSentence(facts, lang, 'computed'),
    medianSentence(facts, lang),
    ...missingSentences(facts, lang),
  ].flatMap((each) => each ?? []);

const coverageSentence = (facts: RankingFacts, lang: Lang): Sentence => {
  const { population, scored, extent, group } = facts;
  const about = subject(facts, lang);
  const among = within(group, lang);
  const known = figure('count', scored);
  const all = population === null ? null : figure('count', population);
  const counted = all
    ? say(lang, vi`có điểm của ${known}/${all} đơn vị`, en`${known} of ${all} units have a score`)
    : say(
        lang,
        vi`có điểm của ${known} đơn vị, không rõ tổng số đơn vị`,
        en`${known} units have a score; how many there are is not known`,
      );
  const limits = {
    complete: vi``,
    // Of a region all may be among the leading ones.
    top:
      scored === population
        ? vi``
        : say(lang, vi`; chỉ công bố nhóm dẫn đầu`, en`; only the leading units are published`),
    partial: say(
      lang,
      vi`; chỉ biết điểm của một số đơn vị nên không tính thứ hạng`,
      en`; only some scores are known, so no rank is computed`,
    ),
  }[extent];
  return say(lang, vi`Theo ${about}${among}, ${counted}${limits}.`, en`In the ${about}${among}, ${counted}${limits}.`);
};

const leaderSentences = ({ leaders, group }: RankingFacts, lang: Lang): Sentence[] => {
  const { computed, published } = leaders;
  const among = within(group, lang);
  const isSame =
    computed.length > 0 && computed.map(({ unit }) => unit).join() === published.map(({ unit }) => unit).join();
  if (isSame) {
    return [
      say(
        lang,
        vi`Đứng đầu${among}, cả theo công bố và theo thứ hạng tính toán, là ${scoredUnits(computed, lang)}.`,
        en`First${among} by the published and the computed rank: ${scoredUnits(computed, lang)}.`,
      ),
    ];
  }
  return [
    ...(published.length > 0
      ? [
          say(
            lang,
            vi`Đứng đầu${among} theo công bố là ${scoredUnits(published, lang)}.`,
            en`First${among} by the published rank: ${scoredUnits(published, lang)}.`,
          ),
        ]
      : []),
    ...(computed.length > 0
      ? [
          say(
            lang,
            vi`Đứng đầu${among} theo thứ hạng tính toán là ${scoredUnits(computed, lang)}.`,
            en`First${among} by the computed rank: ${scoredUnits(computed, lang)}.`,
          ),
        ]
      : []),
  ];
};

const scoredUnits = (units: readonly RankedUnit[], lang: Lang): Sentence =>
  inSeries(
    units.map((unit) => {
      const name = nameOf(unit, lang);
      if (unit.score === null) return vi`${name}`;
      const score = figure('score', unit.score);
      return say(lang, vi`${name} (${score} điểm)`, en`${name} (${score} points)`);
    }),
    lang,
  );

/** Printed grades and computed ones are counted apart. */
const gradesSentence = (facts: RankingFacts, lang: Lang, kind: 'published' | 'computed'): Sentence | null => {
  const counts = facts.grade_counts[kind];
  if (!counts) return null;
  const each = joined(
    Object.entries(counts).map(([grade, count]) => {
      const name = gradeName(grade, facts.words, lang);
      return say(lang, vi`${name} ${figure('count', count)}`, en`${name} ${figure('count', count)}`);
    }),
    ', ',
  );
  const among = within(facts.group, lang);
  return kind === 'published'
    ? say(lang, vi`Số đơn vị${among} theo xếp loại công bố: ${each}.`, en`Units${among} by published grade: ${each}.`)
    : say(lang, vi`Số đơn vị${among} theo xếp loại tính toán: ${each}.`, en`Units${among} by computed grade: ${each}.`);
};

const medianSentence = ({ median, scored, group }: RankingFacts, lang: Lang): Sentence | null => {
  if (median === null) return null;
  const middle = figure('median', median);
  const known = figure('count', scored);
  const among = within(group, lang);
  return say(
    lang,
    vi`Trung vị (tính toán) của ${known} đơn vị có điểm${among} là ${middle} điểm.`,
    en`The median (computed) of the ${known} units with a score${among} is ${middle} points.`,
  );
};

/** More names than these are a number. */
const MOST_NAMED = 10;

/** Who has no score, by the reason; more than so many are not named. */
export const missingSentences = (
  { missing, group }: Pick<RankingFacts, 'missing' | 'group'>,
  lang: Lang,
  mostNamed = MOST_NAMED,
): Sentence[] => {
  const among = within(group, lang);
  return [...Map.groupBy(missing, missingReason)].map(([reason, units]) => {
    const why = whyMissing({ reason, status: 'M' }, lang, units.length);
    const count = figure('count', units.length);
    const names =
      units.length > mostNamed
        ? vi``
        : vi`: ${listed(
            units.map((unit) => nameOf(unit, lang)),
            lang,
          )}`;
    return say(
      lang,
      vi`${count} đơn vị${among} ${why}${names}.`,
      en`${count} ${count.value === 1 ? en`unit` : en`units`}${among} ${why}${names}.`,
    );
  });
};
