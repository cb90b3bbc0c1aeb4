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
