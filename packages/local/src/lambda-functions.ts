import { randomUUID } from 'node:crypto';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FunctionSettings } from './function-settings.ts';
import { type Environment, startEnvironment } from './lambda-process.ts';
import type { FunctionError } from './lambda-protocol.ts';

/** What came out of an invocation; `requestId` is what the function knew it by. */
export type InvokeResult = { readonly requestId: string } & (
  | { readonly ok: true; readonly payload: string }
  | { readonly ok: false; readonly error: FunctionError }
);

/** A function that can be invoked. */
export interface LocalFunction {
  readonly settings: FunctionSettings;
  /** Invokes it synchronously with an event, as JSON. */
  readonly invoke: (event: string) => Promise<InvokeResult>;
  readonly stop: () => Promise<void>;
}

/** Lambda's limits for synchronous invocations, as its own messages state them. */
export const REQUEST_LIMIT_BYTES = 6_291_456;
const RESPONSE_LIMIT_BYTES = 6_291_556;

/** The event is larger than Lambda takes: it is refused before the function is called. */
export class RequestTooLargeError extends Error {
  override readonly name = 'RequestEntityTooLargeException';
}

/**
 * Runs a function in child processes: one request at a time in each, a warm one is used again, more are started while
 * all are busy. One that needs more memory than the function has is ended. Unlike on Lambda, requests beyond the limit
 * wait instead of being refused, and a process that is idle is kept rather than frozen.
 */
export function createFunction(settings: FunctionSettings, logDir: string): LocalFunction {
  mkdirSync(logDir, { recursive: true });
  const log = createWriteStream(join(logDir, `${settings.name}.log`), { flags: 'a' });
  const idle: Environment[] = [];
  const all = new Set<Environment>();
  const waiting: { resolve: (environment: Environment) => void; reject: (error: Error) => void }[] = [];
  let stopped = false;

  const acquire = (): Promise<Environment> => {
    for (let warm = idle.pop(); warm !== undefined; warm = idle.pop()) {
      if (warm.alive()) return Promise.resolve(warm);
      all.delete(warm);
    }
    if (all.size < settings.concurrency) return Promise.resolve(start());
    return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
  };

  // The last words of a process that was stopped come when the log is closed already.
  const write = (text: string | Buffer) => void (log.writableEnded || log.write(text));

  const start = (): Environment => {
    const environment = startEnvironment(settings, write);
    all.add(environment);
    return environment;
  };

  const release = (environment: Environment): void => {
    if (!environment.alive()) all.delete(environment);
    const next = waiting.shift();
    if (next === undefined) {
      if (environment.alive()) idle.push(environment);
    } else {
      next.resolve(environment.alive() ? environment : start());
    }
  };

  return {
    settings,
    invoke: async (event) => {
      if (Buffer.byteLength(event) > REQUEST_LIMIT_BYTES) {
        throw new RequestTooLargeError(
          `Request must be smaller than ${REQUEST_LIMIT_BYTES} bytes for the InvokeFunction operation`,
        );
      }
      if (stopped) throw stopping(settings);
      const requestId = randomUUID();
      const environment = await acquire();
      try {
        const outcome = await environment.invoke(requestId, event);
        return { requestId, ...limited(outcome) };
      } finally {
        release(environment);
      }
    },
    stop: async () => {
      stopped = true;
      // Those that wait would start processes that nobody ends.
      for (const { reject } of waiting.splice(0)) reject(stopping(settings));
      await Promise.all([...all].map((environment) => environment.stop()));
      await new Promise<void>((resolve) => log.end(resolve));
    },
  };
}

const stopping = ({ name }: FunctionSettings) => new Error(`${name} is stopping`);

type Outcome = { readonly ok: true; readonly payload: string } | { readonly ok: false; readonly error: FunctionError };

const limited = (outcome: Outcome): Outcome =>
  outcome.ok && Buffer.byteLength(outcome.payload) > RESPONSE_LIMIT_BYTES
    ? {
        ok: false,
        error: {
          errorType: 'Function.ResponseSizeTooLarge',
          errorMessage: `Response payload size exceeded maximum allowed payload size (${RESPONSE_LIMIT_BYTES} bytes).`,
        },
      }
    : outcome;
