import { createHash, randomUUID } from 'node:crypto';
import { asList, asObject, isObject, type JsonObject } from './json.ts';
import type { LocalIssuer } from './local-issuer.ts';
import { REGION } from './template-values.ts';
import type { PoolClient, UserPool } from './user-pool-template.ts';

/** Who signs in, as an administrator would have put them into the pool. */
export interface Person {
  readonly name: string;
  readonly groups: readonly string[];
  readonly unitSets: string;
}

/** What is answered where a token is asked for. */
export interface TokenAnswer {
  readonly access_token: string;
  readonly id_token?: string;
  readonly token_type: 'Bearer';
  readonly expires_in: number;
}

type Issuer = Pick<LocalIssuer, 'issuer' | 'signClaims'>;

/** Makes the tokens of a person, what is in the access token said by the function of the pool. */
export async function tokensOfPerson(
  pool: UserPool,
  issuer: Issuer,
  client: PoolClient,
  person: Person,
  scopes: readonly string[],
): Promise<TokenAnswer> {
  const sub = subjectOf(person.name);
  const attributes = { sub, 'custom:unit_sets': person.unitSets };
  const groups = { 'cognito:groups': person.groups };
  const asked = { triggerSource: 'TokenGeneration_HostedAuth', userName: person.name, scopes };
  const access = await accessClaims(pool, client, { ...asked, userAttributes: attributes, groups: person.groups });
  const signed = (claims: JsonObject, seconds: number) =>
    issuer.signClaims({ ...claims, ...timesOf(seconds), iss: issuer.issuer, jti: randomUUID() });
  return {
    access_token: await signed(
      { ...access, ...groups, sub, username: person.name, client_id: client.id, token_use: 'access', version: 2 },
      client.accessTokenSeconds,
    ),
    id_token: await signed(
      { ...attributes, ...groups, 'cognito:username': person.name, aud: client.id, token_use: 'id' },
      client.idTokenSeconds,
    ),
    token_type: 'Bearer',
    expires_in: client.accessTokenSeconds,
  };
}

/** Makes the token of a program. */
export async function tokenOfProgram(
  pool: UserPool,
  issuer: Issuer,
  client: PoolClient,
  scopes: readonly string[],
): Promise<TokenAnswer> {
  const asked = { triggerSource: 'TokenGeneration_ClientCredentials', userName: client.id, scopes };
  const access = await accessClaims(pool, client, { ...asked, userAttributes: {}, groups: [] });
  const own = { sub: client.id, client_id: client.id, token_use: 'access', version: 2, jti: randomUUID() };
  const claims = { ...access, ...own, ...timesOf(client.accessTokenSeconds), iss: issuer.issuer };
  return {
    access_token: await issuer.signClaims(claims),
    token_type: 'Bearer',
    expires_in: client.accessTokenSeconds,
  };
}

type Asked = {
  triggerSource: string;
  userName: string;
  scopes: readonly string[];
  userAttributes: Readonly<Record<string, string>>;
  groups: readonly string[];
};

/** What the function adds to a token and takes from it; what the pool itself says of it is no function's to change. */
async function accessClaims(pool: UserPool, { id }: PoolClient, asked: Asked): Promise<JsonObject> {
  const { triggerSource, userName, scopes, userAttributes, groups } = asked;
  const event = {
    version: '3',
    triggerSource,
    region: REGION,
    userPoolId: pool.id,
    userName,
    callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: id },
    request: {
      userAttributes,
      groupConfiguration: { groupsToOverride: groups, iamRolesToOverride: [], preferredRole: null },
      scopes,
    },
    response: { claimsAndScopeOverrideDetails: null },
  };
  const result = await pool.tokens.invoke(JSON.stringify(event));
  if (!result.ok) throw new Error(`PreTokenGeneration failed with error ${result.error.errorMessage}.`);
  const { response } = asObject(JSON.parse(result.payload), 'answer of the function');
  const { claimsAndScopeOverrideDetails: details } = asObject(response, 'response');
  const changed = isObject(details) && isObject(details.accessTokenGeneration) ? details.accessTokenGeneration : {};
  const listed = (name: string) => asList(changed[name] ?? undefined, name).map(String);
  const kept = scopes.filter((scope) => !listed('scopesToSuppress').includes(scope));
  const all = [...new Set([...kept, ...listed('scopesToAdd')])];
  return {
    ...(isObject(changed.claimsToAddOrOverride) ? changed.claimsToAddOrOverride : {}),
    ...(all.length > 0 ? { scope: all.join(' ') } : { scope: undefined }),
  };
}

function timesOf(seconds: number) {
  const now = Math.floor(Date.now() / 1000);
  return { auth_time: now, iat: now, exp: now + seconds };
}

/** The same for the same name: whoever signs in again is the same person. */
function subjectOf(name: string): string {
  const hash = createHash('sha256').update(name.toLowerCase()).digest('hex');
  return [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 16), hash.slice(16, 20), hash.slice(20, 32)].join('-');
}
