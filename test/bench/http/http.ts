import type { Bench, Cell, Figures, Options } from '../figures.ts';
import { inTurn } from '../in-turn.ts';
import { NO_POSTGRES } from '../postgres.ts';
import { cpuSecondsOf } from '../processes.ts';
import { withRankings } from '../ranked-table.ts';
import { quantile, ratiosOf, spreadOf } from '../statistics.ts';
import {
  type Contender,
  OURS,
  POSTGRES,
  SQLITE,
  startOurs,
  startPostgresContenders,
  startSqlite,
  VIEWED,
} from './contenders.ts';
import { type Load, load } from './load.ts';
import { pathOf } from './tables.ts';

/** What is asked for: how large, whether the asker has it already, over how many connections. */
type Asked = { units: number; known: boolean; connections: number };

const FULL: readonly Asked[] = [
  ...[1, 8, 32].flatMap((connections) => [false, true].map((known) => ({ units: 63, known, connections }))),
  ...[false, true].map((known) => ({ units: 3400, known, connections: 8 })),
];
const QUICK: readonly Asked[] = [
  { units: 63, known: false, connections: 8 },
  { units: 63, known: true, connections: 8 },
  { units: 3400, known: false, connections: 8 },
];

/** The one that the targets are about. */
const HELD: Asked = { units: 63, known: false, connections: 8 };

type Round = Omit<Load, 'latencies'> & { p50: number; p99: number; serverCpu: number; databaseCpu: number };

const cpuTarget = (name: string) => `CPU of the server per request, 63 units: ours / ${name}`;
const BYTES = 'bytes on the wire, 63 units: ours / the others';

export const http: Bench = {
  name: 'http',
  compares:
    'The query function behind a plain HTTP server on DynamoDB Local, beside PostgreSQL (window function, materialised view) and SQLite behind servers that answer the same bytes of JSON.',
  targets: {
    ...Object.fromEntries([POSTGRES, VIEWED, SQLITE].map((name) => [cpuTarget(name), { most: 1 }])),
    [BYTES]: { most: 1 },
  },
  minutes: 8,
  run: async (options) => {
    return withRankings(async (engine) => {
      const others = await startPostgresContenders();
      const contenders = [await startOurs(engine), ...(others?.contenders ?? []), await startSqlite()];
      try {
        const figures = await measured(contenders, options);
        if (!others) return { ...figures, notes: [...figures.notes, NO_POSTGRES] };
        return { ...figures, versions: { ...figures.versions, PostgreSQL: others.postgres.version } };
      } finally {
        for (const { server } of contenders) await server.stop();
        await others?.postgres.stop();
      }
    });
  },
};

const measured = async (contenders: readonly Contender[], { quick }: Options): Promise<Figures> => {
  await expectSameAnswers(contenders);
  const turns = quick ? { rounds: 2, warmUp: 1 } : { rounds: 5, warmUp: 1 };
  const milliseconds = quick ? 300 : 1500;
  const figures: Figures = {
    tables: [],
    measured: {},
    versions: { SQLite: process.versions.sqlite ?? '' },
    notes: NOTES,
  };
  // Each compiles what it runs often: whoever is asked first must not look slow for it.
  for (const contender of contenders) await oneRound(contender, HELD, 2 * milliseconds);
  for (const asked of quick ? QUICK : FULL) {
    console.error(`  ${titleOf(asked)}`);
    const subjects = contenders.map((one) => [one.name, () => oneRound(one, asked, milliseconds)] as const);
    const rounds = await inTurn(turns, Object.fromEntries(subjects));
    figures.tables.push({
      title: titleOf(asked),
      columns: ['', 'requests/s', 'p50 ms', 'p99 ms', 'server CPU s', 'database CPU s', 'bytes'],
      rows: contenders.map(({ name }) => rowOf(name, rounds[name] ?? [])),
    });
    if (asked.units === HELD.units && asked.known === HELD.known && asked.connections === HELD.connections) {
      Object.assign(figures.measured, ratios(contenders, rounds));
    }
  }
  return figures;
};

const titleOf = ({ units, known, connections }: Asked): string =>
  `${units.toLocaleString('en-US')} units, ${known ? 'already known to the asker (304)' : 'whole'}, ${connections} connection${connections === 1 ? '' : 's'}`;

const rowOf = (name: string, rounds: readonly Round[]): Cell[] => [
  name,
  spreadOf(rounds.map(({ requests, seconds }) => requests / seconds)),
  spreadOf(rounds.map(({ p50 }) => p50)),
  spreadOf(rounds.map(({ p99 }) => p99)),
  spreadOf(rounds.map(perThousand('serverCpu'))),
  // In the server's own process.
  name === SQLITE ? null : spreadOf(rounds.map(perThousand('databaseCpu'))),
  Math.round(
    rounds.reduce((sum, { bytes }) => sum + bytes, 0) / rounds.reduce((sum, { requests }) => sum + requests, 0),
  ),
];

const perThousand = (what: 'serverCpu' | 'databaseCpu') => (round: Round) => (1000 * round[what]) / round.requests;

const ratios = (contenders: readonly Contender[], rounds: Record<string, Round[]>): Figures['measured'] => {
  const cpu = (name: string) => (rounds[name] ?? []).map(perThousand('serverCpu'));
  const bytes = (name: string) => (rounds[name] ?? []).map((round) => round.bytes / round.requests);
  const others = contenders.map(({ name }) => name).filter((name) => name !== OURS);
  return {
    ...Object.fromEntries(others.map((name) => [cpuTarget(name), ratiosOf(cpu(OURS), cpu(name))])),
    [BYTES]: ratiosOf(bytes(OURS), bytes(SQLITE)),
  };
};

const ACCEPT = { 'accept-encoding': 'gzip' };

const oneRound = async (
  { server, databaseCpu }: Contender,
  { units, known, connections }: Asked,
  milliseconds: number,
): Promise<Round> => {
  const path = pathOf(units);
  const etag = known ? (await fetched(server.port, path)).etag : undefined;
  const before = [cpuSecondsOf(server.pid), databaseCpu()] as const;
  const { latencies, ...sums } = await load(
    { port: server.port, path, headers: { ...ACCEPT, ...(etag ? { 'if-none-match': etag } : {}) } },
    { connections, milliseconds, status: known ? 304 : 200 },
  );
  return {
    ...sums,
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    serverCpu: cpuSecondsOf(server.pid) - before[0],
    databaseCpu: databaseCpu() - before[1],
  };
};

const fetched = async (port: number, path: string): Promise<{ etag: string; text: string }> => {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: ACCEPT });
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${answer.status}: ${text.slice(0, 300)}`);
  if (answer.headers.get('content-encoding') !== 'gzip') throw new Error('Not compressed');
  return { etag: answer.headers.get('etag') ?? '', text };
};

/** Who answers anything else is not compared with. */
const expectSameAnswers = async (contenders: readonly Contender[]): Promise<void> => {
  for (const { units } of QUICK) {
    const texts = await Promise.all(contenders.map(({ server }) => fetched(server.port, pathOf(units))));
    for (const [i, { text }] of texts.entries()) {
      const [ours] = texts;
      if (text === ours?.text) continue;
      const at = [...text].findIndex((letter, place) => letter !== ours?.text[place]);
      throw new Error(
        `${contenders[i]?.name} answers another ranking of ${units} units: …${text.slice(Math.max(0, at - 60), at + 40)}… where ours has …${ours?.text.slice(Math.max(0, at - 60), at + 40)}…`,
      );
    }
  }
};

const NOTES = [
  'CPU is seconds per 1,000 requests. Every answer is the same JSON, byte for byte, compressed by gzip; the others compress it when asked (level 6), ours was compressed when it was ranked (level 9).',
  'DynamoDB Local is a Java program that stands in for DynamoDB. On AWS its CPU and its limits are the service’s and not ours: requests/s, p50 and p99 of our line are mostly its own. Our function’s share is its CPU.',
  'The function runs behind Node’s HTTP server, one process for all connections. On Lambda an execution environment has one request at a time, and API Gateway stands before it: neither is here.',
  'The others keep what stands beside the rows (source, citation, coverage) in memory, and read only rows. PostgreSQL has Debian’s default settings; SQLite is in the process of its server, and so is its CPU.',
  'Nobody has a cache in front. A CDN is open to all alike, and then it answers, not they.',
  'The load comes from the same machine, over kept connections that each wait for their answer: a slower server is asked less, and the latencies are those of the requests that were sent.',
];
