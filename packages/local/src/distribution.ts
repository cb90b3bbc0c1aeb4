import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import type { DeployedFile } from './bucket-deployments.ts';
import type { Behaviour } from './distribution-template.ts';
import { type GatewayResponse, sendResponse } from './http-response.ts';
import { decode } from './http-routes.ts';

type Answerer = (request: IncomingMessage, response: ServerResponse) => unknown;

/**
 * Answers as the distribution does, or hands the request on to the HTTP API. One port is both addresses here, the
 * distribution's and the API's own, so a path of the page is only a page's for whoever asks for one (`Accept:
 * text/html`) or for a file that is there; all else is answered as the API's own address answers it.
 */
export function createDistribution(behaviours: readonly Behaviour[], api: Answerer): Answerer {
  return (request, response) => {
    const [path = '/'] = (request.url ?? '/').split('?');
    const behaviour = behaviours.find((one) => one.fits(path));
    const ofApi = behaviour?.origin === 'api' ? behaviour : behaviours.find(isOfApi);
    if (ofApi !== undefined) sendAlong(request, ofApi.sent);
    if (behaviour?.origin === 'api') {
      for (const [name, value] of Object.entries(behaviour.headers)) response.setHeader(name, value);
    }
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (behaviour?.origin !== 'files' || !isRead) return api(request, response);
    const key = (uri: string) => decode(uri).slice(1);
    const wantsPage = request.headers.accept?.includes('text/html') ?? false;
    const asked = wantsPage ? behaviour.rewrite({ method: request.method ?? 'GET', uri: path }) : path;
    const file = behaviour.files.get(key(asked));
    return file === undefined
      ? api(request, response)
      : sendResponse(response, withHeaders(fileResponse(request, file), behaviour.headers));
  };
}

const isOfApi = (behaviour: Behaviour) => behaviour.origin === 'api';

/** Sets headers of the request, in the place of what the reader sent by their names. */
const sendAlong = ({ rawHeaders, headers }: IncomingMessage, sent: Readonly<Record<string, string>>): void => {
  for (let at = rawHeaders.length - 2; at >= 0; at -= 2) {
    if (Object.hasOwn(sent, rawHeaders[at]?.toLowerCase() ?? '')) rawHeaders.splice(at, 2);
  }
  for (const [name, value] of Object.entries(sent)) {
    rawHeaders.push(name, value);
    headers[name] = value;
  }
};

const withHeaders = (answer: GatewayResponse, headers: Readonly<Record<string, string>>): GatewayResponse => ({
  ...answer,
  headers: { ...answer.headers, ...headers },
});

function fileResponse({ headers }: IncomingMessage, { path, cacheControl }: DeployedFile): GatewayResponse {
  const body = readFileSync(path);
  const etag = `"${createHash('md5').update(body).digest('hex')}"`;
  const own = { etag, ...(cacheControl === undefined ? {} : { 'cache-control': cacheControl }) };
  if (headers['if-none-match'] === etag) return { status: 304, headers: own, body: Buffer.alloc(0) };
  return { status: 200, headers: { ...own, 'content-type': contentTypeOf(path) }, body };
}

/** By the ending of a file's name, as the command that copies to S3 guesses it. */
function contentTypeOf(path: string): string {
  const type = TYPES[extname(path)];
  if (type === undefined) throw new Error(`The local run does not know the content type of ${path}`);
  return type;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};
