import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { asNumber, asObject, asString } from './json.ts';
import type { InvokeResult, LocalFunction } from './lambda-functions.ts';

/** Lambda's queue of asynchronous invocations. */
export interface AsyncInvocations {
  /** Takes an event for a function. When this returns, the event will reach it at least once, whatever ends first. */
  readonly send: (functionName: string, event: string) => void;
  /** Resolves when nothing is left that is to be tried or tried again. */
  readonly drained: () => Promise<void>;
  /** Tries nothing more, and resolves when what is being worked on has ended; what is left waits for the next start. */
  readonly stop: () => Promise<void>;
}

/** What the queue runs on. */
export interface AsyncInvocationOptions {
  /** Where events wait: one file for each. */
  readonly folder: string;
  readonly functionNamed: (name: string) => LocalFunction | undefined;
  readonly log: (line: string) => void;
  /** How long to wait before the second and the third attempt. */
  readonly retryDelaysMs?: readonly number[];
}

/** AWS waits a minute and two; nobody wants to wait for that here. */
const RETRY_DELAYS_MS = [1_000, 2_000];

type Pending = { readonly functionName: string; readonly event: string; readonly failures: number };

/**
 * Invokes functions as Lambda does for those who do not wait for an answer: at least once, and twice more when a
 * function fails. What fails for good is named in the log and gone, as on AWS without a destination. Begins with what
 * an earlier run left.
 */
export function createAsyncInvocations(options: AsyncInvocationOptions): AsyncInvocations {
  const { folder, functionNamed, log, retryDelaysMs = RETRY_DELAYS_MS } = options;
  mkdirSync(folder, { recursive: true });
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();
  const pathOf = (id: string) => join(folder, `${id}.json`);

  const keep = (id: string, pending: Pending) => {
    // Whole or not at all, whenever we are killed.
    writeFileSync(`${pathOf(id)}.new`, JSON.stringify(pending));
    renameSync(`${pathOf(id)}.new`, pathOf(id));
  };

  const attempt = async ({ functionName, event }: Pending): Promise<InvokeResult> => {
    const target = functionNamed(functionName);
    if (target === undefined) throw new Error('There is no such function any more');
    return target.invoke(event);
  };

  const work = async (id: string, kept: Pending): Promise<void> => {
    let failures = kept.failures;
    for (;;) {
      const fault = await attempt(kept).then(
        (result) => (result.ok ? undefined : `${result.error.errorType}: ${result.error.errorMessage}`),
        String,
      );
      // We ended the function ourselves: that is no failure of its own.
      if (fault !== undefined && stopping.signal.aborted) return;
      if (fault === undefined) return rmSync(pathOf(id), { force: true });
      const delay = retryDelaysMs[failures];
      failures += 1;
      if (delay === undefined) {
        log(`${kept.functionName} gives up an event after ${failures} attempts: ${fault}: ${kept.event}`);
        return rmSync(pathOf(id), { force: true });
      }
      log(`${kept.functionName}: attempt ${failures} failed: ${fault}`);
      keep(id, { ...kept, failures });
      await sleep(delay, undefined, { signal: stopping.signal }).catch(() => {});
      if (stopping.signal.aborted) return;
    }
  };

  const begin = (id: string, pending: Pending) => {
    const worked: Promise<void> = work(id, pending).finally(() => running.delete(worked));
    running.add(worked);
  };

  for (const file of readdirSync(folder).sort()) {
    const pending = readPending(join(folder, file));
    if (file.endsWith('.json') && pending) begin(file.slice(0, -'.json'.length), pending);
    else rmSync(join(folder, file), { force: true });
  }

  return {
    send: (functionName, event) => {
      const id = `${Date.now()}-${randomUUID()}`;
      const pending = { functionName, event, failures: 0 };
      keep(id, pending);
      if (!stopping.signal.aborted) begin(id, pending);
    },
    drained: async () => {
      while (running.size > 0) await Promise.all(running);
    },
    stop: async () => {
      stopping.abort();
      await Promise.all(running);
    },
  };
}

/** What a file says; nothing where it was not written to its end. */
function readPending(path: string): Pending | undefined {
  try {
    const { functionName, event, failures } = asObject(JSON.parse(readFileSync(path, 'utf8')), path);
    return {
      functionName: asString(functionName, path),
      event: asString(event, path),
      failures: asNumber(failures, 0, path),
    };
  } catch {
    return undefined;
  }
}
