import { ingest } from './ingest.ts';
import { askedFor } from './options.ts';
import { USAGE } from './usage.ts';

/** `npm run chiso -- …`: what an ingester, a person or a machine, does from a command line. */

const main = async (): Promise<0 | 1 | 2 | 3> => {
  const asked = askedFor(process.argv.slice(2));
  if (asked.kind === 'help') {
    console.log(USAGE[asked.lang]);
    return 0;
  }
  if (asked.kind === 'wrong') {
    console.error(`${asked.why[asked.lang]}\n\n${USAGE[asked.lang]}`);
    return 2;
  }
  // npm runs scripts in the project's folder, but files are named from where the user is.
  const { npm_lifecycle_event, INIT_CWD } = process.env;
  const from = npm_lifecycle_event === 'chiso' && INIT_CWD ? INIT_CWD : process.cwd();
  return ingest(asked, { env: process.env, from, out: console.log, err: process.stderr });
};

// Whoever reads only the first lines (`| head`) has seen enough.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 1));

try {
  process.exitCode = await main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
