/** A function as its template describes it, everything resolved. */
export interface FunctionSettings {
  readonly name: string;
  readonly arn: string;
  /** The folder with its code. */
  readonly taskRoot: string;
  readonly handler: string;
  readonly memoryMegabytes: number;
  readonly timeoutMs: number;
  readonly environment: Readonly<Record<string, string>>;
  /** How many requests it works on at once; more wait. */
  readonly concurrency: number;
}
