import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { type LocalStack, startLocal } from '@chi-so/local/stack';
import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { synthesizeExample } from './support/example-app.ts';

let folder: string;
let assembly: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'chi-so-local-'));
  assembly = synthesizeExample(join(folder, 'app'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

const put = async (url: string, id: string, body: string, token?: string) =>
  fetch(`${url}/items/${id}`, {
    method: 'PUT',
    body,
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  });
const get = async (url: string, id: string) =>
  (await fetch(`${url}/items/${id}`)).json() as Promise<Partial<Record<'left' | 'right' | 'view' | 'file', string>>>;

describe('a synthesized app on one machine', () => {
  let stack: LocalStack;
  const start = async () => startLocal({ assembly, dataDir: join(folder, 'data') });
  beforeAll(async () => {
    stack = await start();
  });
  afterAll(() => stack?.stop());

  it('serves a route with the tables, the bucket and the token that its template names', async () => {
    const token = await stack.sign({ scopes: ['other', 'items:write'], subject: 'ingester' });
    const written = await put(stack.url, 'a', 'xin chào', token);
    expect([written.status, await written.json()]).toEqual([201, { by: 'ingester' }]);
    expect(written.headers.get('apigw-requestid')).toBeTruthy();
    expect(await get(stack.url, 'a')).toMatchObject({ left: 'xin chào', right: 'xin chào', file: 'xin chào' });
    expect(Object.keys(stack.tableNames).some((id) => id.startsWith('Items'))).toBe(true);
  });

  it('feeds the function behind the stream well within two seconds', async () => {
    const written = Date.now();
    await put(stack.url, 'b', 'seen', await stack.sign({ scopes: ['items:write'] }));
    await stack.drained();
    expect(Date.now() - written).toBeLessThan(2_000);
    expect(await get(stack.url, 'b')).toMatchObject({ view: 'seen' });
  });

  it('sends what a stream’s function cannot take to the failure bucket, whole, and goes on', async () => {
    const token = await stack.sign({ scopes: ['items:write'] });
    await put(stack.url, 'bad', 'poison', token);
    await put(stack.url, 'good', 'after it', token);
    await stack.drained();
    expect(await get(stack.url, 'good')).toMatchObject({ view: 'after it' });
    const credentials = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
    const s3 = new S3Client({
      endpoint: stack.s3Endpoint,
      region: 'ap-southeast-1',
      credentials,
      forcePathStyle: true,
    });
    const [, Bucket] = Object.entries(stack.bucketNames).find(([id]) => id.startsWith('Failures')) ?? [];
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'aws/lambda/' }));
    expect(Contents).toHaveLength(1);
    const object = await s3.send(new GetObjectCommand({ Bucket, Key: Contents[0]?.Key }));
    const { requestContext, DDBStreamBatchInfo, payload } = JSON.parse((await object.Body?.transformToString()) ?? '');
    expect(requestContext.condition).toBe('RetryAttemptsExhausted');
    expect(DDBStreamBatchInfo.batchSize).toBe(1);
    expect(JSON.parse(payload).Records[0].dynamodb.Keys.pk.S).toBe('ITEM#bad');
  });

  it('answers 401, 403, 404 and 413 as the gateway does', async () => {
    const answer = async (response: Response) => [
      response.status,
      await response.json(),
      response.headers.get('www-authenticate'),
    ];
    expect(await answer(await put(stack.url, 'x', 'x'))).toEqual([401, { message: 'Unauthorized' }, 'Bearer']);
    const elsewhere = await stack.sign({ scopes: ['items:write'], audience: 'another-api' });
    expect(await answer(await put(stack.url, 'x', 'x', elsewhere))).toEqual([
      401,
      { message: 'Unauthorized' },
      expect.stringContaining('valid audience'),
    ]);
    const reader = await stack.sign({ scopes: ['items:read'] });
    expect(await answer(await put(stack.url, 'x', 'x', reader))).toEqual([
      403,
      { message: 'Forbidden' },
      expect.stringContaining('insufficient_scope'),
    ]);
    expect(await answer(await fetch(`${stack.url}/nowhere`))).toEqual([404, { message: 'Not Found' }, null]);
    const writer = await stack.sign({ scopes: ['items:write'] });
    const tooLarge = 'x'.repeat(10 * 1024 * 1024 + 1);
    expect(await answer(await put(stack.url, 'x', tooLarge, writer))).toEqual([
      413,
      { message: 'Request Entity Too Large' },
      null,
    ]);
    const preflight = { origin: 'https://dashboard.example', 'access-control-request-method': 'PUT' };
    const { status, headers } = await fetch(`${stack.url}/items/x`, { method: 'OPTIONS', headers: preflight });
    expect([status, headers.get('access-control-allow-origin')]).toEqual([204, 'https://dashboard.example']);
  });

  it('says which port is taken and how to choose another one', async () => {
    const server = createServer();
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
    });
    await expect(startLocal({ assembly, dataDir: join(folder, 'other'), port })).rejects.toThrow(
      new RegExp(`Port ${port} is taken.*PORT=${port + 1}`),
    );
    await new Promise((resolve) => server.close(resolve));
  });

  it('finds its data, its keys and its place in the stream again at the next start', async () => {
    const token = await stack.sign({ scopes: ['items:write'] });
    await put(stack.url, 'kept', 'for good', token);
    await stack.drained();
    await stack.stop();
    expect(processesOf(join(folder, 'data'))).toEqual([]);
    const checkpoints = join(folder, 'data', 'checkpoints.json');
    const { mtimeMs } = statSync(checkpoints);
    stack = await start();
    await stack.drained();
    expect(await get(stack.url, 'kept')).toMatchObject({ left: 'for good', view: 'for good', file: 'for good' });
    // Not written again: nothing was delivered a second time.
    expect(statSync(checkpoints).mtimeMs).toBe(mtimeMs);
    // The issuer is named after its port, which is another one now; its key is the same.
    expect((await put(stack.url, 'a', 'x', token)).status).toBe(401);
  });
});

describe('a changed app', () => {
  it('has its new function and route served without any change to the local run', async () => {
    const changed = synthesizeExample(join(folder, 'changed'), ({ api, functionOf }) => {
      const hello = functionOf('Hello', 'export const handler = ({ pathParameters: { name } }) => ({ hello: name });');
      const integration = new HttpLambdaIntegration('Hello', hello);
      api.addRoutes({ path: '/hello/{name}', methods: [HttpMethod.GET], integration });
    });
    const stack = await startLocal({ assembly: changed, dataDir: join(folder, 'changed-data') });
    try {
      expect(await (await fetch(`${stack.url}/hello/Hu%E1%BA%BF`)).json()).toEqual({ hello: 'Huế' });
      expect((await fetch(`${stack.url}/hello/a/b`)).status).toBe(404);
    } finally {
      await stack.stop();
    }
  });

  it('fails to start when it has a resource of a type that the local run does not know, and names it', async () => {
    const unknown = synthesizeExample(join(folder, 'unknown'), ({ services }) => {
      new Queue(services, 'Jobs');
    });
    await expect(startLocal({ assembly: unknown, dataDir: join(folder, 'unknown-data') })).rejects.toThrow(
      /Jobs\w+ \(AWS::SQS::Queue, stack ExampleServices\)/,
    );
  });
});

describe('kill -9', () => {
  it.each([
    ['of the process that runs everything', (child: ChildProcess) => child.kill('SIGKILL')],
    ['of everything at once, the database too', (child: ChildProcess) => process.kill(-Number(child.pid), 'SIGKILL')],
  ])('%s loses nothing that was answered, leaves nothing half and no process', async (name, kill) => {
    const dataDir = join(folder, `killed-${name.length}`);
    const runner = fileURLToPath(new URL('./support/run-stack.ts', import.meta.url));
    const child = spawn(process.execPath, [runner, assembly, dataDir], {
      detached: true,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const { url, token } = await firstLine(child);
    const answered: string[] = [];
    let tried = 0;
    const writer = async () => {
      for (;;) {
        const id = `item-${tried++}`;
        const response = await put(url, id, id, token).catch(() => undefined);
        if (response === undefined) return;
        if (response.status === 201) answered.push(id);
        if (answered.length === 40) kill(child);
      }
    };
    await Promise.all([writer(), writer(), writer(), writer()]);
    await until(() => processesOf(dataDir).length === 0);

    const stack = await startLocal({ assembly, dataDir });
    try {
      await stack.drained();
      const ids = Array.from({ length: tried }, (_, index) => `item-${index}`);
      const found = await Promise.all(ids.map(async (id) => ({ id, ...(await get(stack.url, id)) })));
      for (const { id, left, right, view, file } of found) {
        expect([left, right, view], id).toEqual(left === undefined ? [undefined, undefined, undefined] : [id, id, id]);
        if (left !== undefined) expect(file).toBe(id);
        if (answered.includes(id)) expect(left, id).toBe(id);
      }
    } finally {
      await stack.stop();
    }
  });
});

async function firstLine(child: ChildProcess): Promise<{ url: string; token: string }> {
  if (child.stdout === null) throw new Error('no output');
  for await (const line of createInterface({ input: child.stdout })) return JSON.parse(line);
  throw new Error('The stack ended before it served');
}

async function until(condition: () => boolean): Promise<void> {
  for (let waited = 0; !condition(); waited += 50) {
    if (waited > 20_000) throw new Error('waited for nothing');
    await sleep(50);
  }
}

/** The processes that work for a data folder: the database names it, functions work in it. */
function processesOf(dataDir: string): string[] {
  return readdirSync('/proc').filter((pid) => {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      return /^\d+$/.test(pid) && (command.includes(dataDir) || readlinkSync(`/proc/${pid}/cwd`).startsWith(dataDir));
    } catch {
      return false;
    }
  });
}
