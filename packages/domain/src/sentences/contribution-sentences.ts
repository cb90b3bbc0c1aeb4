import type { ComparedTotal } from '../analysis/compared-total.ts';
import type { Contribution } from '../analysis/decomposition.ts';
import { membersOf, scoreOf } from '../analysis/release-figures.ts';
import { TOTAL } from '../identity.ts';
import { inQuotes, quoted } from './analysed-subject.ts';
import { greatest } from './greatest.ts';
import { en, figure, inSeries, type Lang, NOTHING, pointsWord, type Sentence, say, vi } from './sentence.ts';

/** What components add to a difference of two totals: sums, never causes. */

type Known = Contribution & { difference: number; contribution: number };

/** How many components add to either side and which most, and what none of them gives. */
export const contributionSentences = (compared: ComparedTotal, lang: Lang): Sentence[] => {
  const { contributions } = compared.decomposition;
  const known = contributions.filter((one): one is Known => one.contribution !== null && one.difference !== null);
  const sides = ([1, -1] as const).flatMap((sign) => sideSentence(compared, known, sign, lang) ?? []);
  const residual = residualSentence(compared, lang);
  return residual ? [...sides, residual] : sides;
};

const sideSentence = (compared: ComparedTotal, known: readonly Known[], sign: 1 | -1, lang: Lang): Sentence | null => {
  const side = known.filter(({ contribution }) => contribution * sign > 0);
  if (side.length === 0) return null;
  const named = greatest(side, ({ contribution }) => Math.abs(contribution));
  const count = figure('count', side.length);
  const all = figure('count', known.length);
  const parts = inSeries(
    named.map((one, i) => partOf(compared, one, i === 0, lang)),
    lang,
  );
  const before =
    named.length === 0
      ? NOTHING
      : named.length === side.length
        ? say(lang, vi`: `, en`: `)
        : sign > 0
          ? say(lang, vi`, lớn nhất là `, en`, the greatest in `)
          : say(lang, vi`, âm nhiều nhất là `, en`, the lowest in `);
  const withFigures = ofThoseKnown(compared, known, lang);
  const words = sign > 0 ? { vi: vi`dương`, en: en`positive` } : { vi: vi`âm`, en: en`negative` };
  return say(
    lang,
    vi`${count}/${all} chỉ số thành phần${withFigures} có đóng góp ${words.vi}${before}${parts}.`,
    en`${count} of ${all} components${withFigures} ${count.value === 1 ? en`has` : en`have`} a ${words.en} contribution${before}${parts}.`,
  );
};

/**
 * `“A” (1,2 điểm của tổng điểm; điểm thành phần tăng 0,6)`; what the points are of is said once, and a component whose
 * point is one of the total has no second figure.
 */
const partOf = (compared: ComparedTotal, one: Known, isFirst: boolean, lang: Lang): Sentence => {
  const name = inQuotes(one.component, lang);
  const points = figure('contribution', Math.abs(one.contribution));
  if (one.coefficient === 1) {
    return isFirst
      ? say(
          lang,
          vi`${name} (${points} điểm của tổng điểm)`,
          en`${name} (${points} ${pointsWord(points)} of the total)`,
        )
      : say(lang, vi`${name} (${points})`, en`${name} (${points})`);
  }
  const moved = movedBy(compared, one.difference, lang);
  return isFirst
    ? say(
        lang,
        vi`${name} (${points} điểm của tổng điểm; điểm thành phần ${moved})`,
        en`${name} (${points} ${pointsWord(points)} of the total; the component itself ${moved})`,
      )
    : say(lang, vi`${name} (${points}; ${moved})`, en`${name} (${points}; ${moved})`);
};

/** A component's own difference, in its own points. */
export const movedBy = (compared: ComparedTotal, difference: number, lang: Lang): Sentence => {
  const by = figure('difference', Math.abs(difference));
  if (difference === 0) return say(lang, vi`không đổi`, en`the same`);
  const word = MOVED[kindOf(compared)][difference > 0 ? 1 : -1];
  return say(lang, vi`${word.vi} ${by}`, en`${by} ${word.en}`);
};

const ofThoseKnown = ({ decomposition }: ComparedTotal, known: readonly Known[], lang: Lang): Sentence =>
  known.length === decomposition.contributions.length ? NOTHING : say(lang, vi` có đủ điểm`, en` with figures`);

/** Which components nothing is known of on both sides; null where all are. */
export const missingSentence = (compared: ComparedTotal, lang: Lang): Sentence | null => {
  const { contributions } = compared.decomposition;
  const missing = contributions.filter(({ contribution }) => contribution === null);
  if (missing.length === 0) return null;
  const names = quoted(
    missing.map(({ component }) => component),
    lang,
  );
  const isEvery = missing.length === contributions.length;
  const what = compared.totals ? say(lang, vi`đóng góp`, en`contribution`) : say(lang, vi`thay đổi`, en`change`);
  const where = compared.before
    ? say(lang, vi`ở ít nhất một trong hai kỳ`, en`in at least one of the two periods`)
    : say(lang, vi`ở ít nhất một bên`, en`on at least one side`);
  if (isEvery) {
    return say(
      lang,
      vi`Không tính được ${what} của chỉ số thành phần nào vì thiếu điểm ${where}; thiếu không có nghĩa là bằng không.`,
      en`No ${what} of any component is computed, since scores are missing ${where}; missing is not zero.`,
    );
  }
  return say(
    lang,
    vi`Không tính được ${what} của ${names} vì thiếu điểm ${where}; thiếu không có nghĩa là bằng không.`,
    en`No ${what} of ${names} is computed, since a score is missing ${where}; missing is not zero.`,
  );
};

/** What is left over, where it is more than rounding can leave. */
const residualSentence = (compared: ComparedTotal, lang: Lang): Sentence | null => {
  const { rounding, against, weighing } = compared;
  const { residual } = compared.decomposition;
  if (residual === null || Math.abs(residual) <= rounding) return null;
  const size = figure('residual', Math.abs(residual));
  const points = residual > 0 ? say(lang, vi`+${size}`, en`+${size}`) : say(lang, vi`−${size}`, en`−${size}`);
  if (against.kind !== 'median') {
    // Of a formula that is our own finding nobody knows what it may leave besides rounding.
    return weighing.derived === null
      ? say(
          lang,
          vi`Phần dư là ${points} điểm, không thuộc chỉ số thành phần nào, lớn hơn mức mà việc làm tròn số có thể để lại.`,
          en`A residual of ${points} ${pointsWord(size)} belongs to no component, and is more than rounding can leave.`,
        )
      : say(
          lang,
          vi`Phần dư là ${points} điểm, không thuộc chỉ số thành phần nào.`,
          en`A residual of ${points} ${pointsWord(size)} belongs to no component.`,
        );
  }
  const others = isOfSameUnits(compared) ? NOTHING : say(lang, OTHER_UNITS.vi, OTHER_UNITS.en);
  return say(
    lang,
    vi`Phần dư là ${points} điểm: trung vị của các chỉ số thành phần không cộng thành trung vị của tổng điểm${others}.`,
    en`A residual of ${points} ${pointsWord(size)} remains: the medians of the components do not add up to the median of the total${others}.`,
  );
};

/** Whether every median is of as many units as that of the total. */
const isOfSameUnits = ({ figures, weighing }: ComparedTotal): boolean => {
  const counted = [TOTAL, ...weighing.components.map(({ component }) => component.component)].map(
    (component) => membersOf(figures).filter((unit) => scoreOf(figures, unit, component) !== null).length,
  );
  return new Set(counted).size === 1;
};

const OTHER_UNITS = {
  vi: vi`, và không phải chỉ số nào cũng có điểm của cùng số đơn vị`,
  en: en`, and not all of them are of the same number of units`,
};

const kindOf = ({ before }: ComparedTotal) => (before ? 'change' : 'distance');

type Words = Record<1 | -1, { vi: Sentence; en: Sentence }>;

const MOVED: Record<'change' | 'distance', Words> = {
  change: { 1: { vi: vi`tăng`, en: en`higher` }, [-1]: { vi: vi`giảm`, en: en`lower` } },
  distance: { 1: { vi: vi`cao hơn`, en: en`higher` }, [-1]: { vi: vi`thấp hơn`, en: en`lower` } },
};
