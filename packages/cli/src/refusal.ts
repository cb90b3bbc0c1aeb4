/** What the server, the network or the disk says against a request. */
export class Refusal extends Error {
  /** Of the answer; 0 where there was none, null where nothing was sent. */
  readonly status: number | null;
  readonly code: string;
  readonly errors: readonly Fault[];

  constructor(status: number | null, code: string, title: string, errors: readonly Fault[] = []) {
    super(title);
    this.name = 'Refusal';
    this.status = status;
    this.code = code;
    this.errors = errors;
  }
}

/** A faulty place, as far as the server names it. */
export type Fault = {
  rule?: string;
  severity?: 'error' | 'warning' | 'info';
  sheet?: string | null;
  row?: number | null;
  column?: string | null;
  value?: string | number | null;
  message?: string;
};
