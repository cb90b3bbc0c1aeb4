import type { UnitSet } from '@chi-so/domain/unit-set';
import { patchScores } from '@chi-so/ingestion/patch-scores';
import { getChanges } from '@chi-so/query/changes';
import { getRankings } from '@chi-so/query/rankings';
import { getSeriesOfUnits } from '@chi-so/query/series';
import { recompute } from '@chi-so/ranking/recompute';
import type { Answer, Request } from '@chi-so/runtime/http';
import { respond } from '@chi-so/runtime/response';
import { engineClient } from '../../faults/own-stores.ts';
import { writerRequest } from '../../faults/writer-request.ts';
import { communes } from '../communes.ts';
import { type Consumed, countingCapacity } from '../consumed.ts';
import { type EngineStores, withEngineStores } from '../engine-stores.ts';
import type { Bench, Cell, Figures, Table } from '../figures.ts';
import { MEMORY, ownFolder } from '../processes.ts';
import { actsOf, publishPeriods } from '../published-periods.ts';
import {
  IDLE,
  type Line,
  type Operation,
  type Operations,
  ours,
  postgres,
  READS_PER_CORE,
  sumOf,
  WORKLOADS,
} from './cost-model.ts';
import prices from './prices.json' with { type: 'json' };

const READ = 'RCU of a default ranking of 63 units';
const BIG_READ = 'RCU of a default ranking of 3,400 units';
const IDLE_TARGET = 'a month in which nobody asks: ours / PostgreSQL, one province';

export const cost: Bench = {
  name: 'cost',
  compares:
    'What each operation consumes, and from that what a release, a million reads and a month cost by list prices, beside PostgreSQL that is always on.',
  targets: { [READ]: { most: 0.5 }, [BIG_READ]: { most: 10 }, [IDLE_TARGET]: { most: 0.05 } },
  minutes: 1,
  document: { path: 'docs/cost.md', title: 'Cost' },
  run: () => {
    const sets = [63, 3400].map((units) => ({ ...communes(units), unit_set: `COMMUNES${units}` }));
    return withEngineStores(sets, (engine) => measured(engine, sets), ownFolder(MEMORY));
  },
};

type Units = { written: number; read: number; bytes: number };

const measured = async (engine: EngineStores, sets: readonly UnitSet[]): Promise<Figures> => {
  const [small, big] = sets as [UnitSet, UnitSet];
  const client = engineClient(engine.endpoint);
  const meter = metered(countingCapacity(client));
  const stores = engine.storesBy(client);
  await publishPeriods(stores, small, engine.methodology, ['2016', '2017']);

  const { upload, publish, rank } = actsOf(stores, small, engine.methodology, '2019', 3);
  const writes: Record<string, Units> = {
    'upload of 63 × 11 scores': await meter(upload),
    'its publication': await meter(publish),
    'its ranking, 11 components': await meter(rank),
    'correction of one cell, published': await meter(() => correct(stores, small)),
    'its ranking': await meter(() => recompute(stores, logOf(small), [4])),
  };
  // Another period: national releases of one period lie side by side, and are not so large together.
  await publishPeriods(stores, big, engine.methodology, ['2018']);
  const asking = async (get: typeof getRankings, path: Record<string, string>, query: Record<string, string>) => {
    const request: Request = {
      ...writerRequest(path, query, {}, { 'accept-encoding': 'gzip' }),
      lang: 'vi',
      method: 'GET',
    };
    const units = { bytes: 0 };
    const used = await meter(async () => {
      const answer: Answer = await get(stores, request, new Date());
      const { body = '', isBase64Encoded } = respond(request, answer);
      units.bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8').length;
    });
    return { ...used, ...units };
  };
  const of = (set: UnitSet) => ({ set: set.unit_set, edition: 'main' });
  const path = { index: 'pci', period: '2019' };
  const earlier = { index: 'pci', period: '2018' };
  const twenty = small.units.slice(0, 20).map(({ unit }) => unit);
  const reads: Record<string, Units> = {
    'default ranking of 63 units': await asking(getRankings, path, of(small)),
    'the same in English': await asking(getRankings, path, { ...of(small), lang: 'en' }),
    'one component': await asking(getRankings, path, { ...of(small), component: 'land' }),
    'every component': await asking(getRankings, path, { ...of(small), component: '*' }),
    'default ranking of 3,400 units': await asking(getRankings, earlier, of(big)),
    'one component of 3,400 units': await asking(getRankings, earlier, { ...of(big), component: 'land' }),
    'series of 20 units': await asking(getSeriesOfUnits, {}, { index: 'pci', unit: twenty.join() }),
    'changes, the first five': await asking(getChanges, {}, { limit: '5' }),
  };
  client.destroy();
  const operations = operationsOf(writes, reads);
  return {
    tables: [operationTable(writes, reads), rateTable(operations), ...monthTables(operations)],
    measured: {
      [READ]: reads['default ranking of 63 units']?.read ?? null,
      [BIG_READ]: reads['default ranking of 3,400 units']?.read ?? null,
      [IDLE_TARGET]: idle(operations),
    },
    versions: {},
    notes: NOTES,
  };
};

const logOf = ({ unit_set }: UnitSet) => ({ index: 'pci', unit_set, edition: 'main' });

const correct = (stores: ReturnType<EngineStores['storesBy']>, set: UnitSet) =>
  patchScores(
    stores,
    writerRequest(
      { index: 'pci', period: '2019' },
      { set: set.unit_set, edition: 'main', publish: 'true' },
      { reason: 'đo', scores: [{ unit: set.units[1]?.unit, component: 'land', score: 7.5 }] },
      { 'idempotency-key': 'correction' },
    ),
  );

const metered =
  (consumed: Consumed) =>
  async (work: () => Promise<unknown>): Promise<Units> => {
    Object.assign(consumed, { written: 0, read: 0, calls: 0 });
    await work();
    return { written: consumed.written, read: consumed.read, bytes: 0 };
  };

/** How long functions run is assumed: there is no Lambda here. */
const operationsOf = (writes: Record<string, Units>, reads: Record<string, Units>): Operations => {
  const all = Object.values(writes);
  const together = (of: readonly Units[], calls: number, milliseconds: number): Operation => ({
    calls,
    read: of.reduce((sum, { read }) => sum + read, 0),
    written: of.reduce((sum, { written }) => sum + written, 0),
    bytes: 0,
    milliseconds,
    memoryGb: 1,
  });
  const read = reads['default ranking of 63 units'] as Units;
  return {
    read: { ...read, calls: 1, milliseconds: 10, memoryGb: 0.5 },
    release: together(all.slice(0, 3), 3, 3000),
    correction: together(all.slice(3), 2, 1000),
  };
};

const operationTable = (writes: Record<string, Units>, reads: Record<string, Units>): Table => ({
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

const rateTable = (operations: Operations): Table => {
  const rate = (part: Partial<typeof IDLE>) =>
    sumOf(ours({ ...(WORKLOADS[0] as (typeof WORKLOADS)[number]), storedGb: 0, ...IDLE, ...part }, operations));
  const kinds: [string, Partial<typeof IDLE>][] = [
    ['a release of 63 × 11 scores', { releases: 1 }],
    ['a correction', { corrections: 1 }],
    ['a million default reads, no edge', { reads: 1_000_000 }],
    ['a month in which nobody asks (but for what is stored)', {}],
  ];
  return { title: 'By list price, USD', columns: ['', 'USD'], rows: kinds.map(([what, part]) => [what, rate(part)]) };
};

const monthTables = (operations: Operations): Table[] => {
  const all = WORKLOADS.map((workload) => ({
    workload,
    ours: ours(workload, operations),
    postgres: postgres(workload, operations),
  }));
  const summary: Table = {
    title: 'A month, USD (assumed workloads)',
    columns: ['', 'reads', 'releases', 'corrections', 'by the edge', 'ours', 'PostgreSQL', 'ours / PostgreSQL'],
    rows: all.map(({ workload, ours: own, postgres: other }): Cell[] => [
      workload.name,
      workload.reads,
      workload.releases,
      workload.corrections,
      workload.edge === undefined ? 'no edge' : `${100 * workload.edge} %`,
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

const idle = (operations: Operations): number => {
  const [province] = WORKLOADS;
  if (!province) throw new Error('There is no workload');
  const nobody = { ...province, ...IDLE };
  return sumOf(ours(nobody, operations)) / sumOf(postgres(nobody, operations));
};

const NOTES = [
  'Measured: capacity units and bytes. Assumed: how many reads, releases and corrections there are, the share of reads that the edge answers, and how long functions run (a read 10 ms of 512 MB, a release 3 s and a correction 1 s of 1 GB).',
  `PostgreSQL: the database, its storage, the cores that serve (${READS_PER_CORE} reads a second each, assumed; two at least where it is balanced) and a balancer; the same bytes and the same edge. What its keeping costs in people is not in it.`,
  'Every read of a default ranking is taken to be answered whole; those of 304 cost as much capacity and fewer bytes.',
  'Not in it: S3 for the files, alarms, the page’s own files, support, taxes.',
];
