import { describe, expect, it } from 'vitest';
import { startOptions } from './start-options.ts';

describe('npm start', () => {
  it('serves at 3000, at the port of the environment, or at the one that is named', () => {
    expect(startOptions([])).toEqual({ port: 3000, isFresh: false, isEmpty: false });
    expect(startOptions([], '').port).toBe(3000);
    expect(startOptions([], '4000').port).toBe(4000);
    expect(startOptions(['--port', '4001', '--fresh', '--empty'], '4000')).toEqual({
      port: 4001,
      isFresh: true,
      isEmpty: true,
    });
  });

  it('refuses what it does not know, and says what there is', () => {
    for (const args of [['--prot', '4000'], ['4000'], ['--port', 'x'], ['--port', '70000'], ['--fresh=yes']]) {
      expect(() => startOptions(args)).toThrow(/npm start -- \[--port 4000\]/);
    }
    expect(() => startOptions(['--frehs'])).toThrow('--frehs');
  });
});
