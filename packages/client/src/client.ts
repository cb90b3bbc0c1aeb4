import createFetchClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './api.d.ts';
import { etagFetch } from './etag-fetch.ts';

/** A typed client of the API, over fetch. */

export type Schemas = components['schemas'];
export type ChiSo = Client<paths>;

export type ClientOptions = {
  /** Where the API is, such as `https://chi-so.example`. */
  baseUrl: string;
  /** Language of names and messages. */
  lang?: 'vi' | 'en';
  /** A JSON Web Token, for drafts and writes. */
  token?: string;
  /** Instead of the platform's own. */
  fetch?: (request: Request) => Promise<Response>;
};

/** Every route with its parameters and answers typed; what has not changed is not sent again. */
export const createClient = ({ baseUrl, lang = 'vi', token, fetch = globalThis.fetch }: ClientOptions): ChiSo =>
  createFetchClient<paths>({
    baseUrl,
    fetch: etagFetch(fetch),
    headers: { 'accept-language': lang, ...(token ? { authorization: `Bearer ${token}` } : {}) },
  });

/** An answer that is no success: `problem.code` is constant; the gateway's own errors have a message only. */
export class ChiSoError extends Error {
  override readonly name = 'ChiSoError';
  readonly status: number;
  readonly problem: Schemas['Problem'] | Schemas['GatewayError'];

  constructor(status: number, problem: Schemas['Problem'] | Schemas['GatewayError']) {
    super('code' in problem ? `${status} ${problem.code}: ${problem.detail}` : `${status}: ${problem.message}`);
    this.status = status;
    this.problem = problem;
  }
}

type Outcome<T> = { data?: T; error?: unknown; response: Response };

/** What was asked for. @throws ChiSoError where it was not given. */
export const given = async <T>(asked: Promise<Outcome<T>>): Promise<T> => {
  const { data, error, response } = await asked;
  if (data !== undefined) return data;
  throw new ChiSoError(response.status, error as Schemas['Problem']);
};
