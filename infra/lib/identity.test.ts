import { GROUPS } from '@chi-so/contract/groups';
import { SCOPES } from '@chi-so/contract/routes';
import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { templatesOf } from './templates.ts';

/** Who may write, and how they come to a token. */

const NIGHTLY = { name: 'nightly', scopes: ['releases:write' as const], unit_sets: ['VN63-46', 'VN34-46'] };
const LEDGER = { name: 'ledger', scopes: ['audit:read' as const], unit_sets: ['*'] };
const { identity, services, stacks } = templatesOf({ machineClients: [NIGHTLY, LEDGER] });

const away = templatesOf({ name: 'away', region: 'ap-southeast-1' });

const [[poolId, pool] = ['', undefined], ...otherPools] = Object.entries(
  identity.findResources('AWS::Cognito::UserPool'),
);
const clients = identity.findResources('AWS::Cognito::UserPoolClient');
const clientNamed = (name: string) => Object.values(clients).find(({ Properties }) => Properties.ClientName === name);
const scopesOf = (name: string): string[] =>
  clientNamed(name)?.Properties.AllowedOAuthScopes.map((scope: unknown) =>
    typeof scope === 'string' ? scope : (scope as { 'Fn::Join': [string, unknown[]] })['Fn::Join'][1].at(-1),
  );

describe('the pool of users', () => {
  it('outlives mistakes: retained, protected from deletion, in a stack that is protected too', () => {
    expect(otherPools).toEqual([]);
    expect(pool?.DeletionPolicy).toBe('Retain');
    expect(pool?.UpdateReplacePolicy).toBe('Retain');
    expect(pool?.Properties.DeletionProtection).toBe('ACTIVE');
    expect(stacks.identity).toMatchObject({ terminationProtection: true });
  });

  it('keeps its logical id: another id would be another pool, with nobody in it', () => {
    expect(poolId).toMatchInlineSnapshot(`"UsersPoolBFC35D3B"`);
  });

  it('has nobody in it whom no administrator has made', () => {
    expect(pool?.Properties.AdminCreateUserConfig).toMatchObject({ AllowAdminCreateUserOnly: true });
  });

  it('asks everybody for a second factor, which is never a message to a telephone', () => {
    expect(pool?.Properties).toMatchObject({ MfaConfiguration: 'ON', EnabledMfas: ['SOFTWARE_TOKEN_MFA'] });
  });

  it('takes long passwords of every kind of sign', () => {
    expect(pool?.Properties.Policies.PasswordPolicy).toEqual({
      MinimumLength: 12,
      RequireLowercase: true,
      RequireNumbers: true,
      RequireSymbols: true,
      RequireUppercase: true,
      TemporaryPasswordValidityDays: 3,
    });
  });

  it('is of the tier whose function says what is in tokens of people and of programs, or of the one that looks out', () => {
    const guarded = templatesOf({ threatProtection: true }).identity;

    expect(pool?.Properties.UserPoolTier).toBe('ESSENTIALS');
    expect(pool?.Properties.UserPoolAddOns).toBeUndefined();
    guarded.hasResourceProperties('AWS::Cognito::UserPool', {
      UserPoolTier: 'PLUS',
      UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' },
    });
  });

  it('has its tokens made by one function, which is told of programs too and may do nothing else', () => {
    expect(pool?.Properties.LambdaConfig.PreTokenGenerationConfig).toMatchObject({ LambdaVersion: 'V3_0' });
    identity.resourceCountIs('AWS::Lambda::Function', 1);
    identity.hasResourceProperties('AWS::Lambda::Function', {
      Timeout: 5,
      Environment: { Variables: { SERVICE: 'identity' } },
    });
    identity.hasResourceProperties('AWS::Lambda::Permission', {
      Principal: 'cognito-idp.amazonaws.com',
      SourceArn: { 'Fn::GetAtt': [poolId, 'Arn'] },
    });
  });

  it('writes to people in Vietnamese first, and then in English', () => {
    const { EmailMessage, EmailSubject } = pool?.Properties.AdminCreateUserConfig.InviteMessageTemplate ?? {};

    expect([EmailSubject, EmailMessage]).toEqual([expect.stringMatching(/^Tài khoản/), expect.stringMatching(/^Tên/)]);
    expect(EmailMessage).toMatch(/User name: \{username\}.*\{####\}/);
    expect(pool?.Properties.EmailVerificationMessage).toMatch(/^Mã .*\{####\}.*Code/);
  });

  it('has exactly the groups that give something', () => {
    const groups = Object.values(identity.findResources('AWS::Cognito::UserPoolGroup'));

    expect(groups.map(({ Properties }) => Properties.GroupName)).toEqual(Object.keys(GROUPS));
    expect(groups.map(({ Properties }) => Properties.RoleArn)).toEqual(groups.map(() => undefined));
  });
});

describe('the page as a client of the pool', () => {
  const client = clientNamed('page')?.Properties;

  it('has no secret, and comes to a token by a code alone, sent to its own sign-in', () => {
    expect(client).toMatchObject({
      GenerateSecret: false,
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['code'],
      ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
      PreventUserExistenceErrors: 'ENABLED',
      SupportedIdentityProviders: ['COGNITO'],
    });
    const toSignIn = [{ 'Fn::Join': ['', [{ Ref: 'PageAddress' }, '/sign-in']] }];
    expect([client.CallbackURLs, client.LogoutURLs]).toEqual([toSignIn, toSignIn]);
  });

  it('may ask for no scope of ours: what somebody may do is what their groups give', () => {
    expect(client.AllowedOAuthScopes).toEqual(['openid']);
  });

  it('lets nobody say whose releases are theirs', () => {
    expect(pool?.Properties.Schema).toEqual([expect.objectContaining({ Name: 'unit_sets', Mutable: true })]);
    expect(client.WriteAttributes).toEqual(['name']);
  });

  it('gives tokens that are over within half a day', () => {
    expect([client.AccessTokenValidity, client.TokenValidityUnits.AccessToken]).toEqual([240, 'minutes']);
  });

  it('is where the stage says, or where the deployment finds it', () => {
    const domain = { name: 'chiso.example.vn', certificateArn: `arn:aws:acm:us-east-1:123456789012:certificate/1` };
    const addressOf = (changes = {}) =>
      templatesOf(changes).identity.findParameters('PageAddress').PageAddress?.Default;

    expect(addressOf()).toBe('https://page.invalid');
    expect(addressOf({ domain })).toBe('https://chiso.example.vn');
  });
});

describe('programs as clients of the pool', () => {
  it('are those of the stage, each with its secret, by its credentials alone', () => {
    expect(Object.values(clients).map(({ Properties }) => Properties.ClientName)).toEqual([
      'page',
      'nightly',
      'ledger',
    ]);
    for (const name of ['nightly', 'ledger']) {
      expect(clientNamed(name)?.Properties).toMatchObject({
        GenerateSecret: true,
        AllowedOAuthFlows: ['client_credentials'],
        ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
      });
    }
  });

  it('may ask for their own scopes and units alone', () => {
    expect(scopesOf('nightly')).toEqual(['/releases:write', '/VN63-46', '/VN34-46']);
    expect(scopesOf('ledger')).toEqual(['/audit:read', '/*']);
  });

  it('are given scopes that the API has, and no units of others', () => {
    const namesOf = (Identifier: string) =>
      Object.values(
        identity.findResources('AWS::Cognito::UserPoolResourceServer', { Properties: { Identifier } }),
      ).flatMap(({ Properties }) => Properties.Scopes.map(({ ScopeName }: { ScopeName: string }) => ScopeName));

    expect(namesOf('chi-so')).toEqual([...SCOPES]);
    expect(namesOf('unit-sets')).toEqual(['VN63-46', 'VN34-46', '*']);
  });
});

describe('the API', () => {
  const written = JSON.stringify(Object.values(services.findResources('AWS::ApiGatewayV2::Authorizer')));

  it('takes tokens of the pool, made for the clients of the stage and nobody else', () => {
    const [authorizer] = Object.values(services.findResources('AWS::ApiGatewayV2::Authorizer'));
    const { Issuer, Audience } = authorizer?.Properties.JwtConfiguration ?? {};

    expect(JSON.stringify(Issuer)).toContain('ProviderURL');
    expect(Audience).toHaveLength(3);
    for (const id of Object.keys(clients)) expect(written).toContain(id);
  });

  it('takes those of another provider where the stage names one, and then there is no pool', () => {
    const other = templatesOf({
      tokens: { issuer: 'https://accounts.example.vn', audience: 'chi-so' },
      machineClients: [],
    });

    other.services.hasResourceProperties('AWS::ApiGatewayV2::Authorizer', {
      JwtConfiguration: { Issuer: 'https://accounts.example.vn', Audience: ['chi-so'] },
    });
    expect(other.identity.toJSON()).toEqual({});
    expect(JSON.stringify(other.services.findResources('AWS::Lambda::Function'))).not.toContain('SIGN_IN');
    expect(JSON.stringify(other.page.toJSON())).not.toContain('amazoncognito');
  });

  it('tells pages where to sign in, and CloudFront lets them ask there', () => {
    services.hasResourceProperties('AWS::Lambda::Function', {
      Environment: { Variables: Match.objectLike({ SERVICE: 'query', SIGN_IN_CLIENT: Match.anyValue() }) },
    });
    const policies = JSON.stringify(away.page.findResources('AWS::CloudFront::ResponseHeadersPolicy'));
    expect(policies).toContain('.auth.ap-southeast-1.amazoncognito.com');
  });
});
