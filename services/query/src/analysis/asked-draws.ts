import { ROBUSTNESS_METHODS } from '@chi-so/contract/analysis/robustness-response';
import type { Draws } from '@chi-so/domain/analysis/robustness';
import { nearest } from '@chi-so/domain/nearest';
import { wholeNumber } from '@chi-so/runtime/parameters';
import { invalidParameter } from '@chi-so/runtime/problem';

/** What of a simulation is asked for. */

type Method = (typeof ROBUSTNESS_METHODS)[number];

/** Fewer than 100 draws have no 5th percentile worth the name. */
const DRAWS = { least: 100, most: 10_000 };
const SEED = { usual: 1, most: 2 ** 32 - 1 };
const SPREAD = { usual: 25, most: 100 };

/** Rankings of one unit that a request may cost: 10,000 draws of 150 units. */
const MOST_STEPS = 1_500_000;
/** Counts of ranks take the square of the units: no more memory than a function has. */
const MOST_UNITS = 5000;

export const askedMethod = (method: string = ROBUSTNESS_METHODS[0]): Method => {
  const known = ROBUSTNESS_METHODS.find((one) => one === method);
  if (known) return known;
  const near = nearest(method, ROBUSTNESS_METHODS);
  const list = ROBUSTNESS_METHODS.join(', ');
  throw invalidParameter(
    'method',
    `method phải là ${list}, không phải "${method}"${near ? `; có phải ${near} không?` : ''}`,
    `method must be ${list}, not "${method}"${near ? `; did you mean ${near}?` : ''}`,
  );
};

/** For so many units: 10,000 where that is not too much, and none is said. */
export const askedDraws = ({ draws, seed }: { draws?: string; seed?: string }, units: number): Draws => {
  if (units > MOST_UNITS) {
    throw invalidParameter(
      'group',
      `${units} đơn vị là quá nhiều để mô phỏng (nhiều nhất ${MOST_UNITS}): hãy nêu một khối nhỏ hơn`,
      `${units} units are too many to simulate (at most ${MOST_UNITS}): name a smaller group`,
    );
  }
  const most = Math.min(DRAWS.most, Math.floor(MOST_STEPS / Math.max(1, units)));
  return {
    draws: draws === undefined ? most : wholeNumber('draws', draws, DRAWS.least, most),
    seed: seed === undefined ? SEED.usual : wholeNumber('seed', seed, 0, SEED.most),
  };
};

/** Percent of a weight, up or down. Only weights have one. */
export const askedSpread = (method: Method, spread: string | undefined): number => {
  if (spread === undefined) return SPREAD.usual;
  if (method === 'weights') return wholeNumber('spread', spread, 1, SPREAD.most);
  throw invalidParameter('spread', 'spread chỉ dùng với method=weights', 'spread is for method=weights only');
};
