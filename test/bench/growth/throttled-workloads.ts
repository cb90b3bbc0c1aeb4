import { THROTTLE } from '@chi-so/contract/limits';
import type { Cell, Table } from '../figures.ts';
import { quantile } from '../statistics.ts';
import { type Publishing, publishing } from './publication-queue.ts';
import { type Limits, type Load, throttled } from './throttling.ts';

/** The load of a country against the limits that one machine does not have. */

/** As AWS publishes them; the gateway's are those that we set. */
const DEPLOYED: Limits = {
  gateway: { perSecond: THROTTLE.requests_per_second, burst: THROTTLE.burst },
  functions: { atOnce: 1000, start: 1000, growth: 1000 },
  itemUnits: 3000,
};
/** The same with the account's own limit at the gateway. */
const OPENED: Limits = { ...DEPLOYED, gateway: { perSecond: 10_000, burst: 5000 } };

const RANKINGS = 34 * 4 * 10;

const load = (given: Partial<Load>): Load => ({
  perSecond: 10_000,
  seconds: 60,
  shares: [1],
  units: 0.5,
  // Assumed: what a warm function takes.
  milliseconds: 10,
  seed: 1,
  ...given,
});

/** A few rankings are asked for by most people: the nth by one nth of them. */
const popular = Array.from({ length: RANKINGS }, (_, i) => 1 / (i + 1));

const READS: [string, Load, Limits][] = [
  ['one ranking, as deployed', load({}), DEPLOYED],
  ['one ranking, the gateway opened', load({}), OPENED],
  [`${RANKINGS} rankings, a few popular, the gateway opened`, load({ shares: popular }), OPENED],
  ['the same of 3,400 units each', load({ shares: popular, units: 3.5 }), OPENED],
  ['one ranking, the edge answers 95 %, as deployed', load({ perSecond: 500 }), DEPLOYED],
];

const percent = (part: number, whole: number): number => (100 * part) / whole;

const readTable = (): Table => ({
  title:
    'Simulated: 10,000 reads a second for a minute. Limits: gateway as said, 1,000 executions at once, 3,000 read units a second of one item',
  columns: [
    '',
    'answered %',
    '429 by the gateway %',
    'no function %',
    '503 after 4 attempts %',
    'at once',
    'met first',
  ],
  rows: READS.map(([what, given, limits]): Cell[] => {
    const { asked, answered, refused, first, mostAtOnce } = throttled(given, limits);
    return [
      what,
      percent(answered, asked),
      percent(refused.gateway, asked),
      percent(refused.functions, asked),
      percent(refused.item, asked),
      mostAtOnce,
      first === null ? 'none' : `${first.limit}, second ${first.second}`,
    ];
  }),
});

/** Every group of every province in every month, in one hour: a year's publications. */
const year = (given: Partial<Publishing>): Publishing => ({
  publications: 34 * 4 * 12,
  logs: 34 * 4,
  seconds: 3600,
  shards: 1,
  batch: 1000,
  // Assumed: some 25 calls of DynamoDB one after the other, and the CPU of 63 units on a share of a core.
  milliseconds: 400,
  limitSeconds: 60,
  seed: 1,
  ...given,
});

const PUBLICATIONS: [string, Publishing][] = [
  ['in an hour, one shard', year({})],
  ['in an hour, four shards', year({ shards: 4 })],
  ['in a minute, one shard', year({ seconds: 60 })],
  ['in a minute, four shards', year({ seconds: 60, shards: 4 })],
];

/** LEDGER: 1 KB in a transaction, 1,000 write units a second of a partition. */
const LEDGER_UNITS = 2;
const PARTITION_UNITS = 1000;

const publicationTable = (): Table => ({
  title: `Simulated: ${year({}).publications.toLocaleString('en-US')} publications (34 provinces × 4 groups × 12 months) until they are ranked`,
  columns: ['', 'median s', 'p99 s', 'calls cut off', 'ledger, % of its partition at most'],
  rows: PUBLICATIONS.map(([what, given]): Cell[] => {
    const { delays, cutOff, mostPerSecond } = publishing(given);
    return [
      what,
      quantile(delays, 0.5),
      quantile(delays, 0.99),
      cutOff,
      percent(mostPerSecond * LEDGER_UNITS, PARTITION_UNITS),
    ];
  }),
});

export const throttledWorkloads = (): Table[] => [readTable(), publicationTable()];
