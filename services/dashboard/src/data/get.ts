import type { Lang } from '@chi-so/contract/ranking-response';
import { Failure, failureOf } from './failure.ts';

/**
 * GET of the API at the page's own address. The browser's cache keeps ETags and revalidates; what changes rarely is
 * kept here for a while too, so that another year in an open page is one request.
 */
export const get = async <T>(path: string, query: Query, lang: Lang, signal?: AbortSignal): Promise<T> =>
  jsonOf<T>(
    await answerTo(apiAddress(path, query, lang), {
      headers: ACCEPTED,
      cache: hasWritten ? 'no-cache' : 'default',
      signal: signal ?? null,
    }),
  );

/** What JSON is asked for with. */
export const ACCEPTED = { accept: 'application/json' };

/**
 * The answer to a request.
 *
 * @throws Failure where none came, or one that is no success
 */
export const answerTo = async (address: string, request: RequestInit): Promise<Response> => {
  let response: Response;
  try {
    response = await fetch(address, request);
  } catch (error) {
    if (request.signal?.aborted) throw error;
    throw new Failure(navigator.onLine ? 'unreachable' : 'offline');
  }
  if (!response.ok) throw await failureOf(response);
  return response;
};

export const jsonOf = <T>(response: Response): Promise<T> =>
  response.json().catch(() => {
    throw new Failure('unreadable');
  });

export type Query = Readonly<Record<string, string | null | undefined>>;

/** The address of something in the API, what is null left out. Language last, so that people can cut it off. */
export const apiAddress = (path: string, query: Query, lang: Lang): string => {
  const given = Object.entries({ ...query, lang }).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return `/v1/${path}?${new URLSearchParams(given as [string, string][])}`.replaceAll('%2C', ',');
};

const KEPT_MS = 10 * 60_000;
const kept = new Map<string, { at: number; answer: Promise<unknown> }>();

/** As `get`, for what hardly ever changes (catalogue, list of releases): asked for once in ten minutes. */
export const getKept = <T>(path: string, query: Query, lang: Lang): Promise<T> => {
  const address = apiAddress(path, query, lang);
  const known = kept.get(address);
  if (known && Date.now() - known.at < KEPT_MS) return known.answer as Promise<T>;
  const answer = get<T>(path, query, lang);
  kept.set(address, { at: Date.now(), answer });
  answer.catch(() => kept.delete(address));
  return answer;
};

let hasWritten = false;

/** After something was written: what was kept, here or by the browser, may say otherwise now. */
export const forgetKept = (): void => {
  hasWritten = true;
  kept.clear();
};
