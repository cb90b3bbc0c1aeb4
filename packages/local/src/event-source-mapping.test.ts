import { describe, expect, it } from 'vitest';
import { createEventSourceMapping } from './event-source-mapping.ts';
import { DEFAULT_SETTINGS, type EventSourceSettings, readEventSourceSettings } from './event-source-settings.ts';
import type { FailedBatch, Invocation, StreamRecord } from './event-source-types.ts';
import { ERROR, failing, numberOf, numbers, record, records, reported, SUCCESS } from './stream-record-fixtures.ts';

/** A mapping with one shard, driven until it waits, its clock moved on whenever it does. */
function bench(settings: Partial<EventSourceSettings>, answer: (batch: number[], nth: number) => Invocation | Error) {
  const state = { now: 1_000, batches: [] as number[][], failed: [] as FailedBatch[], checkpoints: [] as number[] };
  let destinationFailures = 0;
  const mapping = createEventSourceMapping({
    settings: { ...DEFAULT_SETTINGS, ...settings },
    clock: () => state.now,
    retryDelayMs: () => 100,
    invoke: async ({ Records }) => {
      state.batches.push(numbers(Records));
      const result = answer(numbers(Records), state.batches.length);
      if (result instanceof Error) throw result;
      return result;
    },
    onFailure: async (batch) => {
      if (destinationFailures > 0) {
        destinationFailures -= 1;
        throw new Error('destination out of reach');
      }
      state.failed.push(batch);
    },
    checkpoint: async (_, last) => {
      state.checkpoints.push(numberOf(last));
    },
  });
  mapping.addShard('s');
  return {
    ...{ state, mapping },
    failDestination: (times: number) => {
      destinationFailures = times;
    },
    run: async (...offered: StreamRecord[]) => {
      mapping.offer('s', offered);
      for (let steps = 0; !mapping.isIdle() && steps < 500; steps++) {
        if ((await mapping.step('s')) === 'waiting') state.now += 100;
      }
    },
  };
}

describe('an event source mapping', () => {
  it('hands records over in batches and remembers each that is done', async () => {
    const { state, run } = bench({ batchSize: 2 }, () => SUCCESS);
    await run(...records(1, 5));
    expect(state.batches).toEqual([[1, 2], [3, 4], [5]]);
    expect(state.checkpoints).toEqual([2, 4, 5]);
  });

  it('leaves out what the filter drops, and moves past it without calling the function', async () => {
    const filter = (event: unknown) => JSON.stringify(event).includes('LOG#');
    const { state, run } = bench({ filter, batchSize: 2 }, () => SUCCESS);
    await run(record(1, 'x'), record(2), record(3, 'x'), record(4), record(5, 'x'), record(6), record(7, 'x'));
    expect(state.batches).toEqual([[2, 4], [6]]);
    expect(state.checkpoints).toEqual([5, 7]);
    await run(record(8, 'x'));
    expect(state.batches).toHaveLength(2);
    expect(state.checkpoints.at(-1)).toBe(8);
  });

  it('waits for the batching window unless the batch is full', async () => {
    const { state, mapping } = bench({ batchSize: 3, batchingWindowMs: 1_000 }, () => SUCCESS);
    mapping.offer('s', records(1, 2));
    expect(await mapping.step('s')).toBe('waiting');
    state.now += 999;
    expect(await mapping.step('s')).toBe('waiting');
    mapping.offer('s', records(3, 4));
    expect(await mapping.step('s')).toBe('worked');
    await mapping.step('s');
    expect(state.batches).toEqual([[1, 2, 3]]);
    expect(await mapping.step('s')).toBe('waiting');
    state.now += 1_000;
    await mapping.step('s');
    await mapping.step('s');
    expect(state.batches).toEqual([[1, 2, 3], [4]]);
  });

  it('cuts a batch at 6 MB', async () => {
    const heavy = (number: number) => ({ ...record(number), padding: 'x'.repeat(2_000_000) });
    const { state, run } = bench({}, () => SUCCESS);
    await run(heavy(1), heavy(2), heavy(3), heavy(4));
    expect(state.batches).toEqual([[1, 2, 3], [4]]);
  });

  it('takes the lowest reported record as the checkpoint and hands over everything from it on again', async () => {
    const { state, run } = bench({ reportBatchItemFailures: true }, (_, nth) =>
      nth === 1 ? reported(failing(4), failing(3)) : SUCCESS,
    );
    await run(...records(1, 5));
    expect(state.batches).toEqual([
      [1, 2, 3, 4, 5],
      [3, 4, 5],
    ]);
    expect(state.checkpoints).toEqual([2, 5]);
  });

  it.each([
    ['an empty identifier', reported(failing(2), { itemIdentifier: '' })],
    ['a null identifier', reported({ itemIdentifier: null })],
    ['a misspelt key', reported({ itemIdentifer: '1' })],
    ['a record that is not in the batch', reported(failing(2), failing(77))],
    ['something that is no list', { ok: true, response: { batchItemFailures: 'all' } } as Invocation],
  ])('hands the whole batch over again for a report with %s', async (_, answer) => {
    const { state, run } = bench({ reportBatchItemFailures: true }, (__, nth) => (nth === 1 ? answer : SUCCESS));
    await run(...records(1, 3));
    expect(state.batches).toEqual([
      [1, 2, 3],
      [1, 2, 3],
    ]);
  });

  it.each([
    ['null', { ok: true, response: null } as Invocation],
    ['an empty object', { ok: true, response: {} } as Invocation],
    ['an empty list', reported()],
    ['a null list', { ok: true, response: { batchItemFailures: null } } as Invocation],
  ])('takes %s for success', async (_, answer) => {
    const { state, run } = bench({ reportBatchItemFailures: true }, () => answer);
    await run(...records(1, 3));
    expect(state.batches).toHaveLength(1);
  });

  it('does not read reports when it was not told to', async () => {
    const { state, run } = bench({}, () => reported(failing(1)));
    await run(...records(1, 2));
    expect(state.batches).toHaveLength(1);
  });

  it('retries a batch as often as it may, then sends it to the destination and goes on', async () => {
    const { state, run } = bench({ batchSize: 2, maximumRetryAttempts: 2 }, ([first]) =>
      first === 1 ? ERROR : SUCCESS,
    );
    await run(...records(1, 3));
    expect(state.batches).toEqual([[1, 2], [1, 2], [1, 2], [3]]);
    expect(state.failed).toMatchObject([{ condition: 'RetryAttemptsExhausted', invokeCount: 3, functionError: true }]);
    expect(numbers(state.failed[0]?.records ?? [])).toEqual([1, 2]);
    expect(state.checkpoints).toEqual([2, 3]);
  });

  it('bisects down to the poison record, which alone goes to the destination', async () => {
    const settings = { bisectBatchOnFunctionError: true, maximumRetryAttempts: 3, batchSize: 1000 };
    const { state, run } = bench(settings, (batch) => (batch.includes(700) ? ERROR : SUCCESS));
    await run(...records(1, 1000));
    expect(state.failed.map((batch) => numbers(batch.records))).toEqual([[700]]);
    const poisoned = state.batches.filter((batch) => batch.includes(700));
    expect(poisoned.length).toBeLessThanOrEqual(3 + Math.ceil(Math.log2(1000)) + 1);
    expect(state.checkpoints.at(-1)).toBe(1000);
  });

  it('bisects at the reported record, and in half when that is the first one', async () => {
    const settings = { bisectBatchOnFunctionError: true, reportBatchItemFailures: true, maximumRetryAttempts: 0 };
    const { state, run } = bench(settings, (batch) => (batch.includes(3) ? reported(failing(3)) : SUCCESS));
    await run(...records(1, 6));
    expect(state.batches).toEqual([[1, 2, 3, 4, 5, 6], [3, 4, 5, 6], [3, 4], [3], [4], [5, 6]]);
    expect(state.failed.map((batch) => numbers(batch.records))).toEqual([[3]]);
    expect(state.failed[0]?.functionError).toBe(false);
  });

  it('gives up records that are too old, before invoking and for each on its own', async () => {
    const { state, run } = bench({ maximumRecordAgeMs: 60_000 }, () => SUCCESS);
    state.now = 100_000;
    await run(record(1, 'a', 10), record(2, 'a', 39), record(3, 'a', 41));
    expect(state.batches).toEqual([[3]]);
    expect(state.failed).toMatchObject([{ condition: 'RecordAgeExceeded', invokeCount: 0 }]);
    expect(numbers(state.failed[0]?.records ?? [])).toEqual([1, 2]);
  });

  it('does not count an invocation that could not take place', async () => {
    const { state, run } = bench({ maximumRetryAttempts: 0 }, (_, nth) => (nth < 5 ? new Error('throttled') : SUCCESS));
    await run(...records(1, 2));
    expect([state.batches.length, state.failed.length]).toEqual([5, 0]);
  });

  it('tries the destination until it takes the records, without invoking again', async () => {
    const { state, run, failDestination } = bench({ maximumRetryAttempts: 0 }, () => ERROR);
    failDestination(3);
    await run(...records(1, 2));
    expect([state.batches.length, state.failed.length]).toEqual([1, 1]);
    expect(state.checkpoints).toEqual([2]);
  });

  it('reads a child shard only after its parent is finished', async () => {
    const { state, mapping } = bench({}, () => SUCCESS);
    mapping.addShard('child', 's');
    mapping.offer('s', records(1, 1));
    mapping.offer('child', records(2, 2));
    expect(mapping.openShards()).toEqual(['s']);
    expect(await mapping.step('child')).toBe('waiting');
    mapping.endShard('s');
    await mapping.step('s');
    await mapping.step('s');
    expect(mapping.openShards()).toEqual(['child']);
    await mapping.step('child');
    await mapping.step('child');
    expect(state.batches).toEqual([[1], [2]]);
  });

  it('refuses settings that it does not emulate', () => {
    expect(() => readEventSourceSettings({ ParallelizationFactor: 2 }, 'Mapping')).toThrow('Mapping');
    expect(() => readEventSourceSettings({ TumblingWindowInSeconds: 5 }, 'Mapping')).toThrow('Tumbling');
  });
});
