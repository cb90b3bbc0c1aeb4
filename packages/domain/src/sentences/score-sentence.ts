import type { Reason, Score } from '../score.ts';
import { en, figure, type Lang, NOTHING, nameOf, type Sentence, say, vi } from './sentence.ts';
import { subject, within } from './subject.ts';
import type { UnitFacts } from './unit-facts.ts';

/** What score a unit has, or why it has none. */
export const scoreSentence = (facts: UnitFacts, lang: Lang): Sentence => {
  const { unit, group } = facts;
  const name = nameOf(unit, lang);
  const about = subject(facts, lang);
  const among = within(group, lang);
  if (unit.score === null) {
    const why = whyMissing(unit, lang);
    return say(lang, vi`Theo ${about}, ${name}${among} ${why}.`, en`In the ${about}, ${name}${among} ${why}.`);
  }
  const points = scoreOf(facts, lang);
  return say(
    lang,
    vi`Theo ${about}, ${name}${among} đạt ${points} điểm${caveat(facts, lang)}.`,
    en`In the ${about}, ${name}${among} scored ${points} points${caveat(facts, lang)}.`,
  );
};

/** Of a scorecard, with what could be reached. */
const scoreOf = ({ unit: { score, maximum, percent } }: UnitFacts, lang: Lang): Sentence => {
  const points = figure('score', score ?? 0);
  if (maximum === null || percent === null) return say(lang, vi`${points}`, en`${points}`);
  const most = figure('maximum', maximum);
  const share = figure('percent', percent);
  return say(lang, vi`${points}/${most} (${share}%)`, en`${points} of ${most} (${share}%)`);
};

/** That a score is not what its publisher printed for good. */
export const caveat = ({ unit, derived }: { unit: Pick<Score, 'status'>; derived: boolean }, lang: Lang): Sentence => {
  if (derived) return say(lang, vi` (điểm suy ra, không phải số liệu in sẵn)`, en` (derived, not printed)`);
  if (unit.status === 'E') return say(lang, vi` (điểm ước tính)`, en` (an estimate)`);
  if (unit.status === 'P') return say(lang, vi` (điểm tạm thời)`, en` (provisional)`);
  return NOTHING;
};

/** That there is no score, and why: to follow the name of the unit, or a number of units. */
export const whyMissing = (missing: Pick<Score, 'reason' | 'status'>, lang: Lang, units = 1): Sentence => {
  const why = MISSING[missingReason(missing)];
  return say(lang, why.vi, units === 1 ? en`has no score: ${why.en}` : en`have no score: ${why.en}`);
};

/** Why a score is missing, as far as that is known. */
export const missingReason = ({ reason, status }: Pick<Score, 'reason' | 'status'>): Reason =>
  reason ?? (status === 'Q' ? 'withheld' : 'unknown');

const MISSING: Record<Reason, Record<Lang, Sentence>> = {
  withheld: { vi: vi`không có điểm vì điểm không được công bố`, en: en`it is withheld` },
  'not-surveyed': { vi: vi`không có điểm vì không được khảo sát`, en: en`not surveyed` },
  'not-applicable': { vi: vi`không có điểm vì không thuộc diện áp dụng`, en: en`the index does not apply` },
  unknown: { vi: vi`chưa có số liệu điểm, chưa rõ lý do`, en: en`the reason is not known` },
};
