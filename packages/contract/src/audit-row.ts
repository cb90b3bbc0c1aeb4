/** A line of `GET /v1/audit`: who did what to what, when, by which request. */
export type AuditRow = {
  /** UTC ISO 8601 with milliseconds. */
  at: string;
  actor: string;
  action: string;
  target: string;
  revision: number | null;
  /** The log entry that it made. */
  entry: number | null;
  /** Numbers, names and hashes; null where there was nothing, or nothing was kept of it. */
  before: Readonly<Record<string, string | number | null>> | null;
  after: Readonly<Record<string, string | number | null>> | null;
  reason: string | null;
  request_id: string;
};
