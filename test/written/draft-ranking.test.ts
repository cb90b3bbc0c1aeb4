import { releaseFiles } from '@chi-so/reference-data/releases';
import { beforeAll, describe, expect, it } from 'vitest';
import { clientOf, type Json } from '../support/client.ts';
import { writtenStack } from '../support/written-stack.ts';

const { url, tokens } = writtenStack();
const send = clientOf(url);
const where = 'set=VN63&edition=provisional';

let path: string;
beforeAll(async () => {
  const text = releaseFiles().find(({ name }) => name.includes('pci/2019'))?.text ?? '';
  const file = text.replace('# edition: main', '# edition: provisional');
  const { body } = await send('PUT', `/v1/releases/pci/2019?${where}`, { token: tokens.write, body: file });
  path = `/v1/drafts/pci/2019/${body.meta.revision}/ranking?${where}`;
});

describe('a draft', () => {
  it('is ranked for those who may write, as it would be if it were published', async () => {
    const { status, body, headers } = await send('GET', path, { token: tokens.write });
    const published = (await send('GET', '/v1/rankings/pci/2019?revision=1')).body;

    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(body.meta).toMatchObject({ status: 'draft', publication: { cause: 'draft', revision: 1 } });
    const rows = ({ data }: Json) => data.map((row: Json) => [row.unit, row.score, row.rank, row.percentile]);
    expect(rows(body)).toEqual(rows(published));
  });

  it('is ranked by component and by group', async () => {
    const land = await send('GET', `${path}&component=land&lang=en`, { token: tokens.write });
    const group = land.body.data.length > 0 ? 'northern-midlands' : '';

    expect(land.body.data).toHaveLength(63);
    expect(land.body.meta.component_name).toMatch(/Land/);
    expect(await send('GET', `${path}&group=${group}-of-the-moon`, { token: tokens.write })).toMatchObject({
      status: 404,
      body: { code: 'not-found' },
    });
  });

  it.each([
    ['nobody', undefined, 401],
    ['whoever may only publish', tokens.publish, 403],
  ])('is shown to %s not at all', async (_who, token, status) => {
    expect((await send('GET', path, token ? { token } : {})).status).toBe(status);
    expect((await send('GET', `/v1/rankings/pci/2019?${where}`)).status).toBe(404);
  });

  it('has no ranking of a component or a revision that is not there', async () => {
    expect((await send('GET', `${path}&component=moon`, { token: tokens.write })).body.code).toBe('not-found');
    const other = path.replace('/1/ranking', '/99/ranking');
    expect((await send('GET', other, { token: tokens.write })).body.code).toBe('not-found');
  });
});

describe('a published ranking', () => {
  it('says how many others a unit stands above, and who has no rank and why', async () => {
    const pci = (await send('GET', '/v1/rankings/pci/2019')).body;
    const cchc = (await send('GET', '/v1/rankings/cchc/2020?set=VN63-46&group=districts')).body;

    const percentiles = pci.data.map((row: Json) => row.percentile);
    expect([percentiles[0], percentiles[31], percentiles[62]]).toEqual([100, 50, 0]);
    expect(cchc.meta.unranked).toEqual({ districts: { withheld: 5 } });
    expect(cchc.data.at(-1).percentile).toBeNull();
  });

  it('grades PAPI by the quartiles of the year, since its publisher does', async () => {
    const { data } = (await send('GET', '/v1/rankings/papi/2019?component=d1')).body;
    const sizes = Map.groupBy(data as Json[], ({ grade }) => grade);

    expect([...sizes].map(([grade, rows]) => [grade, rows.length])).toEqual([
      ['Cao nhất', 16],
      ['Trung bình cao', 16],
      ['Trung bình thấp', 15],
      ['Thấp nhất', 16],
    ]);
  });

  it('is there with all its components at once', async () => {
    const { body } = await send('GET', '/v1/rankings/pci/2019?component=*');

    expect(body.data).toHaveLength(63 * 11);
    expect(Object.keys(body.meta.components)).toHaveLength(11);
    expect(body.meta.components.land).toMatchObject({
      component_name: expect.stringContaining('Tiếp cận đất đai'),
      degraded: null,
    });
    const refused = await send('GET', '/v1/rankings/pci/2019?component=*&revision=1');
    expect(refused).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
  });
});
