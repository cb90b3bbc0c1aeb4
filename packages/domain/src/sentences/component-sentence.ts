import { subtract } from '../decimal.ts';
import type { GroupRanking, RankedUnit } from '../ranking.ts';
import type { RankingDocument } from '../ranking-document.ts';
import { medianOfGroup } from './ranking-facts.ts';
import { whyMissing } from './score-sentence.ts';
import { en, figure, joined, type Lang, listed, type Named, nameOf, type Sentence, say, vi } from './sentence.ts';
import { within } from './subject.ts';
import { groupOf } from './unit-facts.ts';

/** A unit's score for one component beside the middle and the best of its group. */
export type ComponentFacts = {
  component: Named;
  /** Null: all units together. */
  group: Named | null;
  unit: RankedUnit;
  /** Of the scores in the group; null where not all are known. Computed here. */
  median: number | null;
  /** Units of the first computed rank; empty where nobody is ranked. */
  leaders: RankedUnit[];
  /** Score less median, score less the leaders'; null where one of the two is not there. */
  to_median: number | null;
  to_leader: number | null;
};

/** The facts of a unit in the ranking of a component; undefined where the group does not list it. */
export const componentFacts = (
  document: RankingDocument,
  group: GroupRanking,
  id: string,
): ComponentFacts | undefined => {
  const known = new Map(document.ranking.units.map((unit) => [unit.unit, unit]));
  const members = group.places.flatMap((place) => known.get(place.unit) ?? []);
  const unit = members.find((member) => member.unit === id);
  if (!unit) return undefined;
  const leaders = group.places.filter(({ rank }) => rank === 1).flatMap((place) => known.get(place.unit) ?? []);
  const median = medianOfGroup(document, members);
  const gap = (other: number | null) => (unit.score === null || other === null ? null : subtract(unit.score, other));
  // Points beside points of another maximum say nothing.
  const isAlike = leaders[0]?.maximum === unit.maximum;
  return {
    component: { name_vi: document.component_vi, name_en: document.component_en },
    group: groupOf(group),
    unit,
    median,
    leaders,
    to_median: gap(median),
    to_leader: isAlike ? gap(leaders[0]?.score ?? null) : null,
  };
};

/** How a unit stands in one component against the median and the leader: differences only. */
export const componentSentence = (facts: ComponentFacts, lang: Lang): Sentence => {
  const { component, group, unit } = facts;
  const about = nameOf(component, lang);
  const among = within(group, lang);
  const name = nameOf(unit, lang);
  if (unit.score === null) {
    const why = whyMissing(unit, lang);
    return say(lang, vi`${about}${among}: ${name} ${why}.`, en`${about}${among}: ${name} ${why}.`);
  }
  const score = figure('score', unit.score);
  const beside = [besideMedian(facts, lang), besideLeader(facts, lang)].flatMap((each) => each ?? []);
  const told = joined(beside, say(lang, vi` và `, en` and `).text);
  const comma = beside.length > 0 ? vi`, ` : vi``;
  return say(
    lang,
    vi`${about}${among}: ${name} đạt ${score} điểm${comma}${told}.`,
    en`${about}${among}: ${name} scored ${score} points${comma}${told}.`,
  );
};

const besideMedian = ({ median, to_median }: ComponentFacts, lang: Lang): Sentence | null => {
  if (median === null || to_median === null) return null;
  const middle = figure('median', median);
  const other = say(lang, vi`trung vị (${middle})`, en`the median (${middle})`);
  return to_median === 0 ? say(lang, vi`bằng ${other}`, en`equal to ${other}`) : distance(to_median, other, lang);
};

const besideLeader = ({ unit, leaders, to_leader }: ComponentFacts, lang: Lang): Sentence | null => {
  const [first] = leaders;
  if (!first || first.score === null || to_leader === null) return null;
  if (leaders.some((leader) => leader.unit === unit.unit)) {
    return leaders.length === 1
      ? say(lang, vi`đứng đầu theo thứ hạng tính toán`, en`first by the computed rank`)
      : say(lang, vi`cùng đứng đầu theo thứ hạng tính toán`, en`first by the computed rank together with others`);
  }
  if (to_leader === 0) return null;
  const names = listed(
    leaders.map((leader) => nameOf(leader, lang)),
    lang,
  );
  const score = figure('score', first.score);
  const other = say(lang, vi`đơn vị đứng đầu là ${names} (${score})`, en`the first, ${names} (${score})`);
  return distance(to_leader, other, lang);
};

const distance = (gap: number, other: Sentence, lang: Lang): Sentence => {
  const by = figure('gap', Math.abs(gap));
  return gap > 0
    ? say(lang, vi`cao hơn ${other} ${by} điểm`, en`${by} above ${other}`)
    : say(lang, vi`thấp hơn ${other} ${by} điểm`, en`${by} below ${other}`);
};
