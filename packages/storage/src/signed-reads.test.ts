import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { signedTable } from './signed-reads.ts';

type Seen = { headers: IncomingMessage['headers']; body: string };

const seen: Seen[] = [];
let replies: { status: number; body: object | string }[] = [];
let server: Server;

beforeEach(async () => {
  seen.length = 0;
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    seen.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
    const { status, body } = replies[Math.min(seen.length, replies.length) - 1] ?? { status: 500, body: '' };
    if (body === 'hang up') return request.socket.destroy();
    response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  vi.stubEnv('AWS_REGION', 'ap-southeast-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKID');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
  vi.stubEnv('AWS_SESSION_TOKEN', 'token');
});
afterEach(() => {
  server.close();
  server.closeAllConnections();
  vi.unstubAllEnvs();
});

const table = signedTable('rankings');
const key = { Key: { pk: { S: 'RANKING#pci' }, sk: { S: '2019' } } };
const thrown = (name: string) => ({ status: 400, body: { __type: `com.amazonaws.dynamodb.v20120810#${name}` } });
const nothing = { status: 200, body: {} };

describe('a read without the SDK', () => {
  it('gives numbers, texts, lists and bytes as the SDK does', async () => {
    const item = { n: { N: '1' }, m: { M: { l: { L: [{ BOOL: true }, { B: 'AQI=' }] } } }, b: { B: 'H4sI' } };
    replies = [{ status: 200, body: { Item: item } }];

    expect(await table.getItem(key)).toEqual({
      Item: {
        n: { N: '1' },
        m: { M: { l: { L: [{ BOOL: true }, { B: Buffer.from([1, 2]) }] } } },
        b: { B: Buffer.from('H4sI', 'base64') },
      },
    });
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual({ TableName: 'rankings', ...key });
    expect(seen[0]?.headers['x-amz-target']).toBe('DynamoDB_20120810.GetItem');
  });

  it('hands on where a page ends', async () => {
    replies = [{ status: 200, body: { Items: [{ pk: { S: 'a' } }], LastEvaluatedKey: { pk: { S: 'a' } } } }];

    expect(await table.query({ KeyConditionExpression: 'pk = :pk' })).toEqual({
      Items: [{ pk: { S: 'a' } }],
      LastEvaluatedKey: { pk: { S: 'a' } },
    });
  });

  it('is signed with the credentials that the environment has at that moment', async () => {
    replies = [nothing];
    await table.getItem(key);
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'another');
    await table.getItem(key);

    expect(seen.map(({ headers }) => headers['x-amz-security-token'])).toEqual(['token', 'token']);
    for (const [i, secret] of ['secret', 'another'].entries()) {
      const one = seen[i] as Seen;
      expect(one.headers.authorization).toContain(`Signature=${signatureOf(one, secret)}`);
    }
  });

  it.each([
    ['is throttled', thrown('ThrottlingException')],
    ['has no capacity', thrown('ProvisionedThroughputExceededException')],
    ['fails', { status: 500, body: 'Internal' }],
    ['hangs up', { status: 0, body: 'hang up' }],
  ])('is tried again where the service %s', async (_, failure) => {
    replies = [failure, failure, nothing];

    expect(await table.getItem(key)).toEqual({});
    expect(seen).toHaveLength(3);
  });

  it.each([
    ['ThrottlingException', thrown('ThrottlingException')],
    ['InternalServerError', { status: 500, body: { __type: 'InternalServerError', message: 'x' } }],
    ['ServiceUnavailable', { status: 503, body: '<html>' }],
    ['ServiceUnavailable', { status: 0, body: 'hang up' }],
  ])('gives up after four attempts, as %s', async (name, failure) => {
    replies = [failure];

    await expect(table.getItem(key)).rejects.toThrow(expect.objectContaining({ name }));
    expect(seen).toHaveLength(4);
  });

  it.each(['ValidationException', 'AccessDeniedException', 'ResourceNotFoundException'])(
    'is not tried again where it would fail again: %s',
    async (name) => {
      replies = [thrown(name)];

      await expect(table.getItem(key)).rejects.toThrow(expect.objectContaining({ name }));
      expect(seen).toHaveLength(1);
    },
  );

  it('fails where nobody listens', async () => {
    vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', 'http://127.0.0.1:9');

    await expect(table.getItem(key)).rejects.toThrow(expect.objectContaining({ name: 'ServiceUnavailable' }));
  });
});

/** AWS Signature Version 4, worked out from what arrived. */
const signatureOf = ({ headers, body }: Seen, secret: string): string => {
  const [, signed = ''] = /SignedHeaders=([^,]+)/.exec(headers.authorization ?? '') ?? [];
  const [, scope = ''] = /Credential=[^/]+\/([^,]+)/.exec(headers.authorization ?? '') ?? [];
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  const canonical = ['POST', '/', '', ...signed.split(';').map((name) => `${name}:${headers[name]}`), '', signed];
  const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256([...canonical, sha256(body)].join('\n'))];
  const signingKey = scope
    .split('/')
    .reduce<string | Buffer>((part, text) => createHmac('sha256', part).update(text).digest(), `AWS4${secret}`);
  return createHmac('sha256', signingKey).update(toSign.join('\n')).digest('hex');
};
