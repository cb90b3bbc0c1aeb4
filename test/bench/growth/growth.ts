import { getAnswer } from '@chi-so/storage/answers';
import { putLabelled } from '@chi-so/storage/labelled';
import { getSeries } from '@chi-so/storage/series';
import { communes } from '../communes.ts';
import type { Bench, Cell, Figures, Options, Table } from '../figures.ts';
import { madeRankings, madeRelease } from '../made-rankings.ts';
import { slopeOf } from '../statistics.ts';
import { type Growing, growingLog, type Used } from './memory-stores.ts';
import { throttledWorkloads } from './throttled-workloads.ts';

/** The country's provinces. */
const UNITS = 34;
const SIZES = [1, 10, 100, 1000];

const target = (what: string) => `RCU of a default read over ${what}: exponent of its growth`;
const OVER = {
  periods: target('1 to 1,000 periods'),
  revisions: target('1 to 1,000 revisions'),
  releases: target('1 to 1,000 unit sets'),
};

export const growth: Bench = {
  name: 'growth',
  compares:
    'Reads and rankings with 10, 100 and 1,000 times the periods, revisions, unit sets and units; and, simulated, which limit of AWS or of ours is met first under the load of a country.',
  targets: Object.fromEntries(Object.values(OVER).map((name) => [name, { most: 0.01 }])),
  minutes: 4,
  run: async (options) => {
    const parts = [await periods(options), await revisions(options), await unitSets(options), await units(options)];
    const tables = parts.map(({ table }) => table);
    return {
      tables: [...tables, ...throttledWorkloads()],
      measured: Object.assign({}, ...parts.map(({ measured }) => measured)),
      versions: {},
      notes: NOTES,
    };
  },
};

type Part = { table: Table; measured: Figures['measured'] };

const sizesOf = ({ quick }: Options) => (quick ? SIZES.slice(0, 3) : SIZES);

/** Whether the engine takes it, or what it says: an item has a largest size. */
const orRefused = async (work: () => Promise<Used>): Promise<Used | string> => {
  try {
    return await work();
  } catch (error) {
    return (error as Error).message;
  }
};

const cells = (used: Used | string): Cell[] =>
  typeof used === 'string' ? [used, null, null] : [used.read, used.written, used.cpu];

const COLUMNS = ['default read RCU', 'series RCU', 'a ranking RCU', 'WCU', 'ms of CPU'];

const reading = async ({ stores, using }: Growing, unit_set: string, period: string) => {
  const log = { index: 'pci', unit_set, edition: 'main' };
  const answer = await using(async () => {
    if (!(await getAnswer(stores.rankings, { ...log, period }))) throw new Error(`${period} is not ranked`);
  });
  const series = await using(() => getSeries(stores.rankings, log, 'total'));
  return [answer.read, series.read] as const;
};

/** One log gets more periods; what a correction of the newest one takes is measured at each size. */
const periods = async (options: Options): Promise<Part> => {
  const set = communes(UNITS);
  const grown = await growingLog(set);
  const rows: Cell[][] = [];
  const reads: [number, number][] = [];
  const costs: [number, number][] = [];
  const first = 1000;
  let count = 0;
  for (const size of sizesOf(options)) {
    let failed: string | undefined;
    for (; count < size && !failed; count++) {
      const published = await orRefused(() => grown.publish(String(first + count)));
      if (typeof published === 'string') failed = published;
    }
    if (failed) {
      rows.push([size, `stops at ${count} periods: ${failed}`, null, null, null, null]);
      break;
    }
    const newest = String(first + count - 1);
    const used = await grown.correct(newest, 50 + size / 10_000 + 0.01);
    const [read, series] = await reading(grown, set.unit_set, newest);
    reads.push([size, read]);
    costs.push([size, used.written]);
    rows.push([size, read, series, ...cells(used)]);
  }
  return {
    table: {
      title: `${UNITS} units × 1 component, so many periods in one log, then a correction of the newest. WCU grow with an exponent of ${slopeOf(costs).toFixed(2)}: the series is one item`,
      columns: ['periods', ...COLUMNS],
      rows,
    },
    measured: { [OVER.periods]: slopeOf(reads) },
  };
};

const revisions = async (options: Options): Promise<Part> => {
  const set = communes(UNITS);
  const grown = await growingLog(set);
  await grown.publish('2019');
  const rows: Cell[][] = [];
  const reads: [number, number][] = [];
  const costs: [number, number][] = [];
  let count = 1;
  let used: Used = { read: 0, written: 0, cpu: 0 };
  for (const size of sizesOf(options)) {
    for (; count < size + 1; count++) used = await grown.correct('2019', 20 + count / 100);
    const [read, series] = await reading(grown, set.unit_set, '2019');
    reads.push([size, read]);
    costs.push([size, used.read]);
    rows.push([size, read, series, ...cells(used)]);
  }
  return {
    table: {
      title: `One period, corrected so many times; the ranking of the last one. Its RCU grow with an exponent of ${slopeOf(costs).toFixed(2)}: the log is read whole`,
      columns: ['corrections', ...COLUMNS],
      rows,
    },
    measured: { [OVER.revisions]: slopeOf(reads) },
  };
};

/** As many releases of one period as there are provinces, and more: each is read by its name. */
const unitSets = async (options: Options): Promise<Part> => {
  const grown = await growingLog(communes(UNITS));
  const { answer } = madeRankings(21);
  const rows: Cell[][] = [];
  const reads: [number, number][] = [];
  let count = 0;
  for (const size of sizesOf(options)) {
    for (; count < size; count++) {
      const key = { pk: answer.key.pk, sk: `2019#VN63-${count}#main` };
      await putLabelled(grown.stores.rankings, { ...answer, key });
    }
    const release = { ...madeRelease(21), unit_set: `VN63-${count - 1}` };
    const { read } = await grown.using(async () => {
      if (!(await getAnswer(grown.stores.rankings, release))) throw new Error('Not there');
    });
    reads.push([size, read]);
    rows.push([size, read]);
  }
  return {
    table: {
      title: 'Releases of 21 units each, of so many unit sets in one period; one of them is read by its name',
      columns: ['unit sets', 'default read RCU'],
      rows,
    },
    measured: { [OVER.releases]: slopeOf(reads) },
  };
};

/** The one growth that costs: a ranking of more units is a larger item. */
const units = async (options: Options): Promise<Part> => {
  const rows: Cell[][] = [];
  for (const size of [63, 630, 6300, ...(options.quick ? [] : [63_000])]) {
    const grown = await growingLog(communes(1));
    const { answer, ranking } = madeRankings(size);
    const put = await orRefused(() => grown.using(() => putLabelled(grown.stores.rankings, ranking)));
    await putLabelled(grown.stores.rankings, answer);
    const read = await grown.using(() => getAnswer(grown.stores.rankings, madeRelease(size)));
    rows.push([size, read.read, ...(typeof put === 'string' ? [put] : [put.written])]);
  }
  return {
    table: {
      title: 'One period of so many units, every field filled; beyond 5,000 rows an answer has pages',
      columns: ['units', 'first page RCU', 'ranking WCU'],
      rows,
    },
    measured: {},
  };
};

const NOTES = [
  'In memory, capacity as the service bills it; CPU has that of the engine in memory in it, which looks through what it holds.',
  'What is simulated is not measured: it follows the published limits and the rules in throttling.ts, with chance from a seed.',
];
