import { rankBatch } from '@chi-so/ranking/rank-batch';
import type { DynamoDBRecord } from 'aws-lambda';
import { randomOf } from '../../fixtures/random.ts';
import type { Backend } from './backend.ts';
import { type Command, putsOf, type StoredItem } from './commands.ts';
import { createFaults } from './faults.ts';
import type { Service } from './faulty-client.ts';
import { createInvocations } from './invocations.ts';
import { createModel } from './model.ts';
import type { Mutant } from './mutants.ts';
import { createPoller } from './poller.ts';
import { createScheduler } from './scheduler.ts';
import type { Script } from './script.ts';
import { createStream } from './stream.ts';
import type { Tools } from './tools.ts';

/**
 * The system as it runs: functions, stream and database, with everything that can go wrong with them, and the
 * model.
 */

const START = Date.parse('2026-03-01T08:00:00.000Z');

export type World = ReturnType<typeof createWorld>;

export const createWorld = (script: Script, backend: Backend, mutant: Mutant) => {
  const random = randomOf(script.chance);
  const faults = createFaults(script.faults, randomOf(script.chance ^ 0x5bd1e995));
  const scheduler = createScheduler(random, START);
  const { clock } = scheduler;
  const model = createModel();
  const stream = createStream(() => clock.now);
  const names = { records: backend.tables.records.name, rankings: backend.tables.rankings.name };
  const state = { skew: 0, outUntil: 0 };

  /**
   * What the database is asked takes effect, and what follows from that: stream records, entries of the model's
   * log.
   */
  const apply = (command: Command): unknown => {
    if (command.constructor.name === 'PutObjectCommand') return {};
    const answer = scheduler.inRealTime(() => backend.apply(command));
    return answer instanceof Promise ? answer.then((given) => happened(command, given)) : happened(command, answer);
  };

  const happened = (command: Command, answer: unknown): unknown => {
    const items: StoredItem[] = putsOf(command, names.records);
    if (items.length === 0) return answer;
    stream.append(faults.random.shuffled(items));
    const entry = items.find(({ pk }) => pk.S.startsWith('LOG#'));
    if (entry) scheduler.orFail(() => model.log.observe(entry));
    return answer;
  };

  const service: Service = {
    scheduler,
    faults,
    apply,
    isOut: ({ name }) => name.startsWith('worker') && scheduler.count() < state.outUntil && !faults.isHealed(),
  };
  const invocations = createInvocations({ service, mutant, random, names, skew: () => state.skew });

  /** The ranking function, as it is or mutated. */
  const rank = (records: readonly unknown[]) => (tools: Tools) => {
    const handler = (given: readonly DynamoDBRecord[]) => rankBatch(tools, given);
    return (mutant.handler?.(handler) ?? handler)(records as readonly DynamoDBRecord[]);
  };

  const poller = createPoller({
    stream,
    faults,
    clock,
    note: (what) => scheduler.note('source', what),
    invoke: async (records) => {
      try {
        const name = `worker-${invocations.counts.invocations}`;
        return { ok: true, response: await invocations.invoke('worker', name, rank(records)) };
      } catch (error) {
        const { name: errorType, message: errorMessage } = error as Error;
        return { ok: false, error: { errorType, errorMessage } };
      }
    },
  });

  return {
    script,
    backend,
    mutant,
    random,
    faults,
    scheduler,
    model,
    stream,
    poller,
    names,
    state,
    rank,
    ...invocations,
  };
};
