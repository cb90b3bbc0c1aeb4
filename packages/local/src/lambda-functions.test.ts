import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { FunctionSettings } from './function-settings.ts';
import { createFunction, type LocalFunction, RequestTooLargeError } from './lambda-functions.ts';

const CODE = `
import { writeSync } from 'node:fs';
let calls = 0;
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
export const echo = async (event, context) => ({ event, calls: ++calls, pid: process.pid,
  context: { ...context, remaining: context.getRemainingTimeInMillis() } });
export const environment = async () => process.env;
export const fails = async () => { console.log('about to fail'); throw new TypeError('no such thing'); };
export const crashes = async () => process.exit(7);
export const sleeps = async ({ ms }) => { await sleep(ms); return process.pid; };
export const large = async ({ bytes }) => 'x'.repeat(bytes);
export const hoards = async () => { const all = []; for (;;) all.push(new Array(1e5).fill(Math.random())); };
export const buffers = async ({ megabytes }) => Buffer.alloc(megabytes * 1024 * 1024, 1).length;
export const importsOutside = async ({ name }) => import(name).then(() => 'found', (error) => error.code);
`;

let folder: string;
const started: LocalFunction[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'chi-so-lambda-'));
  writeFileSync(join(folder, 'index.mjs'), CODE);
  writeFileSync(join(folder, 'broken.mjs'), 'import "not-in-the-bundle"; export const handler = () => 1;');
  writeFileSync(join(folder, 'throws.mjs'), 'throw new RangeError("at init");');
});
afterEach(() => Promise.all(started.splice(0).map((target) => target.stop())));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const create = (handler: string, settings: Partial<FunctionSettings> = {}): LocalFunction => {
  const target = createFunction(
    {
      name: 'the-function',
      arn: 'arn:aws:lambda:ap-southeast-1:000000000000:function:the-function',
      taskRoot: folder,
      handler,
      memoryMegabytes: 256,
      timeoutMs: 20_000,
      environment: { TABLE: 't' },
      concurrency: 8,
      ...settings,
    },
    join(folder, 'logs'),
  );
  started.push(target);
  return target;
};

const call = async (target: LocalFunction, event: unknown = {}) => {
  const result = await target.invoke(JSON.stringify(event));
  return result.ok ? JSON.parse(result.payload) : result.error;
};

describe('a local function', () => {
  it('gets its event and a context, and stays warm', async () => {
    const target = create('index.echo');
    const first = await call(target, { a: 'Huế' });
    expect(first).toMatchObject({ event: { a: 'Huế' }, calls: 1 });
    expect(first.context).toMatchObject({
      functionName: 'the-function',
      functionVersion: '$LATEST',
      memoryLimitInMB: '256',
      invokedFunctionArn: target.settings.arn,
    });
    expect(first.context.remaining).toBeGreaterThan(15_000);
    expect(await call(target)).toMatchObject({ calls: 2, pid: first.pid });
  });

  it('sees the template’s variables and Lambda’s own, and nothing of the process that runs it', async () => {
    process.env.CHI_SO_SECRET_OF_THE_PARENT = 'x';
    const environment = await call(create('index.environment'));
    expect(environment).toMatchObject({
      TABLE: 't',
      AWS_REGION: 'ap-southeast-1',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '256',
      TZ: 'UTC',
    });
    for (const name of ['CHI_SO_SECRET_OF_THE_PARENT', 'HOME', 'VITEST', 'NODE_CHANNEL_FD']) {
      expect(environment).not.toHaveProperty(name);
    }
  });

  it('reports what a handler throws, logs it, and goes on', async () => {
    const target = create('index.fails');
    expect(await call(target)).toMatchObject({ errorType: 'TypeError', errorMessage: 'no such thing' });
    expect(await call(target)).toMatchObject({ errorType: 'TypeError' });
    await target.stop();
    expect(readFileSync(join(folder, 'logs', 'the-function.log'), 'utf8')).toContain('about to fail');
  });

  it('reports a crash and starts afresh', async () => {
    const target = create('index.crashes');
    for (const _ of [1, 2]) {
      expect(await call(target)).toMatchObject({
        errorType: 'Runtime.ExitError',
        errorMessage: expect.stringContaining('Runtime exited with error: exit status 7'),
      });
    }
  });

  it('is ended at its timeout and works again afterwards', async () => {
    const target = create('index.sleeps', { timeoutMs: 1_000, concurrency: 1 });
    expect(await call(target, { ms: 60_000 })).toMatchObject({
      errorType: 'Sandbox.Timedout',
      errorMessage: expect.stringContaining('Task timed out after 1.00 seconds'),
    });
    expect(await call(target, { ms: 0 })).toBeTypeOf('number');
  });

  it('dies of too much memory without harm to others', async () => {
    expect(await call(create('index.hoards', { memoryMegabytes: 128 }))).toMatchObject({
      errorType: 'Runtime.ExitError',
    });
  });

  it('has its memory size for everything, and is killed beyond it wherever it keeps its bytes', async () => {
    const target = create('index.buffers', { memoryMegabytes: 256 });
    for (const _ of [1, 2]) {
      expect(await call(target, { megabytes: 300 })).toMatchObject({
        errorType: 'Runtime.ExitError',
        errorMessage: expect.stringContaining('Runtime exited with error: signal: killed'),
      });
      expect(await call(target, { megabytes: 100 })).toBe(100 * 1024 * 1024);
    }
  });

  it.each([
    ['broken.handler', 'Runtime.ImportModuleError'],
    ['missing.handler', 'Runtime.ImportModuleError'],
    ['index.nothing', 'Runtime.HandlerNotFound'],
    ['throws.handler', 'Runtime.RangeError'],
  ])('reports the initialization of %s as %s', async (handler, errorType) => {
    expect(await call(create(handler))).toMatchObject({ errorType });
  });

  it('cannot import what is not in its bundle, whatever a parent folder has', async () => {
    const outside = new URL(import.meta.resolve('fast-check')).href;
    expect(await call(create('index.importsOutside'), { name: outside })).toBe('ERR_MODULE_NOT_FOUND');
    expect(await call(create('index.importsOutside'), { name: 'node:zlib' })).toBe('found');
  });

  it('works on several requests in as many processes, and lets the others wait', async () => {
    const target = create('index.sleeps', { concurrency: 2 });
    const pids: number[] = await Promise.all([1, 2, 3, 4, 5].map(() => call(target, { ms: 50 })));
    expect(new Set(pids).size).toBe(2);
  });

  it('starts nothing for those that still wait when it is stopped', async () => {
    const target = create('index.sleeps', { concurrency: 1 });
    const calls = [1, 2, 3].map(() => target.invoke(JSON.stringify({ ms: 60_000 })));
    const outcomes = Promise.allSettled(calls);
    await target.stop();
    expect((await outcomes).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    await expect(calls[0]).resolves.toMatchObject({ ok: false });
    await expect(target.invoke('{}')).rejects.toThrow(/stopping/);
  });

  it('takes and gives 6 MB, and no more', async () => {
    const target = create('index.large');
    expect(await call(target, { bytes: 6_291_000 })).toHaveLength(6_291_000);
    expect(await call(target, { bytes: 6_300_000 })).toMatchObject({ errorType: 'Function.ResponseSizeTooLarge' });
    await expect(target.invoke(JSON.stringify('x'.repeat(6_300_000)))).rejects.toBeInstanceOf(RequestTooLargeError);
  });
});
