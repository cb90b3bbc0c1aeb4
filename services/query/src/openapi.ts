import { gzipSync } from 'node:zlib';
import type { Answer, Request } from '@chi-so/runtime/http';
import { parameters } from '@chi-so/runtime/parameters';

let gzipped: Buffer | undefined;

/**
 * `GET /v1/openapi.json`: the API for programs. It never changes while a function lives, so it is made once; and only
 * then are the schemas loaded, which nothing else here needs.
 */
export const getOpenApi = async (request: Request): Promise<Answer> => {
  parameters(request.query, []);
  if (!gzipped) {
    const { openApiDocument } = await import('@chi-so/contract/openapi/document');
    gzipped = gzipSync(JSON.stringify(openApiDocument()));
  }
  return { body: undefined, gzipped };
};
