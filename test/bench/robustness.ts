import { intervalsByWeights } from '@chi-so/domain/analysis/robustness';
import { uniformDraws } from '@chi-so/domain/analysis/uniform-draws';

/**
 * `npm run bench:robustness`: 10,000 draws of weights over 63 units and 10 components, beside a bare loop over typed arrays
 * that does the same arithmetic (weighted totals, and a rank for each by counting who is better) and keeps nothing. Fails
 * where it takes more than 1.5 times as long.
 */

const DRAWS = 10_000;
const UNITS = 63;
const COMPONENTS = 10;
const MOST = 1.5;
const ROUNDS = 7;

const next = uniformDraws(1);
const scores = Float64Array.from({ length: UNITS * COMPONENTS }, () => 4 + 4 * next());
const coefficients = Float64Array.from({ length: COMPONENTS }, () => 0.5 + next());

const bare = (): number => {
  const draw = uniformDraws(1);
  const weights = new Float64Array(COMPONENTS);
  const totals = new Float64Array(UNITS);
  let sum = 0;
  for (let i = 0; i < DRAWS; i++) {
    for (let j = 0; j < COMPONENTS; j++) weights[j] = (coefficients[j] as number) * (1 + 0.25 * (2 * draw() - 1));
    for (let unit = 0, at = 0; unit < UNITS; unit++) {
      let total = 0;
      for (let j = 0; j < COMPONENTS; j++, at++) total += (weights[j] as number) * (scores[at] as number);
      totals[unit] = total;
    }
    for (let unit = 0; unit < UNITS; unit++) {
      const own = totals[unit] as number;
      let rank = 1;
      for (let other = 0; other < UNITS; other++) if ((totals[other] as number) > own) rank++;
      sum += rank;
    }
  }
  return sum;
};

const ours = (): number =>
  intervalsByWeights({ coefficients, scores }, { draws: DRAWS, seed: 1, spread: 0.25, sign: 1 }).length;

const timed = (work: () => number): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

/** In turn, and the fastest of each: what disturbs a run only makes it slower. */
const rounds = Array.from({ length: ROUNDS }, () => [timed(bare), timed(ours)] as const);
const bareTime = Math.min(...rounds.map(([time]) => time));
const oursTime = Math.min(...rounds.map(([, time]) => time));
const ratio = oursTime / bareTime;
console.log(
  `bare loop ${bareTime.toFixed(1)} ms, ours ${oursTime.toFixed(1)} ms, ratio ${ratio.toFixed(2)} (at most ${MOST})`,
);
if (ratio > MOST) process.exitCode = 1;
