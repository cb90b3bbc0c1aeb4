import { describe, expect, it } from 'vitest';
import { event } from './fixtures.ts';
import { readRequest } from './request.ts';

const langOf = (accepted: string, query: Record<string, string> = {}) =>
  readRequest(event('GET /v1/things', { query, headers: { 'accept-language': accepted } })).lang;

describe('the language of a request', () => {
  it.each([
    ['', 'vi'],
    ['en', 'en'],
    ['EN-gb, vi;q=0.5', 'en'],
    ['fr, en;q=0.4, vi;q=0.8', 'vi'],
    ['vi;q=0, en;q=0.1', 'en'],
    ['eng', 'vi'],
    ['*', 'vi'],
    ['en;q=x', 'vi'],
  ])('is, for "%s", %s', (accepted, lang) => {
    expect(langOf(accepted)).toBe(lang);
  });

  it('is the one of the address first', () => {
    expect(langOf('vi', { lang: 'en' })).toBe('en');
    expect(langOf('en', { lang: 'vi' })).toBe('vi');
  });
});

describe('the caller of a request', () => {
  const callerOf = (claims: Record<string, string>) => readRequest(event('PUT /v1/things', { claims })).caller;

  it('has scopes and unit sets, whether the token lists them as words or as a list', () => {
    const hue = { subject: 'lan', scopes: ['releases:write', 'audit:read'], unitSets: ['VN63-46', 'VN34-46'] };
    expect(callerOf({ sub: 'lan', scope: 'releases:write audit:read', unit_sets: 'VN63-46 VN34-46' })).toEqual(hue);
    expect(callerOf({ sub: 'lan', scp: '[releases:write audit:read]', unit_sets: '[VN63-46 VN34-46]' })).toEqual(hue);
  });

  it('has none where the token tells none, and is nobody on an open route', () => {
    expect(callerOf({ client_id: 'machine' })).toEqual({ subject: 'machine', scopes: [], unitSets: [] });
    expect(readRequest(event('GET /v1/things')).caller).toBeUndefined();
  });

  it('is in our pool known by name, apart from whoever had that name before; elsewhere by `sub` alone', () => {
    const subjectOf = (claims: Record<string, string>) => callerOf(claims)?.subject;
    const first = { token_use: 'access', username: 'lan', sub: '5f1c9a2b-aaaa-4aaa-8aaa-aaaaaaaaaaaa' };

    expect(subjectOf(first)).toBe('lan~5f1c9a2b');
    expect(subjectOf({ ...first, sub: '77777777-aaaa-4aaa-8aaa-aaaaaaaaaaaa' })).not.toBe(subjectOf(first));
    expect(subjectOf({ username: 'minister', sub: 'lan' })).toBe('lan');
    expect(subjectOf({ token_use: 'access', sub: 'nightly', client_id: 'nightly' })).toBe('nightly');
  });
});
