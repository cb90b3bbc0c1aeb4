import type { Lang } from '@chi-so/contract/ranking-response';
import { dayInVietnam } from '@chi-so/domain/day';
import { roundHalfUp } from '@chi-so/domain/decimal';

/** Figures as a reader of the language writes them: a decimal comma in Vietnamese, a true minus, dates day first. */

const MINUS = '−';

/** A score to the release's decimals, `66,50`; rounded half up on the decimal string, as publishers do. */
export const scoreText = (lang: Lang, score: number, decimals: number): string => {
  const [whole = '', fraction] = Math.abs(roundHalfUp(score, decimals)).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, lang === 'vi' ? '.' : ',');
  const text = fraction === undefined ? grouped : `${grouped}${lang === 'vi' ? ',' : '.'}${fraction}`;
  return roundHalfUp(score, decimals) < 0 ? MINUS + text : text;
};

/** A figure as it was sent, to its last digit. */
export const exactText = (lang: Lang, figure: number): string => {
  const text = String(figure);
  return text.includes('e') ? text : scoreText(lang, figure, text.split('.')[1]?.length ?? 0);
};

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

/** An instant on a clock in Vietnam, to the minute: `5/5/2020 09:00`. */
export const instantText = (lang: Lang, iso: string): string =>
  `${dayText(lang, iso)} ${new Date(Date.parse(iso) + 7 * 3600_000).toISOString().slice(11, 16)}`;

/** The month of a day: `5/2020` or `May 2020`. */
export const monthText = (lang: Lang, iso: string): string => {
  const [year = '', month = ''] = iso.split('-');
  return lang === 'vi' ? `${Number(month)}/${year}` : `${MONTHS[Number(month) - 1]} ${year}`;
};

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June'].concat([
  ...['July', 'August', 'September', 'October', 'November', 'December'],
]);
