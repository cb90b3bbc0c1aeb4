import { request as httpRequest, type IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import type { Duplex } from 'node:stream';
import { type AllowedHost, isAllowed, nameOfAllowed, plainHost, portOf } from './allowed-hosts.ts';
import type { Connect, Resolve } from './connection.ts';
import { FetchRefused } from './fetch-refused.ts';
import { fileNameOf, headerText } from './file-name.ts';
import { isPublicAddress } from './public-address.ts';
import { readBody } from './response-body.ts';

/** What an earlier fetch learned of a file. Its validators are sent only to the address that gave them. */
export type Known = { finalUrl: string; etag: string | null; lastModified: string | null };

export type Fetched = {
  /** 304: the file is still what `known` says; it has no bytes. */
  status: 200 | 304;
  bytes: Buffer;
  etag: string | null;
  lastModified: string | null;
  contentType: string | null;
  filename: string | null;
  /** Where the redirects ended. */
  finalUrl: string;
};

export type FetchOptions = {
  known?: Known | undefined;
  allowedHosts: readonly AllowedHost[];
  /** Of what arrives, and of what it unfolds to where it is compressed. */
  maxBytes: number;
  /** For all of it: names, connections, redirects and the body's last byte. */
  timeoutMs: number;
  resolve: Resolve;
  connect: Connect;
};

const MAX_REDIRECTS = 5;
/** How many of a host's addresses are tried, and the part of the time that one of them may take to answer. */
const MAX_ADDRESSES = 3;
const MAX_URL = 2000;
const MAX_HEADER_BYTES = 16 * 1024;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * Fetches a file of a publisher's site without becoming a way into our own network. Every address, the first and each
 * redirect's, passes all rules before any connection is opened: https, a host of the list, and a name whose every IP
 * address is public. The connection then goes to the address that was checked, since a second look-up could answer
 * something else. Nothing of ours (cookies, tokens) is sent along.
 */
export const guardedFetch = async (url: string, options: FetchOptions): Promise<Fetched> => {
  const signal = AbortSignal.timeout(options.timeoutMs);
  try {
    let target = checkedUrl(url, options.allowedHosts);
    for (let redirects = 0; ; redirects++) {
      const step = await fetchOne(target, options, signal);
      if (!('location' in step)) return step;
      if (redirects === MAX_REDIRECTS) {
        throw new FetchRefused(
          'too-many-redirects',
          `Chuyển hướng quá ${MAX_REDIRECTS} lần`,
          `There were more than ${MAX_REDIRECTS} redirects`,
        );
      }
      target = checkedUrl(step.location, options.allowedHosts, target);
    }
  } catch (error) {
    throw asRefusal(error, signal, options.timeoutMs);
  }
};

/** The rules that need no network. A configured address is held against them too, when it is saved. */
export const checkedUrl = (text: string, allowedHosts: readonly AllowedHost[], base?: URL): URL => {
  const url = text.length <= MAX_URL && URL.canParse(text, base?.href) ? new URL(text, base?.href) : undefined;
  const shown = text.slice(0, 200);
  if (!url) throw new FetchRefused('not-a-url', `"${shown}" không phải địa chỉ`, `"${shown}" is not an address`);
  if (url.protocol !== 'https:') {
    throw new FetchRefused('not-https', `Chỉ tải qua https: ${shown}`, `Only https is fetched: ${shown}`);
  }
  if (url.username !== '' || url.password !== '') {
    throw new FetchRefused(
      'has-credentials',
      'Địa chỉ không được chứa tên và mật khẩu',
      'An address must not hold a name and a password',
    );
  }
  // The parser has undone every disguise by now: 2130706433, 0x7f.1 and 0177.0.0.1 are all 127.0.0.1 here.
  if (url.hostname.startsWith('[') || isIP(plainHost(url.hostname)) !== 0) {
    throw new FetchRefused(
      'literal-address',
      `Hãy dùng tên miền thay cho địa chỉ IP ${url.hostname}`,
      `Use a name, not the IP address ${url.hostname}`,
    );
  }
  if (!isAllowed(url, allowedHosts)) {
    const list = allowedHosts.map(nameOfAllowed).join(', ');
    throw new FetchRefused(
      'host-not-allowed',
      `Máy chủ ${url.host} không nằm trong danh sách được phép: ${list || 'danh sách trống'}`,
      `The host ${url.host} is not one of those allowed: ${list || 'none is'}`,
    );
  }
  url.hash = '';
  return url;
};

/** One request: the file, or where it is said to be. */
const fetchOne = async (
  url: URL,
  { known, maxBytes, timeoutMs, resolve, connect }: FetchOptions,
  signal: AbortSignal,
): Promise<Fetched | { location: string }> => {
  const host = plainHost(url.hostname);
  const addresses = await publicAddressesOf(host, resolve, signal);
  const socket = await connectToAny(
    addresses,
    (address) => {
      const patience = AbortSignal.any([signal, AbortSignal.timeout(Math.ceil(timeoutMs / MAX_ADDRESSES))]);
      return untilAborted(connect(address, portOf(url), host, patience), patience, (late) => late.destroy());
    },
    signal,
  );
  try {
    const validators = known?.finalUrl === url.href ? validatorsOf(known) : {};
    const response = await send(socket, url, host, validators, signal);
    const { statusCode = 0, headers } = response;
    if (REDIRECTS.has(statusCode)) {
      if (headers.location) return { location: headerText(headers.location) };
      throw new FetchRefused('bad-redirect', 'Chuyển hướng mà không nói đến đâu', 'A redirect that does not say where');
    }
    const isUnchanged = statusCode === 304 && Object.keys(validators).length > 0;
    if (statusCode !== 200 && !isUnchanged) {
      throw new FetchRefused('bad-status', `Máy chủ trả lời ${statusCode}`, `The server answered ${statusCode}`);
    }
    return {
      status: isUnchanged ? 304 : 200,
      bytes: isUnchanged ? Buffer.alloc(0) : await readBody(response, maxBytes, signal),
      etag: sendable(headers.etag) ?? (isUnchanged ? (known?.etag ?? null) : null),
      lastModified: sendable(headers['last-modified']) ?? (isUnchanged ? (known?.lastModified ?? null) : null),
      contentType: sendable(headers['content-type']),
      filename: fileNameOf(headers['content-disposition'], url),
      finalUrl: url.href,
    };
  } finally {
    socket.destroy();
  }
};

/** Every address of the name must be public: one private one among them is how a name is turned against us. */
const publicAddressesOf = async (host: string, resolve: Resolve, signal: AbortSignal): Promise<string[]> => {
  const found = await untilAborted(
    resolve(host).catch((cause: unknown) => {
      throw notResolved(host, cause);
    }),
    signal,
  );
  if (found.length === 0) throw notResolved(host);
  const inside = found.find(({ address }) => !isPublicAddress(address));
  if (inside) {
    throw new FetchRefused(
      'address-not-public',
      `${host} trỏ đến ${inside.address}, không phải địa chỉ công cộng`,
      `${host} leads to ${inside.address}, which is not a public address`,
    );
  }
  // IPv4 first: a function outside a network of its own may have no IPv6.
  return found.map(({ address }) => address).sort((a, b) => isIP(a) - isIP(b));
};

const notResolved = (host: string, cause?: unknown): FetchRefused =>
  new FetchRefused('not-resolved', `Không tìm được máy chủ ${host}`, `The host ${host} was not found`, { cause });

/** The first of the checked addresses that answers. */
const connectToAny = async (
  addresses: readonly string[],
  open: (address: string) => Promise<Duplex>,
  signal: AbortSignal,
): Promise<Duplex> => {
  let last: unknown;
  for (const address of addresses.slice(0, MAX_ADDRESSES)) {
    try {
      return await open(address);
    } catch (error) {
      if (signal.aborted) throw error;
      last = error;
    }
  }
  throw last;
};

const send = (
  socket: Duplex,
  url: URL,
  host: string,
  validators: Record<string, string>,
  signal: AbortSignal,
): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const port = portOf(url);
    const request = httpRequest({
      // With a connection made for it, the request uses no agent: no name is looked up, nothing is kept or reused.
      createConnection: () => socket,
      host,
      port,
      path: url.pathname + url.search,
      setHost: false,
      headers: {
        host: port === 443 ? host : `${host}:${port}`,
        'user-agent': 'chi-so (governance indices of Viet Nam)',
        accept: '*/*',
        'accept-encoding': 'identity',
        connection: 'close',
        ...validators,
      },
      maxHeaderSize: MAX_HEADER_BYTES,
      insecureHTTPParser: false,
      signal,
    });
    request.once('response', resolve);
    request.on('error', reject);
    request.once('close', () => reject(new Error('The connection was closed before an answer')));
    request.end();
  });

const validatorsOf = ({ etag, lastModified }: Known): Record<string, string> => ({
  ...(etag === null ? {} : { 'if-none-match': etag }),
  ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
});

/** A header that can be stored and sent back: short, printable ASCII. */
const sendable = (value: string | undefined): string | null =>
  value !== undefined && /^[\x20-\x7e]{1,500}$/.test(value) ? value : null;

/** What comes after the time is up is let go. */
const untilAborted = <T>(work: Promise<T>, signal: AbortSignal, letGo: (late: T) => void = () => {}): Promise<T> =>
  new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    work.then((value) => {
      signal.removeEventListener('abort', stop);
      if (signal.aborted) letGo(value);
      else resolve(value);
    }, reject);
  });

/** Whatever went wrong, said so that the person who configured the source can act on it. */
const asRefusal = (error: unknown, signal: AbortSignal, timeoutMs: number): FetchRefused => {
  if (error instanceof FetchRefused) return error;
  const cause = { cause: error };
  if (signal.aborted) {
    return new FetchRefused(
      'too-slow',
      `Không tải xong trong ${timeoutMs / 1000} giây`,
      `It did not come within ${timeoutMs / 1000} seconds`,
      cause,
    );
  }
  const { code = '', message = String(error) } = error as NodeJS.ErrnoException;
  const why = `${code} ${message}`.trim().slice(0, 200);
  if (/CERT|SELF_SIGNED|UNABLE_TO|HOSTNAME_MISMATCH/.test(code)) {
    return new FetchRefused(
      'bad-certificate',
      `Chứng thư của máy chủ không hợp lệ: ${why}`,
      `The server's certificate is not valid: ${why}`,
      cause,
    );
  }
  if (/^(Z_|ERR_?_?BROTLI|ERR__ERROR)/.test(code)) {
    return new FetchRefused('bad-encoding', `Nội dung nén bị hỏng: ${why}`, `What was sent is broken: ${why}`, cause);
  }
  return new FetchRefused('connection-failed', `Không tải được: ${why}`, `The connection failed: ${why}`, cause);
};
