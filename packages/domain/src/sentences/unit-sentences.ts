import { changeSentence } from './change-sentence.ts';
import { gradeSentence } from './grade-sentence.ts';
import { claimSentence, rankSentence, tieSentence } from './rank-sentence.ts';
import { scoreSentence } from './score-sentence.ts';
import { en, type Lang, type Sentence, say, vi } from './sentence.ts';
import type { UnitFacts } from './unit-facts.ts';

/** Everything that a ranking lets one say of a unit, in the order of a report: score, rank, tie, grade, change, remarks. */
export const unitSentences = (facts: UnitFacts, lang: Lang): Sentence[] =>
  [
    scoreSentence(facts, lang),
    rankSentence(facts, lang),
    tieSentence(facts, lang),
    gradeSentence(facts, lang),
    changeSentence(facts, lang),
    claimSentence(facts, lang),
    remark(facts, lang),
  ].flatMap((each) => each ?? []);

/** What the release notes of this one figure, as it stands there, and where the figure comes from. */
const remark = ({ unit }: UnitFacts, lang: Lang): Sentence | null => {
  const { note } = unit;
  // A claim has named its source.
  const source = unit.rank_claimed === null ? unit.source : null;
  if (note === null && source === null) return null;
  const from = source === null ? vi`` : say(lang, vi`nguồn ${source}`, en`source ${source}`);
  const noted = note === null ? vi`` : vi`${note.replace(/\.$/, '')}`;
  const between = source === null || note === null ? vi`` : vi`; `;
  return say(
    lang,
    vi`Ghi chú của số liệu: ${from}${between}${noted}.`,
    en`Remark on the figure: ${from}${between}${noted}.`,
  );
};
