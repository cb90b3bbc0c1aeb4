import { isDeepStrictEqual } from 'node:util';

/** What is served, or kept, is not what the model says. */
export class Divergence extends Error {
  override readonly name = 'Divergence';
  /** The last events before it, the newest at the end. */
  events: string[] = [];
}

/** @throws Divergence with both sides where they differ. */
export const requireSame = (what: string, actual: unknown, expected: unknown): void => {
  if (isDeepStrictEqual(actual, expected)) return;
  throw new Divergence(differing(what, shown(actual), shown(expected)));
};

const shown = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing'));

const BEFORE = 200;
const SHOWN = 500;

/** Both sides around the place where they begin to differ. */
export const differing = (what: string, actual: string, expected: string): string => {
  let same = 0;
  while (same < actual.length && actual[same] === expected[same]) same++;
  const around = (text: string) => {
    const from = Math.max(0, same - BEFORE);
    return `${from > 0 ? '… ' : ''}${text.slice(from, from + SHOWN)}${text.length > from + SHOWN ? ' …' : ''}`;
  };
  return `${what}\n  is        ${around(actual)}\n  should be ${around(expected)}`;
};
