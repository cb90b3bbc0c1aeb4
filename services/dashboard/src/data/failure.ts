import type { Lang } from '@chi-so/contract/ranking-response';
import { say } from '../words/dictionary.ts';
import type { Schemas } from './schemas.ts';

/** Why there is no answer: nothing came, not even the page's own file, what came is not readable, the store of files or the gateway refused, or the API says so itself. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly kind: 'offline' | 'unreachable' | 'notLoaded' | 'notStored' | 'unreadable' | 'gateway' | 'problem';
  readonly status: number;
  readonly problem: Schemas['Problem'] | null;

  constructor(kind: Failure['kind'], status = 0, problem: Schemas['Problem'] | null = null) {
    super(`${kind} ${status} ${problem?.detail ?? ''}`.trim());
    this.kind = kind;
    this.status = status;
    this.problem = problem;
  }
}

/** Reads an answer that is no success. */
export const failureOf = async (response: Response): Promise<Failure> => {
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') ?? false;
  const problem = isProblem ? await response.json().catch(() => null) : null;
  return new Failure(problem === null ? 'gateway' : 'problem', response.status, problem);
};

/** One sentence that says what to do. A problem of the API says it already, in the reader's language. */
export const sentenceOf = (lang: Lang, error: unknown): string => {
  if (!(error instanceof Failure)) return say(lang, 'pageFailed');
  const { kind } = error;
  if (kind === 'offline' || kind === 'unreachable' || kind === 'notLoaded' || kind === 'notStored')
    return say(lang, kind);
  if (error.kind === 'unreadable') return say(lang, 'notReadable');
  if (error.problem !== null && error.status < 500) return withStop(error.problem.detail);
  const word = GATEWAY[error.status];
  if (word) return say(lang, word);
  return error.status === 429 || error.status === 503
    ? say(lang, 'overloaded')
    : say(lang, 'brokenHere', { status: error.status });
};

/** What the gateway refuses by itself, in a shape of its own. */
const GATEWAY: Partial<Record<number, 'needsSignIn' | 'needsScope' | 'tooMuchAtOnce'>> = {
  401: 'needsSignIn',
  403: 'needsScope',
  413: 'tooMuchAtOnce',
};

/** Whether the same question may be answered later; what the API refuses for good is asked in vain again. */
export const mayPass = (error: unknown): boolean =>
  !(error instanceof Failure) || error.status < 400 || error.status >= 500 || error.status === 429;

/** Whether another token would be answered: nobody is signed in, or as somebody who may not. */
export const asksToSignIn = (error: unknown): boolean =>
  error instanceof Failure && (error.status === 401 || error.status === 403);

const withStop = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);
