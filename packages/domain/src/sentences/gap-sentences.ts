import type { Lever } from '../analysis/gap.ts';
import type { GapToTarget } from '../analysis/gap-to-target.ts';
import { bandsOf } from '../places.ts';
import { derivedWeightsSentence, inQuotes, ofScored, quoted, totalOf, unitIn } from './analysed-subject.ts';
import { gradeName } from './grade-sentence.ts';
import { greatest } from './greatest.ts';
import { en, figure, inSeries, type Lang, NOTHING, nameOf, pointsWord, type Sentence, say, vi } from './sentence.ts';
import { placed, within } from './subject.ts';
import { groupOf } from './unit-facts.ts';

/** What lacks to a target, which components could do it alone, which could not, and where most points are lost. */
export const gapSentences = (facts: GapToTarget, lang: Lang): Sentence[] => {
  const { gap, weighing } = facts;
  return [
    missingPoints(facts, lang),
    ...(gap.reached ? [] : [enoughAlone(gap.levers, lang), notEnoughAlone(gap.levers, lang)]),
    unknownSentence(gap.levers, lang),
    pointsLost(gap.levers, lang),
    gap.levers.some(({ points_lost }) => points_lost) ? derivedWeightsSentence(weighing, lang) : null,
  ].flatMap((each) => each ?? []);
};

const missingPoints = (facts: GapToTarget, lang: Lang): Sentence => {
  const { figures, unit, target, gap } = facts;
  const name = nameOf(unitIn(figures, unit), lang);
  if (gap.required === null || gap.points === null) {
    return target.kind === 'next'
      ? leadsSentence(facts, lang)
      : say(
          lang,
          vi`Mọi tổng điểm đều đủ để ${goalOf(facts, lang)}.`,
          en`Every total is enough to ${goalOf(facts, lang)}.`,
        );
  }
  const goal = goalOf(facts, lang);
  const score = totalOf(figures, unit, 'score', lang);
  const points = figure('gap', Math.abs(gap.points));
  if (gap.reached) {
    const beyond =
      gap.points === 0
        ? say(lang, vi`vừa đúng mức cần`, en`just what it takes`)
        : say(lang, vi`tốt hơn mức cần ${points} điểm`, en`${points} ${pointsWord(points)} better than it takes`);
    return say(
      lang,
      vi`${name} đã đủ điểm để ${goal}: tổng điểm ${score}, ${beyond}.`,
      en`${name} has what it takes to ${goal}: a total of ${score}, ${beyond}.`,
    );
  }
  const required = figure('required_score', gap.required);
  const condition = dependsOnOthers(facts)
    ? say(lang, vi`, nếu điểm của các đơn vị khác giữ nguyên`, en`, if the others keep their scores`)
    : NOTHING;
  const more = gap.points > 0 ? vi`thêm` : vi`giảm`;
  const points_en = gap.points > 0 ? en`more` : en`fewer`;
  return say(
    lang,
    vi`Để ${goal}, ${name} cần ${more} ${points} điểm, từ ${score} đến ${required}${tiedWith(facts, lang)}${condition}.`,
    en`To ${goal}, ${name} needs ${points} ${points_en} ${pointsWord(points)}, from ${score} to ${required}${tiedWith(facts, lang)}${condition}.`,
  );
};

const leadsSentence = ({ figures, unit }: GapToTarget, lang: Lang): Sentence => {
  const name = nameOf(unitIn(figures, unit), lang);
  const among = within(groupOf(figures.group), lang);
  const leaders = figure('count', figures.group.places.filter(({ rank }) => rank === 1).length);
  return leaders.value > 1
    ? say(
        lang,
        vi`${name} là một trong ${leaders} đơn vị cùng đứng đầu${among} theo thứ hạng tính toán, không còn thứ hạng nào cao hơn.`,
        en`${name} is one of the ${leaders} that are first${among} by the computed rank; there is no higher one.`,
      )
    : say(
        lang,
        vi`${name} đứng đầu${among} theo thứ hạng tính toán, không còn thứ hạng nào cao hơn.`,
        en`${name} is first${among} by the computed rank; there is no higher one.`,
      );
};

/** What others score decides of a rank, and of a grade where these are parts of the ranking; of no score that is given. */
const dependsOnOthers = ({ figures: { methodology }, target: { kind } }: GapToTarget): boolean =>
  kind === 'next' || kind === 'rank' || (kind === 'grade' && methodology.grading === 'quartiles');

const tiedWith = ({ figures, tied: [first, ...more] }: GapToTarget, lang: Lang): Sentence => {
  if (first === undefined) return NOTHING;
  const name = nameOf(unitIn(figures, first), lang);
  if (more.length === 0) return say(lang, vi`, đồng hạng với ${name}`, en`, in a tie with ${name}`);
  const others = figure('count', more.length);
  const units = others.value === 1 ? en`other` : en`others`;
  return say(
    lang,
    vi`, đồng hạng với ${name} và ${others} đơn vị khác`,
    en`, in a tie with ${name} and ${others} ${units}`,
  );
};

/** What is wanted, to follow a `để` or a `to`. */
const goalOf = ({ figures, target, rankReached, medianOf }: GapToTarget, lang: Lang): Sentence => {
  const { group, groups, methodology } = figures;
  const among = within(groupOf(group), lang);
  switch (target.kind) {
    case 'next': {
      const rank = rankReached === null ? NOTHING : vi` ${placed(rankReached, group.rank_of, lang)}`;
      return say(lang, vi`lên thứ hạng tính toán${rank}${among}`, en`reach computed rank${rank}${among}`);
    }
    case 'rank': {
      const rank = placed(target.rank, group.rank_of, lang);
      return say(
        lang,
        vi`đạt thứ hạng tính toán từ ${rank} trở lên${among}`,
        en`reach computed rank ${rank} or better${among}`,
      );
    }
    case 'grade': {
      const bands = bandsOf(methodology, group.group) ?? [];
      const grades = Object.fromEntries(bands.map(({ grade, name_en }) => [grade, name_en]));
      const name = gradeName(target.grade, { grades }, lang);
      return say(lang, vi`đạt xếp loại tính toán “${name}”`, en`reach the computed grade “${name}”`);
    }
    case 'score': {
      const score = figure('required_score', target.score);
      return say(lang, vi`đạt ${score} điểm`, en`reach ${score} points`);
    }
    case 'median': {
      const scored = ofScored(medianOf, group.places.length, lang);
      return say(lang, vi`đạt trung vị tính toán${scored}${among}`, en`reach the computed median${scored}${among}`);
    }
    case 'region': {
      const region = groups.find((candidate) => candidate.group === target.region);
      const name = region ? nameOf(region, lang) : target.region;
      const scored = ofScored(medianOf, region?.places.length ?? 0, lang);
      return say(
        lang,
        vi`đạt trung vị tính toán${scored} của “${name}”`,
        en`reach the computed median${scored} of “${name}”`,
      );
    }
  }
};

const enoughAlone = (levers: readonly Lever[], lang: Lang): Sentence | null => {
  const able = levers.filter(({ possible }) => possible === true);
  if (able.length === 0) return null;
  const known = levers.filter(isKnown);
  const named = greatest(able, ({ change_alone }) => -Math.abs(change_alone ?? 0));
  const count = figure('count', able.length);
  const all = figure('count', known.length);
  const each = inSeries(
    named.map((lever) => moveOf(lever, lang)),
    lang,
  );
  const told =
    named.length === 0
      ? leastOf(able, lang)
      : named.length === able.length
        ? say(lang, vi`: ${each}`, en`: ${each}`)
        : say(lang, vi`; thay đổi ít điểm nhất là ở ${each}`, en`; the smallest change is in ${each}`);
  const whatIsKnown = known.length === levers.length ? NOTHING : KNOWN[lang];
  const ofAll = say(lang, vi`${count}/${all} chỉ số thành phần`, en`${count} of ${all} components`);
  const which =
    able.length === 1
      ? ofAll
      : able.length === known.length
        ? say(lang, vi`một trong ${all} chỉ số thành phần`, en`any one of the ${all} components`)
        : say(lang, vi`một trong ${ofAll}`, en`any one of ${ofAll}`);
  return say(
    lang,
    vi`Chỉ cần riêng ${which}${whatIsKnown} thay đổi là đủ, các chỉ số khác giữ nguyên${told}.`,
    en`A change in ${which}${whatIsKnown} is enough alone, the rest as they are${told}.`,
  );
};

/** Of any other one nobody knows what it can do. */
const isKnown = ({ possible }: Lever): boolean => possible !== null;

const KNOWN = { vi: vi` đã biết điểm và thang điểm`, en: en` whose score and scale are known` };

/** Where too many share the smallest change to name them. */
const leastOf = (able: readonly Lever[], lang: Lang): Sentence => {
  const changes = able.map(({ change_alone }) => change_alone ?? 0);
  const least = changes.reduce((a, b) => (Math.abs(b) < Math.abs(a) ? b : a));
  const by = figure('change_alone', Math.abs(least));
  const count = figure('count', changes.filter((change) => change === least).length);
  return least > 0
    ? say(
        lang,
        vi`; ít nhất là tăng ${by} điểm ở ${count} chỉ số`,
        en`; the smallest change is up ${by}, in ${count} of them`,
      )
    : say(
        lang,
        vi`; ít nhất là giảm ${by} điểm ở ${count} chỉ số`,
        en`; the smallest change is down ${by}, in ${count} of them`,
      );
};

/** `“Tiếp cận đất đai” (tăng 0,81, đến 7,38)`, in points of the component. */
const moveOf = ({ component, change_alone, score_alone }: Lever, lang: Lang): Sentence => {
  const name = inQuotes(component, lang);
  const change = change_alone ?? 0;
  const by = figure('change_alone', Math.abs(change));
  const to = figure('score_alone', score_alone ?? 0);
  return change > 0
    ? say(lang, vi`${name} (tăng ${by}, đến ${to})`, en`${name} (up ${by}, to ${to})`)
    : say(lang, vi`${name} (giảm ${by}, đến ${to})`, en`${name} (down ${by}, to ${to})`);
};

const notEnoughAlone = (levers: readonly Lever[], lang: Lang): Sentence | null => {
  const unable = levers.filter(({ possible }) => possible === false);
  if (unable.length === 0) return null;
  const known = levers.filter(isKnown);
  if (unable.length === known.length && unable.length > 1) {
    const whatIsKnown = known.length === levers.length ? NOTHING : KNOWN[lang];
    return say(
      lang,
      vi`Dù đạt điểm tốt nhất của thang điểm, không chỉ số thành phần nào${whatIsKnown} tự mình đủ.`,
      en`No component${whatIsKnown} is enough alone, even at the best score of its scale.`,
    );
  }
  const names = quoted(
    unable.map(({ component }) => component),
    lang,
  );
  return say(
    lang,
    unable.length === 1
      ? vi`Dù đạt điểm tốt nhất của thang điểm, riêng chỉ số sau vẫn chưa đủ: ${names}.`
      : vi`Dù đạt điểm tốt nhất của thang điểm, riêng từng chỉ số sau vẫn chưa đủ: ${names}.`,
    en`Not enough alone, even at the best score of the scale: ${names}.`,
  );
};

const unknownSentence = (levers: readonly Lever[], lang: Lang): Sentence | null => {
  const unknown = levers.filter(({ points_lost }) => points_lost === null);
  if (unknown.length === 0) return null;
  if (unknown.length === levers.length) {
    return say(
      lang,
      vi`Không tính được điểm mất ở chỉ số thành phần nào vì không có điểm hoặc không biết thang điểm.`,
      en`Points lost are not known in any component, for want of scores or of scales.`,
    );
  }
  const names = quoted(
    unknown.map(({ component }) => component),
    lang,
  );
  const count = figure('count', unknown.length);
  const all = figure('count', levers.length);
  return say(
    lang,
    vi`Không tính được điểm mất ở ${count}/${all} chỉ số thành phần vì không có điểm hoặc không biết thang điểm: ${names}.`,
    en`Points lost are not known in ${count} of ${all} components, for want of a score or of the scale: ${names}.`,
  );
};

const pointsLost = (levers: readonly Lever[], lang: Lang): Sentence | null => {
  const losing = levers.filter(({ points_lost }) => (points_lost ?? 0) > 0);
  const named = greatest(losing, ({ points_lost }) => points_lost ?? 0);
  if (named.length === 0) return null;
  const each = inSeries(
    named.map(({ component, points_lost }, i) => {
      const points = figure('points_lost', points_lost ?? 0);
      const name = inQuotes(component, lang);
      return i === 0
        ? say(
            lang,
            vi`${name} (${points} điểm của tổng điểm)`,
            en`${name} (${points} ${pointsWord(points)} of the total)`,
          )
        : say(lang, vi`${name} (${points})`, en`${name} (${points})`);
    }),
    lang,
  );
  return named.length === losing.length
    ? say(
        lang,
        vi`So với điểm tốt nhất của thang điểm, điểm mất là ở ${each}.`,
        en`Against the best score of the scale, points are lost in ${each}.`,
      )
    : say(
        lang,
        vi`So với điểm tốt nhất của thang điểm, điểm mất nhiều nhất là ở ${each}.`,
        en`Against the best score of the scale, most points are lost in ${each}.`,
      );
};
