import { openApiDocument } from '@chi-so/contract/openapi/document';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';

const HEADER = '/** Made from the OpenAPI document by `npm run client:types`; not to be changed by hand. */\n\n';

/** What the generator says of what is not there: absent methods, parameters and headers. */
const ABSENT = [
  /^ +(get|put|post|delete|options|head|patch|trace|query|header|path|cookie)\?: never;\n/gm,
  /^ +headers: \{\n +\[name: string\]: unknown;\n +\};\n/gm,
  /^ +parameters: \{\n +\};\n/gm,
];

/**
 * The types of the API, as the public generator makes them of the document. Long texts are left to the reference, and
 * errors, which have one shape whatever their status, are told once a route: so that a person can review a change.
 */
export const generatedTypes = async (): Promise<string> => {
  const document = shortened(JSON.parse(JSON.stringify(openApiDocument())));
  const types = astToString(await openapiTS(document as OpenAPI3, { alphabetize: true }));
  return HEADER + ABSENT.reduce((text, absent) => text.replace(absent, ''), types);
};

const LEFT_OUT = new Set(['description', 'examples', 'example', 'tags', 'headers', 'pattern', 'format']);

const shortened = (value: unknown, isNames = false): unknown => {
  if (Array.isArray(value)) return value.map((each) => shortened(each));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, of]) => {
      if (!isNames && LEFT_OUT.has(key)) return [];
      if (key === 'responses' && !isNames) return [[key, withOneError(of)]];
      return [[key, shortened(of, !isNames && (key === 'properties' || key === 'schemas' || key === 'paths'))]];
    }),
  );
};

type Response = { content?: Record<string, unknown> };

/** A client that wants CSV or a workbook says so and gets its bytes; where JSON is to be had, that is the type. */
const asJson = ({ content, ...response }: Response): Response => {
  const json = content?.['application/json'];
  return json === undefined
    ? { ...response, ...(content ? { content } : {}) }
    : { ...response, content: { 'application/json': json } };
};

const withOneError = (responses: Record<string, unknown>): unknown => ({
  ...Object.fromEntries(
    Object.entries(responses)
      .filter(([status]) => Number(status) < 300)
      .map(([status, of]) => [status, shortened(asJson(of as Response))]),
  ),
  default: {
    content: {
      'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
      'application/json': { schema: { $ref: '#/components/schemas/GatewayError' } },
    },
  },
});
