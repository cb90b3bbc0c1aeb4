import { type ComparedTotal, decimalsIn, type Reason } from '../analysis/compared-total.ts';
import type { ReleaseFigures } from '../analysis/release-figures.ts';
import { roundHalfUp } from '../decimal.ts';
import { TOTAL } from '../identity.ts';
import { derivedWeightsSentence, inQuotes, ofScored, quoted, totalOf, unitIn } from './analysed-subject.ts';
import { contributionSentences, missingSentence, movedBy } from './contribution-sentences.ts';
import { rankChangeSentence } from './rank-change-sentence.ts';
import {
  en,
  figure,
  inSeries,
  type Lang,
  NOTHING,
  nameOf,
  periodWords,
  pointsWord,
  type Sentence,
  say,
  vi,
} from './sentence.ts';
import { ended, within } from './subject.ts';
import { groupOf } from './unit-facts.ts';

/**
 * What a total and its components say beside another one: differences and who they are with, no causes, and no difference
 * of what does not compare. None of a unit beside itself.
 */
export const decompositionSentences = (compared: ComparedTotal, lang: Lang): Sentence[] => {
  const { totals, unit, against, decomposition, weighing } = compared;
  if (unit === against.unit) return against.kind === 'leader' ? [leadsSentence(compared, lang)] : [];
  const isTold = totals !== null && decomposition.contributions.some(({ contribution }) => contribution);
  return [
    ...(totals === null
      ? withoutTotals(compared, lang)
      : [totalSentence(compared, lang), ...contributionSentences(compared, lang)]),
    missingSentence(compared, lang),
    ...becauseSentences(compared, lang),
    ...notComparedSentences(compared, lang),
    rankChangeSentence(compared, lang),
    isTold ? derivedWeightsSentence(weighing, lang) : null,
  ].flatMap((each) => each ?? []);
};

const leadsSentence = ({ figures, unit }: ComparedTotal, lang: Lang): Sentence => {
  const name = nameOf(unitIn(figures, unit), lang);
  const among = within(groupOf(figures.group), lang);
  const then = periodWords(figures.release.period, lang);
  const leaders = figure('count', figures.group.places.filter(({ rank }) => rank === 1).length);
  if (leaders.value > 1) {
    return say(
      lang,
      vi`${name} là một trong ${leaders} đơn vị cùng đứng đầu${among} theo thứ hạng tính toán ${then}, không có khoảng cách tới đơn vị dẫn đầu.`,
      en`${name} is one of the ${leaders} that are first${among} by the computed rank in ${then}, with no distance to the leader.`,
    );
  }
  return say(
    lang,
    vi`${name} đứng đầu${among} theo thứ hạng tính toán ${then}, không có khoảng cách tới đơn vị dẫn đầu.`,
    en`${name} is first${among} by the computed rank in ${then}, with no distance to the leader.`,
  );
};

const totalSentence = (compared: ComparedTotal, lang: Lang): Sentence | null => {
  const { before, decomposition } = compared;
  if (decomposition.difference === null) return null;
  return before
    ? changeOfTotal(compared, decomposition.difference, lang)
    : distanceOfTotal(compared, decomposition.difference, lang);
};

const changeOfTotal = (
  { figures, before, unit, against }: ComparedTotal,
  difference: number,
  lang: Lang,
): Sentence | null => {
  if (!before) return null;
  const name = nameOf(unitIn(figures, unit), lang);
  const now = periodWords(figures.release.period, lang);
  const then = periodWords(against.period, lang);
  const score = totalOf(figures, unit, 'score', lang);
  const old = totalOf(before, unit, 'reference_score', lang);
  const by = changeAsPrinted(figures, before, difference);
  const about = by.isRounded ? say(lang, vi`khoảng `, en`about `) : NOTHING;
  if (by.change === 0) {
    const after = by.isRounded ? say(lang, vi`, sau ${old}`, en`, after ${old}`) : NOTHING;
    return say(
      lang,
      vi`Tổng điểm ${now} của ${name} là ${score}, ${about}bằng ${then}${after}.`,
      en`The total score of ${name} in ${now} is ${score}, ${about}the same as in ${then}${after}.`,
    );
  }
  const size = figure('score_change', Math.abs(by.change));
  return difference > 0
    ? say(
        lang,
        vi`Tổng điểm ${now} của ${name} tăng ${about}${size} điểm so với ${then}, từ ${old} lên ${score}.`,
        en`The total score of ${name} is ${about}${size} ${pointsWord(size)} higher in ${now} than in ${then}: ${score} after ${old}.`,
      )
    : say(
        lang,
        vi`Tổng điểm ${now} của ${name} giảm ${about}${size} điểm so với ${then}, từ ${old} xuống ${score}.`,
        en`The total score of ${name} is ${about}${size} ${pointsWord(size)} lower in ${now} than in ${then}: ${score} after ${old}.`,
      );
};

/** A change between totals of which one is printed finer is known no better than the coarser one. */
const changeAsPrinted = (
  figures: ReleaseFigures,
  before: ReleaseFigures,
  difference: number,
): { change: number; isRounded: boolean } => {
  const [coarser] = [figures, before].toSorted((a, b) => decimalsIn(a, TOTAL) - decimalsIn(b, TOTAL));
  if (!coarser || scoredIn(coarser) < FEWEST) return { change: difference, isRounded: false };
  const change = roundHalfUp(difference, decimalsIn(coarser, TOTAL));
  return { change, isRounded: change !== difference };
};

/** All scores of fewer may end in a zero, which a number does not show. */
const FEWEST = 5;
const scoredIn = ({ units }: ReleaseFigures): number =>
  [...(units.get(TOTAL)?.values() ?? [])].filter(({ score }) => score !== null).length;

const distanceOfTotal = (compared: ComparedTotal, difference: number, lang: Lang): Sentence => {
  const { figures, unit } = compared;
  const name = nameOf(unitIn(figures, unit), lang);
  const among = within(groupOf(figures.group), lang);
  const now = periodWords(figures.release.period, lang);
  const score = totalOf(figures, unit, 'score', lang);
  const other = referenceOf(compared, lang);
  const by = figure('gap', Math.abs(difference));
  const beside =
    difference === 0
      ? say(lang, vi`bằng ${other}`, en`equal to ${other}`)
      : difference > 0
        ? say(lang, vi`cao hơn ${by} điểm so với ${other}`, en`${by} ${pointsWord(by)} above ${other}`)
        : say(lang, vi`thấp hơn ${by} điểm so với ${other}`, en`${by} ${pointsWord(by)} below ${other}`);
  return say(
    lang,
    vi`Tổng điểm ${now} của ${name}${among} là ${score}, ${beside}.`,
    en`The total score of ${name}${among} in ${now} is ${score}, ${beside}.`,
  );
};

/** With whom a total is compared, and the total there. */
const referenceOf = ({ figures, against, totals, medianOf }: ComparedTotal, lang: Lang): Sentence => {
  if (against.unit === null) {
    const middle = figure('median', totals?.reference ?? Number.NaN);
    const among = ofScored(medianOf, figures.group.places.length, lang);
    return say(
      lang,
      vi`trung vị tính toán${among} là ${middle}`,
      among.text === '' ? en`the computed median of ${middle}` : en`${middle}, the computed median${among}`,
    );
  }
  const name = nameOf(unitIn(figures, against.unit), lang);
  const score = totalOf(figures, against.unit, 'reference_score', lang);
  const whose = say(lang, vi`mức ${score} của ${name}`, en`the ${score} of ${name}`);
  if (against.kind === 'unit') return whose;
  const leaders = figures.group.places.filter(({ rank }) => rank === 1).length;
  const count = figure('count', leaders);
  return leaders === 1
    ? say(
        lang,
        vi`${whose}, đơn vị đứng đầu theo thứ hạng tính toán`,
        en`${whose}, which is first by the computed rank`,
      )
    : say(
        lang,
        vi`${whose}, một trong ${count} đơn vị cùng đứng đầu theo thứ hạng tính toán`,
        en`${whose}, one of the ${count} that are first by the computed rank`,
      );
};

/** Where only components compare: what each did, in its own points, without what it is worth in a total. */
const withoutTotals = (compared: ComparedTotal, lang: Lang): Sentence[] => {
  const { figures, unit, against, whyNoTotal, decomposition } = compared;
  const name = nameOf(unitIn(figures, unit), lang);
  const now = periodWords(figures.release.period, lang);
  const then = periodWords(against.period, lang);
  const why = reasonIn(whyNoTotal, lang);
  const moved = decomposition.contributions.flatMap(({ component, difference }) =>
    difference === null ? [] : [vi`${inQuotes(component, lang)} ${movedBy(compared, difference, lang)}`],
  );
  const each = inSeries(moved, lang);
  return [
    say(
      lang,
      vi`Không so sánh tổng điểm ${now} của ${name} với ${then}: ${why}.`,
      en`The total score of ${name} in ${now} is not compared with ${then}: ${why}.`,
    ),
    ...(moved.length > 0
      ? [
          say(
            lang,
            vi`Các chỉ số thành phần so sánh được với ${then}, theo điểm của chính chỉ số đó: ${each}.`,
            en`Components that compare with ${then}, each in its own points: ${each}.`,
          ),
        ]
      : []),
  ];
};

/** Why figures of two methodologies are set side by side, with what the catalogue says was not checked. */
const becauseSentences = ({ because }: ComparedTotal, lang: Lang): Sentence[] =>
  [...new Set(because.map((reason) => reasonIn(reason, lang)))].map((why) =>
    say(lang, vi`So sánh qua hai phương pháp: ${why}.`, en`Compared across two methodologies: ${why}.`),
  );

/** Those with the same reason together. */
const notComparedSentences = ({ notCompared, against }: ComparedTotal, lang: Lang): Sentence[] =>
  [...Map.groupBy(notCompared, (one) => reasonIn(one, lang))].map(([why, parts]) => {
    const names = quoted(
      parts.map(({ component }) => component),
      lang,
    );
    const then = periodWords(against.period, lang);
    return say(
      lang,
      vi`Không so sánh ${names} với ${then}: ${why}.`,
      en`No comparison of ${names} with ${then}: ${why}.`,
    );
  });

/** A reason of the catalogue, to be followed by our own full stop. */
const reasonIn = (reason: Reason | null, lang: Lang): string =>
  ended((lang === 'vi' ? reason?.reason_vi : reason?.reason_en) ?? '');
