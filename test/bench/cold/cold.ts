import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { bundle } from '../../support/bundle.ts';
import type { Bench, Cell, Figures } from '../figures.ts';
import { inTurn } from '../in-turn.ts';
import { ownFolder } from '../processes.ts';
import { MADE_63, type RankingsEngine, readerEnvironment, withRankings } from '../ranked-table.ts';
import { ratiosOf, spreadOf } from '../statistics.ts';
import { type DeployedFunction, deployedFunctions } from './deployed-functions.ts';

const CPU = 'query function: CPU of import and first read / SDK only';
const TIME = 'query function: time of import and first read / SDK only';

export const cold: Bench = {
  name: 'cold',
  compares:
    'What a cold start waits for: the import of every deployed function beside an empty handler and one that does a GetItem by the SDK, and import with a first read for the query function; a new process each time.',
  targets: { [CPU]: { most: 0.5 }, [TIME]: { most: 0.5 } },
  minutes: 3,
  run: async ({ quick }) => {
    const functions = await deployedFunctions();
    return withRankings((engine) => measured(engine, functions, quick ? 3 : 25));
  },
};

const EMPTY = 'an empty handler';
const SDK_ONLY = 'GetItem by the SDK only';
const QUERY = 'Query';

type Times = { import: number; both: number; cpu: number };

/** A handler to import and, where an event is given, to ask once. */
type Subject = { name: string; file: string; environment: string[]; event?: object };

const measured = async (
  engine: RankingsEngine,
  functions: readonly DeployedFunction[],
  rounds: number,
): Promise<Figures> => {
  const folder = ownFolder();
  const bundled = async (name: string, source: string): Promise<DeployedFunction> => {
    const file = join(folder, source.replace('.ts', '.mjs'));
    await bundle(join(import.meta.dirname, source), file);
    return { name, file, environment: [] };
  };
  const subjects: Subject[] = [
    { ...(await bundled(EMPTY, 'empty-handler.ts')) },
    { ...(await bundled(SDK_ONLY, 'sdk-only-handler.ts')), event: MADE_63.key },
    ...functions.map((one) => ({ ...one, ...(one.name === QUERY ? { event: MADE_63.event } : {}) })),
  ];
  if (!subjects.some(({ name, event }) => name === QUERY && event)) throw new Error('There is no query function');
  const environment = readerEnvironment(engine);
  const started = (subject: Subject) => async (): Promise<Times> => {
    const script = join(folder, `${subject.name.replaceAll(' ', '-')}.run.mjs`);
    writeFileSync(script, child(subject));
    const others = Object.fromEntries(subject.environment.map((name) => [name, 'bench']));
    const env = { PATH: process.env.PATH, ...others, ...environment };
    const { stdout } = await promisify(execFile)(process.execPath, [script], { env });
    return JSON.parse(stdout);
  };
  const times = await inTurn(
    { rounds, warmUp: 2 },
    Object.fromEntries(subjects.map((subject) => [subject.name, started(subject)])),
  );
  const of = (name: string, what: keyof Times) => (times[name] ?? []).map((one) => one[what]);
  return {
    tables: [
      {
        title: `${rounds} processes each, in turn, ms`,
        columns: ['', 'bundle KB', 'gzip KB', 'import', '/ SDK only', 'import and first read', 'CPU of all that'],
        rows: subjects.map(({ name, file, event }): Cell[] => [
          name,
          Math.round(readFileSync(file).length / 1000),
          Math.round(gzipSync(readFileSync(file)).length / 1000),
          spreadOf(of(name, 'import')),
          ratiosOf(of(name, 'import'), of(SDK_ONLY, 'import')),
          event ? spreadOf(of(name, 'both')) : null,
          spreadOf(of(name, 'cpu')),
        ]),
      },
    ],
    measured: {
      [CPU]: ratiosOf(of(QUERY, 'cpu'), of(SDK_ONLY, 'cpu')),
      [TIME]: ratiosOf(of(QUERY, 'both'), of(SDK_ONLY, 'both')),
    },
    versions: {},
    notes: [
      'Bundles are the assets of the synthesized template. A cold Lambda also waits for its sandbox, and has a share of one core: neither is here.',
      'Node’s own start is in none of these times.',
    ],
  };
};

/** Runs in the child: imports the bundle, asks once, and says how long both took. */
const child = ({ file, event }: Subject): string => `
const before = process.cpuUsage();
const start = performance.now();
const { handler } = await import(${JSON.stringify(file)});
const imported = performance.now();
if (typeof handler !== 'function') throw new Error('No handler');
const event = ${JSON.stringify(event ?? null)};
if (event) {
  const answer = await handler(event, {});
  if (answer.statusCode !== 200) throw new Error(JSON.stringify(answer));
}
const end = performance.now();
const { user, system } = process.cpuUsage(before);
process.stdout.write(JSON.stringify({ import: imported - start, both: end - start, cpu: (user + system) / 1000 }));
process.exit(0);
`;
