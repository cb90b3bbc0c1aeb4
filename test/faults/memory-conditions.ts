import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { expressionOf } from './memory-expressions.ts';
import { sizeOfValue } from './memory-item-size.ts';
import { invalid } from './memory-refusals.ts';
import { type StoredItem, storedValue, typeOf } from './memory-values.ts';

/** The parameters by which a command names what its expression speaks of. */
export type Placeholders = {
  ExpressionAttributeNames?: Record<string, string> | undefined;
  ExpressionAttributeValues?: Record<string, AttributeValue> | undefined;
};

export const PLACEHOLDERS = ['ExpressionAttributeNames', 'ExpressionAttributeValues'];

/** Of a write: whether it may go ahead over what is there, and the bytes that its expression counts in a transaction. */
export type Condition = { holds: (item: StoredItem | undefined) => boolean; bytes: number };

const UNCONDITIONAL: Condition = { holds: () => true, bytes: 0 };

export const conditionOf = ({
  ConditionExpression: text,
  ExpressionAttributeNames: names,
  ExpressionAttributeValues: values,
}: Placeholders & { ConditionExpression?: string | undefined }): Condition => {
  if (text === undefined) {
    if (names || values) throw invalid('ExpressionAttribute… can only be specified when using expressions');
    return UNCONDITIONAL;
  }
  const expression = expressionOf(text);
  expectUsed('ExpressionAttributeNames', names, expression.names);
  const stored = storedValues(values, expression.values);
  for (const name of expression.ordered) {
    const type = typeOf(stored[name]);
    if (!['S', 'N', 'B'].includes(type)) throw invalid(`Invalid ConditionExpression: Incorrect operand type ${type}`);
  }
  const given = { names: names ?? {}, values: stored };
  const bytes =
    expression.names.reduce((sum, name) => sum + Buffer.byteLength(given.names[name] ?? ''), Buffer.byteLength(text)) +
    expression.values.reduce((sum, name) => sum + sizeOfValue(stored[name] as AttributeValue), 0);
  return { holds: (item) => expression.holds({ item, ...given }), bytes };
};

/** The values that an expression uses, which must be just those that are given. */
export const storedValues = (
  values: Record<string, AttributeValue> | undefined,
  used: readonly string[],
): Record<string, AttributeValue> => {
  expectUsed('ExpressionAttributeValues', values, used);
  const stored: Record<string, AttributeValue> = {};
  for (const name of Object.keys(values ?? {})) stored[name] = storedValue(values?.[name]);
  return stored;
};

const expectUsed = (parameter: string, given: object | undefined, used: readonly string[]): void => {
  const names = Object.keys(given ?? {});
  if (given && names.length === 0) throw invalid(`${parameter} must not be empty`);
  const undefinedName = used.find((name) => !names.includes(name));
  if (undefinedName) throw invalid(`Something used in the expression is not defined in ${parameter}: ${undefinedName}`);
  const unused = names.filter((name) => !used.includes(name));
  if (unused.length > 0) throw invalid(`Value provided in ${parameter} unused in expressions: keys: {${unused}}`);
};
