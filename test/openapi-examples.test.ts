import { describe, expect, inject, it } from 'vitest';
import type { Json } from './support/client.ts';
import { type Described, described, document, exampleOf, faultOf, urlOf } from './support/described.ts';

const { url, tokens } = inject('stack');

const ask = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(url + path, { headers: { authorization: `Bearer ${tokens.all}`, ...headers } });
  return { status: response.status, headers: response.headers, text: await response.text() };
};

/** Every GET as its examples ask it: with what it requires, and with each further parameter by itself. */
const examples = described
  .filter(({ method }) => method === 'GET')
  .flatMap((route): [string, Described][] => {
    const optional = route.operation.parameters.filter(
      (one: Json) => one.in === 'query' && !one.required && exampleOf(one) !== undefined,
    );
    return [{}, ...optional.map((one: Json) => ({ [one.name]: exampleOf(one) }))].map((given) => [
      urlOf(route, given),
      route,
    ]);
  });

describe('the document that is served', () => {
  it('is the one that is made from the routes', async () => {
    const { status, text } = await ask('/v1/openapi.json');
    expect([status, JSON.parse(text)]).toEqual([200, document]);
  });
});

describe('the example', () => {
  it.each(examples)('%s is answered as described', async (path, route) => {
    const answer = await ask(path);
    expect([answer.status, faultOf(route, answer)]).toEqual([200, undefined]);
  });
});

describe('every release that ships', () => {
  it('is answered as described, in all its components, and where it comes from', async () => {
    const [ranking, release] = ['GET /v1/rankings/{index}/{period}', 'GET /v1/releases/{index}/{period}'].map((route) =>
      described.find((one) => one.route === route),
    );
    if (!ranking || !release) throw new Error('The document lacks rankings or releases');
    const { data } = JSON.parse((await ask('/v1/releases')).text);
    const faults = await Promise.all(
      data.flatMap(({ index, period, unit_set: set, edition }: Json) => [
        ask(urlOf(ranking, { index, period, set, edition, component: '*' })).then((answer) => faultOf(ranking, answer)),
        ask(urlOf(release, { index, period, set, edition })).then((answer) => faultOf(release, answer)),
      ]),
    );
    expect(new Set(faults)).toEqual(new Set([undefined]));
  });
});
