import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { getKept } from './get.ts';
import { ask, send } from './send.ts';

const part = (claims: object) => Buffer.from(JSON.stringify(claims)).toString('base64url');
const token = `${part({ alg: 'none' })}.${part({ sub: 'hue', exp: 4_102_444_800, scope: 'targets:write' })}.x`;

const fetched = vi.fn<(address: string, request: RequestInit) => Promise<Response>>();
beforeEach(() => {
  fetched.mockReset();
  fetched.mockImplementation(async () => Response.json({ data: [] }));
  vi.stubGlobal('fetch', fetched);
  vi.stubGlobal('navigator', { onLine: true });
  vi.stubGlobal('sessionStorage', { getItem: () => token });
});
afterEach(() => vi.unstubAllGlobals());

const keys = () => fetched.mock.calls.map(([, { headers }]) => new Headers(headers).get('idempotency-key'));
const publish = (reason: string, lang: 'vi' | 'en' = 'vi') =>
  send('POST', 'releases/pii/2025/publish', {}, lang, { body: { reason }, ifMatch: 3 });

it('sends again under the same key what may have been done already', async () => {
  fetched.mockRejectedValueOnce(new TypeError('network'));
  fetched.mockResolvedValueOnce(new Response('', { status: 504 }));
  await expect(publish('lost')).rejects.toMatchObject({ kind: 'unreachable' });
  await expect(publish('lost')).rejects.toMatchObject({ status: 504 });
  await publish('lost', 'en');
  const [first, second, third] = keys();
  expect(first).toMatch(/\S/);
  expect([second, third]).toEqual([first, first]);
});

it('has another key for what is wanted anew, or is something else', async () => {
  await publish('answered');
  await publish('answered');
  fetched.mockResolvedValueOnce(new Response('', { status: 412 }));
  await expect(publish('refused')).rejects.toMatchObject({ status: 412 });
  await publish('refused');
  fetched.mockRejectedValueOnce(new TypeError('network'));
  await expect(publish('lost here')).rejects.toMatchObject({ kind: 'unreachable' });
  await publish('changed since');
  expect(new Set(keys()).size).toBe(6);
});

it('keeps the key of a file with the file', async () => {
  const [one, other] = [new Blob(['60']), new Blob(['60'])];
  const put = (body: Blob) => send('PUT', 'targets/VN63-46/2019', {}, 'vi', { body });
  fetched.mockRejectedValueOnce(new TypeError('network'));
  await expect(put(one)).rejects.toMatchObject({ kind: 'unreachable' });
  await put(other);
  await put(one);
  const [first, second, third] = keys();
  expect([third, second === first]).toEqual([first, false]);
});

it('forgets what was kept after it wrote, and not after it only asked', async () => {
  const asked = () => fetched.mock.calls.filter(([address]) => address.startsWith('/v1/units')).length;
  await getKept('units', {}, 'vi');
  await ask('POST', 'releases/recognise', {}, 'vi', new Blob(['60']));
  await getKept('units', {}, 'vi');
  expect(asked()).toBe(1);
  await publish('written');
  await getKept('units', {}, 'vi');
  expect(asked()).toBe(2);
});
