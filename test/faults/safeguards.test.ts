import './histories/quiet.ts';
import { describe, expect, it } from 'vitest';
import { Divergence } from './histories/divergence.ts';
import { MUTANTS } from './histories/mutants.ts';
import { inMemory } from './histories/places.ts';
import { scriptOf } from './histories/script.ts';

/** Without any one of its safeguards the system goes wrong, and the histories find out. */

const MOST_SEEDS = 60;

/** The first seed that finds something, and what. */
const firstDivergence = async (mutant: string): Promise<{ seed: number; message: string } | undefined> => {
  for (let seed = 1; seed <= MOST_SEEDS; seed++) {
    try {
      await inMemory(scriptOf(seed), mutant);
    } catch (error) {
      if (!(error instanceof Divergence)) throw error;
      return { seed, message: error.message.split('\n')[0] ?? '' };
    }
  }
  return undefined;
};

describe('the histories notice', () => {
  it.each([
    ['withoutOutputCondition', 'puts into Rankings that look at no label', /./],
    ['staleLog', 'a log that is read from any replica', /./],
    ['withoutEntryCondition', 'publications that take a number that is taken', /written over/],
    ['withoutBaseCheck', 'writers who do not name the state that they saw', /saw is its base/],
    ['withoutSkip', 'replays that try to put what is there', /attempts/],
    ['wholeBatchFails', 'batches that fail whole', /took \d+ invocations, more than/],
  ])('%s: %s', async (mutant, _what, expected) => {
    const found = await firstDivergence(mutant);

    console.log(`${mutant}: seed ${found?.seed}, ${found?.message}`);
    expect(found?.message).toMatch(expected);
  });

  it('every safeguard that can be taken away', () => {
    expect(Object.keys(MUTANTS)).toHaveLength(6);
  });
});
