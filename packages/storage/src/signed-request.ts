import type { ClientRequest, IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import aws4 from 'aws4';

/** One signed HTTP request to DynamoDB, without the SDK. */

/**
 * Node's own client: `fetch` takes 40 ms to load and cannot limit connecting. Not imported: `import 'node:http'` reads
 * every export of it, WebSocket among them, and that loads `fetch` too.
 */
const http = process.getBuiltinModule('node:http');
const https = process.getBuiltinModule('node:https');

/** As the SDK's client of this package has them. */
const CONNECT_MS = 1000;
const ANSWER_MS = 3000;

export type Reply = { status: number; body: string };

const secure = { send: https.request, agent: new https.Agent({ keepAlive: true }) };
const plain = { send: http.request, agent: new http.Agent({ keepAlive: true }) };

/** Endpoint, Region and credentials are those of the environment, as Lambda gives them and as the SDK reads them. */
export const signedRequest = (operation: string, body: string): Promise<Reply> => {
  const { AWS_REGION: region = '', AWS_ENDPOINT_URL_DYNAMODB, AWS_ENDPOINT_URL } = process.env;
  const { AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '', AWS_SESSION_TOKEN } = process.env;
  const endpoint = AWS_ENDPOINT_URL_DYNAMODB ?? AWS_ENDPOINT_URL ?? `https://dynamodb.${region}.amazonaws.com`;
  const { protocol, host, hostname, port } = new URL(endpoint);
  const { headers = {} } = aws4.sign(
    {
      service: 'dynamodb',
      region,
      method: 'POST',
      path: '/',
      host,
      headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `DynamoDB_20120810.${operation}` },
      body,
    },
    {
      accessKeyId: AWS_ACCESS_KEY_ID,
      secretAccessKey: AWS_SECRET_ACCESS_KEY,
      ...(AWS_SESSION_TOKEN ? { sessionToken: AWS_SESSION_TOKEN } : {}),
    },
  );
  const { send, agent } = protocol === 'https:' ? secure : plain;
  return exchange(send({ method: 'POST', path: '/', hostname, port, headers, agent }), body);
};

const exchange = (request: ClientRequest, body: string): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const within = (ms: number, what: string) =>
      setTimeout(() => request.destroy(timeout(`DynamoDB did not ${what} within ${ms} ms`)), ms);
    const answering = within(ANSWER_MS, 'answer');
    request.once('socket', (socket: Socket) => {
      if (!socket.connecting) return;
      const connecting = within(CONNECT_MS, 'connect');
      for (const event of ['connect', 'close']) socket.once(event, () => clearTimeout(connecting));
    });
    request.once('response', (response: IncomingMessage) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('end', () =>
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }),
      );
      response.once('error', reject);
    });
    request.once('error', reject);
    request.once('close', () => clearTimeout(answering));
    request.end(body);
  });

const timeout = (message: string): Error => Object.assign(new Error(message), { name: 'TimeoutError' });
