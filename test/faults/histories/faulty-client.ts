import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  type Command,
  described,
  halves,
  isDivisible,
  isQuery,
  isTransaction,
  isWrite,
  nameOf,
  withPageOf,
} from './commands.ts';
import type { CallFault } from './fault-kinds.ts';
import type { Faults } from './faults.ts';
import type { Invocation, Scheduler } from './scheduler.ts';

/** The SDK's client with its retries, whose network and service fail by the seed. */

/** What a client needs of the world that it calls. */
export type Service = {
  scheduler: Scheduler;
  faults: Faults;
  /** Takes effect at once and for all. */
  apply: (command: Command) => unknown;
  /** Whether none of this invocation's calls succeeds at present. */
  isOut: (by: Invocation) => boolean;
};

/** As `client.ts` of storage sets it. */
const MAX_ATTEMPTS = 4;

const sdkError = (name: string): Error => Object.assign(new Error(name), { name, $metadata: {}, $fault: 'server' });

type Outcome = { answer: unknown } | { again: Error };

export const faultyClient = (service: Service, by: Invocation) => ({
  send: async (command: Command): Promise<unknown> => {
    const sent: Sent = { command, isApplied: false };
    for (let attempt = 1; ; attempt++) {
      const outcome = await service.scheduler.perform(
        by,
        () => described(command),
        () => tried(service, by, sent),
      );
      if ('answer' in outcome) return outcome.answer;
      if (attempt === MAX_ATTEMPTS || service.isOut(by)) throw outcome.again;
    }
  },
});

/** A request with all its attempts; a transaction's have one token. */
type Sent = { command: Command; isApplied: boolean };

const tried = async (service: Service, by: Invocation, sent: Sent): Promise<Outcome> => {
  if (service.isOut(by)) return { again: sdkError('ThrottlingException') };
  const { command } = sent;
  const { faults, scheduler } = service;
  const fault = faults.strikes(...possible(command));
  if (fault) scheduler.note(by.name, `${nameOf(command)} meets ${fault}`);
  switch (fault) {
    case 'throttled':
      return {
        again: sdkError(faults.random.below(2) ? 'ThrottlingException' : 'ProvisionedThroughputExceededException'),
      };
    case 'never-arrives':
      return { again: sdkError('TimeoutError') };
    case 'lost-answer':
      await arrives(service, sent).catch(() => {});
      return { again: sdkError('TimeoutError') };
    case 'arrives-late':
      scheduler.orphan(
        () => described(command),
        () => arrives(service, sent),
      );
      return { again: sdkError('TimeoutError') };
    case 'conflict':
      throw conflicted(command.input.TransactItems.length, faults.random.below(2));
    case 'unprocessed': {
      const { first, left } = halves(command, faults.random);
      return { answer: { ...((await service.apply(first)) as object), ...left } };
    }
    case 'small-page':
      return { answer: await service.apply(withPageOf(1 + faults.random.below(2), command)) };
  }
  return { answer: await arrives(service, sent) };
};

/** A transaction that was applied is not applied again under the same token, and answers as before. */
const arrives = async (service: Service, sent: Sent): Promise<unknown> => {
  if (sent.isApplied && isTransaction(sent.command)) return {};
  const answer = await service.apply(sent.command);
  sent.isApplied = true;
  return answer;
};

const READS: CallFault[] = ['throttled', 'never-arrives', 'lost-answer'];
const WRITES: CallFault[] = [...READS, 'arrives-late'];
const QUERIES: CallFault[] = [...READS, 'small-page'];
const TRANSACTIONS: CallFault[] = [...WRITES, 'conflict'];
const BATCH_READS: CallFault[] = [...READS, 'unprocessed'];
const BATCH_WRITES: CallFault[] = [...WRITES, 'unprocessed'];

const possible = (command: Command): CallFault[] => {
  if (isQuery(command)) return QUERIES;
  if (isTransaction(command)) return TRANSACTIONS;
  if (isDivisible(command)) return isWrite(command) ? BATCH_WRITES : BATCH_READS;
  return isWrite(command) ? WRITES : READS;
};

const conflicted = (items: number, at: number) =>
  new TransactionCanceledException({
    message: 'Transaction cancelled',
    $metadata: {},
    CancellationReasons: Array.from({ length: items }, (_, i) => ({
      Code: i === at ? 'TransactionConflict' : 'None',
    })),
  });
