import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { bundle } from '../../support/bundle.ts';
import { type Postgres, startPostgres } from '../postgres.ts';
import { cpuSecondsOf, ownFolder, type Server, startServer } from '../processes.ts';
import { type RankingsEngine, readerEnvironment } from '../ranked-table.ts';
import { VIEW } from './queries.ts';
import { type Score, storedScores } from './tables.ts';

/** Who answers the same request: a server, and the processes of its database where it has any. */
export type Contender = { name: string; server: Server; databaseCpu: () => number };

export const OURS = 'query function, DynamoDB Local';
export const POSTGRES = 'PostgreSQL, window function';
export const VIEWED = 'PostgreSQL, materialised view';
export const SQLITE = 'SQLite, Express';

const module = (name: string) => join(import.meta.dirname, name);

/** A database on disk writes whole rows. */
const COLUMNS = ['release', 'unit', 'unit_name', 'score', 'rank_published'] as const;

export const startOurs = async (engine: RankingsEngine): Promise<Contender> => {
  const file = join(ownFolder(), 'query.mjs');
  await bundle('services/query/src/handler.ts', file);
  const server = await startServer(module('serve-ours.ts'), [file], readerEnvironment(engine));
  return { name: OURS, server, databaseCpu: () => cpuSecondsOf(engine.enginePid) };
};

export const startPostgresContenders = async (): Promise<
  { postgres: Postgres; contenders: Contender[] } | undefined
> => {
  const postgres = await startPostgres();
  if (!postgres) return undefined;
  const { pool, connection, cpuSeconds } = postgres;
  await pool.query(
    `create table score (release int, unit text, unit_name text, score numeric(5, 2), rank_published int, primary key (release, unit))`,
  );
  const scores = storedScores();
  await pool.query(
    `insert into score select * from unnest($1::int[], $2::text[], $3::text[], $4::numeric[], $5::int[])`,
    COLUMNS.map((column) => scores.map((score) => score[column])),
  );
  await pool.query(`create materialized view ranking as ${VIEW}`);
  await pool.query('create index on ranking (release, rank, unit)');
  await pool.query('analyze');
  const contender = async (name: string, way: string): Promise<Contender> => ({
    name,
    server: await startServer(module('serve-postgres.ts'), [way, JSON.stringify(connection)], {}),
    databaseCpu: cpuSeconds,
  });
  return { postgres, contenders: [await contender(POSTGRES, 'window'), await contender(VIEWED, 'view')] };
};

export const startSqlite = async (): Promise<Contender> => {
  const file = join(ownFolder(), 'rankings.sqlite');
  fillSqlite(file, storedScores());
  const server = await startServer(module('serve-sqlite.ts'), [file], {});
  return { name: SQLITE, server, databaseCpu: () => 0 };
};

const fillSqlite = (file: string, scores: readonly Score[]): void => {
  const db = new DatabaseSync(file);
  db.exec('pragma journal_mode = wal');
  db.exec(
    'create table score (release int, unit text, unit_name text, score real, rank_published int, primary key (release, unit)) without rowid',
  );
  const insert = db.prepare('insert into score values (?, ?, ?, ?, ?)');
  db.exec('begin');
  for (const score of scores) insert.run(...COLUMNS.map((column) => score[column]));
  db.exec('commit');
  db.close();
};
