import type { RankReason } from '../rank-reason.ts';
import type { RankedUnit } from '../ranking.ts';
import type { Extent } from '../score.ts';
import { en, figure, type Lang, listed, nameOf, type Sentence, say, vi } from './sentence.ts';
import { placed, within } from './subject.ts';
import type { UnitFacts } from './unit-facts.ts';

/** Where a unit stands: the printed rank and the computed one, each called what it is. Null where there is neither. */
export const rankSentence = (facts: UnitFacts, lang: Lang): Sentence | null => {
  const { unit, place, rank_of, group } = facts;
  const name = nameOf(unit, lang);
  const among = within(group, lang);
  const computed = place.rank === null ? null : placed(place.rank, rank_of, lang);
  if (unit.rank_published === null) {
    if (!computed) return unit.score === null ? null : whyUnranked(facts, lang);
    const none = withoutPrinted(facts, lang);
    return say(
      lang,
      vi`Thứ hạng tính toán của ${name}${among} là ${computed}${none}.`,
      en`The computed rank of ${name}${among} is ${computed}${none}.`,
    );
  }
  const printed = figure('rank_published', unit.rank_published);
  if (!computed) {
    return say(
      lang,
      vi`Theo công bố, ${name}${among} xếp thứ ${printed}; thứ hạng tính toán không có vì ${whyUnplaced(facts, lang)}.`,
      en`The published rank of ${name}${among} is ${printed}; no rank is computed, because ${whyUnplaced(facts, lang)}.`,
    );
  }
  const same = place.rank === unit.rank_published;
  const why = same || place.rank_reason === null ? vi`` : REASONS[place.rank_reason][lang];
  return same
    ? say(
        lang,
        vi`Theo công bố, ${name}${among} xếp thứ ${printed}; thứ hạng tính toán cũng là ${computed}.`,
        en`The published rank of ${name}${among} is ${printed}; the computed rank is ${computed} too.`,
      )
    : say(
        lang,
        vi`Theo công bố, ${name}${among} xếp thứ ${printed}; thứ hạng tính toán là ${computed}${why}.`,
        en`The published rank of ${name}${among} is ${printed}; the computed rank is ${computed}${why}.`,
      );
};

/** More names than these are a number. */
const MOST_NAMED = 5;

/** With whom a unit shares its computed rank; null where with nobody. */
export const tieSentence = ({ unit, place, tied_with }: UnitFacts, lang: Lang): Sentence | null => {
  if (place.rank === null || tied_with.length === 0) return null;
  const name = nameOf(unit, lang);
  const rank = figure('rank', place.rank);
  const count = figure('count', tied_with.length);
  const others =
    tied_with.length > MOST_NAMED
      ? say(lang, vi`${count} đơn vị khác`, en`${count} other units`)
      : listed(
          tied_with.map((other) => nameOf(other, lang)),
          lang,
        );
  return say(
    lang,
    vi`Ở thứ hạng tính toán thứ ${rank}, ${name} đồng hạng với ${others}.`,
    en`At the computed rank ${rank}, ${name} is tied with ${others}.`,
  );
};

/** A rank that somebody else states; null where nobody does. */
export const claimSentence = ({ unit, source }: UnitFacts, lang: Lang): Sentence | null => {
  if (unit.rank_claimed === null) return null;
  const name = nameOf(unit, lang);
  const from = unit.source ?? source;
  const rank = figure('rank_claimed', unit.rank_claimed);
  return say(
    lang,
    vi`Nguồn “${from}” nêu ${name} xếp thứ ${rank}; đây không phải thứ hạng do cơ quan công bố in.`,
    en`The source “${from}” states rank ${rank} for ${name}; the publisher did not print it.`,
  );
};

const whyUnranked = (facts: UnitFacts, lang: Lang): Sentence => {
  const name = nameOf(facts.unit, lang);
  const why = whyUnplaced(facts, lang);
  return say(
    lang,
    vi`${name} không có thứ hạng tính toán vì ${why}.`,
    en`${name} has no computed rank, because ${why}.`,
  );
};

/** Why a unit has no computed rank: to follow a `because`. */
export const whyUnplaced = (
  { unit, extent }: { unit: Pick<RankedUnit, 'score'>; extent: Extent },
  lang: Lang,
): Sentence => {
  if (extent === 'partial') return say(lang, vi`chỉ biết điểm của một số đơn vị`, en`only some scores are known`);
  if (unit.score === null) return say(lang, vi`không biết điểm`, en`its score is not known`);
  return say(lang, vi`không xếp được đơn vị này`, en`it cannot be placed`);
};

/** That nobody printed a rank; of a region nobody would. */
const withoutPrinted = ({ official, publisher_ranks }: UnitFacts, lang: Lang): Sentence => {
  if (!official) return vi``;
  return publisher_ranks
    ? say(lang, vi`; không có thứ hạng công bố`, en`; no rank is published`)
    : say(lang, vi`; cơ quan công bố không xếp hạng từng đơn vị`, en`; the publisher does not rank units one by one`);
};

const REASONS: Record<RankReason, Record<Lang, Sentence>> = {
  'tie-order': {
    vi: vi`, do cơ quan công bố xếp các đơn vị cùng điểm theo thứ tự liền nhau`,
    en: en`, since the publisher gives units with the same score consecutive ranks`,
  },
  rounding: {
    vi: vi`, chênh lệch trong phạm vi chữ số cuối của điểm được in`,
    en: en`, a difference within the last printed digit of the scores`,
  },
  'partial-release': {
    vi: vi`, do chỉ biết điểm của một số đơn vị`,
    en: en`, since only some scores are known`,
  },
  'different-population': {
    vi: vi`, do số đơn vị được xếp hạng khác nhau`,
    en: en`, since other units were ranked too, or were left out`,
  },
  conflict: {
    vi: vi`; điểm và thứ hạng công bố mâu thuẫn nhau`,
    en: en`; the published score and rank contradict each other`,
  },
};
