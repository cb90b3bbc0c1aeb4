import { once } from 'node:events';
import { createServer } from 'node:https';
import { createServer as createNetServer } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import { connectByTls } from './connection.ts';
import { listening, refusalOf, site } from './fixtures.ts';
import { selfSigned } from './self-signed.ts';

/** A publisher's site with a certificate for one name, and a fetch that trusts whoever signed it. */
const secureSite = async (...names: string[]) => {
  const { key, cert } = selfSigned(...names);
  const requests: (string | undefined)[] = [];
  const server = createServer({ key, cert }, (request, response) => {
    requests.push(request.headers.host);
    response.end('điểm');
  });
  const port = await listening(server);
  const { fetch } = await site((_request, response) => void response.end());
  const through = (ca: string | undefined) =>
    fetch('https://chi-so.example/a', {
      connect: (_address, _port, host, signal) =>
        connectByTls(ca === undefined ? {} : { ca })('127.0.0.1', port, host, signal),
    });
  return { requests, trusting: () => through(cert), asShipped: () => through(undefined) };
};

describe('a connection by TLS', () => {
  it('is made to a server that proves its name', async () => {
    const { trusting, requests } = await secureSite('chi-so.example');

    expect((await trusting()).bytes.toString()).toBe('điểm');
    expect(requests).toEqual(['chi-so.example']);
  });

  it("is not made to a server with another's name, which hears of no request", async () => {
    const { trusting, requests } = await secureSite('khac.example', 'www.chi-so.example');

    expect(await refusalOf(trusting())).toBe('bad-certificate');
    expect(requests).toEqual([]);
  });

  it('is not made to a server that nobody vouches for', async () => {
    const { asShipped, requests } = await secureSite('chi-so.example');

    expect(await refusalOf(asShipped())).toBe('bad-certificate');
    expect(requests).toEqual([]);
  });

  it('is not made either where the environment says that certificates do not matter', async () => {
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    const { asShipped, requests } = await secureSite('chi-so.example');

    expect(await refusalOf(asShipped())).toBe('bad-certificate');
    expect(requests).toEqual([]);
    vi.unstubAllEnvs();
  });

  it('is given up where the server never says hello', async () => {
    const server = createNetServer();
    const port = await listening(server);
    const closed = once(server, 'connection').then(([socket]) => once(socket.resume(), 'close'));

    const connecting = connectByTls()('127.0.0.1', port, 'chi-so.example', AbortSignal.timeout(100));

    await expect(connecting).rejects.toThrow();
    await closed;
  });

  it('is given up where the server speaks no TLS', async () => {
    const port = await listening(createNetServer((socket) => void socket.end('220 smtp.example ready\r\n')));

    const connecting = connectByTls()('127.0.0.1', port, 'chi-so.example', AbortSignal.timeout(2000));

    await expect(connecting).rejects.toThrow();
  });
});
