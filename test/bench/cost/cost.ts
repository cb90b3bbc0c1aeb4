import { METRICS } from '@chi-so/contract/metric-names';
import type { Methodology } from '@chi-so/domain/methodology';
import type { UnitSet } from '@chi-so/domain/unit-set';
import { patchScores } from '@chi-so/ingestion/patch-scores';
import type { Stores } from '@chi-so/ingestion/stores';
import { getChanges } from '@chi-so/query/changes';
import { getRankings } from '@chi-so/query/rankings';
import { getSeriesOfUnits } from '@chi-so/query/series';
import { recompute } from '@chi-so/ranking/recompute';
import type { Request } from '@chi-so/runtime/http';
import { respond } from '@chi-so/runtime/response';
import { dueEmbargoes } from '@chi-so/storage/embargoes';
import { templatesOf } from '../../../infra/lib/templates.ts';
import { engineClient } from '../../faults/own-stores.ts';
import { writerRequest } from '../../faults/writer-request.ts';
import { communes } from '../communes.ts';
import { type Consumed, countingCapacity } from '../consumed.ts';
import { type EngineStores, withEngineStores } from '../engine-stores.ts';
import type { Bench, Figures } from '../figures.ts';
import { MEMORY, ownFolder } from '../processes.ts';
import { actsOf, publishPeriods } from '../published-periods.ts';
import {
  IDLE,
  type Operation,
  type Operations,
  ours,
  postgres,
  READS_PER_CORE,
  type Standing,
  sumOf,
  WORKLOADS,
} from './cost-model.ts';
import { monthTables, operationTable, rateTable, type Units } from './cost-tables.ts';
import { standingOf } from './standing.ts';

const READ = 'RCU of a default ranking of 63 units';
const BIG_READ = 'RCU of a default ranking of 3,400 units';
const IDLE_TARGET = 'a month in which nobody asks, without what stands before both: ours / PostgreSQL, one province';

export const cost: Bench = {
  name: 'cost',
  compares:
    'What each operation consumes, and from that what a release, a million reads and a month cost by list prices, beside PostgreSQL that is always on.',
  targets: { [READ]: { most: 0.5 }, [BIG_READ]: { most: 10 }, [IDLE_TARGET]: { most: 0.05 } },
  minutes: 1,
  document: { path: 'docs/cost.md', title: 'Cost' },
  run: () => {
    const [small, big] = [communes(63), { ...communes(3400), unit_set: 'COMMUNES3400' }];
    return withEngineStores([small, big], (engine) => measured(engine, small, big), ownFolder(MEMORY));
  },
};

const measured = async (engine: EngineStores, small: UnitSet, big: UnitSet): Promise<Figures> => {
  const client = engineClient(engine.endpoint);
  const meter = metered(countingCapacity(client));
  const stores = engine.storesBy(client);
  await publishPeriods(stores, small, engine.methodology, ['2016', '2017']);
  const writes = await writesOf(stores, meter, small, engine.methodology);
  // Another period: national releases of one period lie side by side, and are not so large together.
  await publishPeriods(stores, big, engine.methodology, ['2018']);
  const reads = await readsOf(stores, meter, small, big);
  client.destroy();
  const operations = operationsOf(
    writes,
    reads,
    await meter(async () => void (await dueEmbargoes(stores.records, new Date()))),
  );
  const { data, services, page } = templatesOf();
  const standing = standingOf([data, services, page], Object.keys(METRICS).length);
  return {
    tables: [operationTable(writes, reads), rateTable(operations, standing), ...monthTables(operations, standing)],
    measured: {
      [READ]: reads['default ranking of 63 units']?.read ?? null,
      [BIG_READ]: reads['default ranking of 3,400 units']?.read ?? null,
      [IDLE_TARGET]: idle(operations, standing),
    },
    versions: {},
    notes: NOTES,
  };
};

type Meter = (work: () => Promise<unknown>) => Promise<Units>;

/** Third period of its log: upload, publication and ranking, and a correction. */
const writesOf = async (
  stores: Stores,
  meter: Meter,
  set: UnitSet,
  methodology: Methodology,
): Promise<Record<string, Units>> => {
  const { upload, publish, rank } = actsOf(stores, set, methodology, '2019', 3);
  return {
    'upload of 63 × 11 scores': await meter(upload),
    'its publication': await meter(publish),
    'its ranking, 11 components': await meter(rank),
    'correction of one cell, published': await meter(() => correct(stores, set)),
    'its ranking': await meter(() => recompute(stores, logOf(set), [4])),
  };
};

const readsOf = async (stores: Stores, meter: Meter, small: UnitSet, big: UnitSet): Promise<Record<string, Units>> => {
  const asking = async (get: typeof getRankings, path: Record<string, string>, query: Record<string, string>) => {
    const request: Request = {
      ...writerRequest(path, query, {}, { 'accept-encoding': 'gzip' }),
      lang: query.lang === 'en' ? 'en' : 'vi',
      method: 'GET',
    };
    let bytes = 0;
    const used = await meter(async () => {
      const { body = '', isBase64Encoded } = respond(request, await get(stores, request, new Date()));
      bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8').length;
    });
    return { ...used, bytes };
  };
  const of = (set: UnitSet) => ({ set: set.unit_set, edition: 'main' });
  const [path, earlier] = ['2019', '2018'].map((period) => ({ index: 'pci', period })) as [Path, Path];
  const twenty = small.units.slice(0, 20).map(({ unit }) => unit);
  return {
    'default ranking of 63 units': await asking(getRankings, path, of(small)),
    'the same in English': await asking(getRankings, path, { ...of(small), lang: 'en' }),
    'one component': await asking(getRankings, path, { ...of(small), component: 'land' }),
    'every component': await asking(getRankings, path, { ...of(small), component: '*' }),
    'default ranking of 3,400 units': await asking(getRankings, earlier, of(big)),
    'one component of 3,400 units': await asking(getRankings, earlier, { ...of(big), component: 'land' }),
    'series of 20 units over three periods': await asking(getSeriesOfUnits, {}, { index: 'pci', unit: twenty.join() }),
    'changes, the first five': await asking(getChanges, {}, { limit: '5' }),
  };
};

type Path = { index: string; period: string };

const logOf = ({ unit_set }: UnitSet) => ({ index: 'pci', unit_set, edition: 'main' });

const correct = (stores: Stores, set: UnitSet) =>
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
  (consumed: Consumed): Meter =>
  async (work) => {
    Object.assign(consumed, { written: 0, read: 0, calls: 0 });
    await work();
    return { written: consumed.written, read: consumed.read, bytes: 0 };
  };

/** How long functions run is assumed: there is no Lambda here. */
const operationsOf = (writes: Record<string, Units>, reads: Record<string, Units>, scheduled: Units): Operations => {
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
    scheduled: { ...scheduled, calls: 1, milliseconds: 50, memoryGb: 0.5 },
  };
};

const idle = (operations: Operations, standing: Standing): number => {
  const [province] = WORKLOADS;
  if (!province) throw new Error('There is no workload');
  const nobody = { ...province, ...IDLE };
  const own = { ...standing, paid: {} };
  return sumOf(ours(nobody, operations, own)) / sumOf(postgres(nobody, operations, own));
};

const NOTES = [
  'Measured: capacity units and bytes. Assumed: how many reads, releases and corrections there are, the share of reads that the edge answers, and how long functions run (a read 10 ms of 512 MB, a release 3 s and a correction 1 s of 1 GB, a call by a schedule 50 ms).',
  `PostgreSQL: the database, its storage, the cores that serve (${READS_PER_CORE} reads a second each, assumed; two at least where it is balanced) and a balancer; the same bytes, the same edge, firewall, alarms and secrets. What its keeping costs in people is not in it.`,
  'Every read of a default ranking is taken to be answered whole; those of 304 cost as much capacity and fewer bytes.',
  'What stands is counted in the templates of the stage `test`. Not in it: S3 for files, exports and logs of access, the page’s own files, users of the sign-in, support, taxes.',
];
