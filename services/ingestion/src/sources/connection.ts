import { lookup } from 'node:dns/promises';
import type { Duplex } from 'node:stream';
import { connect as tlsConnect } from 'node:tls';

/** All addresses of a host. */
export type Resolve = (host: string) => Promise<readonly { address: string; family: number }[]>;

/** An open connection to exactly this address, on which the host has proved its name. */
export type Connect = (address: string, port: number, host: string, signal: AbortSignal) => Promise<Duplex>;

/** The system's resolver. */
export const resolveByDns: Resolve = (host) => lookup(host, { all: true });

/**
 * TLS to an address, with the certificate verified for the host's name. No request is written before it is: a wrong
 * server learns no path.
 */
export const connectByTls =
  ({ ca }: { ca?: string } = {}): Connect =>
  (address, port, host, signal) =>
    new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const socket = tlsConnect({
        host: address,
        port,
        servername: host,
        ALPNProtocols: ['http/1.1'],
        minVersion: 'TLSv1.2',
        // Said aloud, since the environment (NODE_TLS_REJECT_UNAUTHORIZED) could switch the default off.
        rejectUnauthorized: true,
        ...(ca === undefined ? {} : { ca }),
      });
      const stop = () => socket.destroy(signal.reason);
      signal.addEventListener('abort', stop, { once: true });
      const settled = () => signal.removeEventListener('abort', stop);
      socket.once('close', () => {
        settled();
        reject(new Error('The connection was closed before it was secure'));
      });
      socket.once('secureConnect', () => {
        settled();
        resolve(socket);
      });
      // Stays for the connection's life: an error after this belongs to the request, which hears of it too.
      socket.on('error', reject);
    });
