import type { Scope } from '@chi-so/contract/routes';

/** What an access token says of its bearer. Only shown: whether it is a true one is for the API to say. */
export type Claims = {
  subject: string;
  /** What asked for the token: the page itself, or a program; null where it does not say. */
  client: string | null;
  scopes: string[];
  /** Unit sets whose releases and plans are the bearer's own; `*` is every one. */
  unitSets: string[];
  /** The instant at which it ends, in ms; null where it names none. */
  expiresAt: number | null;
};

/** The claims of a JWT; null where the text is none. */
export const claimsOf = (token: string): Claims | null => {
  const [, payload, signature, ...rest] = token.split('.');
  if (!payload || !signature || rest.length > 0) return null;
  try {
    const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
      letter.charCodeAt(0),
    );
    const claims: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return typeof claims === 'object' && claims !== null ? read(claims as Record<string, unknown>) : null;
  } catch {
    return null;
  }
};

const read = ({ sub, username, client_id, scope, scp, unit_sets, exp }: Record<string, unknown>): Claims => ({
  // A pool's subject is a number that nobody knows themselves by.
  subject: String(username ?? sub ?? client_id ?? ''),
  client: typeof client_id === 'string' ? client_id : null,
  scopes: wordsOf(scope ?? scp),
  unitSets: wordsOf(unit_sets),
  expiresAt: typeof exp === 'number' ? exp * 1000 : null,
});

/** A claim of several words, whether it came as one text or as a list. */
const wordsOf = (claim: unknown): string[] =>
  claim === undefined
    ? []
    : String(claim)
        .split(/[\s,]+/)
        .filter(Boolean);

export const hasEnded = ({ expiresAt }: Claims, now: number): boolean => expiresAt !== null && expiresAt <= now;

/** Whether the bearer may do at least one of what the scopes allow. */
export const mayDo = (claims: Claims | null, ...scopes: Scope[]): boolean =>
  scopes.some((scope) => claims?.scopes.includes(scope));

/** What is pasted, without what comes along from a terminal: blanks, quotes, `export TOKEN=`, `Bearer`. */
export const tokenIn = (pasted: string): string =>
  pasted
    .trim()
    .replace(/^export\s+/, '')
    .replace(/^\w+=/, '')
    .replace(/^["']|["']$/g, '')
    .replace(/^(?:Authorization:\s*)?Bearer\s+/i, '')
    .replace(/\s+/g, '');
