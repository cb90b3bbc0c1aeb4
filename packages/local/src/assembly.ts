import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { asObject, asString, isObject, type JsonObject } from './json.ts';

/** One resource of a template, its properties still unresolved. */
export interface TemplateResource {
  readonly type: string;
  readonly properties: JsonObject;
  readonly condition: string | undefined;
}

/** One CloudFormation stack of a cloud assembly. */
export interface AssemblyStack {
  readonly name: string;
  readonly parameters: Readonly<Record<string, { readonly type: string; readonly default: string | undefined }>>;
  readonly conditions: JsonObject;
  readonly mappings: JsonObject;
  readonly resources: Readonly<Record<string, TemplateResource>>;
  readonly outputs: Readonly<
    Record<string, { readonly value: unknown; readonly export: unknown; readonly condition: string | undefined }>
  >;
}

/** What a cloud assembly holds: its stacks, dependencies first, and where its file assets are on disk. */
export interface Assembly {
  readonly stacks: readonly AssemblyStack[];
  /** Asset hash → folder or file. */
  readonly assets: ReadonlyMap<string, string>;
}

/** Reads the cloud assembly that `cdk synth` wrote to a folder, nested assemblies (CDK stages) included. */
export function readAssembly(directory: string): Assembly {
  const root = resolve(directory);
  const stacks: AssemblyStack[] = [];
  const assets = new Map<string, string>();
  for (const [id, artifact] of inDependencyOrder(asObject(readJson(root, 'manifest.json').artifacts, 'artifacts'))) {
    const properties = isObject(artifact.properties) ? artifact.properties : {};
    if (artifact.type === 'aws:cloudformation:stack') {
      const template = readJson(root, asString(properties.templateFile, `${id}: templateFile`));
      stacks.push(stackOf(typeof properties.stackName === 'string' ? properties.stackName : id, template));
    }
    if (artifact.type === 'cdk:asset-manifest') {
      const files = readJson(root, asString(properties.file, `${id}: file`)).files;
      for (const [hash, file] of Object.entries(asObject(files ?? {}, `${id}: files`))) {
        const source = asObject(asObject(file, hash).source, `${hash}: source`);
        if (typeof source.path === 'string') assets.set(hash, resolve(root, source.path));
      }
    }
    if (artifact.type === 'cdk:cloud-assembly') {
      const nested = readAssembly(join(root, asString(properties.directoryName, `${id}: directoryName`)));
      stacks.push(...nested.stacks);
      for (const [hash, path] of nested.assets) assets.set(hash, path);
    }
  }
  return { stacks, assets };
}

function readJson(directory: string, file: string): JsonObject {
  const path = join(directory, file);
  try {
    return asObject(JSON.parse(readFileSync(path, 'utf8')), path);
  } catch (error) {
    throw new Error(`Cannot read ${path}: is this a folder that cdk synth wrote?`, { cause: error });
  }
}

/** A stack that reads another one's outputs comes after it. */
function inDependencyOrder(artifacts: JsonObject): [string, JsonObject][] {
  const ordered = new Map<string, JsonObject>();
  const visit = (id: string, path: readonly string[]): void => {
    const artifact = artifacts[id];
    if (ordered.has(id) || !isObject(artifact)) return;
    if (path.includes(id)) throw new Error(`Artifacts depend on each other: ${[...path, id].join(' → ')}`);
    const dependencies = Array.isArray(artifact.dependencies) ? artifact.dependencies : [];
    for (const dependency of dependencies) visit(String(dependency), [...path, id]);
    ordered.set(id, artifact);
  };
  for (const id of Object.keys(artifacts)) visit(id, []);
  return [...ordered];
}

function stackOf(name: string, template: JsonObject): AssemblyStack {
  const section = (key: string) => Object.entries(asObject(template[key] ?? {}, `${name}: ${key}`));
  const optional = (value: unknown) => (value === undefined ? undefined : String(value));
  return {
    name,
    parameters: Object.fromEntries(
      section('Parameters').map(([id, parameter]) => {
        const { Type, Default } = asObject(parameter, `${name}: ${id}`);
        return [id, { type: String(Type), default: optional(Default) }];
      }),
    ),
    conditions: asObject(template.Conditions ?? {}, `${name}: Conditions`),
    mappings: asObject(template.Mappings ?? {}, `${name}: Mappings`),
    resources: Object.fromEntries(
      section('Resources').map(([id, resource]) => {
        const { Type, Properties, Condition } = asObject(resource, `${name}: ${id}`);
        const properties = asObject(Properties ?? {}, `${name}: ${id}: Properties`);
        return [id, { type: asString(Type, `${name}: ${id}: Type`), properties, condition: optional(Condition) }];
      }),
    ),
    outputs: Object.fromEntries(
      section('Outputs').map(([id, output]) => {
        const { Value, Export, Condition } = asObject(output, `${name}: ${id}`);
        return [
          id,
          { value: Value, export: isObject(Export) ? Export.Name : undefined, condition: optional(Condition) },
        ];
      }),
    ),
  };
}
