import { openApiDocument } from '@chi-so/contract/openapi/document';
import type { RouteKey } from '@chi-so/contract/routes';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Json } from './client.ts';

/** The API as its document describes it, and whether an answer is as described. */

export const document: Json = JSON.parse(JSON.stringify(openApiDocument()));

const ajv = new Ajv2020({ strict: false, allErrors: false, validateFormats: true });
(addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
ajv.addSchema(document, 'api');

/** One route of the document: method, path, and its description with the references followed. */
export type Described = { route: RouteKey; method: string; path: string; operation: Json };

const followed = (part: Json): Json => {
  if (typeof part?.$ref !== 'string') return part;
  return part.$ref
    .slice(2)
    .split('/')
    .reduce((at: Json, key: string) => at[key], document);
};

export const described: Described[] = Object.entries<Json>(document.paths).flatMap(([path, methods]) =>
  Object.entries<Json>(methods).map(([method, operation]) => ({
    route: `${method.toUpperCase()} ${path}` as RouteKey,
    method: method.toUpperCase(),
    path,
    operation: { ...operation, parameters: operation.parameters.map(followed) },
  })),
);

export type Answered = { status: number; headers: Headers; text: string };

/** What of an answer is not as the document describes it; undefined where everything is. */
export const faultOf = ({ operation }: Described, { status, headers, text }: Answered): string | undefined => {
  const response = followed(operation.responses[status]);
  if (!response) return `status ${status} is not described`;
  const type = headers.get('content-type')?.split(';')[0];
  if (text === '' && response.content === undefined) return undefined;
  const schema = response.content?.[type ?? '']?.schema;
  if (!schema) return `${status} of type ${type} is not described`;
  if (!type?.endsWith('json')) return undefined;
  const body = JSON.parse(text);
  const validate = ajv.getSchema(`api${schema.$ref}`);
  if (!validate) return `${schema.$ref} is not there`;
  if (!validate(body)) return `${schema.$ref}: ${ajv.errorsText(validate.errors)}`;
  if (type === 'application/problem+json' && !response.description.includes(`#${body.code})`)) {
    return `${status} ${body.code} is not described`;
  }
  return undefined;
};

/** The example of a parameter, wherever the document has it. */
export const exampleOf = ({ example, schema }: Json): string | undefined => {
  const found = example ?? schema.examples?.[0];
  return found === undefined ? undefined : String(found);
};

/** The URL of a route with its parameters; those that it requires take the document's examples where none are given. */
export const urlOf = ({ path, operation }: Described, given: Record<string, string> = {}): string => {
  const inPath = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const part = operation.parameters.find((one: Json) => one.in === 'path' && one.name === name);
    return encodeURIComponent(given[name] ?? exampleOf(part) ?? '');
  });
  const query = new URLSearchParams(
    operation.parameters
      .filter((one: Json) => one.in === 'query' && (one.required || given[one.name] !== undefined))
      .map((one: Json) => [one.name, given[one.name] ?? exampleOf(one) ?? '']),
  ).toString();
  return inPath + (query === '' ? '' : `?${query}`);
};

/** Whether an answer is one that some route of the document may give at that address, or one of there being none. */
export const isDescribed = (method: string, url: string, answer: Answered): boolean => {
  const [path = ''] = url.split('?');
  const parts = path.split('/').length;
  const fitting = described.filter((one) => one.method === method && one.path.split('/').length === parts);
  return faultOf(NOWHERE, answer) === undefined || fitting.some((one) => faultOf(one, answer) === undefined);
};

const problem = (code: string) => ({
  description: `(/docs/problems#${code})`,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

/** What is answered where no route is. */
const NOWHERE: Described = {
  route: 'GET /healthz',
  method: '',
  path: '',
  operation: { responses: { 404: problem('no-such-route'), 405: problem('method-not-allowed') } },
};
