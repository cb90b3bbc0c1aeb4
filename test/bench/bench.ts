import '../faults/histories/quiet.ts';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BENCHES } from './benches.ts';
import type { Bench, Figures } from './figures.ts';
import { thisMachine } from './machine.ts';
import { type Outcome, reportOf } from './report.ts';

/**
 * `npm run bench` lists the benches; `npm run bench -- NAME` runs one, `-- all` each in a process of its own, within its
 * time. A target that is missed is printed and is no failure; a bench that fails is.
 */

const ROOT = join(import.meta.dirname, '..', '..');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});

const today = (): string => new Date().toISOString().slice(0, 10);

const list = (): void => {
  console.log('npm run bench -- NAME [--quick] [--json] [--write], or npm run bench -- all\n');
  for (const { name, compares, targets, minutes } of BENCHES) {
    const held = Object.keys(targets).length;
    console.log(`${name.padEnd(11)} ${compares} ${held} targets, at most ${minutes} min.`);
  }
};

const outcomeOf = (bench: Bench, start: number, found: { figures: Figures } | { failure: string }): Outcome => {
  const { name, compares, targets } = bench;
  return { name, compares, targets, seconds: (performance.now() - start) / 1000, ...found };
};

const runOne = async (bench: Bench): Promise<Outcome> => {
  const start = performance.now();
  try {
    return outcomeOf(bench, start, { figures: await bench.run({ quick: values.quick }) });
  } catch (error) {
    console.error(error);
    return outcomeOf(bench, start, { failure: (error as Error).message });
  }
};

/** A process of its own leaves nothing behind for the next: no memory, no compiled code, nothing that still runs. */
const runApart = async (bench: Bench): Promise<Outcome> => {
  console.error(`${bench.name}: ${bench.compares}`);
  const start = performance.now();
  const child = fork(import.meta.filename, [bench.name, '--json', ...(values.quick ? ['--quick'] : [])], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  let output = '';
  child.stdout?.setEncoding('utf8').on('data', (text) => {
    output += text;
  });
  let isLate = false;
  const late = setTimeout(() => {
    isLate = true;
    child.kill();
  }, bench.minutes * 60_000);
  // What computes hears no signal.
  const lost = setTimeout(() => child.kill('SIGKILL'), bench.minutes * 60_000 + 10_000);
  const [code] = await once(child, 'close');
  clearTimeout(late);
  clearTimeout(lost);
  if (isLate) return outcomeOf(bench, start, { failure: `not done after ${bench.minutes} minutes` });
  try {
    return JSON.parse(output).outcome;
  } catch {
    return outcomeOf(bench, start, { failure: `ended with ${code} and no figures` });
  }
};

/** What has a document of its own is there as well. */
const write = (outcomes: readonly Outcome[]): void => {
  const documentOf = ({ name }: Outcome) => BENCHES.find((bench) => bench.name === name)?.document;
  const machine = thisMachine();
  for (const outcome of outcomes) {
    const document = documentOf(outcome);
    if (!document || 'failure' in outcome) continue;
    writeFileSync(join(ROOT, document.path), reportOf(document.title, today(), machine, [outcome]));
    console.error(`Written: ${document.path}`);
  }
};

const runAll = async (): Promise<void> => {
  const machine = thisMachine();
  const outcomes: Outcome[] = [];
  for (const bench of BENCHES) outcomes.push(await runApart(bench));
  const report = reportOf('Benchmarks', today(), machine, outcomes);
  console.log(values.json ? JSON.stringify({ date: today(), machine, outcomes }) : report);
  // Figures of small sizes are nobody's.
  if (!values.quick) {
    writeFileSync(join(ROOT, 'docs', 'benchmarks.md'), report);
    write(outcomes);
  }
  if (outcomes.some((outcome) => 'failure' in outcome)) process.exitCode = 1;
};

const runNamed = async (name: string): Promise<void> => {
  const bench = BENCHES.find((candidate) => candidate.name === name);
  if (!bench) throw new Error(`There is no bench "${name}": ${BENCHES.map((one) => one.name).join(', ')}, all`);
  if (values.write && !bench.document) throw new Error(`${name} has no document of its own: bench -- all writes it`);
  const machine = thisMachine();
  const outcome = await runOne(bench);
  console.log(
    values.json
      ? JSON.stringify({ date: today(), machine, outcome })
      : reportOf(`Bench ${name}`, today(), machine, [outcome]),
  );
  if (values.write && !values.quick) write([outcome]);
  if ('failure' in outcome) process.exitCode = 1;
};

// Whoever runs all has gone. Nothing of ours outlives this process: see processes.ts.
const stopped = (code: number, why: string) => () => {
  console.error(`Stopped: ${why}`);
  process.exit(code);
};
process.once('disconnect', stopped(130, 'whoever ran all benches has gone'));
process.once('SIGINT', stopped(130, 'SIGINT'));
process.once('SIGTERM', stopped(143, 'SIGTERM'));

const [name] = positionals;
try {
  if (name === undefined) list();
  else if (name === 'all') await runAll();
  else await runNamed(name);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
process.exit();
