import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { pause } from './pause.ts';
import type { ReadTable } from './read-table.ts';
import { type Reply, signedRequest } from './signed-request.ts';

/**
 * A table for who only reads: the same answers, errors, limits of time and repetitions as by the SDK's client, which is
 * most of what a cold function waits for (docs/decisions/0017).
 */
export const signedTable = (name: string): ReadTable => ({
  name,
  getItem: async (input) => {
    const { Item } = await call<{ Item?: OnTheWire }>('GetItem', { TableName: name, ...input });
    return Item ? { Item: fromWire(Item) } : {};
  },
  query: async (input) => {
    const { Items = [], LastEvaluatedKey } = await call<{ Items?: OnTheWire[]; LastEvaluatedKey?: OnTheWire }>(
      'Query',
      { TableName: name, ...input },
    );
    return {
      Items: Items.map(fromWire),
      ...(LastEvaluatedKey ? { LastEvaluatedKey: fromWire(LastEvaluatedKey) } : {}),
    };
  },
});

const ATTEMPTS = 4;

/** What passes by itself, by the names that the service gives it. */
const PASSING = /Throttl|ProvisionedThroughputExceeded|RequestLimitExceeded|InternalServer|ServiceUnavailable/;

const call = async <T>(operation: string, input: object): Promise<T> => {
  for (let attempt = 1; ; attempt++) {
    const outcome = await tried(operation, JSON.stringify(input));
    if ('answer' in outcome) return outcome.answer as T;
    if (!outcome.isPassing || attempt === ATTEMPTS) throw outcome.error;
    await pause(attempt + 1);
  }
};

type Outcome = { answer: unknown } | { error: Error; isPassing: boolean };

const tried = async (operation: string, body: string): Promise<Outcome> => {
  try {
    const reply = await signedRequest(operation, body);
    if (reply.status === 200) return { answer: JSON.parse(reply.body) };
    const error = serviceError(reply);
    return { error, isPassing: reply.status >= 500 || PASSING.test(error.name) };
  } catch (error) {
    return { error: unreachable(error as Error), isPassing: true };
  }
};

/** The error under its own name, by which the edge knows what passes: `{"__type": "com.amazon…#ThrottlingException"}`. */
const serviceError = ({ status, body }: Reply): Error => {
  const { __type = '', message, Message = message } = parsed(body);
  const name = __type.slice(__type.indexOf('#') + 1) || (status >= 500 ? 'ServiceUnavailable' : 'UnknownError');
  return Object.assign(new Error(Message ?? `DynamoDB answered ${status}`), { name });
};

const parsed = (body: string): { __type?: string; message?: string; Message?: string } => {
  try {
    return JSON.parse(body);
  } catch {
    return {};
  }
};

/** A connection that fails is a service that is not there for now. */
const unreachable = (cause: Error): Error =>
  cause.name === 'TimeoutError'
    ? cause
    : Object.assign(new Error(cause.message, { cause }), { name: 'ServiceUnavailable' });

/** Attributes as JSON carries them: bytes in base64, and the rest as the SDK has it. */
type OnTheWire = Record<string, { B?: string; M?: OnTheWire; L?: OnTheWire[string][] }>;

const fromWire = (item: OnTheWire): Record<string, AttributeValue> =>
  Object.fromEntries(Object.entries(item).map(([name, value]) => [name, valueFromWire(value)]));

const valueFromWire = (value: OnTheWire[string]): AttributeValue => {
  if (value.B !== undefined) return { B: Buffer.from(value.B, 'base64') };
  if (value.M) return { M: fromWire(value.M) };
  if (value.L) return { L: value.L.map(valueFromWire) };
  return value as AttributeValue;
};
