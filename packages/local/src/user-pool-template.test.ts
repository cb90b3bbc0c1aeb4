import { describe, expect, it } from 'vitest';
import type { Assembly } from './assembly.ts';
import type { JsonObject } from './json.ts';
import type { LocalFunction } from './lambda-functions.ts';
import { createTemplateValues } from './template-values.ts';
import { provideUserPool, readUserPool } from './user-pool-template.ts';

const ISSUER = 'http://127.0.0.1:3000/_local/issuer';
const tokens = {} as LocalFunction;

const POOL = { LambdaConfig: { PreTokenGenerationConfig: { LambdaArn: 'tokens', LambdaVersion: 'V3_0' } } };
const SERVER = { Identifier: 'chi-so', Scopes: [{ ScopeName: 'audit:read', ScopeDescription: 'x' }] };
const CLIENT = {
  ClientName: 'ledger',
  GenerateSecret: true,
  AllowedOAuthFlows: ['client_credentials'],
  AllowedOAuthScopes: [{ 'Fn::Join': ['', [{ Ref: 'Server' }, '/audit:read']] }],
  AccessTokenValidity: 60,
  TokenValidityUnits: { AccessToken: 'minutes' },
};
const PAGE = { ClientName: 'page', AllowedOAuthFlows: ['code'], AllowedOAuthScopes: ['openid'] };

/** A stack with these changes of properties. */
const read = (changes: Record<string, JsonObject> = {}) => {
  const resource = (type: string, id: string, properties: JsonObject) => [
    id,
    { type: `AWS::Cognito::${type}`, properties: { ...properties, ...changes[id] }, condition: undefined },
  ];
  const resources = Object.fromEntries([
    resource('UserPool', 'Pool', POOL),
    resource('UserPoolResourceServer', 'Server', SERVER),
    resource('UserPoolDomain', 'Domain', { Domain: 'chi-so', UserPoolId: { Ref: 'Pool' } }),
    resource('UserPoolGroup', 'Auditors', { GroupName: 'auditors' }),
    resource('UserPoolClient', 'Ledger', CLIENT),
    resource('UserPoolClient', 'Page', PAGE),
  ]);
  const stack = { name: 'Identity', parameters: {}, conditions: {}, mappings: {}, resources, outputs: {} };
  const addresses = new Map<string, string>();
  const values = createTemplateValues({ stacks: [stack], assets: new Map() } as Assembly, {}, new Map(), addresses);
  const client = provideUserPool(values, ISSUER, addresses);
  return { client, addresses, pool: readUserPool(values, (arn) => (arn === 'tokens' ? tokens : undefined)) };
};

describe('a user pool of a template', () => {
  it('has its clients with what they may ask for, its groups, and the function that makes tokens', () => {
    const { pool, client } = read();

    expect(pool).toMatchObject({ tokens, groups: ['auditors'] });
    expect(pool?.clients).toEqual([
      expect.objectContaining({
        ...{ id: 'ledger', name: 'ledger', hasSecret: true, flows: ['client_credentials'] },
        ...{ scopes: ['chi-so/audit:read'], accessTokenSeconds: 3600 },
      }),
      expect.objectContaining({ id: 'page', hasSecret: false, flows: ['code'], scopes: ['openid'] }),
    ]);
    expect(client).toBe('page');
  });

  it('is asked at the local issuer wherever its own domain is named', () => {
    expect([...read().addresses]).toEqual([['https://domain.auth.ap-southeast-1.amazoncognito.com', ISSUER]]);
  });

  it.each<[string, Record<string, JsonObject>, RegExp]>([
    [
      'asks another function besides',
      { Pool: { LambdaConfig: { ...POOL.LambdaConfig, PreSignUp: 'x' } } },
      /PreSignUp/,
    ],
    [
      'has its tokens made for people alone',
      { Pool: { LambdaConfig: { PreTokenGenerationConfig: { LambdaArn: 'tokens', LambdaVersion: 'V2_0' } } } },
      /V3_0/,
    ],
    ['has something that is not known', { Pool: { WebAuthnRelyingPartyID: 'x' } }, /WebAuthnRelyingPartyID/],
    ['gives scopes that no server has', { Ledger: { AllowedOAuthScopes: ['chi-so/other'] } }, /chi-so\/other/],
    ['has a client with something that is not known', { Page: { DefaultRedirectURI: 'x' } }, /DefaultRedirectURI/],
  ])('is refused where it %s', (_, changes, named) => {
    expect(() => read(changes)).toThrow(named);
  });
});
