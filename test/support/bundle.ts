import { join, resolve } from 'node:path';
import { build, type Metafile } from 'esbuild';

const ROOT = join(import.meta.dirname, '..', '..');

/** Bundles a function as infra/lib/service-function.ts has it done, and says what is in it. */
export const bundle = async (entry: string, outfile: string): Promise<{ bytes: number; inputs: Inputs }> => {
  const { metafile } = await build({
    entryPoints: [resolve(ROOT, entry)],
    outfile,
    absWorkingDir: ROOT,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    mainFields: ['module', 'main'],
    alias: { 'node:crypto': join(ROOT, 'infra', 'lib', 'node-crypto.cjs') },
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
    metafile: true,
    logLevel: 'error',
  });
  const [output] = Object.values(metafile.outputs);
  return { bytes: output?.bytes ?? 0, inputs: output?.inputs ?? {} };
};

type Inputs = Metafile['outputs'][string]['inputs'];
