import { asList, asString, isObject, type JsonObject } from './json.ts';

/** What a resource answers to `Ref` and `Fn::GetAtt`. */
export interface ResourceValues {
  readonly ref: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** What a value of a template may refer to. Each member fails with a clear error for a name that it does not know. */
export interface Scope {
  readonly parameters: Readonly<Record<string, string>>;
  readonly conditions: JsonObject;
  readonly mappings: JsonObject;
  /** `AWS::Region` and its kin. */
  readonly pseudoParameters: Readonly<Record<string, unknown>>;
  /** The values of a resource, or undefined where the template has no such resource. */
  readonly resource: (logicalId: string) => ResourceValues | undefined;
  readonly importValue: (exportName: string) => unknown;
  readonly stackOutput: (stackName: string, outputName: string) => unknown;
}

/** Stands for `AWS::NoValue`: the property that has it is as if it were not written. */
const NO_VALUE = Symbol('AWS::NoValue');

/** Functions that give a resource, parameter or other name a value; `where` says whose property it is, for errors. */
export interface Resolver {
  readonly value: (value: unknown, where: string) => unknown;
  readonly condition: (name: string, where: string) => boolean;
}

/** Makes a resolver of CloudFormation's intrinsic functions over a scope. */
export function createResolver(scope: Scope): Resolver {
  const value = (input: unknown, where: string): unknown => {
    if (Array.isArray(input)) {
      return input.map((item, index) => value(item, `${where}[${index}]`)).filter((item) => item !== NO_VALUE);
    }
    if (!isObject(input)) return input;
    const [key, ...others] = Object.keys(input);
    if (key !== undefined && others.length === 0) {
      if (Object.hasOwn(functions, key)) return functions[key]?.(input[key], `${where}: ${key}`);
      if (key.startsWith('Fn::')) throw new Error(`${where}: ${key} is not emulated`);
    }
    const members = Object.entries(input).map(([name, member]) => [name, value(member, `${where}.${name}`)] as const);
    return Object.fromEntries(members.filter(([, member]) => member !== NO_VALUE));
  };

  const text = (input: unknown, where: string) => {
    const resolved = value(input, where);
    return typeof resolved === 'number' || typeof resolved === 'boolean' ? String(resolved) : asString(resolved, where);
  };

  const list = (input: unknown, where: string): readonly unknown[] => asList(value(input, where), where);

  const condition = (name: string, where: string): boolean => {
    if (!Object.hasOwn(scope.conditions, name)) throw new Error(`${where}: there is no condition ${name}`);
    return value(scope.conditions[name], `condition ${name}`) === true;
  };

  const reference = (name: string, where: string): unknown => {
    if (name === 'AWS::NoValue') return NO_VALUE;
    if (Object.hasOwn(scope.pseudoParameters, name)) return scope.pseudoParameters[name];
    if (Object.hasOwn(scope.parameters, name)) return scope.parameters[name];
    const resource = scope.resource(name);
    if (resource === undefined) throw new Error(`${where}: there is no parameter or resource ${name}`);
    return resource.ref;
  };

  const attribute = (logicalId: string, name: string, where: string): string => {
    const resource = scope.resource(logicalId);
    if (resource === undefined) throw new Error(`${where}: there is no resource ${logicalId}`);
    const found = Object.hasOwn(resource.attributes, name) ? resource.attributes[name] : undefined;
    if (found !== undefined) return found;
    throw new Error(`${where}: the local run has no attribute ${name} for the resource ${logicalId}`);
  };

  const functions: Readonly<Record<string, (argument: unknown, where: string) => unknown>> = {
    Ref: (argument, where) => reference(asString(argument, where), where),
    'Fn::GetAtt': (argument, where) => {
      const [logicalId = '', ...name] = typeof argument === 'string' ? argument.split('.') : asList(argument, where);
      return attribute(String(logicalId), name.map((part) => text(part, where)).join('.'), where);
    },
    'Fn::Join': (argument, where) => {
      const [separator, items] = asList(argument, where);
      return list(items, where)
        .map((item) => text(item, where))
        .join(asString(separator, where));
    },
    'Fn::Split': (argument, where) => {
      const [separator, source] = asList(argument, where);
      return text(source, where).split(asString(separator, where));
    },
    'Fn::Select': (argument, where) => {
      const [index, items] = asList(argument, where);
      const selected = list(items, where)[Number(text(index, where))];
      if (selected === undefined) throw new Error(`${where}: nothing at index ${JSON.stringify(index)}`);
      return selected;
    },
    'Fn::Sub': (argument, where) => {
      const [template, variables] = typeof argument === 'string' ? [argument, {}] : asList(argument, where);
      const own = isObject(variables) ? variables : {};
      return asString(template, where).replace(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
        if (literal === '!') return `\${${name}}`;
        if (Object.hasOwn(own, name)) return text(own[name], where);
        const [logicalId = '', ...path] = name.split('.');
        return String(path.length === 0 ? reference(name, where) : attribute(logicalId, path.join('.'), where));
      });
    },
    'Fn::If': (argument, where) => {
      const [name, whenTrue, whenFalse] = asList(argument, where);
      return value(condition(asString(name, where), where) ? whenTrue : whenFalse, where);
    },
    Condition: (argument, where) => condition(asString(argument, where), where),
    'Fn::Equals': (argument, where) => {
      const [left, right] = list(argument, where);
      return JSON.stringify(left) === JSON.stringify(right);
    },
    'Fn::And': (argument, where) => list(argument, where).every((item) => item === true),
    'Fn::Or': (argument, where) => list(argument, where).some((item) => item === true),
    'Fn::Not': (argument, where) => list(argument, where)[0] !== true,
    'Fn::Base64': (argument, where) => Buffer.from(text(argument, where)).toString('base64'),
    'Fn::FindInMap': (argument, where) => {
      const [map, first, second] = list(argument, where).map(String);
      const level = isObject(scope.mappings[map ?? '']) ? scope.mappings[map ?? ''] : {};
      const row = isObject(level) ? level[first ?? ''] : undefined;
      if (isObject(row) && Object.hasOwn(row, second ?? '')) return row[second ?? ''];
      throw new Error(`${where}: nothing at ${map}.${first}.${second}`);
    },
    'Fn::ImportValue': (argument, where) => scope.importValue(text(argument, where)),
    // What CDK writes for a reference to another stack of the same app since its outputs are "published".
    'Fn::GetStackOutput': (argument, where) => {
      const { StackName, OutputName } = isObject(argument) ? argument : {};
      return scope.stackOutput(text(StackName, where), text(OutputName, where));
    },
  };

  const outermost = (input: unknown, where: string) => {
    const resolved = value(input, where);
    return resolved === NO_VALUE ? undefined : resolved;
  };
  return { value: outermost, condition };
}
