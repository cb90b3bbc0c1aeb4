import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ISSUER_PATH, type LocalIssuer } from './local-issuer.ts';
import { type Person, type TokenAnswer, tokenOfProgram, tokensOfPerson } from './pool-tokens.ts';
import { trialSignIn } from './trial-sign-in.ts';
import type { PoolClient, UserPool } from './user-pool-template.ts';

/** A refusal as OAuth words it. */
class Refusal extends Error {}

type Code = {
  client: PoolClient;
  redirect: string;
  challenge: string | null;
  person: Person;
  scopes: readonly string[];
  until: number;
};

/** As long as the pool keeps a code. */
const CODE_LIFETIME_MS = 5 * 60 * 1000;

/**
 * Where people and programs come to a token: authorize, token and logout as the pool's own domain serves them, below the
 * address of the local issuer. Gives false for any other path. `isAlone`: whether only this machine can reach it; else
 * nobody signs in, since that takes no password here.
 */
export function createOAuthEndpoints(pool: UserPool, issuer: LocalIssuer, isAlone: boolean) {
  const codes = new Map<string, Code>();

  const clientOf = (id: string | null | undefined): PoolClient => {
    const client = pool.clients.find((one) => one.id === id);
    if (client === undefined) throw new Refusal('invalid_client');
    return client;
  };

  /** The client and where it is to be sent back to; whoever asks for another place gets no redirection at all. */
  const authorizing = (asked: URLSearchParams) => {
    const client = clientOf(asked.get('client_id'));
    const redirect = asked.get('redirect_uri') ?? '';
    if (!isAlone || !isOneOf(client.callbacks, redirect)) throw new Refusal('redirect_mismatch');
    if (asked.get('response_type') !== 'code' || !client.flows.includes('code')) {
      throw new Refusal('unauthorized_client');
    }
    const scopes = scopesAsked(client, asked);
    if (asked.has('code_challenge') && asked.get('code_challenge_method') !== 'S256') {
      throw new Refusal('invalid_request');
    }
    return { client, redirect, scopes, challenge: asked.get('code_challenge') };
  };

  const authorized = (form: URLSearchParams): string => {
    const asking = authorizing(form);
    const person = {
      name: form.get('person') || 'thu.nghiem',
      groups: form.getAll('group').filter((group) => pool.groups.includes(group)),
      unitSets: form.get('unit_sets') ?? '',
    };
    const code = randomBytes(16).toString('hex');
    codes.set(code, { ...asking, person, until: Date.now() + CODE_LIFETIME_MS });
    const back = new URL(asking.redirect);
    back.searchParams.set('code', code);
    if (form.has('state')) back.searchParams.set('state', form.get('state') ?? '');
    return back.href;
  };

  const tokens = async (form: URLSearchParams, authorization: string | undefined): Promise<TokenAnswer> => {
    const [id, secret] = credentialsOf(form, authorization);
    const client = clientOf(id);
    if (client.hasSecret && !isSame(secret ?? '', issuer.secretOf(client.id))) throw new Refusal('invalid_client');
    const grant = form.get('grant_type');
    if (grant === 'client_credentials') {
      if (!client.flows.includes('client_credentials')) throw new Refusal('unauthorized_client');
      return tokenOfProgram(pool, issuer, client, scopesAsked(client, form));
    }
    if (grant !== 'authorization_code') throw new Refusal('unsupported_grant_type');
    const code = codes.get(form.get('code') ?? '');
    // Whatever comes of it, a code is good for one attempt.
    codes.delete(form.get('code') ?? '');
    const isGood =
      code !== undefined &&
      code.until > Date.now() &&
      code.client.id === client.id &&
      code.redirect === form.get('redirect_uri') &&
      (code.challenge === null || code.challenge === challengeOf(form.get('code_verifier') ?? ''));
    if (!isGood) throw new Refusal('invalid_grant');
    return tokensOfPerson(pool, issuer, client, code.person, code.scopes);
  };

  const loggedOut = (asked: URLSearchParams): string => {
    const place = asked.get('logout_uri') ?? '';
    if (!isOneOf(clientOf(asked.get('client_id')).logouts, place)) throw new Refusal('redirect_mismatch');
    return place;
  };

  const answer = async (request: IncomingMessage, response: ServerResponse, { pathname, searchParams }: URL) => {
    const isForm = request.method === 'POST';
    if (pathname.endsWith('/token') && isForm) {
      const made = await tokens(await formOf(request), request.headers.authorization);
      return send(response, 200, made);
    }
    if (pathname.endsWith('/authorize') && isForm) return redirect(response, authorized(await formOf(request)));
    if (pathname.endsWith('/logout')) return redirect(response, loggedOut(searchParams));
    if (pathname.endsWith('/authorize')) {
      authorizing(searchParams);
      const headers = { 'content-type': 'text/html; charset=utf-8', 'x-frame-options': 'DENY' };
      return response.writeHead(200, headers).end(trialSignIn(pool.groups, searchParams));
    }
    throw new Refusal('invalid_request');
  };

  return (request: IncomingMessage, response: ServerResponse): boolean => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (!PATHS.has(url.pathname)) return false;
    answer(request, response, url).catch((error: Error) =>
      send(response, error instanceof Refusal ? 400 : 500, { error: error.message }),
    );
    return true;
  };
}

const PATHS = new Set(['/oauth2/authorize', '/oauth2/token', '/logout'].map((path) => ISSUER_PATH + path));

/** What is asked for, or all that the client may have; refused where it is more. */
function scopesAsked({ scopes }: PoolClient, asked: URLSearchParams): readonly string[] {
  const wanted = (asked.get('scope') ?? '').split(' ').filter(Boolean);
  if (wanted.some((scope) => !scopes.includes(scope))) throw new Refusal('invalid_scope');
  return wanted.length > 0 ? wanted : scopes;
}

/** The two names of this machine are one place. */
const isOneOf = (places: readonly string[], place: string): boolean =>
  places.includes(place) || places.includes(place.replace('//localhost:', '//127.0.0.1:'));

function credentialsOf(form: URLSearchParams, authorization: string | undefined): (string | null)[] {
  const [, encoded] = /^Basic (.+)$/.exec(authorization ?? '') ?? [];
  return encoded === undefined
    ? [form.get('client_id'), form.get('client_secret')]
    : Buffer.from(encoded, 'base64').toString().split(':');
}

const isSame = (given: string, known: string): boolean =>
  given.length === known.length && timingSafeEqual(Buffer.from(given), Buffer.from(known));

const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return new URLSearchParams(Buffer.concat(chunks).toString());
}

/** Asked for by pages of other addresses too, as the pool's own domain is. */
function send(response: ServerResponse, status: number, body: object): void {
  const headers = {
    'content-type': 'application/json',
    'access-control-allow-origin': '*',
    'cache-control': 'no-store',
  };
  response.writeHead(status, headers).end(JSON.stringify(body));
}

const redirect = (response: ServerResponse, location: string) => response.writeHead(302, { location }).end();
