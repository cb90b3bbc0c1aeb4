import { GROUPS } from '@chi-so/contract/groups';
import { SCOPES } from '@chi-so/contract/routes';
import { describe, expect, it } from 'vitest';
import { type Asking, accessTokenOf } from './granted.ts';
import { handler } from './handler.ts';

const person = (groups: string[], scopes = ['openid'], unit_sets?: string): Asking => ({
  triggerSource: 'TokenGeneration_HostedAuth',
  request: {
    scopes,
    userAttributes: unit_sets === undefined ? {} : { 'custom:unit_sets': unit_sets },
    groupConfiguration: { groupsToOverride: groups },
  },
});
const program = (...scopes: string[]): Asking => ({
  triggerSource: 'TokenGeneration_ClientCredentials',
  request: { scopes, userAttributes: {}, groupConfiguration: { groupsToOverride: [] } },
});

/** The scopes of the token that comes of it. */
const scopesOf = (asking: Asking) => {
  const { scopesToAdd, scopesToSuppress } = accessTokenOf(asking);
  const kept = (asking.request.scopes ?? []).filter((scope) => !scopesToSuppress.includes(scope));
  return [...new Set([...kept, ...scopesToAdd])];
};

describe('the access token of a person', () => {
  it('has the scopes of their groups, each once', () => {
    expect(scopesOf(person(['ingesters', 'auditors', 'ingesters']))).toEqual([
      ...['openid', 'releases:write', 'audit:read'],
    ]);
  });

  it.each([[[]], [['admins']], [['constructor', '__proto__', 'toString']], [['Publishers']]])(
    'has nothing of groups that give nothing: %j',
    (groups) => {
      expect(scopesOf(person(groups))).toEqual(['openid']);
    },
  );

  it.each(['releases:publish', 'chi-so/releases:publish', 'unit-sets/*', 'aws.cognito.signin.user.admin'])(
    'has nothing for asking: %s',
    (asked) => {
      const asking = person(['planners'], ['openid', asked], 'VN63-46');

      expect(scopesOf(asking)).toEqual(['openid', 'targets:write']);
      expect(accessTokenOf(asking).claimsToAddOrOverride).toEqual({ unit_sets: 'VN63-46' });
    },
  );

  it('says whose releases are theirs by their own attribute alone', () => {
    const setsOf = (unit_sets?: string) =>
      accessTokenOf(person(['ingesters'], ['openid'], unit_sets)).claimsToAddOrOverride.unit_sets;

    expect([setsOf(' VN63-46,  VN34-46'), setsOf('*'), setsOf(''), setsOf()]).toEqual([
      ...['VN63-46 VN34-46', '*', '', ''],
    ]);
  });

  it('is the same by every way of a person to a token, a renewed one too', () => {
    for (const triggerSource of ['TokenGeneration_Authentication', 'TokenGeneration_RefreshTokens']) {
      expect(scopesOf({ ...person(['publishers']), triggerSource })).toEqual(['openid', 'releases:publish']);
    }
  });
});

describe('the access token of a program', () => {
  it('has what its client was given, by the names of the API', () => {
    const asking = program('chi-so/releases:write', 'chi-so/audit:read', 'unit-sets/VN63-46', 'unit-sets/VN34-46');

    expect(scopesOf(asking)).toEqual(['releases:write', 'audit:read']);
    expect(accessTokenOf(asking).claimsToAddOrOverride).toEqual({ unit_sets: 'VN63-46 VN34-46' });
  });

  it('has less where it asks for less', () => {
    expect(scopesOf(program('chi-so/audit:read'))).toEqual(['audit:read']);
    expect(accessTokenOf(program('chi-so/audit:read')).claimsToAddOrOverride).toEqual({ unit_sets: '' });
  });

  it('has nothing of groups and attributes, which only people have', () => {
    const asking = { ...person(['publishers'], ['chi-so/audit:read'], '*'), triggerSource: program().triggerSource };

    expect(scopesOf(asking)).toEqual(['audit:read']);
    expect(accessTokenOf(asking).claimsToAddOrOverride).toEqual({ unit_sets: '' });
  });
});

it('groups give every scope of the API, each by one group', () => {
  expect(Object.values(GROUPS).flat().sort()).toEqual([...SCOPES].sort());
});

it('the answer to the pool is its event, with changes to the access token and none to the ID token', async () => {
  const event = { version: '3', userName: 'lan', ...person(['auditors']) };
  const answer = await handler(event);

  expect(answer).toMatchObject({ version: '3', userName: 'lan', request: event.request });
  expect(Object.keys(answer.response.claimsAndScopeOverrideDetails)).toEqual(['accessTokenGeneration']);
});
