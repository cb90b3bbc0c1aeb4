import { describe, expect, it } from 'vitest';
import { overdueFirst } from './plan-order.ts';
import { targetOf } from './row-fixtures.ts';

describe('the order of a plan', () => {
  it('has on top what is overdue the longest, then the rest as it was planned', () => {
    const rows = [
      targetOf({ office: 'a' }),
      targetOf({ office: 'b', overdue: true, deadline: '2025-03-31' }),
      targetOf({ office: 'c', deadline: '2024-01-01' }),
      targetOf({ office: 'd', overdue: true, deadline: '2024-12-31' }),
    ];

    expect(
      overdueFirst(rows)
        .map(({ office }) => office)
        .join(''),
    ).toBe('dbac');
  });
});
