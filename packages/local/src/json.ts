/** A JSON object whose members are still to be looked at. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a value is an object with named members (no array, no null). */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value as an object, or an error that names what was expected where. */
export const asObject = (value: unknown, where: string): JsonObject => {
  if (isObject(value)) return value;
  throw new Error(`${where} is not an object: ${JSON.stringify(value)}`);
};

/** The value as a string, or an error that names what was expected where. */
export const asString = (value: unknown, where: string): string => {
  if (typeof value === 'string') return value;
  throw new Error(`${where} is not a string: ${JSON.stringify(value)}`);
};

/** The value as a list (a missing one is empty), or an error that names what was expected where. */
export const asList = (value: unknown, where: string): readonly unknown[] => {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value;
  throw new Error(`${where} is not a list: ${JSON.stringify(value)}`);
};

/** The value as a number; CloudFormation also takes numbers written as strings. A missing one is the default. */
export const asNumber = (value: unknown, fallback: number, where: string): number => {
  if (value === undefined) return fallback;
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  if (typeof number === 'number' && Number.isFinite(number)) return number;
  throw new Error(`${where} is not a number: ${JSON.stringify(value)}`);
};

/** The value as a boolean; CloudFormation also takes booleans written as strings. A missing one is false. */
export const asBoolean = (value: unknown, where: string): boolean => {
  if (value === undefined || value === false || value === 'false') return false;
  if (value === true || value === 'true') return true;
  throw new Error(`${where} is not a boolean: ${JSON.stringify(value)}`);
};

/** The value with every string in it changed; names of members stay. */
export const withStrings = (value: unknown, change: (text: string) => string): unknown => {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => withStrings(item, change));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withStrings(item, change)]));
};
