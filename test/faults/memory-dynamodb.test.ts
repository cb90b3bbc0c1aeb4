import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, inject, it } from 'vitest';
import { readsOfPages, sequences } from './memory-arbitrary-commands.ts';
import { runOnBoth } from './memory-comparison.ts';
import { engineClient } from './own-stores.ts';

/** The in-memory DynamoDB is held against DynamoDB Local: the same commands to both, and the same must come of them. */

describe('beside DynamoDB Local', () => {
  let engine: DynamoDBClient;
  beforeAll(() => {
    engine = engineClient(inject('stack').dynamodb.endpoint);
  });
  afterAll(() => engine.destroy());

  it('any sequence of commands is answered, refused and stored alike', async () => {
    // Four at once, which the engine answers sooner than one after the other.
    await fc.assert(
      fc.asyncProperty(fc.tuple(sequences, sequences, sequences, sequences), async (together) => {
        await Promise.all(together.map((commands) => runOnBoth(engine, commands)));
      }),
      { numRuns: 50, endOnFailure: true },
    );
  });

  it('pages end at the same items', async () => {
    await fc.assert(
      fc.asyncProperty(readsOfPages, (commands) => runOnBoth(engine, commands)),
      { numRuns: 12, endOnFailure: true },
    );
  });
});
