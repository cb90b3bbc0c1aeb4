import { describe, expect, it } from 'vitest';
import { supposedAt, withSupposed } from './supposed.ts';

const land = { unit: 'VN63-46', component: 'land' };

describe('supposed figures', () => {
  const changes = ['VN63-46:land:7.5', 'VN63-48:land:8'];

  it('are found where they are', () => {
    expect(supposedAt(changes, land)).toBe(7.5);
    expect(supposedAt(changes, { unit: 'VN63-46', component: 'la' })).toBeNull();
    expect(supposedAt(['VN63-46:land:seven'], land)).toBeNull();
  });

  it('are put in once, changed where they stand, and taken back', () => {
    expect(withSupposed(changes, land, 8)).toEqual(['VN63-46:land:8', 'VN63-48:land:8']);
    expect(withSupposed(changes, land, null)).toEqual(['VN63-48:land:8']);
    expect(withSupposed(changes, { unit: 'VN63-46', component: 'time' }, 9)).toEqual([...changes, 'VN63-46:time:9']);
  });

  it('that nobody can read stay, to be refused', () => {
    expect(withSupposed(['nonsense'], land, 8)).toEqual(['nonsense', 'VN63-46:land:8']);
  });
});
