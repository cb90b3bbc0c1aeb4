/** What goes through the pipe between the local Lambda service and one execution environment. */
export type ToEnvironment = {
  readonly kind: 'invoke';
  readonly requestId: string;
  readonly functionArn: string;
  /** The event as JSON: counted once, parsed in the environment, as on Lambda. */
  readonly event: string;
  readonly deadline: number;
};

/** See {@link ToEnvironment}. */
export type FromEnvironment =
  | { readonly kind: 'ready' }
  | { readonly kind: 'init-failed'; readonly error: FunctionError }
  | { readonly kind: 'result'; readonly requestId: string; readonly payload: string }
  | { readonly kind: 'failed'; readonly requestId: string; readonly error: FunctionError };

/** How Lambda reports that a function failed. */
export interface FunctionError {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace?: readonly string[];
}
