import { domainToASCII } from 'node:url';

/**
 * The hosts that may be fetched from, as an operator lists them: `dti.gov.vn` is that host alone, `.gov.vn` every host
 * below it (not itself), and `dti.gov.vn:8443` that host on that port and no other.
 */
export type AllowedHost = { host: string; below: boolean; port: number };

const HTTPS_PORT = 443;

/** Reads `FETCH_ALLOWED_HOSTS`. An entry that cannot be read stops the start: guessing would open or close a door. */
export const allowedHostsOf = (text: string): AllowedHost[] =>
  text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map((entry) => {
      const [, dot, name, port] = /^(\.?)([^:/@\s]+)(?::(\d{1,5}))?$/.exec(entry) ?? [];
      const host = plainHost(domainToASCII(name ?? ''));
      if (host === '') throw new Error(`FETCH_ALLOWED_HOSTS: "${entry}" is not a host`);
      return { host, below: dot === '.', port: port === undefined ? HTTPS_PORT : Number(port) };
    });

/** One spelling of one host: lower case, no dot at the end. */
export const plainHost = (host: string): string => host.toLowerCase().replace(/\.$/, '');

export const portOf = ({ port }: URL): number => (port === '' ? HTTPS_PORT : Number(port));

/** The URL parser has put the host in ASCII and small letters already; the dot at its end is left to us. */
export const isAllowed = (url: URL, allowed: readonly AllowedHost[]): boolean => {
  const asked = plainHost(url.hostname);
  return allowed.some(
    ({ host, below, port }) =>
      port === portOf(url) && (below ? asked.length > host.length + 1 && asked.endsWith(`.${host}`) : asked === host),
  );
};

/** As the operator wrote it. */
export const nameOfAllowed = ({ host, below, port }: AllowedHost): string =>
  `${below ? '.' : ''}${host}${port === HTTPS_PORT ? '' : `:${port}`}`;
