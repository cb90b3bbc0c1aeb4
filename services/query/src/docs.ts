import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import type { Answer, Request } from '@chi-so/runtime/http';
import { parameters } from '@chi-so/runtime/parameters';
import { notFound } from '@chi-so/runtime/problem';
import { problemsPage, referencePage, START } from './docs-pages.ts';

/** The reference for people: pages and what they are shown with, all from here. */

/** Nothing from elsewhere is loaded, run or called. The viewer sets styles on elements, and has its icons as data. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const page = (request: Request, html: string): Answer => {
  parameters(request.query, []);
  return {
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY },
    body: html,
  };
};

/** `GET /docs` */
export const getDocs = async (request: Request): Promise<Answer> => page(request, referencePage(request.lang));

/** `GET /docs/problems` */
export const getProblems = async (request: Request): Promise<Answer> => page(request, problemsPage(request.lang));

/** The viewer's files lie beside the bundle of this function. */
const beside = (name: string) => () => readFile(new URL(name, import.meta.url));

const FILES = new Map([
  ['start.js', { type: 'text/javascript', read: async () => Buffer.from(START) }],
  ['swagger-ui-bundle.js', { type: 'text/javascript', read: beside('swagger-ui-bundle.js') }],
  ['swagger-ui.css', { type: 'text/css', read: beside('swagger-ui.css') }],
]);

const compressed = new Map<string, Promise<Buffer>>();

/** `GET /docs/{file}` */
export const getDocsFile = async (request: Request): Promise<Answer> => {
  parameters(request.query, []);
  const name = request.path.file ?? '';
  const file = FILES.get(name);
  if (!file) throw notFound(`Không có tệp "${name}"`, `There is no file "${name}"`);
  const bytes = compressed.get(name) ?? file.read().then((plain) => gzipSync(plain));
  compressed.set(name, bytes);
  return {
    headers: { 'content-type': `${file.type}; charset=utf-8` },
    body: undefined,
    gzipped: await bytes,
  };
};
