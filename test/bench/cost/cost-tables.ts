import type { Cell, Table } from '../figures.ts';
import { IDLE, type Line, type Operations, ours, postgres, type Standing, sumOf, WORKLOADS } from './cost-model.ts';
import prices from './prices.json' with { type: 'json' };

/** What was measured, and what follows from it by price. */

/** Capacity units, and bytes of an answer's body. */
export type Units = { written: number; read: number; bytes: number };

export const operationTable = (writes: Record<string, Units>, reads: Record<string, Units>): Table => ({
  title:
    'Measured in DynamoDB Local with ReturnConsumedCapacity; transactions are counted by the sizes of their items, twice, as the service bills them',
  columns: ['', 'WCU', 'RCU', 'bytes of the body'],
  rows: Object.entries({ ...writes, ...reads }).map(([what, { written, read, bytes }]) => [
    what,
    written,
    read,
    bytes || null,
  ]),
});

export const rateTable = (operations: Operations, standing: Standing): Table => {
  const rate = (part: Partial<typeof IDLE>, whatStands: Standing = NOTHING) =>
    sumOf(
      ours(
        { ...(WORKLOADS[0] as (typeof WORKLOADS)[number]), storedGb: 0, edge: 0, ...IDLE, ...part },
        operations,
        whatStands,
      ),
    );
  const { paid } = standing;
  const kinds: [string, number][] = [
    ['a release of 63 × 11 scores', rate({ releases: 1 })],
    ['a correction', rate({ corrections: 1 })],
    ['a million default reads, nothing kept at the edge', rate({ reads: 1_000_000 })],
    ['a month in which nobody asks: schedules', rate({}, { ...standing, paid: {} })],
    ['a month in which nobody asks: firewall, alarms, metrics, secrets', rate({}, { paid, scheduledCalls: 0 })],
  ];
  return { title: 'By list price, USD', columns: ['', 'USD'], rows: kinds };
};

/** What is paid for by itself. */
const NOTHING: Standing = { paid: {}, scheduledCalls: 0 };

export const monthTables = (operations: Operations, standing: Standing): Table[] => {
  const all = WORKLOADS.map((workload) => ({
    workload,
    ours: ours(workload, operations, standing),
    postgres: postgres(workload, operations, standing),
  }));
  const summary: Table = {
    title: 'A month, USD (assumed workloads)',
    columns: ['', 'reads', 'releases', 'corrections', 'by the edge', 'ours', 'PostgreSQL', 'ours / PostgreSQL'],
    rows: all.map(({ workload, ours: own, postgres: other }): Cell[] => [
      workload.name,
      workload.reads,
      workload.releases,
      workload.corrections,
      `${100 * workload.edge} %`,
      sumOf(own),
      sumOf(other),
      sumOf(own) / sumOf(other),
    ]),
  };
  const details = all.map(
    ({ workload, ours: own, postgres: other }): Table => ({
      title: `A month of ${workload.name}, by price`,
      columns: ['', 'price', 'quantity', 'USD'],
      rows: [...rowsOf('ours', own), ...rowsOf('PostgreSQL', other)],
    }),
  );
  return [summary, ...details, priceTable()];
};

const rowsOf = (who: string, lines: readonly Line[]): Cell[][] =>
  lines.map(({ price, quantity, usd }) => [who, prices.prices[price].what, quantity, usd]);

const priceTable = (): Table => ({
  title: `Prices of ${prices.region}, ${prices.date}. ${prices.source}`,
  columns: ['', 'USD', 'checked'],
  rows: Object.values(prices.prices).map(({ what, tiers, checked }) => [
    what,
    tiers.map(({ usd }) => usd).join(', then '),
    checked ? 'yes' : 'no',
  ]),
});
