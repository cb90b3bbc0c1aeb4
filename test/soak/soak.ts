import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bootstrap } from '@chi-so/cli/bootstrap';
import { localTables } from '@chi-so/cli/local-tables';
import { SCOPES } from '@chi-so/contract/routes';
import { startLocal } from '@chi-so/local/stack';
import { verify } from '@chi-so/ranking/rebuild';
import { readLog } from '@chi-so/storage/logs';
import { listRevisions } from '@chi-so/storage/revisions';
import { getScores } from '@chi-so/storage/scores';
import { randomOf } from '../fixtures/random.ts';
import { type FaultCounts, faultyDatabase } from './faulty-database.ts';
import { type FunctionProcess, functionProcesses } from './processes.ts';
import { type Reads, readOn } from './readers.ts';
import { type Acknowledged, type Writes, writeOn } from './writers.ts';

/**
 * The local stack over a long time: readers and writers without end, a database that throttles, fails and loses answers,
 * and a ranking function that is killed every few seconds.
 */

export type SoakOptions = {
  assembly: string;
  seconds: number;
  /** Connections that read, and writers beside them. */
  readers: number;
  writers: number;
  /** How long a reader waits between two answers, on average. */
  pauseMs: number;
  seed: number;
  /** Told once a second. */
  progress?: (line: string) => void;
};

export type SoakReport = {
  reads: Reads;
  writes: Writes;
  faults: FaultCounts & { killed: number };
  /** What was acknowledged and is not there, or is there otherwise. */
  lost: string[];
  /** Stored results that a recomputation does not confirm. */
  differences: string[];
  /** Resident megabytes of a process, by function: on average in the third quarter and in the last one. */
  memory: Record<string, { before: number; after: number }>;
};

export const soak = async (options: SoakOptions): Promise<SoakReport> => {
  const dir = mkdtempSync(join(tmpdir(), 'chi-so-soak-'));
  let database: Awaited<ReturnType<typeof faultyDatabase>> | undefined;
  const stack = await startLocal({
    assembly: options.assembly,
    dataDir: join(dir, 'data'),
    betweenFunctionsAndDatabase: async (endpoint) => {
      database = await faultyDatabase(endpoint, options.seed);
      return database.endpoint;
    },
  });
  try {
    const token = await stack.sign({ scopes: [...SCOPES], unit_sets: ['*'] });
    await bootstrap(stack.url, token);
    await stack.drained();

    const report = await run(stack.url, token, options);
    await stack.drained();
    const tables = localTables(stack);
    const { differences } = await verify(tables);
    return {
      ...report,
      faults: { ...(database as NonNullable<typeof database>).counts, killed: report.killed },
      lost: await lostOf(tables, report.writes.acknowledged),
      differences: differences.map(({ pk, sk, fault }) => `${pk} ${sk}: ${fault}`),
    };
  } finally {
    await stack.stop();
    await database?.stop();
    rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
  }
};

const SAMPLE_MS = 1000;
/** A ranking function lives for so long, on average. */
const LIFE_SAMPLES = 10;

const run = async (url: string, token: string, options: SoakOptions) => {
  const { seconds, readers, writers, pauseMs, seed, progress = () => {} } = options;
  const reads: Reads = { milliseconds: [], statuses: new Map(), wrong: [] };
  const writes: Writes = { acknowledged: [], lag: [], statuses: new Map(), wrong: [] };
  const begun = Date.now();
  const share = () => (Date.now() - begun) / (1000 * seconds);
  const isOver = () => share() >= 1;

  const samples: { at: number; processes: FunctionProcess[] }[] = [];
  const random = randomOf(seed);
  let killed = 0;
  const watch = setInterval(() => {
    const processes = functionProcesses();
    samples.push({ at: share(), processes });
    const ranking = processes.filter(({ name }) => name.includes('Ranking'));
    if (ranking.length > 0 && random.below(LIFE_SAMPLES) === 0) {
      killed++;
      process.kill(random.pick(ranking).pid, 'SIGKILL');
    }
    progress(
      `${Math.round(100 * share())} %: ${reads.milliseconds.length} reads, ${writes.acknowledged.length} publications, ${killed} killed, ${reads.wrong.length + writes.wrong.length} wrong`,
    );
  }, SAMPLE_MS);

  const seeded = (n: number) => randomOf(seed * 1000 + n);
  await Promise.all([
    ...Array.from({ length: readers }, (_, n) => readOn(url, seeded(n), isOver, reads, pauseMs)),
    ...Array.from({ length: writers }, (_, n) =>
      writeOn(url, { edition: `soak-${n}`, token, random: seeded(readers + n), writes }, isOver),
    ),
  ]);
  clearInterval(watch);
  return { reads, writes, killed, memory: memoryOf(samples) };
};

/** Of those that are not killed: what one process holds, in the third quarter and in the last. */
const memoryOf = (samples: { at: number; processes: FunctionProcess[] }[]) => {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const between = (name: string, from: number, to: number) =>
    mean(
      samples.flatMap(({ at, processes }) =>
        at >= from && at < to ? processes.flatMap((one) => (one.name === name ? [one.megabytes] : [])) : [],
      ),
    );
  const names = new Set(samples.flatMap(({ processes }) => processes.map(({ name }) => name)));
  return Object.fromEntries(
    [...names].map((name) => [name, { before: between(name, 0.5, 0.75), after: between(name, 0.75, 1.01) }]),
  );
};

/** Every acknowledged publication is in its log, in its place, and what it published has the scores that were sent. */
const lostOf = async (tables: ReturnType<typeof localTables>, acknowledged: readonly Acknowledged[]) => {
  const lost: string[] = [];
  for (const edition of new Set(acknowledged.map((one) => one.edition))) {
    const release = { index: 'pci', period: '2013', unit_set: 'VN63', edition };
    const log = await readLog(tables.records, release);
    const revisions = await listRevisions(tables.records, release);
    for (const { entry, revision, total } of acknowledged.filter((one) => one.edition === edition)) {
      const found = log.find((one) => one.entry === entry);
      if (found === undefined || found.revision !== revision) lost.push(`${edition}: publication ${entry}`);
      const manifest = revisions.find((one) => one.revision === revision)?.manifest;
      if (manifest === undefined) continue;
      for (const { unit, scores } of await getScores(tables.records, release, manifest)) {
        if (scores.total?.score !== total[unit]) lost.push(`${edition}: total of ${unit} in publication ${entry}`);
      }
    }
  }
  return lost;
};
