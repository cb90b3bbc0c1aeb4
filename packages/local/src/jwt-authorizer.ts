import { compactVerify, decodeProtectedHeader, importJWK, type JWK } from 'jose';
import { asList, asObject, asString, isObject, type JsonObject } from './json.ts';

/** What a JWT authorizer of an HTTP API is configured with. */
export interface JwtAuthorizerSettings {
  readonly issuer: string;
  readonly audience: readonly string[];
  /** `$request.header.Authorization`, `$request.querystring.token` … */
  readonly identitySources: readonly string[];
}

/** The verdict: claims and scopes for the event, or the status to answer and the reason for `www-authenticate`. */
export type Verdict =
  | { readonly ok: true; readonly claims: Readonly<Record<string, string>>; readonly scopes: readonly string[] | null }
  | { readonly ok: false; readonly status: 401 | 403; readonly challenge: string };

/** Where to look for the token of a request. */
export interface TokenSource {
  readonly header: (name: string) => string | undefined;
  readonly query: (name: string) => string | undefined;
}

/** Verifies a request for a route that asks for at least one of these scopes (none: any valid token will do). */
export type Authorize = (source: TokenSource, routeScopes: readonly string[]) => Promise<Verdict>;

/** API Gateway verifies the RSA family only: never `none`, never a shared secret. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512'];

/** Keys are kept as long as API Gateway keeps them, except that a key id not seen before is looked up at once. */
const KEYS_LIFETIME_MS = 2 * 60 * 60 * 1000;

/**
 * The rules that API Gateway documents for its JWT authorizers: `kid` is in the issuer's key set, the signature,
 * `iss`, `aud` (`client_id` where a token has no `aud`), `exp`, `nbf`, `iat`, and at least one of the route's scopes
 * in `scope` or `scp`. It does not tell an ID token from an access token; a route's scopes do.
 */
export function createJwtAuthorizer(
  settings: JwtAuthorizerSettings,
  fetchKeys: (issuer: string) => Promise<readonly JWK[]> = fetchIssuerKeys,
  now: () => number = Date.now,
): Authorize {
  let cache: { readonly keys: readonly JWK[]; readonly until: number } | undefined;

  const keyNamed = async (kid: string): Promise<JWK | undefined> => {
    const find = () => cache?.keys.find((key) => key.kid === kid);
    if (cache === undefined || cache.until < now() || find() === undefined) {
      cache = { keys: await fetchKeys(settings.issuer), until: now() + KEYS_LIFETIME_MS };
    }
    return find();
  };

  const claimsOf = async (token: string): Promise<JsonObject | undefined> => {
    try {
      const { kid, alg } = decodeProtectedHeader(token);
      if (kid === undefined || alg === undefined || !ALGORITHMS.includes(alg)) return undefined;
      const jwk = await keyNamed(kid);
      if (jwk === undefined || jwk.kty !== 'RSA') return undefined;
      const { payload } = await compactVerify(token, await importJWK(jwk, alg), { algorithms: ALGORITHMS });
      return asObject(JSON.parse(new TextDecoder().decode(payload)), 'claims');
    } catch {
      return undefined;
    }
  };

  return async (source, routeScopes) => {
    const token = settings.identitySources
      .map((identity) => tokenAt(source, identity))
      .find((found) => found !== undefined);
    if (token === undefined) return { ok: false, status: 401, challenge: 'Bearer' };
    const claims = await claimsOf(token);
    if (claims === undefined) return invalid('the token could not be verified');
    const reason = wrongClaim(claims, settings, now() / 1000);
    if (reason !== undefined) return invalid(reason);
    const scopes = scopesOf(claims);
    if (routeScopes.length > 0 && !routeScopes.some((scope) => scopes.includes(scope))) {
      const wanted = routeScopes.join(' ');
      const challenge = `Bearer scope="${wanted}" error="insufficient_scope" error_description="the token does not have a scope of this route"`;
      return { ok: false, status: 403, challenge };
    }
    const flat = Object.fromEntries(Object.entries(claims).map(([name, claim]) => [name, flatClaim(claim)]));
    return { ok: true, claims: flat, scopes: routeScopes.length > 0 ? scopes : null };
  };
}

const invalid = (reason: string): Verdict => ({
  ok: false,
  status: 401,
  challenge: `Bearer scope="" error="invalid_token" error_description="${reason}"`,
});

function tokenAt({ header, query }: TokenSource, identity: string): string | undefined {
  const [, place, name] = /^\$request\.(header|querystring)\.(.+)$/.exec(identity) ?? [];
  if (place === undefined || name === undefined)
    throw new Error(`${identity} is not an identity source that is emulated`);
  const value = place === 'header' ? header(name.toLowerCase()) : query(name);
  const token = value?.replace(/^Bearer +/i, '').trim();
  return token === '' ? undefined : token;
}

function wrongClaim(
  claims: JsonObject,
  { issuer, audience }: JwtAuthorizerSettings,
  seconds: number,
): string | undefined {
  if (claims.iss !== issuer) return 'the token does not have a valid issuer';
  const intended =
    claims.aud === undefined ? [claims.client_id] : Array.isArray(claims.aud) ? claims.aud : [claims.aud];
  if (!intended.some((value) => audience.includes(String(value)))) return 'the token does not have a valid audience';
  if (typeof claims.exp !== 'number' || claims.exp <= seconds) return 'the token has expired';
  if (claims.nbf !== undefined && !(Number(claims.nbf) <= seconds)) return 'the token is not valid yet';
  if (claims.iat !== undefined && !(Number(claims.iat) <= seconds)) return 'the token was issued in the future';
  return undefined;
}

const scopesOf = (claims: JsonObject): readonly string[] => {
  const value = claims.scope ?? claims.scp;
  return Array.isArray(value)
    ? value.map(String)
    : String(value ?? '')
        .split(' ')
        .filter(Boolean);
};

/** Claims reach the function as strings; a list as `[a b]`. */
const flatClaim = (claim: unknown): string => {
  if (Array.isArray(claim)) return `[${claim.join(' ')}]`;
  return typeof claim === 'object' ? JSON.stringify(claim) : String(claim);
};

/** Reads an issuer's keys by way of its discovery document. */
async function fetchIssuerKeys(issuer: string): Promise<readonly JWK[]> {
  const configuration = await fetchJson(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  const { keys } = await fetchJson(asString(configuration.jwks_uri, 'jwks_uri'));
  return asList(keys, 'keys').filter(isObject) as JWK[];
}

/** API Gateway waits no longer than this either. */
const FETCH_LIMIT_MS = 1_500;

async function fetchJson(url: string): Promise<JsonObject> {
  const response = await fetch(url, { signal: AbortSignal.timeout(FETCH_LIMIT_MS) });
  return asObject(await response.json(), url);
}
