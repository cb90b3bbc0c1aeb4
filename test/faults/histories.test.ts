import './histories/quiet.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, inject, it } from 'vitest';
import { Divergence } from './histories/divergence.ts';
import { RANKING_MAPPING } from './histories/event-source-template.ts';
import { FAULTS } from './histories/fault-kinds.ts';
import type { Report } from './histories/history.ts';
import { inMemory, onBoth } from './histories/places.ts';
import { aScript, scriptOf } from './histories/script.ts';
import { counted, emptyTally, tallyText } from './histories/tally.ts';

/**
 * The whole system under faults, with a plain model beside it: some of the histories that `run-histories.ts` runs by the
 * thousands. A failure shrinks; its seed and path replay it.
 */

const SEED = 1;
const HISTORIES = 150;

/** The last events belong to what fast-check says of a failure. */
const withEvents = async (history: Promise<Report>): Promise<Report> => {
  try {
    return await history;
  } catch (error) {
    if (error instanceof Divergence) error.message = `${error.events.join('\n')}\n${error.message}`;
    throw error;
  }
};

describe('any history of writers, readers, the stream and the ranking function', () => {
  it('serves one publication at a time and in the end what the model says, whatever fails', async () => {
    const tally = emptyTally();
    await fc.assert(
      fc.asyncProperty(aScript, async (script) => counted(tally, await withEvents(inMemory(script)))),
      { seed: SEED, numRuns: HISTORIES, interruptAfterTimeLimit: 100_000, markInterruptAsFailure: true },
    );

    console.log(tallyText(tally));
    expect(tally.fewestEvents).toBeGreaterThanOrEqual(200);
    expect(FAULTS.filter((kind) => !tally.faults[kind])).toEqual([]);
    expect(tally.sums.trimmed).toBeGreaterThan(0);
    expect(tally.sums.givenUp).toBeGreaterThan(0);
  });

  it('is the same each time it comes from the same seed', async () => {
    const once = await inMemory(scriptOf(7));
    await inMemory(scriptOf(8));

    expect(await inMemory(scriptOf(7))).toEqual(once);
  });

  it('is the same on DynamoDB Local as in memory, event by event', async () => {
    const { endpoint } = inject('stack').dynamodb;
    for (const seed of [3, 4]) {
      const { events, trace } = await withEvents(onBoth(scriptOf(seed), endpoint));
      console.log(`seed ${seed}: ${events} events, ${trace}`);
    }
  });

  it('has the event source mapping of the template', () => {
    const { assembly } = inject('stack');
    const templates = readdirSync(assembly).filter((file) => file.endsWith('.template.json'));
    const resources = templates.flatMap((file) =>
      Object.values<{ Type: string; Properties: object }>(
        JSON.parse(readFileSync(join(assembly, file), 'utf8')).Resources,
      ),
    );
    const mappings = resources.filter(({ Type }) => Type === 'AWS::Lambda::EventSourceMapping');

    expect(mappings).toHaveLength(1);
    expect(mappings[0]?.Properties).toMatchObject(RANKING_MAPPING);
    const named = Object.keys(mappings[0]?.Properties ?? {}).filter((name) => !(name in RANKING_MAPPING));
    expect(named.sort()).toEqual(['DestinationConfig', 'EventSourceArn', 'FunctionName', 'StartingPosition']);
  });
});
