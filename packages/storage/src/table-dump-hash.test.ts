import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDigester } from './table-dump-hash.ts';

const digestOf = (lines: readonly string[]) => {
  const digester = createDigester();
  for (const line of lines) digester.add(line);
  return digester.digest();
};

describe('the hash of a table', () => {
  it('of one item is the SHA-256 of its line, and of none is zero', () => {
    expect(digestOf(['a'])).toEqual({ items: 1, hash: createHash('sha256').update('a').digest('hex') });
    expect(digestOf([])).toEqual({ items: 0, hash: '0'.repeat(64) });
  });

  it('does not depend on the order of the items', () => {
    const orders = fc
      .array(fc.string())
      .chain((lines) =>
        fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length, maxLength: lines.length })),
      );
    fc.assert(
      fc.property(orders, ([lines, others]) => {
        expect(digestOf(others)).toEqual(digestOf(lines));
      }),
    );
  });

  it('is another when an item is lost, comes twice, or is another', () => {
    const lines = fc.array(fc.string(), { minLength: 1 });
    fc.assert(
      fc.property(lines, fc.nat(), (all, pick) => {
        const i = pick % all.length;
        const hash = digestOf(all).hash;
        expect(digestOf(all.toSpliced(i, 1)).hash).not.toBe(hash);
        expect(digestOf([...all, all[i] ?? '']).hash).not.toBe(hash);
        expect(digestOf(all.with(i, `${all[i]}.`)).hash).not.toBe(hash);
      }),
    );
  });
});
