import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { load } from './load.ts';

let stop = () => {};
afterEach(() => stop());

/** A server that answers each request with these pieces, one write each. */
const serving = async (pieces: readonly string[]): Promise<number> => {
  const answer = async (socket: Socket) => {
    for (const piece of pieces) {
      await new Promise((resolve) => socket.write(piece, resolve));
      await new Promise(setImmediate);
    }
  };
  const server = createServer((socket) => {
    socket.setNoDelay(true).on('data', () => void answer(socket));
    socket.on('error', () => {});
  }).listen(0, '127.0.0.1');
  stop = () => void server.close();
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
};

const asked = async (pieces: readonly string[], status = 200) =>
  load({ port: await serving(pieces), path: '/', headers: {} }, { connections: 3, milliseconds: 50, status });

it('counts every byte of every answer, over all connections, however it arrives', async () => {
  const pieces = ['HTTP/1.1 200 OK\r\ncontent-le', 'ngth: 10\r\n\r', '\n01234', '56789'];
  const { requests, latencies, bytes } = await asked(pieces);
  expect(requests).toBeGreaterThanOrEqual(3);
  expect(latencies).toHaveLength(requests);
  expect(bytes).toBe(requests * pieces.join('').length);
});

it('knows that an answer without a body is whole', async () => {
  const answer = 'HTTP/1.1 304 Not Modified\r\netag: "a"\r\n\r\n';
  const { requests, bytes } = await asked([answer], 304);
  expect(bytes).toBe(requests * answer.length);
});

it('measures nothing of a server that answers something else', async () => {
  await expect(asked(['HTTP/1.1 500 Oh\r\ncontent-length: 0\r\n\r\n'])).rejects.toThrow('Not 200: HTTP/1.1 500 Oh');
});
