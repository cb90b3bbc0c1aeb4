import { intervalsByWeights } from '@chi-so/domain/analysis/robustness';
import { uniformDraws } from '@chi-so/domain/analysis/uniform-draws';
import { findRobustness } from '@chi-so/query/analysis/robustness';
import type { Bench, Table } from './figures.ts';
import { inTurn } from './in-turn.ts';
import { shippedReleases } from './shipped-releases.ts';
import { median, ratiosOf, spreadOf } from './statistics.ts';

const DRAWS = 10_000;
const UNITS = 63;
const COMPONENTS = 10;

const next = uniformDraws(1);
const scores = Float64Array.from({ length: UNITS * COMPONENTS }, () => 4 + 4 * next());
const coefficients = Float64Array.from({ length: COMPONENTS }, () => 0.5 + next());

/** The same arithmetic (weighted totals, and a rank for each by counting who is better), and nothing is kept. */
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

const timed = (work: () => number) => (): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

/** How much a rank of PCI says: in how many places it could have been, under weights a quarter more or less. */
const widthsOfPci = async (): Promise<Table> => {
  const { stores } = await shippedReleases('pci', 'VN63');
  const rows = ['2019', '2021'].map(async (period) => {
    const query = { index: 'pci', period, set: 'VN63' };
    const found = await findRobustness(stores, { query, lang: 'en' });
    const widths = found.rows.map(({ rank_width }) => Number(rank_width));
    return [period, widths.length, median(widths), Math.max(...widths), widths.filter((width) => width >= 2).length];
  });
  return {
    title: 'Widths of the intervals of PCI as it ships, weights ± 25 %, places',
    columns: ['', 'units', 'median', 'most', 'units of 2 or more'],
    rows: await Promise.all(rows),
  };
};

const TARGET = 'intervals of ranks: ours / bare loop';

export const robustness: Bench = {
  name: 'robustness',
  compares: `${DRAWS.toLocaleString('en-US')} draws of weights over ${UNITS} units and ${COMPONENTS} components, beside a bare loop over typed arrays that does the same arithmetic.`,
  targets: { [TARGET]: { most: 1.5 } },
  minutes: 0.5,
  run: async ({ quick }) => {
    const rounds = quick ? 3 : 15;
    const times = await inTurn({ rounds, warmUp: 2 }, { bare: timed(bare), ours: timed(ours) });
    return {
      tables: [
        {
          title: `${rounds} rounds, ms`,
          columns: ['bare loop', 'ours', 'ratio'],
          rows: [[spreadOf(times.bare), spreadOf(times.ours), ratiosOf(times.ours, times.bare)]],
        },
        await widthsOfPci(),
      ],
      measured: { [TARGET]: ratiosOf(times.ours, times.bare) },
      versions: {},
      notes: [],
    };
  },
};
