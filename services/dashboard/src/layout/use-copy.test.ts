import { afterEach, expect, it, vi } from 'vitest';
import { hasCopied } from './use-copy.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

it('says whether a text came into the clipboard: not where the browser forbids it, or has none', async () => {
  const given: string[] = [];
  const clipboards = [
    { writeText: async (text: string) => void given.push(text) },
    { writeText: () => Promise.reject(new Error('forbidden')) },
    undefined,
  ];
  const answers: boolean[] = [];
  for (const clipboard of clipboards) {
    vi.stubGlobal('navigator', { clipboard });
    answers.push(await hasCopied('66,50'));
  }

  expect(answers).toEqual([true, false, false]);
  expect(given).toEqual(['66,50']);
});
