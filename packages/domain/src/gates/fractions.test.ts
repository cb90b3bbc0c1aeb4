import { describe, expect, it } from 'vitest';
import { aContext, rowsOfTable } from './fixtures.ts';
import { fractions } from './fractions.ts';

describe('a column on a scale of 100', () => {
  it('that lies between 0 and 1 was saved as fractions of percentages', () => {
    const shares = { a: 0.93, b: 0.91, c: 0.88, d: 0.9, e: 0.75 };
    expect(fractions(aContext(rowsOfTable({ total: shares })))).toMatchObject([
      { rule: 'fractions', severity: 'error' },
    ]);
    expect(fractions(aContext(rowsOfTable({ total: { ...shares, a: 93 } })))).toEqual([]);
  });
});
