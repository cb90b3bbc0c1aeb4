import type { UnitSet } from '@chi-so/domain/unit-set';
import { catalogueOf } from '@chi-so/ingestion/catalogue-reader';
import { ingestFile } from '@chi-so/ingestion/ingest-file';
import { readReleases } from '@chi-so/ingestion/read-releases';
import type { Table as StoredTable } from '@chi-so/storage/client';
import { communes, releaseCsv } from '../communes.ts';
import { type EngineStores, sentFile, withEngineStores } from '../engine-stores.ts';
import type { Bench, Cell, Figures } from '../figures.ts';
import { inTurn } from '../in-turn.ts';
import { NO_POSTGRES, type Postgres, startPostgres, versionsOf } from '../postgres.ts';
import { ratiosOf, type Spread, spreadOf } from '../statistics.ts';
import { copyingScores } from './copied-scores.ts';
import { scoreItems, writeRaw } from './raw-writes.ts';
import { parsedWorkbooks } from './workbooks.ts';

const SIZES = [63, 3400] as const;
const MOST_UNITS = 11_000;

const target = (units: number) => `items a second, ${units.toLocaleString('en-US')} units: ours / BatchWriteItem`;

export const ingest: Bench = {
  name: 'ingest',
  compares:
    'How fast a release is accepted, from the bytes of its file to its revision, beside the same items written by plain BatchWriteItem, and beside COPY of PostgreSQL; and how workbooks are read.',
  targets: Object.fromEntries(SIZES.map((units) => [target(units), { least: 0.8 }])),
  minutes: 4,
  run: async ({ quick }) => {
    const rounds = quick ? 2 : 7;
    const sets = SIZES.map((units) => ({ ...communes(units), unit_set: `COMMUNES${units}` }));
    const postgres = await startPostgres();
    try {
      const accepted = await withEngineStores(sets, async (engine) => {
        const found: Figures[] = [];
        for (const set of sets) found.push(await measured(engine, set, postgres, rounds));
        return found;
      });
      const workbooks = await parsedWorkbooks(quick ? [63, 3400] : [63, 3400, MOST_UNITS], quick ? 2 : 7);
      return {
        tables: [...accepted.flatMap(({ tables }) => tables), workbooks],
        measured: Object.assign({}, ...accepted.map((one) => one.measured)),
        versions: versionsOf(postgres),
        notes: [...NOTES, ...(postgres ? [] : [NO_POSTGRES])],
      };
    } finally {
      await postgres?.stop();
    }
  },
};

const NOTES = [
  'An item is all scores of one unit. Ours reads and checks the file, keeps its bytes (the bucket takes no time here), writes the items and then the revision in a transaction; BatchWriteItem has its items ready and does nothing else.',
  'Both wait for DynamoDB Local: on a disk it takes about as many items a second as one partition of DynamoDB does (1,000 write units), in memory (`TMPDIR=/dev/shm`) several times that, where the ratio is another one.',
  'COPY reads a file of the server’s own, one line a score, and keeps no revision, no provenance and nothing beside: a floor, not the same work.',
];

/** When the last upload of a client sent what. */
type Marks = { firstScores: number; scores: number; revision: number };

const marking = (db: StoredTable['db'], marks: Partial<Marks>): StoredTable['db'] => ({
  send: (async (command: Parameters<StoredTable['db']['send']>[0]) => {
    const { name } = command.constructor;
    if (name === 'BatchWriteItemCommand') marks.firstScores ??= performance.now();
    const answer = await db.send(command);
    if (name === 'BatchWriteItemCommand') marks.scores = performance.now();
    if (name === 'TransactWriteItemsCommand') marks.revision = performance.now();
    return answer;
  }) as StoredTable['db']['send'],
});

/** Milliseconds on the clock, and of this process alone. */
type Spent = { wall: number; cpu: number };

const timed = async (work: () => Promise<unknown>): Promise<Spent> => {
  const start = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { wall: performance.now() - start, cpu: (user + system) / 1000 };
};

const measured = async (
  engine: EngineStores,
  set: UnitSet,
  postgres: Postgres | undefined,
  rounds: number,
): Promise<Figures> => {
  const { db, storesBy, methodology } = engine;
  const csv = releaseCsv(set, methodology);
  const bytes = Buffer.from(csv);
  const units = set.units.length;
  const scores = units * methodology.components.length;
  const partition = (edition: string) => `RELEASE#pci#${set.unit_set}#${edition}#2019`;
  await ingestFile(storesBy(db), sentFile(bytes, 'first'), false);
  const items = await scoreItems(engine, partition('first'));
  if (items.length !== units) throw new Error(`${items.length} items of ${units} units`);
  const copied = postgres && (await copyingScores(postgres, csv));

  const shares: Record<'read' | 'scores' | 'revision', number[]> = { read: [], scores: [], revision: [] };
  const ours = async (round: number): Promise<Spent> => {
    const marks: Partial<Marks> = {};
    const stores = storesBy(marking(db, marks));
    const spent = await timed(() => ingestFile(stores, sentFile(bytes, `round-${round}`), false));
    const { firstScores = 0, scores: written = 0, revision = 0 } = marks;
    shares.scores.push(written - firstScores);
    shares.revision.push(revision - written);
    const catalogue = catalogueOf(stores.records);
    shares.read.push((await timed(() => readReleases(bytes, { edition: `round-${round}` }, catalogue))).wall);
    return spent;
  };
  const found = await inTurn(
    { rounds, warmUp: 2 },
    {
      raw: (round) => timed(() => writeRaw(engine, items, partition(`raw-${round}`))),
      ours,
      copy: async () => {
        await copied?.empty();
        return copied ? timed(copied.copy) : { wall: Number.NaN, cpu: Number.NaN };
      },
    },
  );
  const wall = (spent: readonly Spent[]) => spent.map((one) => one.wall);
  const perSecond = (count: number, spent: readonly Spent[]): Spread =>
    spreadOf(wall(spent).map((time) => (1000 * count) / time));
  const cpu = (spent: readonly Spent[]): Spread => spreadOf(spent.map((one) => one.cpu));
  const row = (name: string, spent: readonly Spent[], itemsToo: boolean): Cell[] => [
    name,
    spreadOf(wall(spent)),
    itemsToo ? perSecond(units, spent) : null,
    perSecond(scores, spent),
    itemsToo ? cpu(spent) : null,
  ];
  const share = (times: readonly number[]) => spreadOf(times.slice(-rounds));
  return {
    tables: [
      {
        title: `${units.toLocaleString('en-US')} units × ${methodology.components.length} scores, a file of ${Math.round(bytes.length / 1024)} KB, ${rounds} rounds`,
        columns: ['', 'ms', 'items/s', 'scores/s', 'ms of CPU'],
        rows: [
          row('BatchWriteItem, 8 under way', found.raw, true),
          row('ours, from file to revision', found.ours, true),
          ['· reading the file', share(shares.read), null, null, null],
          ['· writing scores', share(shares.scores), null, null, null],
          ['· writing the revision', share(shares.revision), null, null, null],
          ...(copied ? [row('COPY of PostgreSQL', found.copy, false)] : []),
        ],
      },
    ],
    // Items a second are the inverse of time.
    measured: { [target(units)]: ratiosOf(wall(found.raw), wall(found.ours)) },
    versions: {},
    notes: [],
  };
};
