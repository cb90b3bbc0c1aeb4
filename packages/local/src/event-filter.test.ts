import { describe, expect, it } from 'vitest';
import { anyFilter, createEventFilter } from './event-filter.ts';

const keys = (pk: unknown, sk?: unknown) => ({
  dynamodb: { Keys: { pk: { S: pk }, ...(sk === undefined ? {} : { sk: { S: sk } }) } },
});
const onPk = (...rules: unknown[]) => createEventFilter(JSON.stringify({ dynamodb: { Keys: { pk: { S: rules } } } }));

describe('a filter of an event source', () => {
  it('lets through values that are listed, and no others', () => {
    const filter = onPk('a', 'b');
    expect([filter(keys('a')), filter(keys('b')), filter(keys('c')), filter({})]).toEqual([true, true, false, false]);
  });

  it('knows prefix, suffix and equals-ignore-case', () => {
    expect([onPk({ prefix: 'LOG#' })(keys('LOG#pci')), onPk({ prefix: 'LOG#' })(keys('RELEASE#'))]).toEqual([
      true,
      false,
    ]);
    expect([onPk({ suffix: '#x' })(keys('a#x')), onPk({ suffix: '#x' })(keys('a'))]).toEqual([true, false]);
    expect(onPk({ 'equals-ignore-case': 'LOG' })(keys('log'))).toBe(true);
  });

  it('knows exists and anything-but, with a prefix too', () => {
    const exists = createEventFilter('{"dynamodb":{"Keys":{"sk":{"S":[{"exists":true}]}}}}');
    const missing = createEventFilter('{"dynamodb":{"Keys":{"sk":{"S":[{"exists":false}]}}}}');
    expect([exists(keys('a')), exists(keys('a', 'b')), missing(keys('a')), missing(keys('a', 'b'))]).toEqual([
      false,
      true,
      true,
      false,
    ]);
    const not = onPk({ 'anything-but': ['a', 'b'] });
    expect([not(keys('a')), not(keys('c')), not({})]).toEqual([false, true, false]);
    expect(onPk({ 'anything-but': { prefix: 'LOG#' } })(keys('LOG#1'))).toBe(false);
  });

  it('asks for all members of a pattern, and for one of several patterns', () => {
    const both = createEventFilter('{"dynamodb":{"Keys":{"pk":{"S":["a"]},"sk":{"S":["b"]}}}}');
    expect([both(keys('a', 'b')), both(keys('a', 'c'))]).toEqual([true, false]);
    const either = anyFilter([onPk('a'), onPk('b')]);
    expect([either(keys('b')), either(keys('c')), anyFilter([])({})]).toEqual([true, false, true]);
  });

  it.each([
    '{"dynamodb":{"NewImage":{"n":{"N":[{"numeric":[">",1]}]}}}}',
    '{"dynamodb":{"Keys":{"pk":{"S":[{"wildcard":"a*"}]}}}}',
    '{"$or":[{"eventName":["INSERT"]}]}',
    '{"dynamodb":{"Keys":{"pk":{"S":"a"}}}}',
    '{"dynamodb":{"Keys":{"pk":{"S":[{"prefix":"a","suffix":"b"}]}}}}',
    '{"dynamodb":{"Keys":{"pk":{"S":[]}}}}',
  ])('fails at once for %s', (pattern) => {
    expect(() => createEventFilter(pattern)).toThrow(/not emulated|not a list/);
  });
});
