import type { UnitSet } from '@chi-so/domain/unit-set';
import { patchScores } from '@chi-so/ingestion/patch-scores';
import { recompute } from '@chi-so/ranking/recompute';
import { getAnswer } from '@chi-so/storage/answers';
import { readLog } from '@chi-so/storage/logs';
import { engineClient } from '../../faults/own-stores.ts';
import { writerRequest } from '../../faults/writer-request.ts';
import { communes } from '../communes.ts';
import { countingCapacity } from '../consumed.ts';
import { type EngineStores, withEngineStores } from '../engine-stores.ts';
import type { Bench, Cell, Table } from '../figures.ts';
import { inTurn } from '../in-turn.ts';
import { NO_POSTGRES, type Postgres, startPostgres, versionsOf } from '../postgres.ts';
import { MEMORY, ownFolder } from '../processes.ts';
import { publishPeriods } from '../published-periods.ts';
import { type Spent, spentOn } from '../spent.ts';
import { type Spread, spreadOf } from '../statistics.ts';
import { rankedByPostgres } from './ranked-by-postgres.ts';

const SIZES = [9, 63, 3400, 11_000];

/**
 * From a record in the stream to the call of a function, median of 1,024 events (eu-west-1, September 2022,
 * bitesizedserverless.com). Published by others, not measured here.
 */
const STREAM_MS = 213;

const TARGET = `CPU of ranking one changed score of 11,000 units / the stream’s own median delay (${STREAM_MS} ms, as published)`;

export const rank: Bench = {
  name: 'rank',
  compares:
    'One score is changed until its new ranking can be read: CPU and capacity of each step, beside PostgreSQL that refreshes a materialised view of the same scores.',
  targets: { [TARGET]: { most: 1 } },
  minutes: 4,
  run: async ({ quick }) => {
    const sizes = quick ? SIZES.slice(0, 2) : SIZES;
    const rounds = quick ? 2 : 7;
    const postgres = await startPostgres();
    try {
      const found: Found[] = [];
      for (const units of sizes) found.push(await measured(units, postgres, rounds));
      return {
        tables: found.map(({ table }) => table),
        measured: { [TARGET]: found.find(({ units }) => units === SIZES.at(-1))?.ofStream ?? null },
        versions: versionsOf(postgres),
        notes: [...NOTES, ...(postgres ? [] : [NO_POSTGRES])],
      };
    } finally {
      await postgres?.stop();
    }
  },
};

const NOTES = [
  'Between publishing and ranking lies the stream: its delay is DynamoDB’s and Lambda’s, and is not here. What is ours comes after it: the ranking, until its answer is put.',
  'Time includes that of DynamoDB Local, which is slower than DynamoDB; CPU is this process’s alone, and for PostgreSQL that of its server, in the kernel’s steps of 10 ms. Capacity is as the service bills it, transactions twice.',
  'PostgreSQL keeps no revisions, no log and no history of rankings; a refresh ranks every component of both periods anew, ours those that a score changed.',
];

type Found = { units: number; table: Table; ofStream: Spread };

const measured = (units: number, postgres: Postgres | undefined, rounds: number): Promise<Found> => {
  console.error(`  ${units} units`);
  const set = { ...communes(units), unit_set: `COMMUNES${units}` };
  const work = async (engine: EngineStores): Promise<Found> => {
    const components = engine.methodology.components.length;
    await publishPeriods(engine.storesBy(engine.db), set, engine.methodology, ['2018', '2019']);
    const changed = {
      ours: await changing(engine, set),
      theirs: await changingInPostgres(postgres, units, components),
    };
    const found = await inTurn({ rounds, warmUp: 2 }, changed);
    const theirs = found.theirs.flatMap((one) => one ?? []);
    const table: Table = {
      title: `${units.toLocaleString('en-US')} units × ${components}, two periods, ${rounds} rounds`,
      columns: ['', 'ms', 'ms of CPU', 'RCU', 'WCU'],
      rows: [
        row(
          'ours: correct and publish',
          found.ours.map(({ publish }) => publish),
        ),
        row(
          'ours: rank, after the stream',
          found.ours.map(({ ranking }) => ranking),
        ),
        row(
          'ours: read',
          found.ours.map(({ read }) => read),
        ),
        ...(postgres
          ? [
              row(
                'PostgreSQL: update, refresh',
                theirs.map(({ change }) => change),
              ),
              row(
                'PostgreSQL: read',
                theirs.map(({ read }) => read),
              ),
            ]
          : []),
      ],
    };
    return { units, table, ofStream: spreadOf(found.ours.map(({ ranking }) => ranking.cpu / STREAM_MS)) };
  };
  return withEngineStores([set], work, ownFolder(MEMORY));
};

type Billed = Spent & { read: number; written: number };

/** One score is corrected, ranked, and read. */
const changing = async (engine: EngineStores, set: UnitSet) => {
  const client = engineClient(engine.endpoint);
  const consumed = countingCapacity(client);
  const stores = engine.storesBy(client);
  const log = { index: 'pci', unit_set: set.unit_set, edition: 'main' };
  const billed = async (act: () => Promise<unknown>): Promise<Billed> => {
    Object.assign(consumed, { written: 0, read: 0, calls: 0 });
    const spent = await spentOn(act);
    return { ...spent, read: consumed.read, written: consumed.written };
  };
  return async (round: number): Promise<Record<'publish' | 'ranking' | 'read', Billed>> => {
    const path = { index: 'pci', period: '2019' };
    const where = { set: set.unit_set, edition: 'main', publish: 'true' };
    const scores = [{ unit: set.units[1]?.unit, component: 'land', score: scoreOf(round) }];
    const request = writerRequest(path, where, { reason: 'đo', scores }, { 'idempotency-key': `round-${round}` });
    const publish = await billed(() => patchScores(stores, request));
    const entry = (await readLog(stores.records, log)).length;
    const ranking = await billed(() => recompute(stores, log, [entry]));
    const read = await billed(async () => {
      const answer = await getAnswer(stores.rankings, { ...log, period: '2019' });
      if (answer?.entry !== entry) throw new Error(`Entry ${entry} cannot be read: ${answer?.entry}`);
    });
    return { publish, ranking, read };
  };
};

const changingInPostgres = async (postgres: Postgres | undefined, units: number, components: number) => {
  const sql = postgres && (await rankedByPostgres(postgres, units, components));
  return async (round: number): Promise<Record<'change' | 'read', Spent> | undefined> => {
    if (!sql) return undefined;
    const cpu = () => 1000 * postgres.cpuSeconds();
    const change = await spentOn(() => sql.correct(scoreOf(round)), cpu);
    const read = await spentOn(async () => {
      const score = await sql.read();
      if (score !== scoreOf(round)) throw new Error(`PostgreSQL still ranks ${score}`);
    }, cpu);
    return { change, read };
  };
};

/** Never twice the same, so that every correction changes something. */
const scoreOf = (round: number): number => 5 + round / 100;

const row = (name: string, spent: readonly (Spent & Partial<Billed>)[]): Cell[] => {
  const units = (of: 'read' | 'written') => {
    const all = spent.flatMap((one) => one[of] ?? []);
    return all.length > 0 ? spreadOf(all) : null;
  };
  return [
    name,
    spreadOf(spent.map(({ wall }) => wall)),
    spreadOf(spent.map(({ cpu }) => cpu)),
    units('read'),
    units('written'),
  ];
};
