import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { FunctionSettings } from './function-settings.ts';
import type { FromEnvironment, FunctionError, ToEnvironment } from './lambda-protocol.ts';
import { CREDENTIALS } from './local-credentials.ts';
import { watchMemory } from './memory-watch.ts';
import { REGION } from './template-values.ts';
import { within } from './time-limit.ts';

/** One child process, which works on one request at a time. */
export interface Environment {
  readonly alive: () => boolean;
  readonly invoke: (requestId: string, event: string) => Promise<Outcome>;
  readonly stop: () => Promise<void>;
}

type Outcome = { readonly ok: true; readonly payload: string } | { readonly ok: false; readonly error: FunctionError };

/** Lambda's limit for the initialization of an environment. */
const INIT_LIMIT_MS = 10_000;

/** Starts an execution environment; it loads the function's code at once. */
export function startEnvironment(settings: FunctionSettings, log: (text: string | Buffer) => void): Environment {
  const child = fork(join(import.meta.dirname, 'lambda-environment.ts'), [], {
    cwd: settings.taskRoot,
    env: processEnvironment(settings),
    execArgv: heapLimits(settings.memoryMegabytes),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  child.stdout?.on('data', log);
  child.stderr?.on('data', log);
  const exited = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal === null ? `exit status ${code}` : exitSignal(signal)));
  });
  let ended = false;
  void exited.then(() => {
    ended = true;
  });
  const initialized = initialization(child);

  const used = (peak: number) => `Memory Size: ${settings.memoryMegabytes} MB Max Memory Used: ${peak} MB`;
  // Beyond its memory size Lambda ends a process from outside: it has no last word.
  const outOfMemory = () => {
    log(`${settings.name} needs more than its ${settings.memoryMegabytes} MB\n`);
    child.kill('SIGKILL');
  };

  const run = async (requestId: string, event: string): Promise<Outcome> => {
    const initError = await initialized;
    if (initError !== undefined) return { ok: false, error: initError };
    const deadline = Date.now() + settings.timeoutMs;
    const answer = answerTo(child, requestId);
    const message: ToEnvironment = { kind: 'invoke', requestId, functionArn: settings.arn, event, deadline };
    // A child that has just gone is reported by its exit.
    child.send(message, () => {});
    return within(settings.timeoutMs, answer, () => timedOut(requestId, settings.timeoutMs));
  };

  const kill = async () => {
    child.kill('SIGKILL');
    await exited;
  };

  return {
    alive: () => !ended && child.connected,
    invoke: async (requestId, event) => {
      const crash = exited.then((reason) => crashed(requestId, reason));
      const limit = INIT_LIMIT_MS + settings.timeoutMs;
      const work = within(limit, run(requestId, event), () => timedOut(requestId, limit));
      const memory = watchMemory(child.pid, settings.memoryMegabytes, outOfMemory);
      const answered = await Promise.race([work, crash]).finally(memory.stop);
      const peak = memory.peakMegabytes() ?? 0;
      if (peak > 0) log(`REPORT RequestId: ${requestId} ${used(peak)}\n`);
      // Where it was faster than the watch: on Lambda it would not have come to its answer.
      const isTooLate = peak > settings.memoryMegabytes && !ended;
      if (isTooLate) outOfMemory();
      const outcome = isTooLate ? await crash : answered;
      if (outcome.ok) return outcome;
      log(`${JSON.stringify({ requestId, ...outcome.error })}\n`);
      // An error that the handler threw leaves the environment in use; any other one ends it.
      if (/^(Sandbox|Runtime)\./.test(outcome.error.errorType)) await kill();
      return outcome;
    },
    stop: kill,
  };
}

/** What a function sees: the template's variables, Lambda's own, where the local services are, and nothing of ours. */
function processEnvironment(settings: FunctionSettings): NodeJS.ProcessEnv {
  const megabytes = String(settings.memoryMegabytes);
  return {
    PATH: process.env.PATH,
    LANG: 'en_US.UTF-8',
    TZ: 'UTC',
    AWS_REGION: REGION,
    AWS_DEFAULT_REGION: REGION,
    AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_NAME: settings.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: megabytes,
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${settings.name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    // The local S3 does not read checksums in trailers, which are sent by default.
    AWS_REQUEST_CHECKSUM_CALCULATION: 'WHEN_REQUIRED',
    AWS_RESPONSE_CHECKSUM_VALIDATION: 'WHEN_REQUIRED',
    LAMBDA_TASK_ROOT: settings.taskRoot,
    _HANDLER: settings.handler,
    ...settings.environment,
  };
}

/** The shares of the memory size that Lambda's Node runtime gives to the heap. */
const heapLimits = (megabytes: number) => [
  `--max-old-space-size=${Math.floor(megabytes * 0.9)}`,
  `--max-semi-space-size=${Math.max(1, Math.floor(megabytes * 0.05))}`,
];

function initialization(child: ChildProcess): Promise<FunctionError | undefined> {
  return new Promise((resolve) => {
    child.on('message', (message: FromEnvironment) => {
      if (message.kind === 'ready') resolve(undefined);
      if (message.kind === 'init-failed') resolve({ ...message.error, errorType: initType(message.error.errorType) });
    });
  });
}

const initType = (type: string) => (type.startsWith('Runtime.') ? type : `Runtime.${type}`);

function answerTo(child: ChildProcess, requestId: string): Promise<Outcome> {
  return new Promise((resolve) => {
    const listener = (message: FromEnvironment) => {
      if (!('requestId' in message) || message.requestId !== requestId) return;
      child.off('message', listener);
      resolve(message.kind === 'result' ? { ok: true, payload: message.payload } : { ok: false, error: message.error });
    };
    child.on('message', listener);
  });
}

const exitSignal = (signal: NodeJS.Signals) => (signal === 'SIGKILL' ? 'signal: killed' : `signal: ${signal}`);

const timedOut = (requestId: string, limitMs: number): Outcome => ({
  ok: false,
  error: {
    errorType: 'Sandbox.Timedout',
    errorMessage: `RequestId: ${requestId} Error: Task timed out after ${(limitMs / 1000).toFixed(2)} seconds`,
  },
});

const crashed = (requestId: string, reason: string): Outcome => ({
  ok: false,
  error: {
    errorType: 'Runtime.ExitError',
    errorMessage: `RequestId: ${requestId} Error: Runtime exited with error: ${reason}`,
  },
});
