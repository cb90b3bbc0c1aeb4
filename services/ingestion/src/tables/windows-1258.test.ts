import { expect, it } from 'vitest';
import { fromWindows1258 } from './windows-1258.ts';

it('reads every byte of windows-1258 as the Encoding Standard has it', () => {
  const bytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));

  expect(fromWindows1258(bytes)).toBe(new TextDecoder('windows-1258').decode(bytes));
});
