import type { Lang } from '@chi-so/contract/ranking-response';
import type { Returned } from '../address/pages/sign-in.ts';
import { answerTo, getKept, jsonOf } from '../data/get.ts';
import type { Schemas } from '../data/schemas.ts';

/** Signing in where the stage has its users: by an authorization code with PKCE (RFC 7636). */

export type Provider = NonNullable<Schemas['ConfigAnswer']['data'][number]['sign_in']>;

/** Where to sign in; null where tokens come from somewhere else and are pasted. */
export const loadProvider = async (lang: Lang): Promise<Provider | null> =>
  (await getKept<Schemas['ConfigAnswer']>('config', {}, lang)).data[0]?.sign_in ?? null;

/** What the tab remembers between leaving and coming back. `from`: the address of the sign-in that was left. */
export type Attempt = { state: string; verifier: string; from: string };

const KEY = 'chiso.signing-in';

/** Where this page is sent back to; the provider knows no other address. */
const redirectAddress = (): string => `${location.origin}/sign-in`;

/**
 * Leaves for the provider.
 *
 * @throws where the browser keeps nothing: nobody could come back
 */
export const leaveForProvider = async (provider: Provider, from: string): Promise<void> => {
  const attempt: Attempt = { state: random(), verifier: random(), from };
  sessionStorage.setItem(KEY, JSON.stringify(attempt));
  location.assign(authorizationAddress(provider, attempt, await challengeOf(attempt.verifier), redirectAddress()));
};

export const authorizationAddress = (
  { authorization_endpoint, client_id, scope }: Provider,
  { state }: Attempt,
  code_challenge: string,
  redirect_uri: string,
): string =>
  `${authorization_endpoint}?${new URLSearchParams({
    ...{ response_type: 'code', client_id, redirect_uri, scope, state },
    ...{ code_challenge, code_challenge_method: 'S256' },
  })}`;

/** The attempt that the tab remembers, which is over with this; null where there is none. */
export const takeAttempt = (): Attempt | null => {
  try {
    const kept = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    return kept === null ? null : JSON.parse(kept);
  } catch {
    return null;
  }
};

/**
 * The access token for what the provider sent back; null where this tab did not ask for it.
 *
 * @throws Failure where the provider refuses or is not there
 */
export const tokenFor = async (
  { token_endpoint, client_id }: Provider,
  attempt: Attempt | null,
  { code, state }: Returned,
): Promise<string | null> => {
  // Another's code, brought here by a link, would sign the reader in as that other.
  if (attempt === null || code === null || state !== attempt.state) return null;
  const grant = { grant_type: 'authorization_code', client_id, code, redirect_uri: redirectAddress() };
  const body = new URLSearchParams({ ...grant, code_verifier: attempt.verifier });
  const answer = await jsonOf<{ access_token: string }>(await answerTo(token_endpoint, { method: 'POST', body }));
  return answer.access_token;
};

/** Where the provider forgets who has signed in, too: else the next at this screen would be the same without being asked. */
export const signedOutAddress = ({ end_session_endpoint, client_id }: Provider): string =>
  `${end_session_endpoint}?${new URLSearchParams({ client_id, logout_uri: redirectAddress() })}`;

const random = (): string => base64url(crypto.getRandomValues(new Uint8Array(32)));

export const challengeOf = async (verifier: string): Promise<string> =>
  base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
