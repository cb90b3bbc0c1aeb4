import { connect, type Socket } from 'node:net';

/**
 * Asks for one address over so many kept connections, each sending its next request when its last answer is whole.
 * Own, and not autocannon (8.0.0): that one keeps latencies in whole milliseconds, and most of these are below one; and it
 * parses what it gets, on the cores that the servers need as well.
 */

export type Load = { requests: number; seconds: number; latencies: number[]; bytes: number };

const HEAD_END = '\r\n\r\n';

export const load = async (
  { port, path, headers }: { port: number; path: string; headers: Record<string, string> },
  { connections, milliseconds, status }: { connections: number; milliseconds: number; status: number },
): Promise<Load> => {
  const lines = Object.entries({ host: `127.0.0.1:${port}`, ...headers }).map(([name, value]) => `${name}: ${value}`);
  const request = [`GET ${path} HTTP/1.1`, ...lines].join('\r\n') + HEAD_END;
  const latencies: number[] = [];
  let bytes = 0;
  const start = performance.now();
  const until = start + milliseconds;

  const oneConnection = async (): Promise<void> => {
    const socket = connect(port, '127.0.0.1').setNoDelay(true);
    const answer = answersOf(socket, status);
    try {
      while (performance.now() < until) {
        const asked = performance.now();
        socket.write(request);
        const length = await answer();
        bytes += length;
        latencies.push(performance.now() - asked);
      }
    } finally {
      socket.destroy();
    }
  };
  await Promise.all(Array.from({ length: connections }, oneConnection));
  return { requests: latencies.length, seconds: (performance.now() - start) / 1000, latencies, bytes };
};

/** Waits for the next whole answer, and gives its bytes on the wire. Another status than the expected one is an error. */
const answersOf = (socket: Socket, status: number): (() => Promise<number>) => {
  let waiting = Promise.withResolvers<number>();
  let head = '';
  let length = 0;
  let received = 0;
  const take = (chunk: Buffer): void => {
    received += chunk.length;
    if (length === 0) {
      head += chunk.toString('latin1');
      const end = head.indexOf(HEAD_END);
      if (end < 0) return;
      length = end + HEAD_END.length + bodyLength(head.slice(0, end), status);
    }
    if (received < length) return;
    waiting.resolve(received);
    head = '';
    length = 0;
    received = 0;
  };
  socket.on('data', (chunk) => {
    try {
      take(chunk);
    } catch (error) {
      waiting.reject(error);
    }
  });
  socket.on('error', (error) => waiting.reject(error));
  socket.on('close', () => waiting.reject(new Error('The server closed the connection')));
  return async () => {
    try {
      return await waiting.promise;
    } finally {
      waiting = Promise.withResolvers();
      waiting.promise.catch(() => {});
    }
  };
};

const bodyLength = (head: string, status: number): number => {
  if (!head.startsWith(`HTTP/1.1 ${status} `)) throw new Error(`Not ${status}: ${head.split('\r\n')[0]}`);
  if (status === 304) return 0;
  const [, length] = /^content-length: *(\d+)$/im.exec(head) ?? [];
  if (length === undefined) throw new Error(`An answer without its length: ${head}`);
  return Number(length);
};
