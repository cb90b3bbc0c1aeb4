import { expect, it } from 'vitest';
import { peersInPlace } from './ranking.ts';

it('leaves every peer in its place, so that colours stay where one is not known in the set', () => {
  expect(peersInPlace(['VN63-48', 'VN63-49', 'VN63-01'], [null, 'VN34-48', 'VN34-01'], 'VN34-46')).toEqual([
    ...['VN63-48', 'VN34-48', 'VN34-01'],
  ]);
});

it('shows two peers that were merged once, and none that became my own unit', () => {
  expect(peersInPlace(['VN63-48', 'VN63-49', 'VN63-45'], ['VN34-48', 'VN34-48', 'VN34-46'], 'VN34-46')).toEqual([
    ...['VN34-48', 'VN63-49', 'VN63-45'],
  ]);
});
