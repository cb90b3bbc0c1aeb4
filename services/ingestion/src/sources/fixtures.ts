import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, type Server as NetServer, connect as netConnect, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { allowedHostsOf } from './allowed-hosts.ts';
import type { Connect, Resolve } from './connection.ts';
import { FetchRefused } from './fetch-refused.ts';
import { type Fetched, guardedFetch, type Known } from './guarded-fetch.ts';

/** A publisher's site on this machine. Only the tests' own `resolve` and `connect` lead to it: the rules see 8.8.8.8. */

export const PUBLIC = { address: '8.8.8.8', family: 4 };

/** Listens until the test is over. */
export const listening = async (server: NetServer): Promise<number> => {
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.on('error', () => {});
    socket.once('close', () => open.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    for (const socket of open) socket.destroy();
    server.close();
    await once(server, 'close');
  });
  return (server.address() as AddressInfo).port;
};

export type Site = {
  server: Server;
  /** Every connection that was opened, as the guard asked for it. */
  connections: string[];
  /** Every name that was looked up. */
  lookups: string[];
  fetch: (url: string, options?: Partial<Options>) => Promise<Fetched>;
};

type Options = {
  known: Known;
  maxBytes: number;
  timeoutMs: number;
  /** Where names lead; those not named here lead to a public address. */
  names: Record<string, string[]>;
  connect: Connect;
  allowed: string;
};

export const site = async (listener: RequestListener): Promise<Site> => {
  const server = createServer(listener);
  const port = await listening(server);
  const connections: string[] = [];
  const lookups: string[] = [];
  const plainly: Connect = async () => {
    const socket = netConnect(port, '127.0.0.1');
    await once(socket, 'connect');
    return socket;
  };
  return {
    server,
    connections,
    lookups,
    fetch: (url, options = {}) => {
      const { known, maxBytes = 1_000_000, timeoutMs = 5_000, names = {}, connect = plainly } = options;
      const resolve: Resolve = async (host) => {
        lookups.push(host);
        const addresses = names[host];
        return addresses?.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })) ?? [PUBLIC];
      };
      return guardedFetch(url, {
        known,
        allowedHosts: allowedHostsOf(options.allowed ?? 'chi-so.example, .trung-uong.example'),
        maxBytes,
        timeoutMs,
        resolve,
        connect: (address, to, host, signal) => {
          connections.push(`${address} ${to} ${host}`);
          return connect(address, to, host, signal);
        },
      });
    },
  };
};

/** The code that a fetch was refused with. */
export const refusalOf = async (fetching: Promise<unknown>): Promise<string> => {
  try {
    await fetching;
    return 'fetched';
  } catch (error) {
    if (error instanceof FetchRefused) return error.code;
    throw error;
  }
};
