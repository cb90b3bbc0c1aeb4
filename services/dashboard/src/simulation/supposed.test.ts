import { describe, expect, it } from 'vitest';
import { isAnswerTo, supposedAt, withSupposed } from './supposed.ts';

const land = { unit: 'VN63-46', component: 'land' };

describe('supposed figures', () => {
  const changes = ['VN63-46:land:7.5', 'VN63-48:land:8'];

  it('are found where they are', () => {
    expect(supposedAt(changes, land)).toBe(7.5);
    expect(supposedAt(changes, { unit: 'VN63-46', component: 'la' })).toBeNull();
    expect(supposedAt(['VN63-46:land:seven'], land)).toBeNull();
    expect(supposedAt(['VN63-46:land:'], land)).toBeNull();
    expect(supposedAt(['VN63-46:land: '], land)).toBeNull();
  });

  it('are put in once, changed where they stand, and taken back', () => {
    expect(withSupposed(changes, land, 8)).toEqual(['VN63-46:land:8', 'VN63-48:land:8']);
    expect(withSupposed(changes, land, null)).toEqual(['VN63-48:land:8']);
    expect(withSupposed(changes, { unit: 'VN63-46', component: 'time' }, 9)).toEqual([...changes, 'VN63-46:time:9']);
  });

  it('are answered by the answer to all of them, and by no other', () => {
    const told = (...scores: number[]) => ({
      changes: ['VN63-46', 'VN63-48'].flatMap((unit, i) => {
        const score_simulated = scores[i];
        return score_simulated === undefined ? [] : { unit, component: 'land', score_simulated };
      }),
      others: 'fixed' as const,
    });
    const asked = changes.join(',');

    expect(isAnswerTo(told(7.5, 8), asked, null)).toBe(true);
    expect(isAnswerTo(told(7.5, 8), 'VN63-46:land:7.50,VN63-48:land:8', null)).toBe(true);
    for (const before of [told(7.5), told(7.4, 8), told()]) expect(isAnswerTo(before, asked, null)).toBe(false);
    expect(isAnswerTo(told(7.5, 8), asked, 'trend')).toBe(false);
  });

  it('that nobody can read stay, to be refused', () => {
    expect(withSupposed(['nonsense'], land, 8)).toEqual(['nonsense', 'VN63-46:land:8']);
  });
});
