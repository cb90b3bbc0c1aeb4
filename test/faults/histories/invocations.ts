import { Problem } from '@chi-so/runtime/problem';
import type { Random } from '../../fixtures/random.ts';
import { Divergence } from './divergence.ts';
import { faultyClient, type Service } from './faulty-client.ts';
import type { Mutant } from './mutants.ts';
import type { Invocation } from './scheduler.ts';
import { consistently, type Tools, toolsOf } from './tools.ts';

/**
 * Functions as they run: each in a process of its own, which may end or be given up, and whose answers may get
 * lost.
 */

/** A `steady-reader` reads consistently whatever it is that it calls. */
export type InvocationKind = 'writer' | 'worker' | 'reader' | 'steady-reader';
type Handler<T> = (tools: Tools) => Promise<T>;

/** Whoever called does not know what has come of it. */
class LostAnswer extends Error {
  override readonly name = 'LostAnswer';
}

export type Running = { invocation: Invocation; kind: InvocationKind; giveUp: (error: Error) => void };

/** How fast invocations get on: some stand still while others begin and end. */
const SPEEDS = [0.05, 0.3, 1, 1, 1, 3];

/** Nobody repeats a request more often than this unless it can never succeed. */
const MOST_TRIES = 60;

export type Surroundings = {
  service: Service;
  mutant: Mutant;
  random: Random;
  names: { records: string; rankings: string };
  /** How far off the clocks of those who start now are, in milliseconds. */
  skew: () => number;
};

export const createInvocations = ({ service, mutant, random, names, skew }: Surroundings) => {
  const { scheduler } = service;
  const running: Running[] = [];
  const counts = { invocations: 0, repeats: 0 };

  const removed = (invocation: Invocation): void => {
    const at = running.findIndex((one) => one.invocation === invocation);
    if (at >= 0) running.splice(at, 1);
  };

  /** Runs a function and waits for its answer as long as that can come. */
  const invoke = <T>(kind: InvocationKind, name: string, handler: Handler<T>): Promise<T> => {
    counts.invocations++;
    const invocation: Invocation = { name, speed: random.pick(SPEEDS), isDead: false };
    const plain = faultyClient(service, invocation).send;
    const send = mutant.client?.(plain, names) ?? plain;
    const off = skew();
    const now = () => new Date(scheduler.clock.now + off);
    const tools = toolsOf(kind === 'steady-reader' ? consistently(send) : send, names, now);
    return new Promise<T>((resolve, reject) => {
      running.push({ invocation, kind, giveUp: reject });
      const over = () => removed(invocation);
      handler(tools).then(resolve, reject).then(over, over);
    });
  };

  /** Repeats a request until it is answered: with what came of it, or with why it is refused. */
  const untilAnswered = async <T>(name: string, handler: Handler<T>): Promise<T | Problem> => {
    const client: Invocation = { name, speed: 1, isDead: false };
    for (let attempt = 1; ; attempt++) {
      try {
        return await invoke('writer', attempt > 1 ? `${name} (try ${attempt})` : name, handler);
      } catch (error) {
        if (error instanceof Problem && error.status < 500) return error;
        if (!isPassing(error) || attempt === MOST_TRIES) {
          throw new Divergence(`${name} fails for good: ${(error as Error).stack}`);
        }
      }
      counts.repeats++;
      await scheduler.perform(
        client,
        () => 'tries again',
        () => {},
      );
    }
  };

  return {
    running,
    counts,
    invoke,
    untilAnswered,
    /** The process ends in the middle of what it does. */
    kill: ({ invocation, giveUp }: Running): void => {
      scheduler.kill(invocation);
      removed(invocation);
      giveUp(new LostAnswer(`${invocation.name} has ended`));
    },
    /** Nobody waits for it any longer, and it goes on. */
    abandon: ({ giveUp }: Running): void => giveUp(new LostAnswer('It took too long')),
  };
};

/** What may be otherwise a moment later; everything else is a fault of the system. */
export const isPassing = (error: unknown): boolean =>
  error instanceof LostAnswer ||
  (error instanceof Problem && error.status === 503) ||
  (error instanceof Error &&
    (/Timeout|Throttl|ProvisionedThroughput|TransactionCanceled|Busy/.test(error.name) ||
      error.message.startsWith('DynamoDB left')));
