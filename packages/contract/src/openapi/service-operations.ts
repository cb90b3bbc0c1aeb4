import * as z from 'zod';
import type { RouteKey } from '../routes.ts';
import { type Operation, ok } from './operation.ts';
import { ConfigAnswer, Health, OpenApi } from './service-schemas.ts';

const page = (description: string): Operation['answers'] => ({
  200: { description, content: { 'text/html': 'text' } },
});

/** What says how the service is, and what it can do. */
export const SERVICE = {
  'GET /healthz': { id: 'getHealth', tag: 'Service', summary: 'Whether it serves', answers: ok(Health) },
  'GET /v1/config': {
    id: 'getConfig',
    tag: 'Service',
    summary: 'Limits, languages, formats, and where the data stands (cấu hình)',
    answers: ok(ConfigAnswer),
  },
  'GET /v1/openapi.json': {
    id: 'getOpenApi',
    tag: 'Service',
    summary: 'This document',
    answers: ok(OpenApi),
  },
  'GET /docs': { id: 'getDocs', tag: 'Service', summary: 'This reference (tài liệu)', answers: page('A page') },
  'GET /docs/problems': {
    id: 'getProblems',
    tag: 'Service',
    summary: 'Every code of a problem (các mã lỗi)',
    answers: page('A page, with each code as an anchor'),
  },
  'GET /docs/{file}': {
    id: 'getDocsFile',
    tag: 'Service',
    summary: 'What the reference is shown with',
    path: {
      file: z
        .string()
        .min(1)
        .meta({ description: 'Name of the file', examples: ['swagger-ui.css'] }),
    },
    answers: {
      200: { description: 'A script or a style sheet', content: { 'text/javascript': 'text', 'text/css': 'text' } },
    },
    problems: ['not-found'],
  },
} as const satisfies Partial<Record<RouteKey, Operation>>;
