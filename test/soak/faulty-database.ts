import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomOf } from '../fixtures/random.ts';

/** What DynamoDB does to its callers on a bad day, and how often: shares of all requests. */
export const FAULTS = {
  /** Refused before anything is done. */
  throttled: 0.01,
  /** Answered by 500, nothing done. */
  failed: 0.005,
  /** The connection breaks before the request is there. */
  broken: 0.005,
  /** It is done, and the answer is lost. */
  unheard: 0.005,
} as const;

export type FaultCounts = Record<keyof typeof FAULTS, number> & { requests: number };

/** A database behind a line that is as bad as `FAULTS` says, by a seed. */
export const faultyDatabase = async (endpoint: string, seed: number) => {
  const random = randomOf(seed);
  const agent = new Agent({ keepAlive: true });
  const { hostname: host, port } = new URL(endpoint);
  const counts: FaultCounts = { requests: 0, throttled: 0, failed: 0, broken: 0, unheard: 0 };

  const chosen = (): keyof typeof FAULTS | undefined => {
    counts.requests++;
    let at = random.next();
    for (const [fault, share] of Object.entries(FAULTS) as [keyof typeof FAULTS, number][]) {
      if (at < share) {
        counts[fault]++;
        return fault;
      }
      at -= share;
    }
    return undefined;
  };

  const server = createServer((incoming, outgoing) => {
    const fault = chosen();
    if (fault === 'broken') return void incoming.socket.destroy();
    if (fault === 'throttled' || fault === 'failed') return void refuse(incoming, outgoing, fault);
    const { method, url, headers } = incoming;
    const forwarded = request({ host, port, agent, method, path: url, headers }, (answer) => {
      if (fault === 'unheard') {
        answer.resume().on('end', () => incoming.socket.destroy());
        return;
      }
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(outgoing);
    });
    forwarded.on('error', () => incoming.socket.destroy());
    incoming.pipe(forwarded);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    counts,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      agent.destroy();
    },
  };
};

const refuse = (incoming: IncomingMessage, outgoing: ServerResponse, fault: 'throttled' | 'failed'): void => {
  const [status, name] = fault === 'throttled' ? [400, 'ThrottlingException'] : [500, 'InternalServerError'];
  incoming.resume().on('end', () => {
    outgoing.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' });
    outgoing.end(JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${name}`, message: 'Injected' }));
  });
};
