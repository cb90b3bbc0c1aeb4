import type { Assembly, AssemblyStack } from './assembly.ts';
import { type Addresses, type Secrets, withAddresses, withSecrets } from './dynamic-references.ts';
import { createResolver, type Resolver, type ResourceValues } from './intrinsics.ts';
import { asObject, type JsonObject } from './json.ts';
import { INERT } from './resource-types.ts';

/** The account and Region that everything local belongs to. */
export const ACCOUNT = '000000000000';
/** See {@link ACCOUNT}. */
export const REGION = 'ap-southeast-1';

/** A resource to run: its properties resolved. */
export interface LocalResource {
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
  readonly properties: JsonObject;
}

/** Resolves the templates of an assembly, in steps: later resources may refer to those already provided. */
export interface TemplateValues {
  /** The resources of some types as they are written, for those that must be provided before they can be resolved. */
  readonly declared: (...types: string[]) => LocalResource[];
  /** The resources of some types, in stack order, without those whose condition is false. */
  readonly resources: (...types: string[]) => LocalResource[];
  /** Says what an emulated resource answers to `Ref` and `Fn::GetAtt`. */
  readonly provide: (resource: LocalResource, values: ResourceValues) => void;
  /** The outputs of all stacks by output name; those that cannot be resolved are left out. */
  readonly outputs: () => Record<string, string>;
}

/** Prepares the templates of an assembly with the given parameters. */
export function createTemplateValues(
  { stacks }: Assembly,
  parameters: Readonly<Record<string, string>>,
  secrets: Secrets = new Map(),
  addresses: Addresses = new Map(),
): TemplateValues {
  const provided = new Map<string, ResourceValues>();
  const resolvers = new Map<string, Resolver>();
  refuseUnknownParameters(stacks, parameters);

  const stackNamed = (name: string): AssemblyStack => {
    const stack = stacks.find((candidate) => candidate.name === name);
    if (stack === undefined) throw new Error(`There is no stack ${name} in the assembly`);
    return stack;
  };

  const resolverOf = (stack: AssemblyStack): Resolver => {
    const known = resolvers.get(stack.name);
    if (known !== undefined) return known;
    const resolver = createResolver({
      parameters: parametersOf(stack, parameters),
      conditions: stack.conditions,
      mappings: stack.mappings,
      pseudoParameters: pseudoParametersOf(stack),
      resource: (logicalId) => valuesOf(stack, logicalId),
      importValue: (name) => importValue(name),
      stackOutput: (stackName, output) => outputValue(stackNamed(stackName), output),
    });
    resolvers.set(stack.name, resolver);
    return resolver;
  };

  const valuesOf = (stack: AssemblyStack, logicalId: string): ResourceValues | undefined => {
    const resource = stack.resources[logicalId];
    if (resource === undefined) return undefined;
    const values = provided.get(`${stack.name}/${logicalId}`);
    if (values !== undefined) return values;
    if (Object.hasOwn(INERT, resource.type)) return inertValues(stack.name, logicalId, resource.type);
    throw new Error(`${logicalId} (${resource.type}) is referred to before it exists in the local run`);
  };

  const outputValue = (stack: AssemblyStack, name: string): unknown => {
    const output = stack.outputs[name];
    if (output === undefined) throw new Error(`The stack ${stack.name} has no output ${name}`);
    return resolverOf(stack).value(output.value, `${stack.name}: output ${name}`);
  };

  const importValue = (name: string): unknown => {
    for (const stack of stacks) {
      for (const [id, output] of Object.entries(stack.outputs)) {
        if (output.export === undefined) continue;
        if (resolverOf(stack).value(output.export, `${stack.name}: export ${id}`) === name)
          return outputValue(stack, id);
      }
    }
    throw new Error(`No stack of the assembly exports ${name}`);
  };

  const present = (stack: AssemblyStack, condition: string | undefined, where: string) =>
    condition === undefined || resolverOf(stack).condition(condition, where);

  const declared = (...types: string[]): LocalResource[] =>
    stacks.flatMap((stack) =>
      Object.entries(stack.resources)
        .filter(([id, { type, condition }]) => types.includes(type) && present(stack, condition, id))
        .map(([logicalId, { type, properties }]) => ({ stack: stack.name, logicalId, type, properties })),
    );

  return {
    declared,
    resources: (...types) =>
      declared(...types).map((resource) => {
        const where = `${resource.logicalId} (${resource.type})`;
        const properties = resolverOf(stackNamed(resource.stack)).value(resource.properties, where);
        const known = withAddresses(withSecrets(properties, secrets, where), addresses);
        return { ...resource, properties: asObject(known, where) };
      }),
    provide: ({ stack, logicalId }, values) => provided.set(`${stack}/${logicalId}`, values),
    outputs: () =>
      Object.fromEntries(
        stacks.flatMap((stack) =>
          Object.entries(stack.outputs)
            .filter(([id, { condition }]) => present(stack, condition, id))
            .map(([id]) => [id, String(outputValue(stack, id))]),
        ),
      ),
  };
}

function refuseUnknownParameters(stacks: readonly AssemblyStack[], given: Readonly<Record<string, string>>) {
  const known = new Set(stacks.flatMap((stack) => Object.keys(stack.parameters)));
  const unknown = Object.keys(given).filter((name) => !known.has(name));
  if (unknown.length > 0) throw new Error(`No stack of the assembly has a parameter ${unknown.join(', ')}`);
}

function parametersOf(stack: AssemblyStack, given: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(stack.parameters).map(([name, { default: fallback }]) => {
      const value = given[name] ?? fallback;
      if (value === undefined) throw new Error(`The parameter ${name} of the stack ${stack.name} has no value`);
      return [name, value];
    }),
  );
}

function pseudoParametersOf({ name }: AssemblyStack): Record<string, unknown> {
  return {
    'AWS::AccountId': ACCOUNT,
    'AWS::NotificationARNs': [],
    'AWS::Partition': 'aws',
    'AWS::Region': REGION,
    'AWS::StackId': `arn:aws:cloudformation:${REGION}:${ACCOUNT}:stack/${name}/local`,
    'AWS::StackName': name,
    'AWS::URLSuffix': 'amazonaws.com',
  };
}

/** A resource that does nothing still has a name, an id and an ARN, since a template may pass them on. */
function inertValues(stack: string, logicalId: string, type: string): ResourceValues {
  const service = (type.split('::')[1] ?? '').toLowerCase();
  const name = `${stack}-${logicalId}`;
  return { ref: name, attributes: { Id: name, Arn: `arn:aws:${service}:${REGION}:${ACCOUNT}:${name}` } };
}
