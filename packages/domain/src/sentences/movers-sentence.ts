import type { Mover } from '../analysis/movers.ts';
import {
  en,
  figure,
  inSeries,
  type Lang,
  type Named,
  NOTHING,
  nameOf,
  periodWords,
  pointsWord,
  type Sentence,
  say,
  vi,
} from './sentence.ts';
import { within } from './subject.ts';

export type MoversFacts = {
  movers: readonly Mover[];
  from: string;
  to: string;
  /** Null: the index itself. */
  component: Named | null;
  /** Null: all units together. */
  group: Named | null;
  nameOf: (unit: string) => Named;
};

/** How many scores rose and fell between two periods, and whose most; null where nobody has both. */
export const moversSentence = (facts: MoversFacts, lang: Lang): Sentence | null => {
  const { movers, from, to, group, component } = facts;
  if (movers.length === 0) return null;
  const counted = (fits: (change: number) => boolean) =>
    figure('count', movers.filter(({ score_change }) => fits(score_change)).length);
  const all = figure('count', movers.length);
  const sides = [
    { count: counted((by) => by > 0), vi: vi`tăng điểm`, en: en`scored higher` },
    { count: counted((by) => by < 0), vi: vi`giảm điểm`, en: en`scored lower` },
    { count: counted((by) => by === 0), vi: vi`không đổi`, en: en`scored the same` },
  ].filter(({ count }) => count.value > 0);
  const told = inSeries(
    sides.map((side) => say(lang, vi`${side.count} đơn vị ${side.vi}`, en`${side.count} ${side.en}`)),
    lang,
  );
  const among = within(group, lang);
  const [then, now] = [periodWords(from, lang), periodWords(to, lang)];
  const most = [extreme(facts, 1, lang), extreme(facts, -1, lang)].flatMap((each) => each ?? []);
  const whose = most.length === 0 ? NOTHING : vi`; ${inSeries(most, lang)}`;
  const about = component
    ? say(
        lang,
        vi`Về chỉ số thành phần “${nameOf(component, lang)}”, trong`,
        en`In the component “${nameOf(component, lang)}”, of`,
      )
    : say(lang, vi`Trong`, en`Of`);
  return say(
    lang,
    vi`${about} ${all} đơn vị${among} có điểm ở cả hai kỳ, so với ${then}, ${now} có ${told}${whose}.`,
    en`${about} ${all} ${all.value === 1 ? en`unit` : en`units`}${among} with a score in both periods, ${told} in ${now} compared with ${then}${whose}.`,
  );
};

/** More names than these say nothing. */
const MOST_NAMED = 3;

const extreme = ({ movers, nameOf: named }: MoversFacts, sign: 1 | -1, lang: Lang): Sentence | null => {
  const most = movers.reduce((best, { score_change }) => Math.max(best, score_change * sign), 0);
  const those = movers.filter(({ score_change }) => most > 0 && score_change * sign === most);
  if (those.length === 0 || those.length > MOST_NAMED) return null;
  const by = figure('score_change', most);
  const is = those.length === 1 ? en`is` : en`are`;
  const names = inSeries(
    those.map(({ unit }) => vi`${nameOf(named(unit), lang)}`),
    lang,
  );
  return sign > 0
    ? say(lang, vi`tăng nhiều nhất là ${names} (${by} điểm)`, en`the most up ${is} ${names} (${by} ${pointsWord(by)})`)
    : say(
        lang,
        vi`giảm nhiều nhất là ${names} (${by} điểm)`,
        en`the most down ${is} ${names} (${by} ${pointsWord(by)})`,
      );
};
