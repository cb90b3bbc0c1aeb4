import { cpSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FunctionSettings } from './function-settings.ts';
import { asNumber, asObject, asString, isObject } from './json.ts';
import { refuseProperties } from './resource-types.ts';
import { ACCOUNT, type LocalResource, REGION, type TemplateValues } from './template-values.ts';

/** Properties that change what a function does or how it is called, and are not emulated. */
const NOT_EMULATED = [
  'CapacityProviderConfig',
  'DeadLetterConfig',
  'DurableConfig',
  'FileSystemConfigs',
  'ImageConfig',
  'Layers',
  'SnapStart',
  'TenancyConfig',
  'VpcConfig',
];

/** More processes than this for one function would only make one machine slower. */
const CONCURRENCY = 8;

/** Empties the folder that holds the functions' code; call it once before {@link readFunction}. */
export function prepareCodeFolder(dataDir: string): string {
  const folder = join(dataDir, 'functions');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // Whether a .js file is a module is decided by the nearest package.json, which must not be the repository's.
  writeFileSync(join(folder, 'package.json'), '{}');
  return folder;
}

/** Says what each function is called, before anything that refers to it (another function, for one) is resolved. */
export function provideFunctions(values: TemplateValues): void {
  for (const resource of values.declared('AWS::Lambda::Function')) {
    const name = functionName(resource);
    values.provide(resource, { ref: name, attributes: { Arn: functionArn(name) } });
  }
}

function functionName({ stack, logicalId, properties: { FunctionName } }: LocalResource): string {
  if (FunctionName === undefined) return `${stack}-${logicalId}`.slice(-64);
  return asString(FunctionName, `${logicalId}: FunctionName`);
}

/** What other resources know a function by. */
export const functionArnOf = (resource: LocalResource): string => functionArn(functionName(resource));

const functionArn = (name: string) => `arn:aws:lambda:${REGION}:${ACCOUNT}:function:${name}`;

/** Reads an `AWS::Lambda::Function`; its code is copied, so that a later synth does not pull it away. */
export function readFunction(
  resource: LocalResource,
  assets: ReadonlyMap<string, string>,
  codeFolder: string,
  services: Readonly<Record<string, string>>,
): FunctionSettings {
  const { logicalId, type, properties } = resource;
  refuseProperties(logicalId, { type, properties, condition: undefined }, properties, NOT_EMULATED);
  const runtime = asString(properties.Runtime, `${logicalId}: Runtime`);
  if (!runtime.startsWith('nodejs')) throw new Error(`${logicalId}: the runtime ${runtime} is not emulated`);
  const name = functionName(resource);
  const variables = isObject(properties.Environment) ? properties.Environment.Variables : {};
  const own = Object.entries(asObject(variables ?? {}, `${logicalId}: Environment`));
  const reserved = asNumber(properties.ReservedConcurrentExecutions, CONCURRENCY, `${logicalId}: concurrency`);
  return {
    name,
    arn: functionArn(name),
    taskRoot: copyCode(resource, assets, join(codeFolder, name)),
    handler: asString(properties.Handler, `${logicalId}: Handler`),
    memoryMegabytes: asNumber(properties.MemorySize, 128, `${logicalId}: MemorySize`),
    timeoutMs: 1000 * asNumber(properties.Timeout, 3, `${logicalId}: Timeout`),
    environment: { ...services, ...Object.fromEntries(own.map(([key, value]) => [key, String(value)])) },
    concurrency: Math.max(1, reserved),
  };
}

function copyCode(
  { logicalId, properties }: LocalResource,
  assets: ReadonlyMap<string, string>,
  target: string,
): string {
  const code = asObject(properties.Code, `${logicalId}: Code`);
  mkdirSync(target, { recursive: true });
  if (typeof code.ZipFile === 'string') {
    writeFileSync(join(target, 'index.js'), code.ZipFile);
    return target;
  }
  const hash =
    asString(code.S3Key, `${logicalId}: Code.S3Key`)
      .split('/')
      .at(-1)
      ?.replace(/\.\w+$/, '') ?? '';
  const source = assets.get(hash);
  if (source === undefined) throw new Error(`${logicalId}: the assembly has no asset ${hash}`);
  if (!statSync(source).isDirectory()) throw new Error(`${logicalId}: code in an archive (${source}) is not emulated`);
  cpSync(source, target, { recursive: true });
  return target;
}
