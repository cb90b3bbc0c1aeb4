import { expect, it } from 'vitest';
import { requireIds } from './said.ts';

const release = { index: 'pci', period: '2019', unit_set: 'VN63', edition: 'main' };

it('says which id of a release is missing, and of one that cannot be a key which letters it may have', () => {
  expect(requireIds(release)).toEqual(release);
  expect(() => requireIds({ ...release, index: '' })).toThrow('index is missing');
  expect(() => requireIds({ ...release, period: '2019#1' })).toThrow('period is made of plain letters');
});
