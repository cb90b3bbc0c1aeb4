import { isObject } from './json.ts';

/** Whether an event passes. */
export type EventFilter = (event: unknown) => boolean;

/**
 * Reads one pattern of an event source mapping's `FilterCriteria`, or of a rule of EventBridge. Emulated: exact values, `prefix`, `suffix`,
 * `equals-ignore-case`, `exists`, `anything-but` (of values, or with a `prefix` or `suffix`). Anything else fails here, at the start, rather
 * than letting through or holding back what AWS would not.
 */
export function createEventFilter(pattern: string): EventFilter {
  const parsed: unknown = JSON.parse(pattern);
  if (!isObject(parsed)) throw new Error(`The event pattern ${pattern} is not an object`);
  return objectFilter(parsed, '');
}

/** An event passes a list of patterns when one of them lets it through; an empty list lets everything through. */
export function anyFilter(filters: readonly EventFilter[]): EventFilter {
  return (event) => filters.length === 0 || filters.some((filter) => filter(event));
}

function objectFilter(pattern: Readonly<Record<string, unknown>>, path: string): EventFilter {
  const members = Object.entries(pattern).map(([name, rule]): EventFilter => {
    const where = `${path}.${name}`;
    if (name.startsWith('$')) throw new Error(`${where} in an event pattern is not emulated`);
    const filter = isObject(rule) ? objectFilter(rule, where) : valueFilter(rule, where);
    return (event) => filter(isObject(event) && Object.hasOwn(event, name) ? event[name] : undefined);
  });
  return (event) => members.every((member) => member(event));
}

function valueFilter(rule: unknown, where: string): EventFilter {
  if (!Array.isArray(rule) || rule.length === 0)
    throw new Error(`${where} in an event pattern is not a list of values`);
  const filters = rule.map((item) => (isObject(item) ? operatorFilter(item, where) : exactly(item)));
  return (value) => filters.some((filter) => (Array.isArray(value) ? value.some(filter) : filter(value)));
}

const exactly =
  (wanted: unknown): EventFilter =>
  (value) =>
    value === wanted;

const isScalar = (value: unknown) => value !== undefined && !isObject(value);

function operatorFilter(rule: Readonly<Record<string, unknown>>, where: string): EventFilter {
  const [[operator, argument] = ['nothing', undefined], ...others] = Object.entries(rule);
  const fail = () => new Error(`${JSON.stringify(rule)} at ${where} in an event pattern is not emulated`);
  if (others.length > 0) throw fail();
  if (operator === 'exists' && typeof argument === 'boolean') return (value) => isScalar(value) === argument;
  if (operator === 'anything-but') {
    const excluded = isObject(argument)
      ? operatorFilter(argument, where)
      : valueFilter(Array.isArray(argument) ? argument : [argument], where);
    return (value) => isScalar(value) && !excluded(value);
  }
  if (typeof argument !== 'string') throw fail();
  const test = STRING_OPERATORS[operator];
  if (test === undefined) throw fail();
  return (value) => typeof value === 'string' && test(value, argument);
}

const STRING_OPERATORS: Readonly<Record<string, (value: string, argument: string) => boolean>> = {
  prefix: (value, argument) => value.startsWith(argument),
  suffix: (value, argument) => value.endsWith(argument),
  'equals-ignore-case': (value, argument) => value.toLowerCase() === argument.toLowerCase(),
};
