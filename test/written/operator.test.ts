import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { localTables } from '@chi-so/cli/local-tables';
import { SCOPES } from '@chi-so/contract/routes';
import type { LocalStack } from '@chi-so/local/stack';
import { unitSets } from '@chi-so/reference-data/catalogue';
import { tableOf } from '@chi-so/storage/client';
import { digestOfTable } from '@chi-so/storage/table-dump-hash';
import { type RawItem, unpackedLine } from '@chi-so/storage/table-dump-line';
import { createTable } from '@chi-so/storage/table-dump-tables';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientOf, eventually, type Json } from '../support/client.ts';
import { loadedCopy } from '../support/loaded-copy.ts';

/** The commands of docs/runbook.md, as they stand there, by somebody who puts in addresses and names and nothing else. */

const ROOT = join(import.meta.dirname, '..', '..');
const RUNBOOK = readFileSync(join(ROOT, 'docs', 'runbook.md'), 'utf8');
const SLOW = { timeout: 300_000 };

/** The block that the runbook marks with this name. */
const block = (name: string): string => {
  const [, indent = '', code] = new RegExp(`^( *)\`\`\`sh ${name}\n(.*?)^ *\`\`\`$`, 'ms').exec(RUNBOOK) ?? [];
  if (code === undefined) throw new Error(`docs/runbook.md has no commands "${name}"`);
  return code.replaceAll(new RegExp(`^${indent}`, 'gm'), '');
};

/** Puts values in the places of `<…>`; one that is left over is one that nobody would know how to fill. */
const filled = (code: string, values: Record<string, string>): string => {
  const text = Object.entries(values).reduce((now, [name, value]) => now.replaceAll(`<${name}>`, value), code);
  expect(text).not.toMatch(/<[\w ]+>/);
  return text;
};

/** Stands in for the calls of AWS CLI that the blocks make, which is not on every machine. */
const AWS = `#!/usr/bin/env node
import { readFileSync, writeFileSync } from 'node:fs';
import { DeleteItemCommand, DynamoDBClient, PutItemCommand } from '${import.meta.resolve('@aws-sdk/client-dynamodb')}';
import { GetObjectCommand, S3Client } from '${import.meta.resolve('@aws-sdk/client-s3')}';
const [service, command, ...rest] = process.argv.slice(2);
const given = (name) => rest[rest.indexOf(name) + 1];
if (service === 's3' && command === 'cp') {
  const [, Bucket, Key] = /^s3:\\/\\/([^/]+)\\/(.+)$/.exec(rest[0]);
  const { Body } = await new S3Client({ forcePathStyle: true }).send(new GetObjectCommand({ Bucket, Key }));
  writeFileSync(rest[1], await Body.transformToByteArray());
} else if (service === 'dynamodb' && command === 'put-item') {
  const item = JSON.parse(readFileSync(given('--item').replace('file://', ''), 'utf8'), (_, value) =>
    typeof value?.B === 'string' ? { B: Buffer.from(value.B, 'base64') } : value);
  await new DynamoDBClient().send(new PutItemCommand({ TableName: given('--table-name'), Item: item }));
} else if (service === 'dynamodb' && command === 'delete-item') {
  await new DynamoDBClient().send(new DeleteItemCommand({ TableName: given('--table-name'), Key: JSON.parse(given('--key')) }));
} else process.exit(2);
`;

let dir: string;
let stack: LocalStack;
let token: string;
let exported: { bucket: string; moment: string };
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'operator-'));
  stack = await loadedCopy(join(dir, 'data'));
  token = await stack.sign({ scopes: [...SCOPES], unit_sets: ['*'] });
  const chiso = `node ${join(ROOT, 'packages', 'cli', 'src', 'chiso.ts')}`;
  writeFileSync(join(dir, 'package.json'), JSON.stringify({ type: 'module', scripts: { chiso } }));
  writeFileSync(join(dir, 'aws'), AWS);
  chmodSync(join(dir, 'aws'), 0o755);
  await stack.fireSchedule('ScheduledExport');
  const bucket = Object.entries(stack.bucketNames).find(([id]) => id.startsWith('Exports'))?.[1] ?? '';
  const s3 = new S3Client({
    endpoint: stack.s3Endpoint,
    credentials: stack.s3Credentials,
    region: 'local',
    forcePathStyle: true,
  });
  const { Contents: [{ Key = '' } = {}] = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucket }));
  exported = { bucket, moment: Key.replace('records/', '').replace('.ndjson.gz', '') };
}, 300_000);
afterAll(async () => {
  await stack.stop();
  rmSync(dir, { recursive: true });
});

/** Runs lines in a shell that has the credentials, and the local addresses where AWS has its own. */
const shell = (lines: string): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    const env = {
      ...process.env,
      PATH: `${dir}:${process.env.PATH}`,
      TOKEN: token,
      AWS_REGION: 'local',
      AWS_ACCESS_KEY_ID: stack.s3Credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: stack.s3Credentials.secretAccessKey,
      AWS_ENDPOINT_URL_DYNAMODB: stack.dynamodbEndpoint,
      AWS_ENDPOINT_URL_S3: stack.s3Endpoint,
    };
    execFile('sh', ['-e', '-c', lines], { cwd: dir, env, maxBuffer: 1 << 28 }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });

const read = (path: string) => clientOf(stack.url)('GET', path);

describe('the runbook', () => {
  it(
    'restores lost tables from the bucket: a copy, an import, a rebuild, and a verification that finds nothing',
    SLOW,
    async () => {
      const running = localTables(stack);
      const [records, rankings] = ['again-records', 'again-rankings'].map((name) => tableOf(running.records.db, name));
      if (!records || !rankings) throw new Error('two tables');
      for (const table of [records, rankings]) await createTable(table);
      const names = { 'new Records': records.name, 'new Rankings': rankings.name };
      const restored = await shell(
        filled(block('restore'), { Exports: exported.bucket, moment: exported.moment, ...names }),
      );

      expect(restored.code, restored.out + restored.err).toBe(0);
      expect(await digestOfTable(records)).toEqual(await digestOfTable(running.records));
      expect(await digestOfTable(rankings, { lineOf: unpackedLine })).toEqual(
        await digestOfTable(running.rankings, { lineOf: unpackedLine }),
      );
    },
  );

  it('puts a release in: told first what it is taken for, then published and ranked', SLOW, async () => {
    const provinces = unitSets().find(({ unit_set }) => unit_set === 'VN34')?.units ?? [];
    const lines = provinces.map(({ name_vi }, i) => `${name_vi}\t${(60 - i * 0.37).toFixed(2).replace('.', ',')}`);
    writeFileSync(join(dir, 'pii-2025.txt'), ['Tỉnh\tĐiểm PII 2025', ...lines, ''].join('\n'));
    const file = { file: 'pii-2025.txt', url: stack.url };
    const tried = await shell(filled(block('try'), file));
    expect(tried.code, tried.out + tried.err).toBe(0);
    expect(tried.out).toContain('pii 2025 VN34: 34 đơn vị');
    expect((await read('/v1/rankings/pii/2025')).status).toBe(404);

    const published = await shell(filled(block('publish'), { ...file, index: 'pii', period: '2025' }));
    expect(published.code, published.out + published.err).toBe(0);
    const { body } = await eventually(
      () => read('/v1/rankings/pii/2025'),
      ({ status }) => status === 200,
    );
    expect(body.data[0]).toMatchObject({ unit_name: 'Hà Nội', score: 60, rank: 1 });
  });

  it('sees an entry in quarantine, puts back from an export what it cannot read, and has it ranked', SLOW, async () => {
    const { records, rankings } = localTables(stack);
    const [exportAll = '', find = '', lose = ''] = block('lose').split('\n');
    const found = await shell(`${exportAll}\n${find}`);
    expect(found.code, found.err).toBe(0);
    const { pk, sk } = JSON.parse(found.out.slice(found.out.indexOf('{'))) as RawItem;
    const lost = { partition: pk?.S ?? '', 'sort key': sk?.S ?? '' };
    const taken = await shell(filled(lose, { Records: records.name, ...lost }));
    expect(taken.code, taken.err).toBe(0);
    const period = '2019';
    const ranking = `/v1/rankings/pci/${period}?set=VN63`;
    const before = (await read(ranking)).body.meta.publication;
    const corrected = await clientOf(stack.url)('PATCH', `/v1/releases/pci/${period}/scores?set=VN63&publish=true`, {
      token,
      body: { reason: 'bản in', scores: [{ unit: 'VN63-46', component: 'total', score: 61.5 }] },
      headers: { 'if-match': String(before.entry) },
    });
    const [{ entry }] = corrected.body.data;
    expect(entry).toBeGreaterThan(before.entry);
    const { body } = await eventually(
      () => read(ranking),
      (answer) => answer.body.meta.degraded !== null,
    );
    expect(body.meta.degraded).not.toBeNull();
    expect(body.meta.publication).toEqual(before);

    const names = { Records: records.name, Rankings: rankings.name, index: 'pci' };
    const verify = filled(block('redrive').split('\n')[1] ?? '', names);
    const missed = await shell(verify);
    expect(missed.code).toBe(1);
    expect(missed.out).toContain(lost['sort key']);
    const fetched = await shell(
      filled(block('restore').split('\n')[0] ?? '', { Exports: exported.bucket, moment: exported.moment }),
    );
    expect(fetched.code, fetched.err).toBe(0);
    const put = await shell(filled(block('put-back'), { ...names, ...lost }));
    expect(put.code, put.err).toBe(0);
    const redriven = await shell(filled(block('redrive'), names));
    expect(redriven.code, redriven.out + redriven.err).toBe(0);

    const { meta } = (await read(ranking)).body;
    expect([meta.degraded, meta.publication.entry]).toEqual([null, entry]);
  });

  it('withdraws what was published wrongly, so that readers get the reason', SLOW, async () => {
    const code = block('withdraw');
    const [ask = '', ...rest] = code.split('\n');
    const asked = await shell(filled(ask, { url: stack.url, entry: '' }));
    const entry = (JSON.parse(asked.out) as Json).data.at(-1).entry;
    const done = await shell(filled(rest.join('\n'), { url: stack.url, entry: String(entry) }));
    expect(done.code, done.err).toBe(0);

    const withdrawn = await eventually(
      () => read('/v1/rankings/pci/2019?set=VN63'),
      ({ status }) => status === 410,
    );
    expect(withdrawn.status).toBe(410);

    const withdrawal = (JSON.parse(done.out.slice(done.out.indexOf('{'))) as Json).data[0].entry;
    const back = { url: stack.url, entry: String(withdrawal), revision: '1' };
    const rolledBack = await shell(filled(block('roll-back'), back));
    expect(rolledBack.code, rolledBack.err).toBe(0);
    const again = await eventually(
      () => read('/v1/rankings/pci/2019?set=VN63'),
      ({ status }) => status === 200,
    );
    expect(again.body.meta.publication).toMatchObject({ entry: withdrawal + 1, revision: 1 });
  });
});
