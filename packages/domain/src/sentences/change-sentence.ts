import { en, figure, type Lang, nameOf, periodWords, type Sentence, say, vi } from './sentence.ts';
import { ended } from './subject.ts';
import type { UnitFacts } from './unit-facts.ts';

/**
 * How a unit moved against the nearest earlier published period, or why nothing can be said. It tells differences, never
 * causes, and no difference of what does not compare. Null for a unit that has no score now.
 */
export const changeSentence = ({ unit, place, change }: UnitFacts, lang: Lang): Sentence | null => {
  if (change === null || (unit.score === null && place.rank === null)) return null;
  const { against, verdict, score, rank } = change;
  if (against === null || verdict === null) {
    return say(
      lang,
      vi`Chưa có kỳ trước trong hệ thống để so sánh.`,
      en`There is no earlier period in the system to compare with.`,
    );
  }
  const name = nameOf(unit, lang);
  const then = periodWords(against, lang);
  if (verdict.verdict === 'comparable') {
    const moved = both(
      score === null ? null : moveOfScore(score, lang),
      rank === null ? null : moveOfRank(rank, lang),
      lang,
    );
    return moved
      ? say(lang, vi`So với ${then}, ${moved}.`, en`Against ${then}, ${moved}.`)
      : say(
          lang,
          vi`Không so sánh được với ${then}: ${name} không có số liệu ở kỳ đó.`,
          en`No comparison with ${then}: ${name} has no figures in that period.`,
        );
  }
  const why = ended(lang === 'vi' ? verdict.reason_vi : verdict.reason_en);
  if (verdict.verdict === 'not-comparable') {
    return say(lang, vi`Không so sánh với ${then}: ${why}.`, en`No comparison with ${then}: ${why}.`);
  }
  return rank === null
    ? say(lang, vi`Không so sánh điểm với ${then}: ${why}.`, en`Scores are not compared with ${then}: ${why}.`)
    : say(
        lang,
        vi`So với ${then}, ${moveOfRank(rank, lang)}; điểm không so sánh được: ${why}.`,
        en`Against ${then}, ${moveOfRank(rank, lang)}; scores are not compared: ${why}.`,
      );
};

const both = (score: Sentence | null, rank: Sentence | null, lang: Lang): Sentence | null =>
  score && rank ? say(lang, vi`${score} và ${rank}`, en`${score} and ${rank}`) : (score ?? rank);

const moveOfScore = (change: number, lang: Lang): Sentence => {
  const points = figure('score_change', Math.abs(change));
  if (change === 0) return say(lang, vi`điểm không đổi`, en`the score is the same`);
  return change > 0
    ? say(lang, vi`điểm tăng ${points}`, en`the score is ${points} higher`)
    : say(lang, vi`điểm giảm ${points}`, en`the score is ${points} lower`);
};

const moveOfRank = (change: number, lang: Lang): Sentence => {
  const places = figure('rank_change', Math.abs(change));
  const plural = places.value === 1 ? en`place` : en`places`;
  if (change === 0) return say(lang, vi`thứ hạng tính toán không đổi`, en`the computed rank is the same`);
  return change > 0
    ? say(lang, vi`thứ hạng tính toán tăng ${places} bậc`, en`the computed rank is ${places} ${plural} up`)
    : say(lang, vi`thứ hạng tính toán giảm ${places} bậc`, en`the computed rank is ${places} ${plural} down`);
};
