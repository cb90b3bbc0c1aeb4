import type { Scope } from '@chi-so/contract/routes';
import { useEffect, useState } from 'preact/hooks';
import { type Claims, claimsOf, hasEnded, mayDo } from './claims.ts';

/**
 * The access token of whoever is signed in: in this tab only, gone when it is closed, and never in an address. Where the
 * browser keeps nothing, only for as long as the page is open.
 */

const KEY = 'chiso.token';
const CHANGED = 'chiso:session';

/** The token, or null where nobody is signed in or it has ended. */
export const readToken = (): string | null => {
  const token = stored();
  const claims = token === null ? null : claimsOf(token);
  return claims === null || hasEnded(claims, Date.now()) ? null : token;
};

let inThisPage: string | null = null;

const stored = (): string | null => {
  try {
    return sessionStorage.getItem(KEY) ?? inThisPage;
  } catch {
    return inThisPage;
  }
};

/** Who is signed in. */
const readClaims = (): Claims | null => {
  const token = readToken();
  return token === null ? null : claimsOf(token);
};

/** Whether who is signed in may do at least one of what the scopes allow. */
export const maySend = (...scopes: Scope[]): boolean => mayDo(readClaims(), ...scopes);

/** Keeps a token that has been looked at; null signs out. */
export const keepToken = (token: string | null): void => {
  inThisPage = token;
  try {
    if (token === null) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, token);
  } catch {
    // Refused: the page has it until it is closed.
  }
  dispatchEvent(new Event(CHANGED));
};

/** Who is signed in, again at every change of it. */
export const useClaims = (): Claims | null => {
  const [claims, setClaims] = useState(readClaims);
  useEffect(() => {
    const changed = () => setClaims(readClaims());
    window.addEventListener(CHANGED, changed);
    return () => window.removeEventListener(CHANGED, changed);
  }, []);
  return claims;
};
