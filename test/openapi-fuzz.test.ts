import fc from 'fast-check';
import createFetchClient from 'openapi-fetch';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type ArbitraryRequest, type Known, requestOf } from './fixtures/arbitrary-requests.ts';
import { everyRoute } from './fixtures/every-route.ts';
import type { Json } from './support/client.ts';
import { type Answered, type Described, described, faultOf, isDescribed } from './support/described.ts';
import { ownStack } from './support/own-stack.ts';

/**
 * Thousands of requests of every kind, made from the document: none makes the service fail, and nothing is answered that
 * the document does not describe. `FUZZ_RUNS` and `FUZZ_SEED` ask for more, and for others.
 */

const RUNS = Number(process.env.FUZZ_RUNS ?? 50 * described.length);
const SEED = Number(process.env.FUZZ_SEED ?? 814905);

const stack = await ownStack(inject('stack').assembly);
const tokens = { all: await stack.sign(), write: await stack.sign(['releases:write']), garbage: 'e30.e30.x', none: '' };
afterAll(() => stack.stop());

/** Bodies that the round trip sent with success, by route. */
const bodies = new Map<string, Json[]>();

beforeAll(async () => {
  let sent: Json;
  const client = createFetchClient<never>({
    baseUrl: stack.url,
    headers: { authorization: `Bearer ${tokens.all}` },
    fetch: async (request: Request) => {
      const text = await request.clone().text();
      sent = text === '' ? undefined : JSON.parse(text);
      return fetch(request);
    },
  });
  const left = { revision: 0, rules: [], entry: 0 };
  const steps = everyRoute(client as unknown as Parameters<typeof everyRoute>[0], left);
  for (const [route, step] of Object.entries(steps)) {
    if (route.endsWith('/withdraw')) break;
    await step();
    if (sent !== undefined) bodies.set(route, [sent]);
  }
  await stack.drained();
});

const KNOWN: Known = {
  index: ['vong-tron'],
  period: ['2024', 'latest'],
  set: ['VT24'],
  unit: ['VT24-01', 'VT24-01,VT24-02'],
  component: ['total', '*'],
  methodology: ['vong-tron-2024'],
  layout: ['long', 'wide', 'bang-thu'],
  source: ['vong-tron'],
  revision: ['1', '2', '3'],
  against: ['1'],
  name: ['Đơn vị 1', 'VT24-01', '01'],
  parent: ['VT24'],
  file: ['releases.xlsx', 'series.metadata.json', '2024.xlsx', '2024.docx', 'vong-tron.zip', 'start.js'],
  as_of: ['2099-01-01', new Date().toISOString()],
};

const send = async ({ method, path, headers, body, token }: ArbitraryRequest): Promise<Answered> => {
  const response = await fetch(stack.url + path, {
    method,
    headers: { ...headers, ...(token === 'none' ? {} : { authorization: `Bearer ${tokens[token]}` }) },
    ...(body === undefined ? {} : { body }),
    redirect: 'manual',
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
};

/** How often each status was answered. */
const statuses = new Map<number, number>();

/** What is wrong with an answer; undefined where nothing is. */
const wrong = (route: Described, request: ArbitraryRequest, answer: Answered): string | undefined => {
  if (answer.status >= 500) return `it failed: ${answer.text.slice(0, 300)}`;
  if (request.method === 'HEAD' || request.method === 'OPTIONS') return undefined;
  const fault = faultOf(route, answer);
  if (fault === undefined) return undefined;
  // A parameter that is empty or holds a slash makes another address of it, and another method another route.
  const isElsewhere = request.method !== route.method || !isOf(route.path, request.path);
  return isElsewhere && isDescribed(request.method, request.path, answer) ? undefined : fault;
};

const isOf = (template: string, path: string): boolean =>
  new RegExp(`^${template.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`).test(path.split('?')[0] ?? '');

const runs = Math.ceil(RUNS / described.length);

describe.concurrent(`any request (FUZZ_SEED=${SEED})`, () => {
  it.each(described.map((route) => [route.route, route] as const))(
    'for %s is answered as described',
    async (_name, route) => {
      const arbitrary = requestOf(route, KNOWN, bodies.get(route.route) ?? []);
      await fc.assert(
        fc.asyncProperty(arbitrary, async (request) => {
          const answer = await send(request);
          statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
          expect(wrong(route, request, answer)).toBeUndefined();
        }),
        { numRuns: runs, seed: SEED, endOnFailure: true },
      );
    },
    180_000,
  );
});

describe('the requests', () => {
  it('were thousands, many of them right and many wrong in different ways', () => {
    const share = (from: number, below: number) =>
      [...statuses].filter(([status]) => status >= from && status < below).reduce((sum, [, count]) => sum + count, 0) /
      RUNS;
    console.log(Object.fromEntries([...statuses].sort(([a], [b]) => a - b)));
    expect([...statuses.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(RUNS);
    expect(share(200, 400)).toBeGreaterThan(0.15);
    expect(share(400, 500)).toBeGreaterThan(0.3);
    expect(statuses.size).toBeGreaterThan(10);
  });
});
