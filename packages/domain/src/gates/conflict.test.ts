import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Source } from '../score.ts';
import { conflict } from './conflict.ts';
import { aContext, aFile, aSource, columnsOfTable, manyUnits, rowsOfTable, type Table } from './fixtures.ts';

type Kind = Source['kind'];

const found = (table: Table, published: Table, kinds: { file: Kind; published: Kind }) => {
  const context = aContext(rowsOfTable(table), {
    published: { source: aSource(kinds.published), scores: columnsOfTable(published), revision: 3 },
  });
  return conflict({ ...context, file: aFile(context.file.rows, { source: aSource(kinds.file) }) });
};
const press = { file: 'press', published: 'publisher' } as const;
const update = { file: 'publisher', published: 'official' } as const;

describe('a file against what is published', () => {
  it('agrees where rounding makes the figures equal', () => {
    expect(found({ total: { a: 73.4, b: 66.5 } }, { total: { a: 73.396484, b: 66.499268 } }, press)).toEqual([]);
  });

  it("may not contradict the publisher's figures when it is a copy", () => {
    const findings = found({ total: { a: 72.4 } }, { total: { a: 73.396484 } }, press);

    expect(findings).toMatchObject([{ rule: 'conflict', severity: 'error', row: 2, value: 72.4 }]);
    expect(findings[0]?.message_vi).toContain('73.396484');
  });

  it('may put right what a lesser source said, with a warning', () => {
    expect(
      found({ total: { a: 73.4 } }, { total: { a: 72.4 } }, { file: 'publisher', published: 'press' }),
    ).toMatchObject([{ rule: 'conflict', severity: 'warning' }]);
  });

  it('that is an ordinary update says once how much it changes', () => {
    const findings = found(
      { total: manyUnits(9, (i) => 50.25 + i) },
      { total: manyUnits(9, (i) => (i < 4 ? 50.21 : 50.25) + i) },
      update,
    );

    expect(findings).toMatchObject([{ rule: 'changes-published', severity: 'warning', row: null, value: 4 }]);
    expect(findings[0]?.message_en).toContain('50.21 → 50.25');
  });

  it('compares columns that are printed alike as they are printed', () => {
    const now = { ...manyUnits(9, (i) => 50.25 + i), u00: 73.4 };
    const then = { ...manyUnits(9, (i) => 50.25 + i), u00: 73.44 };

    expect(found({ total: now }, { total: then }, update)).toMatchObject([{ value: 1 }]);
  });

  it('that leaves out published figures says so', () => {
    expect(
      found({ total: { a: 50, b: null } }, { total: { a: 50, b: 60, c: null }, part: { a: 5, b: 6 } }, update),
    ).toMatchObject([{ rule: 'drops-published', severity: 'warning', value: 3 }]);
  });

  it('that adds figures is no conflict', () => {
    expect(found({ total: { a: 50, b: 60 }, part: { a: 5 } }, { total: { a: 50, b: null } }, press)).toEqual([]);
  });

  it('that contradicts everywhere is told of twenty cells, and counted', () => {
    const findings = found({ total: manyUnits(33, (i) => i) }, { total: manyUnits(33, (i) => i + 2) }, press);

    expect(findings).toHaveLength(21);
    expect(findings.at(-1)).toMatchObject({ severity: 'error', row: null, value: 13 });
  });

  it('is compared with other editions too, which are there to keep two sources side by side', () => {
    const context = aContext(rowsOfTable({ total: { a: 52.32 } }), {
      editions: [
        { edition: 'website', source: aSource('publisher'), scores: columnsOfTable({ total: { a: 52.18 } }) },
        { edition: 'book', source: aSource('press'), scores: columnsOfTable({ total: { a: 52.3 } }) },
      ],
    });

    expect(
      conflict(context).map(({ severity, message_en }) => [severity, /edition (\w+)/.exec(message_en)?.[1]]),
    ).toEqual([['warning', 'website']]);
    expect(conflict({ ...context, file: aFile(context.file.rows, { source: aSource('compilation') }) })).toMatchObject([
      { rule: 'conflict', severity: 'warning' },
    ]);
  });

  it('that equals it, or equals it rounded, has no conflict', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(scores, fc.constantFrom(2, 3, 5), fc.constantFrom(press, update), (raw, decimals, kinds) => {
        const total = manyUnits(raw.length, (i) => (raw[i] ?? 0) / 100_000);
        const rounded = manyUnits(raw.length, (i) => Number(((raw[i] ?? 0) / 100_000).toFixed(decimals)));

        expect(found({ total }, { total }, kinds)).toEqual([]);
        expect(found({ total: rounded }, { total }, kinds)).toEqual([]);
      }),
    );
  });
});
