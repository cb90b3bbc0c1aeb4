/** The bounds of the API, for code that keeps them, infrastructure that sets them and `GET /v1/config` that tells them. */

const MB = 1024 * 1024;

export const LIMITS = {
  /** Rows of one answer: the default and the most of `limit`. CSV has every row. */
  rows: 5000,
  /** Changes of one page of `/v1/changes`. */
  changes: 100,
  /** A request's body as the gateway takes it; beyond, it answers 413 itself. */
  request_bytes: 10 * MB,
  /** Request line and headers together. */
  header_bytes: 10_240,
  /** A release file sent as the body of a PUT. */
  body_bytes: 4 * MB,
  /** A plan sent as the body of a PUT: a sheet that people fill in. */
  plan_bytes: MB,
  /** What such a sheet says, as text: compressed it fits into one item of the table whatever is written. */
  plan_text_bytes: 384 * 1024,
  /** A release file sent by way of `POST /v1/uploads`. */
  upload_bytes: 32 * MB,
  /** An answer, as it is sent. */
  answer_bytes: 6 * MB,
  /** After so long the gateway answers 503. */
  answer_seconds: 30,
} as const;

/** Requests that the gateway lets through, of all callers together; beyond, it answers 429. */
export const THROTTLE = { requests_per_second: 1000, burst: 2000 } as const;

/** The same for each route that writes: as many as people and their scripts need, far fewer than would hurt readers. */
export const WRITE_THROTTLE = { requests_per_second: 100, burst: 500 } as const;

/** And for each that reads files of strangers. */
export const FILE_THROTTLE = { requests_per_second: 50, burst: 200 } as const;
