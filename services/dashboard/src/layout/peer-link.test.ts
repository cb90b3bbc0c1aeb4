import { expect, it } from 'vitest';
import { peersWith } from './peer-link.tsx';

it('takes a unit among the peers or out of them, and leaves those that are not shown in the address', () => {
  const [given, shown] = [
    ['VN63-48', 'VN63-49'],
    ['VN34-48', 'VN63-49'],
  ];

  expect(peersWith(given, shown, 'VN34-01')).toEqual(['VN63-48', 'VN63-49', 'VN34-01']);
  expect(peersWith(given, shown, 'VN34-48')).toEqual(['VN63-49']);
});
