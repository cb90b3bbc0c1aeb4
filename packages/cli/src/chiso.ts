import { ingest } from './ingest.ts';
import { askedFor } from './options.ts';
import { usageOf } from './usage.ts';

/** `npm run chiso -- …`: what ingesters and operators, people or machines, do from a command line. */

const main = async (): Promise<0 | 1 | 2 | 3> => {
  const asked = askedFor(process.argv.slice(2));
  if (asked.kind === 'help') {
    console.log(usageOf(asked.about)[asked.lang]);
    return 0;
  }
  if (asked.kind === 'wrong') {
    console.error(`${asked.why[asked.lang]}\n\n${usageOf(asked.about)[asked.lang]}`);
    return 2;
  }
  // npm runs scripts in the project's folder, but files are named from where the user is.
  const { npm_lifecycle_event, INIT_CWD } = process.env;
  const from = npm_lifecycle_event === 'chiso' && INIT_CWD ? INIT_CWD : process.cwd();
  const around = { env: process.env, from, out: console.log, err: process.stderr };
  if (asked.kind === 'ingest') return ingest(asked, around);
  // Only operators wait for the AWS SDK to load.
  const { operate } = await import('./operate.ts');
  return operate(asked, { ...around, signal: interruption() });
};

/** The first Ctrl-C lets a command tidy up behind itself; the second ends it at once. */
const interruption = (): AbortSignal => {
  const interrupted = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupted.abort());
  return interrupted.signal;
};

// Whoever reads only the first lines (`| head`) has seen enough.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 1));

try {
  process.exitCode = await main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
