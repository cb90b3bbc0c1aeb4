import type { Lever } from '../analysis/gap.ts';
import type { GapToTarget } from '../analysis/gap-to-target.ts';
import { bandsOf } from '../places.ts';
import { derivedWeightsSentence, inQuotes, quoted, totalOf, unitIn } from './analysed-subject.ts';
import { gradeName } from './grade-sentence.ts';
import { greatest } from './greatest.ts';
import { en, figure, inSeries, type Lang, NOTHING, nameOf, type Sentence, say, vi } from './sentence.ts';
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
  const among = within(groupOf(figures.group), lang);
  if (gap.required === null || gap.points === null) {
    return target.kind === 'next'
      ? say(
          lang,
          vi`${name} đứng đầu${among} theo thứ hạng tính toán, không còn thứ hạng nào cao hơn.`,
          en`${name} is first${among} by the computed rank; there is no higher one.`,
        )
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
        : say(lang, vi`tốt hơn mức cần ${points} điểm`, en`${points} points better than it takes`);
    return say(
      lang,
      vi`${name} đã đủ điểm để ${goal}: tổng điểm ${score}, ${beyond}.`,
      en`${name} has what it takes to ${goal}: a total of ${score}, ${beyond}.`,
    );
  }
  const required = figure('required_score', gap.required);
  const more = gap.points > 0 ? vi`thêm` : vi`giảm`;
  const points_en = gap.points > 0 ? en`more` : en`fewer`;
  return say(
    lang,
    vi`Để ${goal}, ${name} cần ${more} ${points} điểm, từ ${score} đến ${required}${tiedWith(facts, lang)}, nếu điểm của các đơn vị khác giữ nguyên.`,
    en`To ${goal}, ${name} needs ${points} ${points_en} points, from ${score} to ${required}${tiedWith(facts, lang)}, if the others keep their scores.`,
  );
};

const tiedWith = ({ figures, reference }: GapToTarget, lang: Lang): Sentence => {
  if (reference === null) return NOTHING;
  const name = nameOf(unitIn(figures, reference), lang);
  return say(lang, vi`, đồng hạng với ${name}`, en`, in a tie with ${name}`);
};

/** What is wanted, to follow a `để` or a `to`. */
const goalOf = ({ figures, target, rankReached }: GapToTarget, lang: Lang): Sentence => {
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
    case 'median':
      return say(lang, vi`đạt trung vị tính toán${among}`, en`reach the computed median${among}`);
    case 'region': {
      const region = groups.find((candidate) => candidate.group === target.region);
      const name = region ? nameOf(region, lang) : target.region;
      return say(lang, vi`đạt trung vị tính toán của “${name}”`, en`reach the computed median of “${name}”`);
    }
  }
};

const enoughAlone = (levers: readonly Lever[], lang: Lang): Sentence | null => {
  const able = levers.filter(({ possible }) => possible === true);
  if (able.length === 0) return null;
  const named = greatest(able, ({ change_alone }) => -Math.abs(change_alone ?? 0));
  const count = figure('count', able.length);
  const all = figure('count', levers.length);
  const each = inSeries(
    named.map((lever) => moveOf(lever, lang)),
    lang,
  );
  const told =
    named.length === 0
      ? leastOf(able, lang)
      : named.length === able.length
        ? say(lang, vi`: ${each}`, en`: ${each}`)
        : say(lang, vi`, thay đổi ít điểm nhất là ${each}`, en`, with the smallest change ${each}`);
  return say(
    lang,
    vi`${count}/${all} chỉ số thành phần có thể tự mình đưa tổng điểm đến mức đó, các chỉ số khác giữ nguyên${told}.`,
    en`${count} of ${all} components could do it alone, the rest as they are${told}.`,
  );
};

/** Where too many share the smallest change to name them. */
const leastOf = (able: readonly Lever[], lang: Lang): Sentence => {
  const changes = able.map(({ change_alone }) => change_alone ?? 0);
  const least = changes.reduce((a, b) => (Math.abs(b) < Math.abs(a) ? b : a));
  const by = figure('change_alone', Math.abs(least));
  const count = figure('count', changes.filter((change) => change === least).length);
  return least > 0
    ? say(
        lang,
        vi`, ít nhất là tăng ${by} điểm ở ${count} chỉ số`,
        en`, with the smallest change ${by} higher in ${count}`,
      )
    : say(
        lang,
        vi`, ít nhất là giảm ${by} điểm ở ${count} chỉ số`,
        en`, with the smallest change ${by} lower in ${count}`,
      );
};

/** `“Tiếp cận đất đai” (tăng 0,81, đến 7,38)`, in points of the component. */
const moveOf = ({ component, change_alone, score_alone }: Lever, lang: Lang): Sentence => {
  const name = inQuotes(component, lang);
  const change = change_alone ?? 0;
  const by = figure('change_alone', Math.abs(change));
  const to = figure('score_alone', score_alone ?? 0);
  return change > 0
    ? say(lang, vi`${name} (tăng ${by}, đến ${to})`, en`${name} (${by} higher, at ${to})`)
    : say(lang, vi`${name} (giảm ${by}, đến ${to})`, en`${name} (${by} lower, at ${to})`);
};

const notEnoughAlone = (levers: readonly Lever[], lang: Lang): Sentence | null => {
  const unable = levers.filter(({ possible }) => possible === false);
  if (unable.length === 0) return null;
  if (unable.length === levers.length) {
    return say(
      lang,
      vi`Không chỉ số thành phần nào tự mình đủ, kể cả ở điểm tốt nhất của thang điểm.`,
      en`No component is enough alone, even at the best score of its scale.`,
    );
  }
  const names = quoted(
    unable.map(({ component }) => component),
    lang,
  );
  return say(
    lang,
    vi`Không tự mình đủ, kể cả ở điểm tốt nhất của thang điểm: ${names}.`,
    en`Not enough alone, even at the best score of the scale: ${names}.`,
  );
};

const unknownSentence = (levers: readonly Lever[], lang: Lang): Sentence | null => {
  const unknown = levers.filter(({ points_lost }) => points_lost === null);
  if (unknown.length === 0) return null;
  if (unknown.length === levers.length) {
    return say(
      lang,
      vi`Không tính được điểm đánh mất ở chỉ số thành phần nào vì không có điểm hoặc không biết thang điểm.`,
      en`Points lost are not known in any component, for want of scores or of scales.`,
    );
  }
  const names = quoted(
    unknown.map(({ component }) => component),
    lang,
  );
  return say(
    lang,
    vi`Không tính được điểm đánh mất ở ${names} vì không có điểm hoặc không biết thang điểm.`,
    en`Points lost are not known in ${names}, for want of a score or of the scale.`,
  );
};

const pointsLost = (levers: readonly Lever[], lang: Lang): Sentence | null => {
  const losing = levers.filter(({ points_lost }) => points_lost !== null && points_lost !== 0);
  const named = greatest(losing, ({ points_lost }) => Math.abs(points_lost ?? 0));
  if (named.length === 0) return null;
  const each = inSeries(
    named.map(({ component, points_lost }, i) => {
      const points = figure('points_lost', Math.abs(points_lost ?? 0));
      const name = inQuotes(component, lang);
      return i === 0
        ? say(lang, vi`${name} (${points} điểm của tổng điểm)`, en`${name} (${points} points of the total)`)
        : say(lang, vi`${name} (${points})`, en`${name} (${points})`);
    }),
    lang,
  );
  return named.length === losing.length
    ? say(
        lang,
        vi`So với điểm tốt nhất của thang điểm, điểm đánh mất là ở ${each}.`,
        en`Against the best score of the scale, points are lost in ${each}.`,
      )
    : say(
        lang,
        vi`So với điểm tốt nhất của thang điểm, điểm đánh mất nhiều nhất là ở ${each}.`,
        en`Against the best score of the scale, most points are lost in ${each}.`,
      );
};
