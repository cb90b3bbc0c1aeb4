import { deflateRawSync, gzipSync } from 'node:zlib';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalLine, itemOfLine, type RawItem, unpackedLine } from './table-dump-line.ts';

const KEYS = { pk: { S: 'p' }, sk: { S: 's' } };

const { value } = fc.letrec<{ value: AttributeValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.string({ unit: 'binary' }).map((S) => ({ S })),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((N) => ({ N: String(N) })),
    fc.uint8Array().map((B) => ({ B })),
    fc.boolean().map((BOOL) => ({ BOOL })),
    fc.constant({ NULL: true as const }),
    fc.uniqueArray(fc.string()).map((SS) => ({ SS })),
    fc.uniqueArray(fc.integer()).map((numbers) => ({ NS: numbers.map(String) })),
    fc.array(fc.uint8Array()).map((BS) => ({ BS })),
    fc.array(tie('value')).map((L) => ({ L })),
    fc.dictionary(fc.string(), tie('value')).map((M) => ({ M })),
  ),
}));
const items = fc.dictionary(fc.string({ minLength: 1 }), value).map((item): RawItem => ({ ...item, ...KEYS }));

/** The same with the attributes of the item and of its maps in the opposite order. */
const turned = (item: RawItem): RawItem =>
  Object.fromEntries(
    Object.entries(item)
      .reverse()
      .map(([name, one]) => [name, one.M ? { M: turned(one.M) } : one.SS ? { SS: [...one.SS].reverse() } : one]),
  );

describe('the line of an item', () => {
  it('is the same in whatever order its attributes, map keys and sets come, and holds all of it', () => {
    fc.assert(
      fc.property(items, (item) => {
        const line = canonicalLine(item);
        expect(line).not.toContain('\n');
        expect(canonicalLine(turned(item))).toBe(line);
        expect(canonicalLine(itemOfLine(line))).toBe(line);
        expect(JSON.parse(line).pk).toEqual({ S: 'p' });
      }),
    );
  });

  it('has its keys in the order of text, also those that look like numbers, and binary as base64', () => {
    const item = { ...KEYS, m: { M: { 9: { N: '1' }, 10: { BOOL: true }, a: { B: new Uint8Array([1, 2, 255]) } } } };
    expect(canonicalLine(item)).toBe(
      '{"m":{"M":{"10":{"BOOL":true},"9":{"N":"1"},"a":{"B":"AQL/"}}},"pk":{"S":"p"},"sk":{"S":"s"}}',
    );
  });

  it.each([
    ['no JSON', '{"pk":'],
    ['no object', '[]'],
    ['no key', '{"pk":{"S":"p"}}'],
    ['a type that there is not', '{"pk":{"S":"p"},"sk":{"S":"s"},"x":{"Z":1}}'],
    ['a value of another type', '{"pk":{"S":"p"},"sk":{"S":"s"},"x":{"S":1}}'],
    ['two types', '{"pk":{"S":"p"},"sk":{"S":"s"},"x":{"N":"1","S":"1"}}'],
    ['another order', '{"sk":{"S":"s"},"pk":{"S":"p"}}'],
    ['a space', '{"pk":{"S":"p"}, "sk":{"S":"s"}}'],
    ['an attribute twice', '{"pk":{"S":"p"},"pk":{"S":"p"},"sk":{"S":"s"}}'],
    ['base64 that means the same', '{"b":{"B":"AQL_"},"pk":{"S":"p"},"sk":{"S":"s"}}'],
  ])('is not one with %s', (_, line) => {
    expect(() => itemOfLine(line)).toThrow();
  });
});

describe('the unpacked line', () => {
  it('does not depend on how well a body was compressed, and is another for other content', () => {
    const packed = (text: string, level: number) => ({ ...KEYS, body: { B: gzipSync(text, { level }) } });
    const text = '{"score":65.5}'.repeat(50);
    expect(canonicalLine(packed(text, 1))).not.toBe(canonicalLine(packed(text, 9)));
    expect(unpackedLine(packed(text, 1))).toBe(unpackedLine(packed(text, 9)));
    expect(unpackedLine(packed(text, 1))).not.toBe(unpackedLine(packed(`${text} `, 1)));
  });

  it('takes what cannot be unpacked as it is', () => {
    const damaged = { ...KEYS, body: { B: deflateRawSync('x') } };
    expect(unpackedLine(damaged)).toBe(canonicalLine(damaged));
  });
});
