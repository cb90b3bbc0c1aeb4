/** How long an answer may be kept: see `cacheControl`. */
export type Cache = 'current' | 'fixed' | 'none';

/** What a route answers; the edge makes the response of it. */
export type Answer = {
  /** 200 where left out. */
  status?: number;
  headers?: Record<string, string>;
  /** Sent as JSON; a string or bytes as they are. */
  body: unknown;
  /** `current` where left out and the route is open, `none` where it needs a token. */
  cache?: Cache;
  /** A weak entity tag that the handler knows already; made from the bytes of the answer where left out. */
  etag?: string;
  /** The body, gzipped already: sent as it is to whoever takes gzip. `body` may then be undefined. */
  gzipped?: Buffer;
};
