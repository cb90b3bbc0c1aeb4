import { expect, it } from 'vitest';
import { currentOf } from './use-answer.ts';

it('shows what was loaded for one key as that key’s only', () => {
  const state = { key: 'vi|VN63-46', value: ['Sở, ban, ngành'] };
  expect(currentOf(state, 'vi|VN63-46')).toEqual(['Sở, ban, ngành']);
  expect(currentOf(state, 'vi|VN63-01')).toBeNull();
  expect(currentOf({ key: null, value: null }, 'vi|VN63-46')).toBeNull();
});
