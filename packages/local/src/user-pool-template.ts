import type { Addresses } from './dynamic-references.ts';
import { asList, asNumber, asObject, asString } from './json.ts';
import type { LocalFunction } from './lambda-functions.ts';
import { refuseOtherProperties } from './resource-types.ts';
import { ACCOUNT, type LocalResource, REGION, type TemplateValues } from './template-values.ts';

/** A client of the pool: what may ask for tokens, how, and for what. */
export interface PoolClient {
  readonly id: string;
  readonly name: string;
  readonly hasSecret: boolean;
  /** `code`, `client_credentials` */
  readonly flows: readonly string[];
  readonly scopes: readonly string[];
  readonly callbacks: readonly string[];
  readonly logouts: readonly string[];
  readonly accessTokenSeconds: number;
  readonly idTokenSeconds: number;
}

/** A user pool as its template describes it; who is in it is said at each sign-in. */
export interface UserPool {
  readonly id: string;
  readonly groups: readonly string[];
  readonly clients: readonly PoolClient[];
  /** The function that says what is in a token. */
  readonly tokens: LocalFunction;
}

/** Properties that are emulated, or are about passwords, factors and letters, of which there are none here. */
const KNOWN = {
  pool: [
    ...['AccountRecoverySetting', 'AdminCreateUserConfig', 'AliasAttributes', 'AutoVerifiedAttributes'],
    ...['DeletionProtection', 'EmailVerificationMessage', 'EmailVerificationSubject', 'EnabledMfas', 'LambdaConfig'],
    ...['MfaConfiguration', 'Policies', 'Schema', 'SmsVerificationMessage', 'UserPoolAddOns', 'UserPoolTier'],
    ...['UsernameConfiguration', 'VerificationMessageTemplate'],
  ],
  client: [
    ...['AccessTokenValidity', 'AllowedOAuthFlows', 'AllowedOAuthFlowsUserPoolClient', 'AllowedOAuthScopes'],
    ...['CallbackURLs', 'ClientName', 'EnableTokenRevocation', 'ExplicitAuthFlows', 'GenerateSecret'],
    ...['IdTokenValidity', 'LogoutURLs', 'PreventUserExistenceErrors', 'RefreshTokenValidity'],
    ...['SupportedIdentityProviders', 'TokenValidityUnits', 'UserPoolId', 'WriteAttributes'],
  ],
};

/**
 * Says what the pool and its parts are called, before a function's environment names them; the address where people
 * sign in is put into `addresses`. Gives the id of the client of people, undefined where there is no pool.
 */
export function provideUserPool(values: TemplateValues, issuer: string, addresses: Addresses): string | undefined {
  const [pool, another] = values.declared('AWS::Cognito::UserPool');
  if (another !== undefined) throw new Error(`One user pool is emulated; ${another.logicalId} is a second one`);
  if (pool === undefined) return undefined;
  const arn = `arn:aws:cognito-idp:${REGION}:${ACCOUNT}:userpool/${poolId(pool)}`;
  values.provide(pool, { ref: poolId(pool), attributes: { Arn: arn, ProviderURL: issuer, UserPoolId: poolId(pool) } });
  for (const resource of values.declared('AWS::Cognito::UserPoolResourceServer')) {
    values.provide(resource, { ref: asString(resource.properties.Identifier, resource.logicalId), attributes: {} });
  }
  for (const domain of values.declared('AWS::Cognito::UserPoolDomain')) {
    const prefix = domain.logicalId.toLowerCase();
    values.provide(domain, { ref: prefix, attributes: {} });
    addresses.set(`https://${prefix}.auth.${REGION}.amazoncognito.com`, issuer);
  }
  const clients = values.declared('AWS::Cognito::UserPoolClient');
  for (const client of clients) {
    values.provide(client, { ref: clientId(client), attributes: { ClientId: clientId(client) } });
  }
  const ofPeople = clients.find(({ properties }) =>
    JSON.stringify(properties.AllowedOAuthFlows ?? '').includes('code'),
  );
  return ofPeople && clientId(ofPeople);
}

const poolId = ({ logicalId }: LocalResource): string => `${REGION}_${logicalId}`;
const clientId = ({ logicalId }: LocalResource): string => logicalId.toLowerCase();

/** Reads the pool of an assembly, or gives undefined where there is none; `functionNamed` says what runs. */
export function readUserPool(
  values: TemplateValues,
  functionNamed: (arn: string) => LocalFunction | undefined,
): UserPool | undefined {
  const [pool] = values.resources('AWS::Cognito::UserPool');
  if (pool === undefined) return undefined;
  const { logicalId, type, properties } = pool;
  refuseOtherProperties(logicalId, type, properties, KNOWN.pool);
  const triggers = asObject(properties.LambdaConfig ?? {}, `${logicalId}: LambdaConfig`);
  refuseOtherProperties(logicalId, `triggers of ${type}`, triggers, ['PreTokenGenerationConfig']);
  const { LambdaArn, LambdaVersion } = asObject(triggers.PreTokenGenerationConfig, `${logicalId}: trigger`);
  const tokens = functionNamed(String(LambdaArn));
  if (tokens === undefined || LambdaVersion !== 'V3_0') {
    throw new Error(`${logicalId}: only a function of this assembly that makes tokens by V3_0 is emulated`);
  }
  const known = new Set(
    values.resources('AWS::Cognito::UserPoolResourceServer').flatMap((server) => {
      const scopes = asList(server.properties.Scopes, `${server.logicalId}: Scopes`);
      return scopes.map((one) => `${server.properties.Identifier}/${asObject(one, server.logicalId).ScopeName}`);
    }),
  );
  return {
    id: poolId(pool),
    tokens,
    groups: values.resources('AWS::Cognito::UserPoolGroup').map((group) => String(group.properties.GroupName)),
    clients: values.resources('AWS::Cognito::UserPoolClient').map((client) => readClient(client, known)),
  };
}

function readClient(client: LocalResource, known: ReadonlySet<string>): PoolClient {
  const { logicalId, type, properties } = client;
  refuseOtherProperties(logicalId, type, properties, KNOWN.client);
  const texts = (name: string) => asList(properties[name], `${logicalId}: ${name}`).map(String);
  const scopes = texts('AllowedOAuthScopes');
  const unknown = scopes.filter((scope) => scope.includes('/') && !known.has(scope));
  if (unknown.length > 0) throw new Error(`${logicalId}: no resource server has ${unknown.join(', ')}`);
  const units = asObject(properties.TokenValidityUnits ?? {}, `${logicalId}: TokenValidityUnits`);
  const seconds = (token: 'AccessToken' | 'IdToken') =>
    SECONDS[(units[token] ?? 'hours') as keyof typeof SECONDS] *
    asNumber(properties[`${token}Validity`], 1, `${logicalId}: ${token}`);
  return {
    id: clientId(client),
    name: String(properties.ClientName ?? logicalId),
    hasSecret: properties.GenerateSecret === true,
    flows: texts('AllowedOAuthFlows'),
    scopes,
    callbacks: texts('CallbackURLs'),
    logouts: texts('LogoutURLs'),
    accessTokenSeconds: seconds('AccessToken'),
    idTokenSeconds: seconds('IdToken'),
  };
}

const SECONDS = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 } as const;
