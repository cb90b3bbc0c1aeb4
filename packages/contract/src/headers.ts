/** Headers of the API's own making or reading that a page of another origin may see or send. */

export const EXPOSED_HEADERS = [
  'etag',
  'link',
  'location',
  'retry-after',
  'content-disposition',
  'deprecation',
  'sunset',
] as const;

export const REQUEST_HEADERS = [
  'authorization',
  'content-type',
  'if-match',
  'if-none-match',
  'idempotency-key',
  'accept-language',
] as const;

/** By it the API knows that a request came through CloudFront, which sets it; what a reader sends of that name is replaced. */
export const ORIGIN_SECRET_HEADER = 'x-origin-secret';
