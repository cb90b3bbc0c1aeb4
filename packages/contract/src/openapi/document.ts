import { ROUTES, type RouteKey } from '../routes.ts';
import { ABOUT } from './about.ts';
import { COMMON_HEADERS, COMMON_PARAMETERS, headers } from './common-parts.ts';
import { type Operation, TAGS } from './operation.ts';
import { OPERATIONS } from './operations.ts';
import { COMMON_RESPONSES, errorAnswers } from './problem-answers.ts';
import { content, type Json, namedSchemas, parameter } from './rendered.ts';

/** What the API is, for programs: an OpenAPI 3.1 document made from the routes and their schemas. */
export const openApiDocument = () => ({
  openapi: '3.1.1',
  info: { title: 'Chỉ Số', version: '1', description: ABOUT },
  servers: [{ url: '/' }],
  tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
  paths: paths(),
  components: {
    schemas: namedSchemas(),
    parameters: COMMON_PARAMETERS,
    headers: COMMON_HEADERS,
    responses: COMMON_RESPONSES,
    securitySchemes: {
      token: {
        type: 'http',
        scheme: 'bearer',
        bearerFormat: 'JWT',
        description:
          'A JSON Web Token of whoever `sign_in` of `/v1/config` names, or of a provider elsewhere. It needs one of the scopes that a route names.',
      },
    },
  },
});

const paths = (): Record<string, Json> => {
  const byPath: Record<string, Json> = {};
  for (const [route, operation] of Object.entries(OPERATIONS) as [RouteKey, Operation][]) {
    const [method = '', path = ''] = route.split(' ');
    byPath[path] = { ...byPath[path], [method.toLowerCase()]: described(route, operation) };
  }
  return byPath;
};

const described = (route: RouteKey, operation: Operation): Json => {
  const { id, tag, summary, description, body, answers, problems = [] } = operation;
  const { scopes } = ROUTES[route];
  const isPaged = operation.query?.limit !== undefined;
  const isOpenRead = route.startsWith('GET') && scopes.length === 0;
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description === undefined ? {} : { description }),
    ...(scopes.length > 0 ? { security: scopes.map((scope) => ({ token: [scope] })) } : {}),
    parameters: parametersOf(operation, isOpenRead),
    ...(body ? { requestBody: { required: true, content: withExample(content(body.content), body.example) } } : {}),
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, answer]) => [
          status,
          {
            description: answer.description,
            content: content(answer.content),
            ...(isOpenRead
              ? { headers: headers('ETag', 'Cache-Control', 'Vary', ...(isPaged ? (['Link'] as const) : [])) }
              : {}),
          },
        ]),
      ),
      ...(isOpenRead ? { 304: { description: 'Not modified (không đổi)', headers: headers('ETag') } } : {}),
      // Wherever something is named by the path, that something may not be there.
      ...errorAnswers(operation.path ? [...problems, 'not-found'] : problems, scopes.length > 0),
    },
  };
};

const parametersOf = ({ path = {}, query = {}, headers = {} }: Operation, isOpenRead: boolean): Json[] => [
  ...Object.entries(path).map(([name, schema]) => parameter(name, 'path', schema)),
  ...Object.entries(query).map(([name, schema]) => parameter(name, 'query', schema)),
  ...Object.entries(headers).map(([name, schema]) => parameter(name, 'header', schema)),
  ...Object.keys(COMMON_PARAMETERS)
    .filter((name) => name !== 'IfNoneMatch' || isOpenRead)
    .map((name) => ({ $ref: `#/components/parameters/${name}` })),
];

const withExample = (of: Record<string, Json>, example: unknown): Record<string, Json> =>
  example === undefined ? of : { ...of, 'application/json': { ...of['application/json'], example } };
