import { SCOPES } from '@chi-so/contract/routes';
import { startLocal } from '@chi-so/local/stack';

/** A local stack in a process of its own, to be killed. Prints one JSON line when it serves. */
const [assembly = '', dataDir = ''] = process.argv.slice(2);
const stack = await startLocal({ assembly, dataDir, port: 0 });
const { url, dynamodbEndpoint, tableNames } = stack;
console.log(
  JSON.stringify({
    url,
    dynamodbEndpoint,
    tableNames,
    token: await stack.sign({ scopes: [...SCOPES], unit_sets: ['*'] }),
  }),
);
process.stdin.on('data', () => void stack.drained().then(() => console.log('drained')));
process.once('SIGTERM', () => void stack.stop().then(() => process.exit(0)));
