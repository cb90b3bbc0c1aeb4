import { describe, expect, it } from 'vitest';
import { ReleaseBody } from './release-body.ts';

const source = { title: 'PCI 2019', publisher: 'VCCI', kind: 'publisher', certainty: 'confirmed' };
const takes = (url: string | null) =>
  ReleaseBody.safeParse({
    source: { ...source, url },
    announcement: { extent: 'complete' },
    scores: [{ unit: 'VN63-46', score: 66.5 }],
  }).success;

describe('the address of a source', () => {
  it('is one of the web: readers follow it', () => {
    expect(['https://pcivietnam.vn/', 'http://pcivietnam.vn/a?b=1', null].map(takes)).toEqual([true, true, true]);
    expect(['javascript:alert(1)', 'data:text/html,x', 'ftp://x.vn/', 'pcivietnam.vn'].map(takes)).toEqual([
      ...[false, false, false, false],
    ]);
  });
});
