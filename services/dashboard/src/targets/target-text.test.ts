import { describe, expect, it } from 'vitest';
import { standingText, targetText } from './target-text.ts';

describe('a target in words', () => {
  it.each([
    ['score', 66.5, 'từ 66,5 điểm', 'at least 66.5 points'],
    ['rank', 10, 'hạng 10 trở lên', 'rank 10 or better'],
    ['grade', 'Tốt', 'Tốt trở lên', 'Tốt or better'],
    ['top-share', 25, 'nhóm 25% dẫn đầu', 'the best 25%'],
  ] as const)('of the kind %s: %s', (target_kind, target, vi, en) => {
    expect([targetText('vi', { target_kind, target }), targetText('en', { target_kind, target })]).toEqual([vi, en]);
  });

  it('is held against a figure of its own kind: places for a share of the best', () => {
    expect(standingText('vi', 'top-share', 43)).toBe('hạng 43');
    expect(standingText('vi', 'score', 55.25)).toBe('55,25 điểm');
    expect(standingText('vi', 'grade', 'Khá')).toBe('Khá');
  });
});
