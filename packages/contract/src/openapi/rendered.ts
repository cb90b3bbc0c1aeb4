import * as z from 'zod';
import { NAMED } from './named.ts';
import type { Opaque } from './operation.ts';

/** Schemas as OpenAPI 3.1 writes them. */

export type Json = Record<string, unknown>;

const schemaReference = (id: string): string => `#/components/schemas/${id}`;

/** The schemas that have a name, sorted by it. */
export const namedSchemas = (): Record<string, Json> => {
  const { schemas } = z.toJSONSchema(NAMED, { io: 'input', uri: schemaReference, override: withoutDefault });
  return Object.fromEntries(
    Object.entries(schemas)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, { $schema: _schema, $id: _id, ...schema }]) => [id, schema as Json]),
  );
};

/** The bodies of a request or an answer, by media type. */
export const content = (types: Record<string, z.ZodType | Opaque>): Record<string, Json> =>
  Object.fromEntries(Object.entries(types).map(([type, of]) => [type, { schema: bodySchema(of) }]));

const bodySchema = (of: z.ZodType | Opaque): Json => {
  if (of === 'text') return { type: 'string' };
  if (of === 'bytes') return { type: 'string', format: 'binary' };
  const id = NAMED.get(of)?.id;
  if (id === undefined) throw new Error('A body of the API has no name in its document');
  return { $ref: schemaReference(id) };
};

/**
 * A parameter; its description and its examples are those of its schema. Only what is required has its example where a
 * viewer fills it in: all the others together would be a request that makes no sense.
 */
export const parameter = (name: string, place: 'path' | 'query' | 'header', of: z.ZodType): Json => {
  const {
    $schema: _,
    description,
    examples,
    ...schema
  } = z.toJSONSchema(of, { io: 'input', override: tidied }) as Json;
  const [example] = (examples ?? []) as unknown[];
  const isRequired = place === 'path' || !of.safeParse(undefined).success;
  return {
    name,
    in: place,
    ...(isRequired ? { required: true } : {}),
    ...(description === undefined ? {} : { description }),
    schema: isRequired || example === undefined ? schema : { ...schema, examples },
    ...(isRequired && example !== undefined ? { example } : {}),
  };
};

/** In a body a default goes into words: generators take a field that has one for a field that is always there. */
const withoutDefault = ({ jsonSchema }: { jsonSchema: Json }): void => {
  tidied({ jsonSchema });
  const { default: left, description } = jsonSchema;
  delete jsonSchema.default;
  if (typeof left === 'string') jsonSchema.description = [description, `Default: ${left}`].filter(Boolean).join('. ');
};

/** Takes out what says nothing: bounds of safe integers, strings as names of properties, a pattern beside its format. */
const tidied = ({ jsonSchema }: { jsonSchema: Json }): void => {
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (Object.keys((jsonSchema.propertyNames as Json) ?? {}).join() === 'type') delete jsonSchema.propertyNames;
  if (jsonSchema.format === 'date' || jsonSchema.format === 'date-time') delete jsonSchema.pattern;
};
