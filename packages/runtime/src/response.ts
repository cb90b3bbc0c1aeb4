import { EXPOSED_HEADERS } from '@chi-so/contract/headers';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Answer, Cache } from './answer.ts';
import { acceptsGzip, type Encoded, encoded, reencoded } from './compression.ts';
import { matchesEtag, weakEtag } from './etag.ts';
import { Problem } from './problem.ts';
import type { Request } from './request.ts';

/** An answer on its way out: what caches may do with it, compressed, or nothing but a 304 where the caller has it. */

const JSON_TYPE = 'application/json; charset=utf-8';

/** Lambda takes an answer of 6 MB, the JSON around it included. */
const MOST_BYTES = 6 * 1024 * 1024 - 16 * 1024;

const CACHE_CONTROL: Record<Cache, string> = {
  current: 'public, max-age=60, stale-while-revalidate=3600',
  fixed: 'public, max-age=31536000, immutable',
  none: 'no-store',
};

/** On every answer. On AWS the gateway puts its own CORS headers in the place of these. */
const ALWAYS = {
  vary: 'accept, accept-language, accept-encoding',
  'access-control-allow-origin': '*',
  'access-control-expose-headers': EXPOSED_HEADERS.join(', '),
  'x-content-type-options': 'nosniff',
};

export type Asked = Pick<Request, 'headers' | 'lang' | 'method' | 'caller'>;

/** @throws Problem 413 for an answer that cannot be sent. */
export const respond = (asked: Asked, answer: Answer): APIGatewayProxyStructuredResultV2 => {
  const { status = 200, cache = asked.caller ? 'none' : 'current' } = answer;
  const headers: Record<string, string> = {
    'content-type': JSON_TYPE,
    'cache-control': CACHE_CONTROL[cache],
    ...ALWAYS,
    ...answer.headers,
  };
  const contentType = headers['content-type'] ?? JSON_TYPE;
  const plain = answer.gzipped ? undefined : bytesOf(answer.body);
  const isRead = asked.method === 'GET' || asked.method === 'HEAD';
  if (isRead && status === 200 && cache !== 'none') {
    headers.etag ??= answer.etag ?? weakEtag(contentType, asked.lang, plain ?? (answer.gzipped as Buffer));
    if (matchesEtag(asked.headers['if-none-match'], headers.etag)) return notModified(headers);
  }
  const isGzipWanted = acceptsGzip(asked.headers['accept-encoding']);
  const { bytes, encoding } = plain
    ? encoded(plain, contentType, isGzipWanted)
    : reencoded(answer.gzipped as Buffer, isGzipWanted);
  if (encoding) headers['content-encoding'] = encoding;
  if (asked.method === 'HEAD') return { statusCode: status, headers };
  return { statusCode: status, headers, ...bodyOf({ bytes, encoding }, answer.body) };
};

const bytesOf = (body: unknown): Buffer => {
  if (Buffer.isBuffer(body)) return body;
  return Buffer.from(typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body));
};

/** Text goes as text; what is no text, as Base64. */
const bodyOf = ({ bytes, encoding }: Encoded, body: unknown): { body: string; isBase64Encoded: boolean } => {
  const isBase64Encoded = encoding !== undefined || Buffer.isBuffer(body);
  const text = bytes.toString(isBase64Encoded ? 'base64' : 'utf8');
  // Within JSON every quote and line break takes two bytes.
  const size = isBase64Encoded ? text.length : bytes.length + (text.match(/["\\\n\r\t]/g)?.length ?? 0);
  if (size <= MOST_BYTES) return { body: text, isBase64Encoded };
  throw new Problem(413, 'answer-too-large', {
    vi: 'Câu trả lời lớn hơn 6 MB: hãy nhận gzip (Accept-Encoding), hoặc thu hẹp bằng limit, group hay component',
    en: 'The answer is larger than 6 MB: accept gzip (Accept-Encoding), or narrow it by limit, group or component',
  });
};

/** RFC 9110: what a 200 would say that concerns caches, and nothing else. */
const notModified = (headers: Record<string, string>): APIGatewayProxyStructuredResultV2 => ({
  statusCode: 304,
  headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith('content-'))),
});
