import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEventSourceMapping, type EventSourceMapping } from './event-source-mapping.ts';
import { DEFAULT_SETTINGS } from './event-source-settings.ts';
import type { StreamRecord } from './event-source-types.ts';
import { ERROR, numberOf, numbers, record, reported, SUCCESS } from './stream-record-fixtures.ts';

describe('any history of an event source mapping', () => {
  const outcome = fc.oneof(
    { weight: 4, arbitrary: fc.constant('success' as const) },
    { weight: 2, arbitrary: fc.constant('error' as const) },
    { weight: 1, arbitrary: fc.constant('not-invoked' as const) },
    { weight: 3, arbitrary: fc.record({ report: fc.nat(8) }) },
    { weight: 1, arbitrary: fc.constant('destination-down' as const) },
  );
  const history = fc.record({
    perShard: fc.array(fc.integer({ min: 0, max: 25 }), { minLength: 1, maxLength: 3 }),
    passing: fc.array(fc.boolean(), { minLength: 1, maxLength: 7 }),
    outcomes: fc.array(outcome, { maxLength: 60 }),
    /** Which shard to step, how much to hand over first, and whether to crash. */
    moves: fc.array(fc.tuple(fc.nat(2), fc.nat(6), fc.integer({ min: 0, max: 19 })), { maxLength: 300 }),
    settings: fc.record({
      batchSize: fc.integer({ min: 1, max: 9 }),
      batchingWindowMs: fc.constantFrom(0, 250),
      reportBatchItemFailures: fc.boolean(),
      bisectBatchOnFunctionError: fc.boolean(),
      maximumRetryAttempts: fc.constantFrom(-1, 0, 1, 3),
    }),
  });

  it('delivers every record or gives it to the destination, in order per shard, whatever fails and whenever it crashes', async () => {
    await fc.assert(
      fc.asyncProperty(history, async ({ perShard, passing, outcomes, moves, settings }) => {
        const passes = (number: number) => passing[number % passing.length] === true;
        const shards = perShard.map((count, index) => ({
          id: `shard-${index}`,
          parent: index === 0 ? undefined : `shard-${index - 1}`,
          numbers: Array.from({ length: count }, (_, position) => index * 100 + position),
        }));
        const dealtWith = new Set<number>();
        const checkpoints = new Map<string, number>();
        const remaining = [...outcomes];
        let now = 0;

        const restart = () => {
          const offered = new Map<string, number>();
          const mapping: EventSourceMapping = createEventSourceMapping({
            settings: {
              ...{ ...DEFAULT_SETTINGS, ...settings },
              filter: (event) => passes(numberOf(event as StreamRecord)),
            },
            clock: () => now,
            retryDelayMs: () => 50,
            invoke: async ({ Records }) => {
              const batch = numbers(Records);
              const [first = 0] = batch;
              const before = shards
                .flatMap((shard) => shard.numbers)
                .filter((number) => number < first && passes(number));
              expect(before.filter((number) => !dealtWith.has(number))).toEqual([]);
              expect(batch).toEqual(batch.toSorted((a, b) => a - b));
              expect(batch.length).toBeLessThanOrEqual(settings.batchSize);
              const next = remaining.shift() ?? 'success';
              if (next === 'not-invoked') throw new Error('throttled');
              if (next === 'error') return ERROR;
              if (typeof next === 'object' && settings.reportBatchItemFailures) {
                const failed = Records[next.report % Records.length];
                for (const number of batch)
                  if (failed !== undefined && number < numberOf(failed)) dealtWith.add(number);
                return reported({ itemIdentifier: failed?.dynamodb.SequenceNumber });
              }
              for (const number of batch) dealtWith.add(number);
              return SUCCESS;
            },
            onFailure: async (batch) => {
              if (remaining.shift() === 'destination-down') throw new Error('destination out of reach');
              for (const number of numbers(batch.records)) dealtWith.add(number);
            },
            checkpoint: async (shardId, last) => {
              expect(numberOf(last)).toBeGreaterThan(checkpoints.get(shardId) ?? -1);
              const until =
                shards.find(({ id }) => id === shardId)?.numbers.filter((number) => number <= numberOf(last)) ?? [];
              expect(until.filter((number) => passes(number) && !dealtWith.has(number))).toEqual([]);
              checkpoints.set(shardId, numberOf(last));
            },
          });
          for (const { id, parent } of shards) {
            mapping.addShard(id, parent);
            offered.set(id, checkpoints.get(id) ?? -1);
          }
          return { mapping, offered };
        };

        let running = restart();
        const feed = (shard: (typeof shards)[number], count: number) => {
          const from = running.offered.get(shard.id) ?? -1;
          const next = shard.numbers.filter((number) => number > from);
          running.mapping.offer(
            shard.id,
            next.slice(0, count).map((number) => record(number)),
          );
          running.offered.set(shard.id, next.slice(0, count).at(-1) ?? from);
          if (next.length <= count) running.mapping.endShard(shard.id);
        };

        for (const [which, count, crash] of moves) {
          const shard = shards[which % shards.length];
          if (shard === undefined) continue;
          feed(shard, count);
          await running.mapping.step(shard.id);
          now += 40;
          if (crash === 0) running = restart();
        }
        for (let steps = 0; running.mapping.openShards().length > 0; steps++) {
          expect(steps).toBeLessThan(5_000);
          for (const shard of shards) {
            feed(shard, 100);
            await running.mapping.step(shard.id);
          }
          now += 40;
        }
        const wanted = shards.flatMap((shard) => shard.numbers).filter(passes);
        expect([...dealtWith].toSorted((a, b) => a - b)).toEqual(wanted);
      }),
      { numRuns: 300 },
    );
  });
});
