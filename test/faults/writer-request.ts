import type { Request } from '@chi-so/runtime/http';

/** A request as the gateway hands it on, of a writer who may do everything. */
export const writerRequest = (
  path: Record<string, string>,
  query: Record<string, string>,
  body: object,
  headers: Record<string, string> = {},
  subject = 'tester',
): Request => ({
  path,
  query,
  headers,
  lang: 'en',
  requestId: 'request-1',
  body: Buffer.from(JSON.stringify(body)),
  caller: { subject, scopes: ['releases:write', 'releases:publish'], unitSets: ['*'] },
  method: 'POST',
  url: '/',
});
