import { createHmac } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import {
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
  type JWTPayload,
  SignJWT,
} from 'jose';

/** The path below which the local issuer is served. */
export const ISSUER_PATH = '/_local/issuer';

/** What a token is to say. */
export interface TokenRequest {
  readonly scopes?: readonly string[];
  /** Whose releases its bearer may write: `VN63-46` …, or `*`. Without them: nobody's. */
  readonly unit_sets?: readonly string[];
  /** Default: the audience of the local run. */
  readonly audience?: string;
  readonly subject?: string;
  /** Further claims; those of the same name replace the usual ones. */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Seconds; default one day. */
  readonly expiresIn?: number;
}

/** An OpenID Connect issuer that signs what it is asked to sign. */
export interface LocalIssuer {
  readonly issuer: string;
  readonly sign: (request: TokenRequest) => Promise<string>;
  /** Signs exactly these claims. */
  readonly signClaims: (claims: JWTPayload) => Promise<string>;
  /** What a program proves itself by: one for each name, the same after a restart. */
  readonly secretOf: (name: string) => string;
  /** Answers its documents; false for any other path. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => boolean;
}

/** Makes an issuer at a base URL; its key is kept in the data folder, so that tokens outlive a restart. */
export async function createLocalIssuer(
  dataDir: string,
  baseUrl: string,
  defaultAudience: string,
): Promise<LocalIssuer> {
  const issuer = `${baseUrl}${ISSUER_PATH}`;
  const { privateJwk, publicJwk } = await keyPair(join(dataDir, 'issuer-key.json'));
  const privateKey = await importJWK(privateJwk, 'RS256');
  const documents: Readonly<Record<string, unknown>> = {
    [`${ISSUER_PATH}/.well-known/openid-configuration`]: {
      issuer,
      jwks_uri: `${issuer}/jwks.json`,
      id_token_signing_alg_values_supported: ['RS256'],
      response_types_supported: ['token'],
      subject_types_supported: ['public'],
    },
    [`${ISSUER_PATH}/jwks.json`]: { keys: [publicJwk] },
  };
  const signClaims = (claims: JWTPayload) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: publicJwk.kid ?? '' }).sign(privateKey);
  return {
    issuer,
    signClaims,
    secretOf: (name) =>
      createHmac('sha256', privateJwk.d ?? '')
        .update(name)
        .digest('hex'),
    sign: ({
      scopes = [],
      unit_sets = [],
      audience = defaultAudience,
      subject = 'local',
      claims = {},
      expiresIn = 86_400,
    }) => {
      const now = Math.floor(Date.now() / 1000);
      const usual = { iss: issuer, aud: audience, sub: subject, iat: now, exp: now + expiresIn };
      const scope = scopes.length > 0 ? { scope: scopes.join(' ') } : {};
      const owned = unit_sets.length > 0 ? { unit_sets: unit_sets.join(' ') } : {};
      return signClaims({ ...usual, ...scope, ...owned, ...claims });
    },
    handle: ({ url = '' }, response) => {
      const document = Object.hasOwn(documents, url) ? documents[url] : undefined;
      if (document === undefined) return false;
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(document));
      return true;
    },
  };
}

async function keyPair(file: string): Promise<{ privateJwk: JWK; publicJwk: JWK }> {
  let privateJwk: JWK;
  try {
    privateJwk = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    privateJwk = await exportJWK(privateKey);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, JSON.stringify(privateJwk), { mode: 0o600 });
  }
  const { kty, n, e } = privateJwk;
  const publicJwk = { kty, n, e, alg: 'RS256', use: 'sig', kid: await calculateJwkThumbprint(privateJwk) } as JWK;
  return { privateJwk, publicJwk };
}
