import { verify } from '@chi-so/ranking/rebuild';
import { releaseFiles } from '@chi-so/reference-data/releases';
import { describe, expect, inject, it } from 'vitest';
import { clientOf, type Json, tablesOf } from './support/client.ts';

const { url, dynamodb } = inject('stack');
const send = clientOf(url);
const ranking = async (path: string): Promise<Json> => (await send('GET', `/v1/rankings/${path}`)).body;

describe('what ships', () => {
  it('is loaded whole, and every stored result equals a recomputation from Records', async () => {
    const { body } = await send('GET', '/v1/releases');
    const { outputs, differences } = await verify(tablesOf(dynamodb));

    const nameOf = ({ index, period, unit_set, edition }: Json) => [index, period, unit_set, edition].join('/');
    expect(body.data.map(nameOf).sort()).toEqual(releaseFiles().map(nameOf).sort());
    expect(differences).toEqual([]);
    expect(outputs).toBeGreaterThan(500);
  });

  it('ranks PCI 2019 as VCCI printed it, all 63', async () => {
    const { data, meta } = await ranking('pci/2019');

    expect(data).toHaveLength(63);
    expect(data[0]).toMatchObject({
      unit: 'VN63-22',
      unit_name: 'Quảng Ninh',
      score: 73.396484,
      rank: 1,
      rank_published: 1,
      rank_of: 63,
    });
    expect(data.find((row: Json) => row.unit === 'VN63-46')).toMatchObject({
      score: 66.499268,
      rank: 20,
      rank_published: 20,
    });
    expect(data.filter((row: Json) => row.rank !== row.rank_published)).toEqual([]);
    expect(meta.publication.revision).toBe(1);
  });

  it('prints no ranks for PCI 2008, where VCCI printed none', async () => {
    const { data } = await ranking('pci/2008');

    expect(data).toHaveLength(64);
    expect(data.every((row: Json) => row.rank_published === null && row.rank !== null)).toBe(true);
  });

  it('marks PAPI ranks as computed and later totals as derived', async () => {
    const { data, meta } = await ranking('papi/2019?lang=en');

    expect(data.every((row: Json) => row.rank_published === null)).toBe(true);
    expect(meta.notes.join(' ')).toMatch(/Computed ranks.*Derived/s);
  });

  it('lists a unit that was not surveyed unranked, never last', async () => {
    const { data } = await ranking('papi/2023');
    const missing = data.filter((row: Json) => row.rank === null);

    expect(missing.map((row: Json) => row.unit_name).sort()).toEqual(['Bình Dương', 'Quảng Ninh']);
    expect(data[0].rank_of).toBe(61);
  });

  it('keeps an impossible cell of DDCI Hà Tĩnh empty and its total', async () => {
    const cell = (await ranking('ddci/2021?set=VN63-42&component=proactivity')).meta.score_notes;
    const total = (await ranking('ddci/2021?set=VN63-42')).data.find((row: Json) => row.unit_name === 'Sở Tài chính');

    expect(cell.some(({ note }: Json) => note?.includes('50'))).toBe(true);
    expect(total.score).toBe(68.85);
  });

  it('never serves a rank of the press as published', async () => {
    const { data, meta } = await ranking('par-index/2023');

    expect(data.every((row: Json) => row.rank_published === null && row.rank === null)).toBe(true);
    expect(meta.claims.length).toBeGreaterThan(4);
    expect(meta.claims.every(({ source }: Json) => source)).toBe(true);
  });

  it('gives the series of a province over the years, with the breaks in between', async () => {
    const { body } = await send('GET', '/v1/series?index=pci&unit=VN63-46');

    expect(body.data.map((row: Json) => row.period).slice(0, 5)).toEqual(['2009', '2010', '2011', '2012', '2013']);
    expect(body.data.find((row: Json) => row.period === '2019')).toMatchObject({
      score: 66.499268,
      rank: 20,
      rank_of: 63,
    });
    expect(body.meta.breaks.map(({ from, to }: Json) => `${from}-${to}`)).toContain('2012-2013');
  });
});

describe('a reader', () => {
  it('learns what a province came from and what became of it', async () => {
    const merged = (await send('GET', '/v1/units/VN34-24')).body;
    const kept = (await send('GET', '/v1/units/VN63-46')).body;

    expect(merged.meta.predecessors).toMatchObject([
      { kind: 'merged', from: ['VN63-24', 'VN63-27'], on: '2025-07-01' },
    ]);
    expect(kept.meta.successors).toMatchObject([{ kind: 'renamed', to: ['VN34-46'] }]);
    expect(kept.data[0].changes[0]).toMatchObject({ on: '2025-01-01', kind: 'city' });
  });

  it('may subscribe to the releases to come', async () => {
    const { headers, body } = await send('GET', '/v1/calendar.ics');

    expect(headers.get('content-type')).toContain('text/calendar');
    expect(body).toMatch(/BEGIN:VEVENT\r\nUID:pci-2025@chi-so[\s\S]*DTSTART;VALUE=DATE:20260301/);
    expect(body.split('\r\n').every((line: string) => Buffer.byteLength(line) <= 75)).toBe(true);
  });

  it.each([
    ['/v1/indices', 11],
    ['/v1/units?set=VN63', 63],
    ['/v1/units?set=VN64', 64],
    ['/v1/units?set=VN34', 34],
    ['/v1/units/VN63-46', 1],
    ['/v1/calendar', 12],
    ['/v1/indices/pci/methodologies/pci-2013', 1],
  ])('of %s gets %i rows', async (path, rows) => {
    const { status, body } = await send('GET', path);

    expect(status).toBe(200);
    expect(body.data).toHaveLength(rows);
  });

  it.each([
    ['/v1/rankings/pci/1999', 404, 'not-found'],
    ['/v1/rankings/pci/twenty', 400, 'invalid-parameter'],
    ['/v1/rankings/pci/2019?yaer=1', 400, 'unknown-parameter'],
    ['/v1/rankings/pci/2019?group=moon', 404, 'no-such-group'],
    ['/v1/rankings/pci/2019?component=moon', 404, 'not-found'],
    ['/v1/rankings/pci/2019?as_of=yesterday', 400, 'invalid-parameter'],
    ['/v1/rankings/pci/2019?component=a%23b', 400, 'invalid-parameter'],
    ['/v1/series?index=pci&unit=VN63-46&from=last-year', 400, 'invalid-parameter'],
    ['/v1/series?index=pci&unit=VN63-46&from=2019&to=2015', 400, 'invalid-parameter'],
    ['/v1/series?index=pci&unit=VN63-46&group=moon', 404, 'no-such-group'],
    ['/v1/series?index=pci&unit=nowhere', 400, 'invalid-parameter'],
    ['/v1/series?index=pci', 400, 'invalid-request'],
    ['/v1/units/VN63-99', 404, 'not-found'],
  ])('of %s is told what is wrong, as a problem', async (path, status, code) => {
    const answer = await send('GET', path);

    expect(answer).toMatchObject({ status, body: { status, code } });
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });

  it('gets English when asking for it', async () => {
    const { body } = await send('GET', '/v1/rankings/cchc/2020?set=VN63-46&group=departments', {
      headers: { 'accept-language': 'en-GB,vi;q=0.5' },
    });

    expect(body.data[0].unit_name).toBe('Department of Home Affairs');
  });

  it('may ask for the latest period', async () => {
    const { data } = await ranking('papi/latest');

    expect(data[0].period).toBe('2024');
  });

  it('may ask where the latest period comes from as well', async () => {
    const { status, body } = await send('GET', '/v1/releases/papi/latest');

    expect([status, body.meta.release.period]).toEqual([200, '2024']);
    expect((await send('GET', '/v1/releases/papi/nonsense')).status).toBe(400);
  });
});
