import { randomUUID } from 'node:crypto';
import { UploadBody } from '@chi-so/contract/release-body';
import type { Answer, Request } from '@chi-so/runtime/http';
import { jsonBody } from '@chi-so/runtime/json-body';
import { parameters } from '@chi-so/runtime/parameters';
import { presignedPut } from '@chi-so/storage/originals';
import { isTooLarge, tooLarge } from './put-release.ts';
import type { Stores } from './stores.ts';

const SECONDS = 900;

/** `POST /v1/uploads` `{"bytes": 5000000}`: a URL to PUT a file of that length to, for files that are too large for a body. */
export const postUpload = async ({ originals, now }: Stores, request: Request): Promise<Answer> => {
  parameters(request.query, []);
  const { bytes } = jsonBody(UploadBody, request);
  if (isTooLarge(bytes)) throw tooLarge();
  const upload = randomUUID();
  const url = await presignedPut(originals, `uploads/${upload}`, { contentLength: bytes, expiresIn: SECONDS });
  const expires_at = new Date(now().getTime() + SECONDS * 1000).toISOString();
  return { status: 201, body: { data: [{ upload, method: 'PUT', url, expires_at }], meta: {}, next: null } };
};
