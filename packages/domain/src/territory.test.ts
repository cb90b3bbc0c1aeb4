import { describe, expect, it } from 'vitest';
import { lineageOf, originOf } from './territory.ts';
import type { Succession } from './unit-set.ts';

const passing = (kind: Succession['kind'], from: string[], to: string[]): Succession => ({
  ...{ kind, from, to },
  ...{ on: '2025-07-01', source: 'made up' },
});

const lineage = lineageOf([
  {
    unit_set: 'B',
    successions: [
      passing('merged', ['A-1', 'A-2'], ['B-1']),
      passing('unchanged', ['A-3'], ['B-3']),
      passing('split', ['A-4'], ['B-4', 'B-5']),
    ],
  },
  {
    unit_set: 'C',
    successions: [
      passing('renamed', ['B-1'], ['C-1']),
      passing('merged', ['B-3', 'B-4'], ['C-3']),
      passing('unchanged', ['B-5'], ['C-5']),
    ],
  },
]);

describe('what a unit is in terms of another unit set', () => {
  it('is the same where it only changed its name', () => {
    expect(originOf('C-1', 'B', lineage)).toEqual({ relation: 'same', units: ['B-1'] });
    expect(originOf('B-1', 'C', lineage)).toEqual({ relation: 'same', units: ['C-1'] });
  });

  it('is all that it was made of, also over several changes', () => {
    expect(originOf('B-1', 'A', lineage)).toEqual({ relation: 'whole', units: ['A-1', 'A-2'] });
    expect(originOf('C-1', 'A', lineage)).toEqual({ relation: 'whole', units: ['A-1', 'A-2'] });
    expect(originOf('A-4', 'B', lineage)).toEqual({ relation: 'whole', units: ['B-4', 'B-5'] });
  });

  it('is a part of what it went into, or came out of', () => {
    expect(originOf('A-1', 'C', lineage)).toEqual({ relation: 'part', units: ['C-1'] });
    expect(originOf('C-5', 'A', lineage)).toEqual({ relation: 'part', units: ['A-4'] });
  });

  it('is nothing that can be told where a part of it went elsewhere', () => {
    const parted = lineageOf([
      {
        unit_set: 'B',
        successions: [passing('merged', ['A-1', 'A-2'], ['B-1']), passing('split', ['A-2', 'A-3'], ['B-3'])],
      },
    ]);
    expect(originOf('B-1', 'A', parted)).toBeNull();
    expect(originOf('A-2', 'B', parted)).toBeNull();
  });

  it('is nothing that can be told where merging follows upon splitting, or nothing is recorded', () => {
    expect(originOf('C-3', 'A', lineage)).toBeNull();
    expect(originOf('A-9', 'B', lineage)).toBeNull();
    expect(originOf('X-1', 'B', lineage)).toBeNull();
  });
});
