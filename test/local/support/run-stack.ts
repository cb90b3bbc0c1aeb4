/** Runs an assembly in a process of its own, to be killed: `node run-stack.ts <assembly> <data folder>`. */
import { startLocal } from '@chi-so/local/stack';

const [assembly = '', dataDir = ''] = process.argv.slice(2);
const { url, sign } = await startLocal({ assembly, dataDir });
const token = await sign({ scopes: ['items:write'] });
process.stdout.write(`${JSON.stringify({ url, token })}\n`);
