import type { Lang } from '@chi-so/contract/ranking-response';
import { dayInVietnam } from '@chi-so/domain/day';
import { plain, roundHalfUp } from '@chi-so/domain/decimal';

/** Figures as a reader of the language writes them: a decimal comma in Vietnamese, a true minus, dates day first. */

const MINUS = '−';

/** A score to the release's decimals, `66,50`; rounded half up on the decimal string, as publishers do. */
export const scoreText = (lang: Lang, score: number, decimals: number): string => {
  const [whole = '', fraction] = Math.abs(roundHalfUp(score, decimals)).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, lang === 'vi' ? '.' : ',');
  const text = fraction === undefined ? grouped : `${grouped}${lang === 'vi' ? ',' : '.'}${fraction}`;
  return roundHalfUp(score, decimals) < 0 ? MINUS + text : text;
};

/** A number with all the digits that it has, `0,000004`: an end of a scale, a coefficient, a residual. */
export const exactText = (lang: Lang, value: number): string => scoreText(lang, value, decimalsOf(value));

/** Of points lost, which are computed: more would tell nothing. */
export const LOST_DECIMALS = 2;

/** How many decimals it takes to write a number whole. */
export const decimalsOf = (value: number): number => plain(Math.abs(value)).split('.')[1]?.length ?? 0;

/** A difference with its sign, `+0,42` or `−0,08`; none where it rounds to nothing. */
export const differenceText = (lang: Lang, difference: number, decimals: number): string => {
  const text = scoreText(lang, difference, decimals);
  return roundHalfUp(difference, decimals) > 0 ? `+${text}` : text;
};

/** A day (`2020-05-05`, or the day of an instant in Vietnam) as `5/5/2020` or `5 May 2020`. */
export const dayText = (lang: Lang, iso: string): string => {
  const [year = '', month = '', day = ''] = (iso.length > 10 ? dayInVietnam(new Date(iso)) : iso).split('-');
  if (lang === 'vi') return `${Number(day)}/${Number(month)}/${year}`;
  return `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`;
};

/** An instant (ms, or ISO 8601) as the clock in Vietnam shows it: `14:30 5/5/2020`. */
export const instantText = (lang: Lang, at: number | string): string => {
  const iso = new Date(at).toISOString();
  return `${new Date(Date.parse(iso) + VIETNAM_MS).toISOString().slice(11, 16)} ${dayText(lang, iso)}`;
};

const VIETNAM_MS = 7 * 3_600_000;

/** The month of a day: `5/2020` or `May 2020`. */
export const monthText = (lang: Lang, iso: string): string => {
  const [year = '', month = ''] = iso.split('-');
  return lang === 'vi' ? `${Number(month)}/${year}` : `${MONTHS[Number(month) - 1]} ${year}`;
};

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June'].concat([
  ...['July', 'August', 'September', 'October', 'November', 'December'],
]);
