import type { UnitSet } from '@chi-so/domain/unit-set';
import { catalogueOf } from '@chi-so/ingestion/catalogue-reader';
import { ingestFile } from '@chi-so/ingestion/ingest-file';
import { readReleases } from '@chi-so/ingestion/read-releases';
import type { Table as StoredTable } from '@chi-so/storage/client';
import { communes, releaseCsv } from '../communes.ts';
import { type EngineStores, sentFile, withEngineStores } from '../engine-stores.ts';
import type { Bench, Cell, Table } from '../figures.ts';
import { inTurn } from '../in-turn.ts';
import { NO_POSTGRES, type Postgres, startPostgres, versionsOf } from '../postgres.ts';
import { type Spent, spentOn } from '../spent.ts';
import { ratiosOf, spreadOf } from '../statistics.ts';
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
      const all = await withEngineStores(sets, async (engine) => {
        const found: Accepted[] = [];
        for (const set of sets) found.push(await accepted(engine, set, postgres, rounds));
        return found;
      });
      const workbooks = await parsedWorkbooks(quick ? [63, 3400] : [63, 3400, MOST_UNITS], quick ? 2 : 7);
      return {
        tables: [...all.map(tableOf), workbooks],
        measured: Object.fromEntries(all.map((one) => [target(one.set.units.length), ratioOf(one)])),
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

/** What a release took in each round, and the parts of ours. */
type Accepted = {
  set: UnitSet;
  scores: number;
  kilobytes: number;
  rounds: Record<'raw' | 'ours', Spent[]> & { copy: Spent[] | null };
  parts: Record<'read' | 'scores' | 'revision', number[]>;
};

const accepted = async (
  engine: EngineStores,
  set: UnitSet,
  postgres: Postgres | undefined,
  rounds: number,
): Promise<Accepted> => {
  const { db, storesBy, methodology } = engine;
  const csv = releaseCsv(set, methodology);
  const bytes = Buffer.from(csv);
  const partition = (edition: string) => `RELEASE#pci#${set.unit_set}#${edition}#2019`;
  await ingestFile(storesBy(db), sentFile(bytes, 'first'), false);
  const items = await scoreItems(engine, partition('first'));
  if (items.length !== set.units.length) throw new Error(`${items.length} items of ${set.units.length} units`);
  const copying = postgres && (await copyingScores(postgres, csv));
  const found = await inTurn(
    { rounds, warmUp: 2 },
    {
      raw: (round) => spentOn(() => writeRaw(engine, items, partition(`raw-${round}`))),
      ours: (round) => upload(engine, bytes, `round-${round}`),
      copy: async () => {
        await copying?.empty();
        return copying && spentOn(copying.copy);
      },
    },
  );
  const partOf = (part: keyof Parts) => found.ours.map(({ parts }) => parts[part]);
  return {
    set,
    scores: set.units.length * methodology.components.length,
    kilobytes: Math.round(bytes.length / 1024),
    rounds: { raw: found.raw, ours: found.ours, copy: copying ? found.copy.flatMap((one) => one ?? []) : null },
    parts: { read: partOf('read'), scores: partOf('scores'), revision: partOf('revision') },
  };
};

/** Milliseconds; reading the file is done once more, by itself. */
type Parts = { read: number; scores: number; revision: number };

const upload = async (
  { db, storesBy }: EngineStores,
  bytes: Buffer,
  edition: string,
): Promise<Spent & { parts: Parts }> => {
  const marks: Partial<Marks> = {};
  const stores = storesBy(marking(db, marks));
  const spent = await spentOn(() => ingestFile(stores, sentFile(bytes, edition), false));
  const { firstScores = 0, scores = 0, revision = 0 } = marks;
  const { wall: read } = await spentOn(() => readReleases(bytes, { edition }, catalogueOf(stores.records)));
  return { ...spent, parts: { read, scores: scores - firstScores, revision: revision - scores } };
};

/** When an upload has sent what. */
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

const walls = (spent: readonly Spent[]) => spent.map(({ wall }) => wall);

const tableOf = ({ set, scores, kilobytes, rounds, parts }: Accepted): Table => {
  const units = set.units.length;
  const perSecond = (count: number, spent: readonly Spent[]) =>
    spreadOf(walls(spent).map((time) => (1000 * count) / time));
  const row = (name: string, spent: readonly Spent[]): Cell[] => [
    name,
    spreadOf(walls(spent)),
    perSecond(units, spent),
    perSecond(scores, spent),
    spreadOf(spent.map(({ cpu }) => cpu)),
  ];
  const { copy } = rounds;
  return {
    title: `${units.toLocaleString('en-US')} units, ${scores.toLocaleString('en-US')} scores, a file of ${kilobytes} KB, ${rounds.ours.length} rounds`,
    columns: ['', 'ms', 'items/s', 'scores/s', 'ms of CPU'],
    rows: [
      row('BatchWriteItem, 8 under way', rounds.raw),
      row('ours, from file to revision', rounds.ours),
      ['· reading the file', spreadOf(parts.read), null, null, null],
      ['· writing scores', spreadOf(parts.scores), null, null, null],
      ['· writing the revision', spreadOf(parts.revision), null, null, null],
      ...(copy ? [['COPY of PostgreSQL', spreadOf(walls(copy)), null, perSecond(scores, copy), null]] : []),
    ],
  };
};

/** Items a second are the inverse of time. */
const ratioOf = ({ rounds: { raw, ours } }: Accepted) => ratiosOf(walls(raw), walls(ours));
