import { createHash, createHmac } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { CREDENTIALS } from './local-credentials.ts';

/** Why S3 refuses a request. */
export interface S3Refusal {
  readonly code: 'AccessDenied' | 'SignatureDoesNotMatch';
  readonly message: string;
}

/** The parts of a request that a signature covers. */
export interface SignedRequest {
  readonly method: string;
  /** Path and query, as they were sent. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

/**
 * s3rver lets everybody in and never checks a signature of version 4. Our buckets are closed to the public, and a
 * presigned URL is all that stands between a stranger and a bucket: it is verified in full, signed headers (such as the
 * length) included. Requests signed in their header come from our own functions and are not verified.
 */
export function refusalOf({ method, url, headers }: SignedRequest): S3Refusal | undefined {
  if (method === 'OPTIONS' || headers.authorization !== undefined) return undefined;
  const { pathname, searchParams } = new URL(url, 'http://local');
  const given = searchParams.get('X-Amz-Signature');
  if (given === null) return { code: 'AccessDenied', message: 'Access Denied' };
  if (given === presignature(method, pathname, searchParams, headers)) return undefined;
  return {
    code: 'SignatureDoesNotMatch',
    message: 'The request signature we calculated does not match the signature you provided.',
  };
}

/** Signature Version 4 in a query, as AWS documents it for S3. */
function presignature(method: string, pathname: string, query: URLSearchParams, headers: IncomingHttpHeaders): string {
  const parameter = (name: string) => query.get(name) ?? '';
  const signedHeaders = parameter('X-Amz-SignedHeaders').split(';');
  const canonicalRequest = [
    method,
    decodeURIComponent(pathname).split('/').map(encode).join('/'),
    [...query]
      .filter(([name]) => name !== 'X-Amz-Signature')
      .map(([name, value]) => `${encode(name)}=${encode(value)}`)
      .sort()
      .join('&'),
    ...signedHeaders.map((name) => `${name}:${headerText(headers[name])}`),
    '',
    signedHeaders.join(';'),
    parameter('X-Amz-Content-Sha256') || 'UNSIGNED-PAYLOAD',
  ].join('\n');
  const [, ...scope] = parameter('X-Amz-Credential').split('/');
  const toSign = [
    'AWS4-HMAC-SHA256',
    parameter('X-Amz-Date'),
    scope.join('/'),
    createHash('sha256').update(canonicalRequest).digest('hex'),
  ].join('\n');
  const key = scope.reduce<string | Buffer>(
    (secret, part) => createHmac('sha256', secret).update(part).digest(),
    `AWS4${CREDENTIALS.secretAccessKey}`,
  );
  return createHmac('sha256', key).update(toSign).digest('hex');
}

const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

const headerText = (header: string | string[] | undefined) =>
  String(header ?? '')
    .trim()
    .replace(/ +/g, ' ');
