/** The main module of the process that stands for one Lambda execution environment. */
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { FromEnvironment, FunctionError, ToEnvironment } from './lambda-protocol.ts';

type Handler = (event: unknown, context: object) => unknown;

const taskRoot = process.env.LAMBDA_TASK_ROOT ?? '';
const send = (message: FromEnvironment) => process.send?.(message);

// Whoever started us has gone: an environment does not outlive the service.
process.on('disconnect', () => process.exit(0));

const describe = (error: unknown): FunctionError =>
  error instanceof Error
    ? { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? '').split('\n') }
    : { errorType: typeof error, errorMessage: String(error), trace: [] };

/**
 * On Lambda only the bundle and the runtime's own AWS SDK can be imported. Here a parent folder may have the whole
 * repository's node_modules, which would hide that something was left out of a bundle.
 */
registerHooks({
  resolve(specifier, context, next) {
    const resolved = next(specifier, context);
    const isFile = resolved.url.startsWith('file:');
    if (!isFile || fileURLToPath(resolved.url).startsWith(`${taskRoot}/`)) return resolved;
    if (
      /[\\/]node_modules[\\/](@aws-sdk|@smithy|@aws-crypto|@aws|tslib|bowser|fast-xml-parser|strnum)[\\/]/.test(
        resolved.url,
      )
    ) {
      return resolved;
    }
    throw Object.assign(new Error(`Cannot find package '${specifier}' in the function's bundle`), {
      code: 'ERR_MODULE_NOT_FOUND',
    });
  },
});

async function loadHandler(): Promise<Handler> {
  const name = process.env._HANDLER ?? '';
  const [, module = '', path = ''] = /^(.*?)\.([^/]*)$/.exec(name) ?? [];
  const file = ['.js', '.mjs', '.cjs']
    .map((suffix) => join(taskRoot, module + suffix))
    .find((candidate) => existsSync(candidate));
  if (file === undefined) throw named('Runtime.ImportModuleError', `Error: Cannot find module '${module}'`);
  let found: unknown = await import(pathToFileURL(file).href).catch((error: unknown) => {
    if (error instanceof SyntaxError) throw named('Runtime.UserCodeSyntaxError', String(error), error);
    if (error instanceof Error && 'code' in error && String(error.code).endsWith('MODULE_NOT_FOUND')) {
      throw named('Runtime.ImportModuleError', String(error), error);
    }
    throw error;
  });
  for (const part of path.split('.')) found = isRecord(found) ? (found[part] ?? fromDefault(found, part)) : undefined;
  if (typeof found !== 'function') throw named('Runtime.HandlerNotFound', `${name} is undefined or not exported`);
  return found as Handler;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** What a CommonJS module exports is under `default` when Node could not see its names. */
const fromDefault = (module: Record<string, unknown>, name: string) =>
  isRecord(module.default) ? module.default[name] : undefined;

const named = (name: string, message: string, cause?: Error) => {
  const error = new Error(message, { cause });
  error.name = name;
  if (cause?.stack !== undefined) error.stack = cause.stack;
  return error;
};

const contextOf = ({ requestId, functionArn, deadline }: ToEnvironment) => ({
  awsRequestId: requestId,
  callbackWaitsForEmptyEventLoop: true,
  functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
  functionVersion: process.env.AWS_LAMBDA_FUNCTION_VERSION,
  invokedFunctionArn: functionArn,
  memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
  logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
  logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
  getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
});

async function invoke(handler: Handler, message: ToEnvironment): Promise<void> {
  const { requestId } = message;
  try {
    const result = await handler(JSON.parse(message.event), contextOf(message));
    send({ kind: 'result', requestId, payload: JSON.stringify(result ?? null) });
  } catch (error) {
    console.error(error);
    send({ kind: 'failed', requestId, error: describe(error) });
  }
}

try {
  const handler = await loadHandler();
  process.on('message', (message: ToEnvironment) => void invoke(handler, message));
  send({ kind: 'ready' });
} catch (error) {
  console.error(error);
  // Not an exit: the service ends us once it has read this.
  send({ kind: 'init-failed', error: describe(error) });
}
