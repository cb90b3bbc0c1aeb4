import { fetchSource } from '@chi-so/ingestion/sources/fetch-source';
import { site } from '@chi-so/ingestion/sources/fixtures';
import { ingestFetched } from '@chi-so/ingestion/sources/ingest-fetched';
import { unitSets } from '@chi-so/reference-data/catalogue';
import { sourceItems } from '@chi-so/storage/sources';
import { describe, expect, it } from 'vitest';
import { clientOf } from '../support/client.ts';
import { storesOf } from '../support/stores.ts';
import { writtenStack } from '../support/written-stack.ts';

/** A publisher's site, played by a local server; the guard's own name service and connections are injected. */

const provided = writtenStack();
const stores = storesOf(provided);
const send = clientOf(provided.url);
const token = provided.tokens.all;

const provinces = unitSets().find(({ unit_set }) => unit_set === 'VN63')?.units ?? [];
const table = (first: number) =>
  `Tỉnh,Điểm PII\n${provinces.map(({ name_vi }, i) => `${name_vi},${(first - i * 0.37).toFixed(2)}`).join('\n')}\n`;

describe('a scheduled source', () => {
  it('makes a draft of what is new, nothing of what is not, and the next revision of what has changed', async () => {
    const published = { etag: '"1"', body: table(60) };
    const answered: number[] = [];
    const publisher = await site((request, response) => {
      const isKnown = request.headers['if-none-match'] === published.etag;
      response.writeHead(isKnown ? 304 : 200, { etag: published.etag, 'content-type': 'text/csv' });
      answered.push(isKnown ? 304 : 200);
      response.end(isKnown ? undefined : published.body);
    });
    const sources = sourceItems(stores.records);
    const source = {
      source: 'pii-thu',
      url: 'https://chi-so.example/pii-2023.csv',
      index: 'pii',
      period: '2023',
      unit_set: 'VN63',
      edition: 'fetched',
      every_hours: 1,
      enabled: true,
      version: 1,
      title: null,
      publisher: null,
      note: null,
    };
    const at = new Date().toISOString();
    await sources.save(source, {
      at,
      actor: 'test',
      action: 'source',
      target: 'source/pii-thu',
      reason: null,
      request_id: 'x',
    });
    const look = () =>
      fetchSource(
        {
          sources,
          fetch: (url, known) => publisher.fetch(url, known ? { known } : {}),
          ingest: ingestFetched(stores),
          allowedHosts: [{ host: 'chi-so.example', below: false, port: 443 }],
          levelOf: async () => 'province',
          now: () => new Date(),
        },
        'pii-thu',
        crypto.randomUUID(),
      );
    const drafts = async () => {
      const { body } = await send('GET', '/v1/drafts/pii/2023?set=VN63&edition=fetched', { token });
      return body.data.map(({ revision }: { revision: number }) => revision);
    };

    try {
      expect(await look()).toMatchObject({ state: { outcome: 'drafted' } });
      expect(await drafts()).toEqual([1]);
      await look();
      expect([answered, await drafts()]).toEqual([[200, 304], [1]]);
      published.etag = '"2"';
      expect(await look()).toMatchObject({ state: { outcome: 'unchanged' } });
      expect(await drafts()).toEqual([1]);
      published.etag = '"3"';
      published.body = table(61);
      expect(await look()).toMatchObject({ state: { outcome: 'drafted' } });
      expect([answered, await drafts()]).toEqual([
        [200, 304, 200, 200],
        [2, 1],
      ]);
    } finally {
      publisher.server.close();
    }
  });

  it('is not taken from a host that is not on the list', async () => {
    const body = { source: 'xau', url: 'https://169.254.169.254/latest', every_hours: 1, enabled: true };
    const answer = await send('PUT', '/v1/sources/xau', { token, body });
    expect([answer.status, answer.body.code]).toEqual([422, expect.any(String)]);
    expect((await send('GET', '/v1/sources')).status).toBe(401);
  });
});
