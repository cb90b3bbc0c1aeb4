import type { ComparedTotal } from '../analysis/compared-total.ts';
import type { RankChange } from '../analysis/rank-change.ts';
import { en, figure, inSeries, type Lang, type Sentence, say, vi } from './sentence.ts';
import { placed, within } from './subject.ts';
import { groupOf } from './unit-facts.ts';

/** How a computed rank moved between two periods, and with whose scores; null where the unit is not ranked in both. */
export const rankChangeSentence = ({ figures, before, rank }: ComparedTotal, lang: Lang): Sentence | null => {
  if (!before || !rank) return null;
  const among = within(groupOf(figures.group), lang);
  const from = placed(rank.rank_before, before.group.rank_of, lang);
  const to = placed(rank.rank, figures.group.rank_of, lang);
  const how = partsOf(rank, lang);
  if (rank.change === 0) {
    const isSame = before.group.rank_of === figures.group.rank_of;
    const where = isSame ? to : say(lang, vi`${from}, nay là ${to}`, en`${from}, and now ${to}`);
    return say(
      lang,
      vi`Thứ hạng tính toán${among} vẫn là ${where}${how}.`,
      en`The computed rank${among} is still ${where}${how}.`,
    );
  }
  const places = placesOf(rank.change, lang);
  return say(
    lang,
    vi`Thứ hạng tính toán${among} ${places}, từ ${from} đến ${to}${how}.`,
    en`The computed rank${among} is ${places}, from ${from} to ${to}${how}.`,
  );
};

/** Those who left and those who are new are told apart: that the two cancel out does not mean that neither moved the rank. */
const partsOf = ({ own, others, leavers, newcomers }: RankChange, lang: Lang): Sentence => {
  const told = [
    { places: own, vi: vi`theo điểm của chính đơn vị`, en: en`with its own score` },
    { places: others, vi: vi`theo điểm của các đơn vị khác`, en: en`with the scores of the others` },
    {
      places: leavers,
      vi: vi`theo các đơn vị không còn được xếp hạng ở kỳ sau`,
      en: en`with units that are no longer ranked`,
    },
    {
      places: newcomers,
      vi: vi`theo các đơn vị mới được xếp hạng ở kỳ sau`,
      en: en`with units that are newly ranked`,
    },
  ].filter(({ places }) => places !== 0);
  const [only, ...more] = told;
  if (!only) return vi``;
  if (more.length === 0) return say(lang, vi`, toàn bộ ${only.vi}`, en`, all of it ${only.en}`);
  const parts = told.map((part) =>
    say(lang, vi`${placesOf(part.places, lang)} ${part.vi}`, en`${placesOf(part.places, lang)} ${part.en}`),
  );
  return say(lang, vi`; gồm ${inSeries(parts, lang)}`, en`: ${inSeries(parts, lang)}`);
};

const placesOf = (change: number, lang: Lang): Sentence => {
  const places = figure('rank_change', Math.abs(change));
  const plural = places.value === 1 ? en`place` : en`places`;
  return change > 0
    ? say(lang, vi`tăng ${places} bậc`, en`${places} ${plural} up`)
    : say(lang, vi`giảm ${places} bậc`, en`${places} ${plural} down`);
};
