import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server for tests that answers as it is told, and remembers what it was asked. */

export type FakeRequest = {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: IncomingMessage['headers'];
  body: Buffer;
};
/** `hang-up` breaks the connection off. */
export type FakeAnswer = { status?: number; body?: unknown } | 'hang-up';

export const fakeServer = async (
  answer: (request: FakeRequest, earlier: readonly FakeRequest[]) => FakeAnswer,
): Promise<{ url: string; requests: FakeRequest[]; stop: () => Promise<void> }> => {
  const requests: FakeRequest[] = [];
  const server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://fake');
    const request = {
      method: incoming.method ?? '',
      path: pathname,
      query: Object.fromEntries(searchParams),
      headers: incoming.headers,
      body: Buffer.concat(chunks),
    };
    const given = answer(request, requests);
    requests.push(request);
    if (given === 'hang-up') {
      incoming.socket.destroy();
      return;
    }
    response.writeHead(given.status ?? 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(given.body ?? {}));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
};
