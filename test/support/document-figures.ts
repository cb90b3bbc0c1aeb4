import { medianOf } from '@chi-so/domain/median';
import type { Json } from './client.ts';

/** Which numbers a document may have, told from the answers of the API alone. */

/** Everything in an answer that is a number, and every text with letters and a digit in it. */
const walked = (value: Json, numbers: Set<number>, texts: Set<string>): void => {
  if (typeof value === 'number') numbers.add(Math.abs(value));
  else if (typeof value === 'string') walkedText(value, numbers, texts);
  else if (value && typeof value === 'object') for (const each of Object.values(value)) walked(each, numbers, texts);
};

const walkedText = (value: string, numbers: Set<number>, texts: Set<string>): void => {
  if (/^\d+$/.test(value)) numbers.add(Number(value));
  if (!/\d/.test(value) || !/\p{L}/u.test(value)) return;
  texts.add(value.replace(/\.$/, ''));
  // A note begins with words of the API's own.
  const [, behind] = /^[^:]+: (.+)$/.exec(value) ?? [];
  if (behind) walkedText(behind, numbers, texts);
};

const decimals = (value: number): number => (String(value).split('.')[1] ?? '').length;
const minus = (a: number, b: number): number => Number((a - b).toFixed(Math.max(decimals(a), decimals(b))));

/** Of rows of one component and group: the median, everybody's distance to it and to the first, and what is counted. */
const derived = (rows: Json[], numbers: Set<number>): void => {
  const scores = rows.flatMap(({ score }) => score ?? []);
  const others = [medianOf(scores), ...rows.filter(({ rank }) => rank === 1).map(({ score }) => score)];
  for (const other of others.filter((each) => each !== null)) {
    numbers.add(other);
    for (const score of scores) numbers.add(Math.abs(minus(score, other)));
  }
  for (const key of ['grade', 'reason', 'rank', 'grade_published']) {
    for (const [, same] of Map.groupBy(rows, (row) => row[key])) numbers.add(same.length).add(same.length - 1);
  }
};

/** The numbers and the texts of answers to rankings and series. */
export const figuresOf = (...answers: Json[]): { numbers: Set<number>; texts: Set<string> } => {
  const [numbers, texts] = [new Set<number>(), new Set<string>()];
  for (const answer of answers) {
    walked(answer, numbers, texts);
    const together = Map.groupBy(
      answer.data as Json[],
      ({ component, group, period }) => `${component} ${group} ${period}`,
    );
    for (const rows of together.values()) derived(rows, numbers);
  }
  return { numbers, texts };
};

/** The numbers of a text outside the texts that it took over, as its language writes them. */
export const strangeNumbers = (
  text: string,
  lang: 'vi' | 'en',
  { numbers, texts }: { numbers: ReadonlySet<number>; texts: ReadonlySet<string> },
): string[] => {
  const longestFirst = [...texts].sort((a, b) => b.length - a.length);
  const own = longestFirst.reduce((left, each) => left.replaceAll(each, ' … '), text);
  // What other releases are called, and their days, are no figures.
  const bare = own.replace(/\b\d{2}\/\d{1,2}\/\d{4}\b|\b\d{4}-\d{2}-\d{2}\b/g, ' ');
  const tokens = bare.match(lang === 'vi' ? /\d+(?:,\d+)?/g : /\d+(?:\.\d+)?/g) ?? [];
  return tokens.filter((token) => !numbers.has(Number(token.replace(',', '.'))));
};
