import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { PROBLEMS } from '../problem-codes.ts';
import { ROUTES, type RouteKey } from '../routes.ts';
import { openApiDocument } from './document.ts';
import type { Operation } from './operation.ts';
import { OPERATIONS } from './operations.ts';

// biome-ignore lint/suspicious/noExplicitAny: the document is read as whoever is sent it reads it
const document = JSON.parse(JSON.stringify(openApiDocument())) as any;
const operations = Object.entries(OPERATIONS) as [RouteKey, Operation][];

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    expect(await new Validator().validate(structuredClone(document))).toEqual({ valid: true });
  });

  it('has every route, and no other', () => {
    const described = Object.entries<object>(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.sort()).toEqual(Object.keys(ROUTES).sort());
  });

  it('gives each route a name of its own, and its scopes', () => {
    const ids = operations.map(([, { id }]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [route, { scopes }] of Object.entries(ROUTES)) {
      const [method = '', path = ''] = route.split(' ');
      const { security = [] } = document.paths[path][method.toLowerCase()];
      expect(security).toEqual(scopes.map((scope) => ({ token: [scope] })));
    }
  });

  it.each(operations)('describes the path of %s as it is written', (route, { path = {} }) => {
    const named = [...route.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(Object.keys(path).sort()).toEqual(named.sort());
  });

  it('refers to nothing that it does not hold', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#([^"]+)"/g)].map(([, pointer = '']) => pointer);
    for (const pointer of new Set(references)) {
      // biome-ignore lint/suspicious/noExplicitAny: any part of the document
      const target = pointer.split('/').reduce((at: any, key) => (key === '' ? at : at?.[key]), document);
      expect(target, pointer).toBeDefined();
    }
  });

  it('closes every object that it describes, besides itself', () => {
    const { OpenApiDocument: _, ...schemas } = document.components.schemas;
    expect(
      objectsIn(schemas).filter(({ properties, additionalProperties }) => properties && additionalProperties !== false),
    ).toEqual([]);
  });

  it('is the same every time', () => {
    expect(JSON.stringify(openApiDocument())).toBe(JSON.stringify(document));
  });

  it.each(operations.filter(([, { body }]) => body?.example !== undefined))(
    'shows a body of %s that its schema takes',
    (_route, { body }) => {
      const schema = body?.content['application/json'];
      expect(schema).toBeInstanceOf(z.ZodType);
      expect((schema as z.ZodType).safeParse(body?.example)).toMatchObject({ success: true });
    },
  );

  it.each(operations)('lists the problems of %s, each under its status', (route, { problems = [] }) => {
    const [method = '', path = ''] = route.split(' ');
    const { responses } = document.paths[path][method.toLowerCase()];
    for (const code of problems) {
      expect(responses[PROBLEMS[code].status].description).toContain(`(/docs/problems#${code})`);
    }
  });
});

type Schema = { properties?: object; additionalProperties?: unknown };

const objectsIn = (value: unknown): Schema[] => {
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.values(value).flatMap(objectsIn);
  return (value as { type?: unknown }).type === 'object' ? [value as Schema, ...below] : below;
};
