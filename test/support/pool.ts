import { createHash, randomBytes } from 'node:crypto';
import type { Json } from './client.ts';

/** Coming to tokens as people and programs do, at the addresses that the API itself names. */

type Place = { authorization_endpoint: string; token_endpoint: string; client_id: string };

export const placeOf = async (url: string): Promise<Place> => {
  const { data } = (await (await fetch(`${url}/v1/config`)).json()) as Json;
  return data[0].sign_in;
};

export const postForm = async (address: string, form: object | URLSearchParams, headers = {}) => {
  const body = form instanceof URLSearchParams ? form : new URLSearchParams(form as Record<string, string>);
  const response = await fetch(address, { method: 'POST', body, headers, redirect: 'manual' });
  const text = await response.text();
  const answer: Json = text.startsWith('{') ? JSON.parse(text) : text;
  return { status: response.status, location: response.headers.get('location'), body: answer };
};

const VERIFIER = randomBytes(32).toString('base64url');

/** What a page asks with. */
export const asking = (url: string, { client_id }: Place, more: Record<string, string> = {}) => ({
  response_type: 'code',
  client_id,
  redirect_uri: `${url}/sign-in`,
  scope: 'openid',
  state: 'as-it-was',
  code_challenge: createHash('sha256').update(VERIFIER).digest('base64url'),
  code_challenge_method: 'S256',
  ...more,
});

type Somebody = { person?: string; groups: readonly string[]; unit_sets?: string };

/** A code, as the sign-in sends it back to the page. */
export const codeFor = async (url: string, { person = 'lan', groups, unit_sets = '' }: Somebody): Promise<string> => {
  const place = await placeOf(url);
  const form = new URLSearchParams({ ...asking(url, place), person, unit_sets });
  for (const group of groups) form.append('group', group);
  const { location } = await postForm(place.authorization_endpoint, form);
  return new URL(location ?? '').searchParams.get('code') ?? '';
};

/** What is answered to a code. */
export const exchanged = async (url: string, code: string, more: Record<string, string> = {}) => {
  const { token_endpoint, client_id } = await placeOf(url);
  return postForm(token_endpoint, {
    grant_type: 'authorization_code',
    ...{ client_id, code, redirect_uri: `${url}/sign-in`, code_verifier: VERIFIER, ...more },
  });
};

export const tokensFor = async (url: string, somebody: Somebody): Promise<{ access_token: string; id_token: string }> =>
  (await exchanged(url, await codeFor(url, somebody))).body;

/** What is answered to a program that proves itself by its secret. */
export const askedBy = async (url: string, { id, secret }: { id: string; secret: string }, form: object = {}) =>
  postForm(
    (await placeOf(url)).token_endpoint,
    { grant_type: 'client_credentials', ...form },
    { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` },
  );
