import { gzipSync } from 'node:zlib';
import { openApiDocument } from '@chi-so/contract/openapi/document';
import type { Answer, Request } from '@chi-so/runtime/http';
import { parameters } from '@chi-so/runtime/parameters';

let gzipped: Buffer | undefined;

/** `GET /v1/openapi.json`: the API for programs. It never changes while a function lives, so it is made once. */
export const getOpenApi = async (request: Request): Promise<Answer> => {
  parameters(request.query, []);
  gzipped ??= gzipSync(JSON.stringify(openApiDocument()));
  return { body: undefined, gzipped };
};
