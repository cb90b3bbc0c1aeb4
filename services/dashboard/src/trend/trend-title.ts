import type { Lang } from '@chi-so/contract/ranking-response';
import type { TrendMeta, TrendRow } from '../data/trend.ts';
import { say } from '../words/dictionary.ts';
import { scoreText } from '../words/figures.ts';
import type { DecimalsOf } from './decimals.ts';
import { type Line, type Place, placeOf, placeRuns } from './lines.ts';

type View = {
  simulated: ReadonlySet<string>;
  breaks: TrendMeta['breaks'];
  decimalsOf: DecimalsOf;
  periods: readonly string[];
};

/**
 * The title says the finding: from which rank to which, as far back as the drawing joins them; else the newest score, else
 * which periods are shown.
 */
export const trendTitle = (
  what: string,
  line: Line | undefined,
  { simulated, breaks, decimalsOf, periods }: View,
  lang: Lang,
): string => {
  const span = periods.length > 1 ? `${periods[0]}–${periods.at(-1)}` : (periods[0] ?? '');
  if (!line) return `${what} ${span}`.trim();
  const values = { what, unit: line.name };
  // What was ranked is the finding, even where the drawing has simulated places to compare it with others.
  const drawn = line.rows.some(({ rank }) => rank !== null) ? NONE : simulated;
  const places =
    placeRuns(line, breaks, drawn)
      .at(-1)
      ?.flatMap((row) => at(row, drawn)) ?? [];
  const [first, last] = [places[0], places.at(-1)];
  if (first && last) {
    const isCutOff = first === last && (placeRuns(line, [], drawn).at(-1)?.length ?? 0) > 1;
    return say(lang, isCutOff ? 'trendCutOff' : wordOf(first, last), {
      ...values,
      ...{ from: rankText(first, lang), start: first.period, to: rankText(last, lang), end: last.period },
    });
  }
  const scored = line.rows.findLast(({ score }) => score !== null);
  return scored?.score == null
    ? say(lang, 'trendNothing', values)
    : say(lang, 'trendScore', {
        ...values,
        score: scoreText(lang, scored.score, decimalsOf(scored)),
        end: scored.period,
      });
};

type At = Place & { period: string };

const NONE: ReadonlySet<string> = new Set();

const at = (row: TrendRow, simulated: ReadonlySet<string>): At[] => {
  const place = placeOf(row, simulated);
  return place ? [{ ...place, period: row.period }] : [];
};

const wordOf = (first: At, last: At) => {
  if (first.period === last.period) return 'trendOnce';
  if (first.rank === last.rank) return 'trendSame';
  return first.rank > last.rank ? 'trendUp' : 'trendDown';
};

const rankText = ({ rank, of, isSimulated, isComputed }: Place, lang: Lang): string =>
  say(lang, isSimulated ? 'simulatedRank' : isComputed ? 'computedIs' : 'plainRank', {
    rank: of === null ? rank : `${rank}/${of}`,
  });
