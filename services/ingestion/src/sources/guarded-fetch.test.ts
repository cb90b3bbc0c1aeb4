import { once } from 'node:events';
import { createServer as createNetServer, connect as netConnect } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { listening, refusalOf, site } from './fixtures.ts';

/** UTF-8 bytes as Node wants a header: one letter for each byte. */
const latin1 = (text: string): string => Buffer.from(text).toString('latin1');

const FILE = 'https://chi-so.example/pci-2024.xlsx';

describe('a fetch', () => {
  it('brings the bytes and what the server says of them', async () => {
    const seen: Record<string, unknown>[] = [];
    const { fetch, connections } = await site((request, response) => {
      seen.push({ url: request.url, ...request.headers });
      response
        .writeHead(200, {
          etag: '"v1"',
          'last-modified': 'Mon, 05 May 2025 02:00:00 GMT',
          'content-type': 'text/csv',
          'content-disposition': latin1('attachment; filename="bảng.csv"'),
          'set-cookie': 'session=1',
        })
        .end('unit,score');
    });

    const fetched = await fetch('https://CHI-SO.example./pci%202024.csv?năm=2024#trang-2');

    expect(fetched).toMatchObject({
      status: 200,
      etag: '"v1"',
      lastModified: 'Mon, 05 May 2025 02:00:00 GMT',
      contentType: 'text/csv',
      filename: 'bảng.csv',
    });
    expect(fetched.bytes.toString()).toBe('unit,score');
    expect(connections).toEqual(['8.8.8.8 443 chi-so.example']);
    expect(seen).toEqual([
      {
        url: '/pci%202024.csv?n%C4%83m=2024',
        host: 'chi-so.example',
        'user-agent': expect.any(String),
        accept: '*/*',
        'accept-encoding': 'identity',
        connection: 'close',
      },
    ]);
  });

  it('asks whether the file has changed, and takes "no" for an answer', async () => {
    const { fetch } = await site((request, response) => {
      const unchanged = request.headers['if-none-match'] === '"v1"' && request.headers['if-modified-since'] === 'then';
      response.writeHead(unchanged ? 304 : 200).end();
    });

    const fetched = await fetch(FILE, { known: { finalUrl: FILE, etag: '"v1"', lastModified: 'then' } });

    expect(fetched).toMatchObject({ status: 304, etag: '"v1"', lastModified: 'then' });
  });

  it('tells only the address that gave a validator: another file may have the same one', async () => {
    const { fetch } = await site((request, response) => {
      response.writeHead(request.headers['if-none-match'] ? 304 : 200).end('new');
    });

    const known = { finalUrl: 'https://chi-so.example/old.xlsx', etag: '"v1"', lastModified: null };

    expect((await fetch(FILE, { known })).bytes.toString()).toBe('new');
  });

  it('does not believe a 304 that it did not ask for', async () => {
    const { fetch } = await site((_request, response) => void response.writeHead(304).end());

    expect(await refusalOf(fetch(FILE))).toBe('bad-status');
  });

  it.each([201, 204, 206, 401, 403, 404, 500, 503])('refuses the status %i', async (status) => {
    const { fetch } = await site((_request, response) => void response.writeHead(status).end());

    expect(await refusalOf(fetch(FILE))).toBe('bad-status');
  });

  it('tries the next checked address where the first does not answer', async () => {
    const { fetch, server } = await site((_request, response) => void response.end('here'));
    const { port } = server.address() as { port: number };

    const fetched = await fetch(FILE, {
      names: { 'chi-so.example': ['2001:4860::1', '8.8.8.8', '9.9.9.9'] },
      connect: async (address) => {
        if (address !== '9.9.9.9') throw new Error('no route');
        const socket = netConnect(port, '127.0.0.1');
        await once(socket, 'connect');
        return socket;
      },
    });

    expect(fetched.bytes.toString()).toBe('here');
  });

  it('looks a name up once for each request: a second answer could be another', async () => {
    const { fetch, lookups, connections } = await site((_request, response) => void response.end('x'));

    await fetch(FILE);

    expect([lookups.length, connections.length]).toEqual([1, 1]);
  });
});

describe('an address that is refused', () => {
  it.each([
    ['not-https', 'http://chi-so.example/a'],
    ['not-https', 'ftp://chi-so.example/a'],
    ['not-https', 'file:///etc/passwd'],
    ['not-https', 'data:text/csv,a'],
    ['not-a-url', 'chi-so.example/a'],
    ['not-a-url', ''],
    ['not-a-url', 'https://'],
    ['not-a-url', `https://chi-so.example/${'a'.repeat(3000)}`],
    ['has-credentials', 'https://user:secret@chi-so.example/a'],
    ['has-credentials', 'https://chi-so.example@chi-so.example/a'],
    ['literal-address', 'https://127.0.0.1/a'],
    ['literal-address', 'https://169.254.169.254/latest/meta-data/'],
    ['literal-address', 'https://8.8.8.8/a'],
    ['literal-address', 'https://2130706433/a'],
    ['literal-address', 'https://0x7f000001/a'],
    ['literal-address', 'https://0177.0.0.1/a'],
    ['literal-address', 'https://127.1/a'],
    ['literal-address', 'https://127.0.0.1./a'],
    ['literal-address', 'https://１２７.０.０.１/a'],
    ['literal-address', 'https://[::1]/a'],
    ['literal-address', 'https://[::ffff:127.0.0.1]/a'],
    ['literal-address', 'https://[fd00:ec2::254]/a'],
    ['host-not-allowed', 'https://evil.example/a'],
    ['host-not-allowed', 'https://localhost/a'],
    ['host-not-allowed', 'https://chi-so.example:8443/a'],
    ['host-not-allowed', 'https://chi-so.example.evil.example/a'],
    ['host-not-allowed', 'https://evil.example\\@chi-so.example/a'],
    ['host-not-allowed', 'https://trung-uong.example/a'],
  ])('is refused as %s before any connection: %s', async (code, url) => {
    const { fetch, connections, lookups } = await site((_request, response) => void response.end());

    expect(await refusalOf(fetch(url))).toBe(code);
    // By a redirect it is no better.
    const redirecting = await site((_request, response) => {
      response.writeHead(302, { location: latin1(url) }).end();
    });
    if (code !== 'not-a-url') {
      expect(await refusalOf(redirecting.fetch(FILE))).toBe(code);
      expect(redirecting.connections).toEqual(['8.8.8.8 443 chi-so.example']);
    }
    expect(connections).toEqual([]);
    expect(lookups).toEqual([]);
  });

  it.each([
    ['one private address', ['10.0.0.5']],
    ['loopback', ['127.0.0.1']],
    ['the metadata address', ['169.254.169.254']],
    ['an IPv6-mapped address', ['::ffff:169.254.169.254']],
    ['one public and one private address', ['8.8.8.8', '10.0.0.5']],
    ['a private one after many', ['8.8.8.8', '8.8.4.4', '9.9.9.9', '1.1.1.1', 'fd00:ec2::254']],
    ['what is no address', ['localhost']],
  ])('is one whose name leads to %s', async (_what, addresses) => {
    const { fetch, connections } = await site((_request, response) => void response.end());
    const names = { 'chi-so.example': addresses };

    expect(await refusalOf(fetch(FILE, { names }))).toBe('address-not-public');
    expect(connections).toEqual([]);
  });

  it('is one whose name leads nowhere', async () => {
    const { fetch, connections } = await site((_request, response) => void response.end());

    expect(await refusalOf(fetch(FILE, { names: { 'chi-so.example': [] } }))).toBe('not-resolved');
    expect(connections).toEqual([]);
  });

  it('is one that a redirect reaches through a name of the list that leads inside', async () => {
    const { fetch, connections } = await site((_request, response) => {
      response.writeHead(302, { location: 'https://a.trung-uong.example/' }).end();
    });
    const names = { 'a.trung-uong.example': ['8.8.8.8', '192.168.0.1'] };

    expect(await refusalOf(fetch(FILE, { names }))).toBe('address-not-public');
    expect(connections).toEqual(['8.8.8.8 443 chi-so.example']);
  });

  it('is one whose name leads inside when it is asked for again', async () => {
    const { fetch, connections } = await site((_request, response) => {
      response.writeHead(302, { location: '/again' }).end();
    });
    const answers = [['8.8.8.8'], ['127.0.0.1']];
    const names = {
      get 'chi-so.example'() {
        return answers.shift() ?? [];
      },
    };

    expect(await refusalOf(fetch(FILE, { names }))).toBe('address-not-public');
    expect(connections).toEqual(['8.8.8.8 443 chi-so.example']);
  });
});

describe('redirects', () => {
  const chain = (length: number) =>
    site((request, response) => {
      const step = Number(/\d+$/.exec(request.url ?? '')?.[0] ?? 0);
      if (step < length) response.writeHead(302, { location: `/step-${step + 1}` }).end('not the file');
      else response.end('the file');
    });

  it('are followed five times', async () => {
    const { fetch, connections } = await chain(5);

    const fetched = await fetch('https://chi-so.example/step-0');

    expect(fetched.bytes.toString()).toBe('the file');
    expect(fetched.finalUrl).toBe('https://chi-so.example/step-5');
    expect(connections).toHaveLength(6);
  });

  it('are not followed a sixth time', async () => {
    const { fetch, connections } = await chain(6);

    expect(await refusalOf(fetch('https://chi-so.example/step-0'))).toBe('too-many-redirects');
    expect(connections).toHaveLength(6);
  });

  it('may lead to another host of the list, which gets its own name', async () => {
    const hosts: unknown[] = [];
    const { fetch } = await site((request, response) => {
      hosts.push(request.headers.host);
      if (hosts.length === 1) response.writeHead(308, { location: '//tep.trung-uong.example/b.csv' }).end();
      else response.end('b');
    });

    expect((await fetch(FILE)).filename).toBe('b.csv');
    expect(hosts).toEqual(['chi-so.example', 'tep.trung-uong.example']);
  });

  it('may be written in Vietnamese, as bytes that the standard does not know', async () => {
    const asked: unknown[] = [];
    const { fetch } = await site((request, response) => {
      asked.push(request.url);
      if (asked.length > 1) response.end('x');
      else response.socket?.end(Buffer.from('HTTP/1.1 302 Found\r\nLocation: /bảng-điểm.csv\r\n\r\n'));
    });

    expect((await fetch(FILE)).filename).toBe('bảng-điểm.csv');
    expect(asked[1]).toBe('/b%E1%BA%A3ng-%C4%91i%E1%BB%83m.csv');
  });

  it('must say where they lead', async () => {
    const { fetch } = await site((_request, response) => void response.writeHead(302).end());

    expect(await refusalOf(fetch(FILE))).toBe('bad-redirect');
  });
});

describe('limits', () => {
  it('stop a body that says it is too large before reading it', async () => {
    const { fetch } = await site((_request, response) => {
      response.writeHead(200, { 'content-length': 2_000_000 });
      response.write('x');
    });

    expect(await refusalOf(fetch(FILE))).toBe('too-large');
  });

  it('stop a body that does not end, soon after the cap', async () => {
    let sent = 0;
    const ended = Promise.withResolvers<void>();
    const { fetch } = await site((_request, response) => {
      const chunk = Buffer.alloc(64 * 1024);
      const more = (): void => {
        while (!response.destroyed && response.write(chunk)) sent += chunk.length;
      };
      response.on('drain', more);
      response.on('close', () => ended.resolve());
      more();
    });

    expect(await refusalOf(fetch(FILE, { maxBytes: 100_000 }))).toBe('too-large');
    await ended.promise;
    // What the two sockets hold between them, and no more.
    expect(sent).toBeLessThan(16_000_000);
  });

  it('take a body of exactly the cap, and not of one byte more', async () => {
    const { fetch } = await site((request, response) => {
      response.write('x'.repeat(999));
      response.end(request.url === '/more' ? 'xx' : 'x');
    });

    expect((await fetch(FILE, { maxBytes: 1000 })).bytes).toHaveLength(1000);
    expect(await refusalOf(fetch('https://chi-so.example/more', { maxBytes: 1000 }))).toBe('too-large');
  });

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ])('stop a small body that unfolds to a large one: %s', async (encoding, compress) => {
    const bomb = compress(Buffer.alloc(50_000_000));
    const { fetch } = await site((_request, response) => {
      response.writeHead(200, { 'content-encoding': encoding }).end(bomb);
    });

    expect(bomb.length).toBeLessThan(100_000);
    expect(await refusalOf(fetch(FILE, { maxBytes: 100_000 }))).toBe('too-large');
  });

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ])('leave alone what was compressed unasked: %s', async (encoding, compress) => {
    const { fetch } = await site((_request, response) => {
      response.writeHead(200, { 'content-encoding': encoding }).end(compress('Điểm số'));
    });

    expect((await fetch(FILE)).bytes.toString()).toBe('Điểm số');
  });

  it.each(['zstd', 'gzip, gzip', 'constructor'])('refuse the encoding %s', async (encoding) => {
    const { fetch } = await site((_request, response) => {
      response.writeHead(200, { 'content-encoding': encoding }).end('x');
    });

    expect(await refusalOf(fetch(FILE))).toBe('bad-encoding');
  });

  it.each(['gzip', 'deflate', 'br'])('refuse what only says that it is %s', async (encoding) => {
    const { fetch } = await site((_request, response) => {
      response.writeHead(200, { 'content-encoding': encoding }).end('this is not compressed at all');
    });

    expect(await refusalOf(fetch(FILE))).toBe('bad-encoding');
  });

  it('refuse a body that breaks off', async () => {
    const { fetch } = await site((_request, response) => {
      response.writeHead(200, { 'content-length': 100 });
      response.write('half', () => response.destroy());
    });

    expect(await refusalOf(fetch(FILE))).toBe('connection-failed');
  });

  it('refuse headers without end', async () => {
    const { fetch } = await site((_request, response) => {
      response.writeHead(200, { 'x-long': 'x'.repeat(20_000) }).end();
    });

    expect(await refusalOf(fetch(FILE))).toBe('connection-failed');
  });

  it('refuse what is no HTTP, and what hangs up', async () => {
    const port = await listening(createNetServer((socket) => void socket.end('220 smtp.example ready\r\n')));
    const silent = await listening(createNetServer((socket) => void socket.destroy()));
    const { fetch } = await site((_request, response) => void response.end());
    const to = (target: number) => async () => {
      const socket = netConnect(target, '127.0.0.1');
      await once(socket, 'connect');
      return socket;
    };

    expect(await refusalOf(fetch(FILE, { connect: to(port) }))).toBe('connection-failed');
    expect(await refusalOf(fetch(FILE, { connect: to(silent) }))).toBe('connection-failed');
  });

  it('stop in time where a byte comes now and then', async () => {
    const { fetch } = await site((_request, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(timer));
    });
    const begun = Date.now();

    expect(await refusalOf(fetch(FILE, { timeoutMs: 300 }))).toBe('too-slow');
    expect(Date.now() - begun).toBeLessThan(2000);
  });

  it('stop in time where headers come now and then', async () => {
    const { fetch } = await site((_request, response) => {
      response.socket?.write('HTTP/1.1 200 OK\r\n');
      const timer = setInterval(() => response.socket?.write('a: b\r\n'), 20);
      response.on('close', () => clearInterval(timer));
    });

    expect(await refusalOf(fetch(FILE, { timeoutMs: 300 }))).toBe('too-slow');
  });

  it('stop in time where nothing answers, and let go of a connection that comes too late', async () => {
    const { fetch, server } = await site((_request, response) => void response.end());
    const { port } = server.address() as { port: number };
    const late = netConnect(port, '127.0.0.1');
    await once(late, 'connect');
    const connect = () => new Promise<typeof late>((resolve) => setTimeout(() => resolve(late), 400));

    expect(await refusalOf(fetch(FILE, { connect, timeoutMs: 200 }))).not.toBe('fetched');
    if (!late.destroyed) await once(late, 'close');
    expect(late.destroyed).toBe(true);
  });

  it('count for all redirects together', async () => {
    const { fetch } = await site((_request, response) => {
      setTimeout(() => response.writeHead(302, { location: '/' }).end(), 120);
    });

    expect(await refusalOf(fetch(FILE, { timeoutMs: 300 }))).toBe('too-slow');
  });
});
