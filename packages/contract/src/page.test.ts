import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cursorOf, cursorText } from './cursor.ts';
import { listFingerprint, type Page, pageOf } from './page.ts';

const LIST = { path: '/v1/units', query: { set: 'VN63', group: undefined } };
const turn = (from: number, limit: number) => ({ from, limit, beside: { lang: 'vi' } });

describe('A list in pages', () => {
  it('is the whole list, whatever the limit', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 60 }), fc.integer({ min: 1, max: 70 }), (rows, limit) => {
        const read: number[] = [];
        for (let from: number | undefined = 0; from !== undefined; ) {
          const page: Page<number> = pageOf(rows, LIST, () => 'v1', turn(from, limit));
          expect(page.rows.length).toBe(Math.min(limit, rows.length - from));
          read.push(...page.rows);
          from = page.next_cursor === null ? undefined : cursorOf(page.next_cursor)?.from;
        }
        expect(read).toEqual(rows);
      }),
    );
  });

  it('names the next page by the parameters of the first, and leaves the limit out where it is the default', () => {
    const { next, next_cursor } = pageOf([1, 2, 3], LIST, () => 'v1', turn(0, 2));
    expect(next).toBe(`/v1/units?set=VN63&limit=2&lang=vi&cursor=${next_cursor}`);
    const rows = Array.from({ length: 5001 }, (_, i) => i);
    expect(pageOf(rows, LIST, () => 'v1', turn(0, 5000)).next).not.toContain('limit');
  });

  it('is known by its parameters in whatever order, and by nothing else', () => {
    expect(listFingerprint({ path: '/a', query: { x: '1', y: '2' } })).toBe(
      listFingerprint({ path: '/a', query: { y: '2', x: '1', z: undefined } }),
    );
    expect(listFingerprint({ path: '/a', query: { x: '1' } })).not.toBe(
      listFingerprint({ path: '/a', query: { x: '2' } }),
    );
  });
});

describe('A cursor', () => {
  const cursor = { from: 100, list: listFingerprint(LIST), pin: '12/2026-03-01T08:00:00.000Z//12/5' };

  it('is read as it was written', () => {
    expect(cursorOf(cursorText(cursor))).toEqual(cursor);
  });

  it('is refused where one letter of it was altered, lost or added', () => {
    const text = cursorText(cursor);
    for (const [i, letter] of [...text].entries()) {
      expect(cursorOf(text.slice(0, i) + (letter === 'A' ? 'B' : 'A') + text.slice(i + 1))).toBeUndefined();
      expect(cursorOf(text.slice(0, i) + text.slice(i + 1))).toBeUndefined();
      expect(cursorOf(`${text.slice(0, i)}-${text.slice(i)}`)).toBeUndefined();
    }
  });

  it('is refused where it is any other text', () => {
    fc.assert(fc.property(fc.string({ maxLength: 100 }), (text) => cursorOf(text) === undefined));
  });
});
