import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bootstrap } from '@chi-so/cli/bootstrap';
import { progressBar } from '@chi-so/cli/progress-bar';
import { cdkArguments, deployOptions, pageAddressArguments } from '../lib/deploy-options.ts';
import { EDGE_REGION, readStage } from '../lib/stage.ts';

/** `npm run deploy`: a stage from nothing, or as it is now in the code; see docs/deploy.md. */

const ROOT = join(import.meta.dirname, '..', '..');
const OUTPUTS = join(ROOT, 'cdk.out', 'outputs.json');

const cdk = (args: readonly string[]): Promise<void> =>
  new Promise((resolve, reject) => {
    const command = join(ROOT, 'node_modules', 'aws-cdk', 'bin', 'cdk');
    const child = spawn(process.execPath, [command, ...args], { cwd: ROOT, stdio: 'inherit' });
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`cdk ${args[0]} ended with ${code}`))));
  });

const main = async (): Promise<void> => {
  const options = deployOptions(process.argv.slice(2));
  const stage = readStage(options.stage);
  mkdirSync(join(ROOT, 'cdk.out'), { recursive: true });
  await cdk(cdkArguments(options, stage, OUTPUTS));
  if (options.isDryRun) {
    const own = ['Data', ...(stage.tokens ? [] : ['Identity']), 'Services'];
    const region = stage.region ?? 'the Region of the credentials';
    console.log(
      `Would deploy, in this order: ${own.map((part) => `ChiSo-${stage.name}-${part}`).join(', ')} in ${region}, then`,
    );
    console.log(`ChiSo-${stage.name}-Page in ${stage.region ? EDGE_REGION : region}. Nothing was changed.`);
    return;
  }
  const outputs = existsSync(OUTPUTS) ? JSON.parse(readFileSync(OUTPUTS, 'utf8')) : {};
  const told = pageAddressArguments(options, stage, outputs);
  if (told) await cdk(told);
  const url: string = outputs[`ChiSo-${stage.name}-Page`]?.PageUrl;
  console.log(`The page and the API: ${url}`);
  const token = process.env.CHISO_TOKEN;
  if (token === undefined) {
    console.log('Nothing was loaded: run this again with CHISO_TOKEN to load the built-in catalogue and releases.');
    return;
  }
  const loaded = await bootstrap(url, token, progressBar('Loading built-in data'));
  console.log(`${loaded} releases loaded; what was there already was left alone.`);
};

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
