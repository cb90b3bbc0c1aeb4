import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAsyncInvocations } from './async-invocations.ts';
import type { InvokeResult, LocalFunction } from './lambda-functions.ts';

const OK: InvokeResult = { requestId: 'r', ok: true, payload: 'null' };
const FAILED: InvokeResult = { requestId: 'r', ok: false, error: { errorType: 'Error', errorMessage: 'no' } };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chi-so-async-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const queue = (invoke: LocalFunction['invoke'], retryDelaysMs = [1, 1]) => {
  const log: string[] = [];
  const target = { invoke } as LocalFunction;
  const invocations = createAsyncInvocations({
    folder,
    functionNamed: (name) => (name === 'reader' ? target : undefined),
    log: (line) => log.push(line),
    retryDelaysMs,
  });
  return { ...invocations, log };
};

describe('asynchronous invocations', () => {
  it('are tried twice more when the function fails', async () => {
    const events: string[] = [];
    const { send, drained } = queue(async (event) => {
      events.push(event);
      return events.length < 3 ? FAILED : OK;
    });
    send('reader', '{"a":1}');
    await drained();
    expect(events).toEqual(['{"a":1}', '{"a":1}', '{"a":1}']);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('are given up after that, by name', async () => {
    let attempts = 0;
    const { send, drained, log } = queue(async () => {
      attempts += 1;
      return FAILED;
    });
    send('reader', '{"key":"landing/a.csv"}');
    await drained();
    expect(attempts).toBe(3);
    expect(log.at(-1)).toMatch(/reader gives up an event after 3 attempts: Error: no: .*landing\/a\.csv/);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('that were not finished are carried on at the next start, failures counted', async () => {
    let began = () => {};
    const begun = new Promise<void>((resolve) => {
      began = resolve;
    });
    let end = (_: InvokeResult) => {};
    const first = queue(() => {
      began();
      return new Promise((resolve) => {
        end = resolve;
      });
    });
    first.send('reader', '"cut off"');
    await begun;
    const stopped = first.stop();
    // A function that is ended answers with an error, which is not its own.
    end(FAILED);
    await stopped;
    expect(readdirSync(folder)).toHaveLength(1);

    const events: string[] = [];
    const second = queue(async (event) => {
      events.push(event);
      return OK;
    });
    await second.drained();
    expect(events).toEqual(['"cut off"']);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('are not hindered by a file that was cut off while it was written', async () => {
    writeFileSync(join(folder, 'half.json'), '{"functionNa');
    writeFileSync(join(folder, 'half.json.new'), '{"functionNa');
    await queue(async () => OK).drained();
    expect(readdirSync(folder)).toEqual([]);
  });
});
