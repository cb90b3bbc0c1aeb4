import type { Lang } from '@chi-so/contract/ranking-response';
import { say } from '../words/dictionary.ts';
import { scoreText } from '../words/figures.ts';
import type { CountryPoint } from './country.ts';
import type { DecimalsOf } from './decimals.ts';
import { type Line, type Place, placeOf } from './lines.ts';

/** The name at the end of a line with its last figure, and where that stands. */
export type LabelText = { period: string; value: number; name: string; figure: string };

/** The last score of a line; with its period where others go on. */
export const scoreLabel = (line: Line, newest: string, decimalsOf: DecimalsOf, lang: Lang): LabelText | null => {
  const last = line.rows.findLast(({ score }) => score !== null);
  if (last?.score == null) return null;
  const figure = dated(scoreText(lang, last.score, decimalsOf(last)), last.period, newest);
  return { period: last.period, value: last.score, name: line.name, figure };
};

/** The last place of a line; with its period where others go on. */
export const rankLabel = (line: Line, newest: string, simulated: ReadonlySet<string>, lang: Lang): LabelText | null => {
  const last = line.rows.findLast((row) => placeOf(row, simulated) !== null);
  const place = last ? placeOf(last, simulated) : null;
  if (!last || !place) return null;
  const figure = dated(placeText(place, lang), last.period, newest);
  return { period: last.period, value: place.rank, name: line.name, figure };
};

/** The last median of the country. */
export const medianLabel = (
  { period, median, methodology }: CountryPoint,
  newest: string,
  decimalsOf: DecimalsOf,
  lang: Lang,
): LabelText => {
  const figure = dated(scoreText(lang, median, decimalsOf({ methodology })), period, newest);
  return { period, value: median, name: say(lang, 'median'), figure };
};

/** `20/63`, or that it is simulated, or computed here. */
export const placeText = ({ rank, of, isSimulated, isComputed }: Place, lang: Lang): string => {
  if (isSimulated) return say(lang, 'simulatedIs', { rank, of: of ?? '?' });
  const place = `${rank}/${of ?? '?'}`;
  return isComputed ? say(lang, 'computedIs', { rank: place }) : place;
};

/** A figure with its period, where that is not the newest one shown. */
const dated = (figure: string, period: string, newest: string): string =>
  period === newest ? figure : `${figure} (${period})`;

/** About as wide as a letter of the labels, and what is between them and the lines, in pixels. */
const LETTER = 7.3;
const BETWEEN = 18;

/** Room that labels at the ends of lines take of a drawing's width: all they need, or a good third. */
export const labelRoom = (labels: readonly (LabelText | null)[], width: number): number => {
  const longest = Math.max(0, ...labels.map((label) => (label ? wholeText(label).length : 0)));
  return Math.min(longest * LETTER + BETWEEN, width * 0.36);
};

/** As much of a label as the room holds; where letters are left out, it says so. */
export const fittedText = (label: Pick<LabelText, 'name' | 'figure'>, room: number): string => {
  const letters = Math.floor((room - BETWEEN + 1) / LETTER);
  const whole = wholeText(label);
  if (whole.length <= letters) return whole;
  const { name } = label;
  return name.length <= letters ? name : `${name.slice(0, Math.max(1, letters - 1)).trimEnd()}…`;
};

const wholeText = ({ name, figure }: Pick<LabelText, 'name' | 'figure'>): string => `${name} ${figure}`;
