import { columnsOf, type TableName } from '@chi-so/contract/columns';
import { readWorkbook } from '@chi-so/ingestion/workbook/workbook';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { describe, expect, inject, it } from 'vitest';
import type { Json } from './support/client.ts';

/** The same rows in every form. */

const { url } = inject('stack');

const get = (path: string, headers: Record<string, string> = {}) => fetch(url + path, { headers });
const json = async (path: string): Promise<Json> => (await get(path)).json();
const rowsOf = (text: string, delimiter = ',') =>
  parse(text, { columns: true, delimiter, bom: true }) as Record<string, string>[];
const csv = async (path: string) => rowsOf(await (await get(path)).text());

const TABLES: Record<TableName, { path: string; query: string }> = {
  rankings: { path: '/v1/rankings/pci/2019', query: '?component=*' },
  series: { path: '/v1/series', query: '?index=pci&unit=VN63-46,VN63-48,VN34-46' },
  releases: { path: '/v1/releases', query: '' },
  units: { path: '/v1/units', query: '?set=VN63' },
  indices: { path: '/v1/indices', query: '' },
  decomposition: { path: '/v1/analysis/decomposition', query: '?index=pci&unit=VN63-46&from=2018&to=2019' },
  gap: { path: '/v1/analysis/gap', query: '?index=pci&unit=VN63-46&period=2019&target=rank:10' },
  'what-if': { path: '/v1/analysis/what-if', query: '?index=pci&period=2019&change=VN63-46:land:8' },
  movers: { path: '/v1/analysis/movers', query: '?index=pci&from=2018&to=2019' },
  peers: { path: '/v1/analysis/peers', query: '?index=pci&unit=VN63-46&period=2019' },
  robustness: { path: '/v1/analysis/robustness', query: '?index=pci&period=2019&draws=500' },
  changes: { path: '/v1/changes', query: '' },
};
const LONG = (Object.entries(TABLES) as [TableName, { path: string; query: string }][]).filter(
  ([table]) => table !== 'changes',
);

const cellOf = (value: unknown): string =>
  value === null || value === undefined ? '' : Array.isArray(value) ? value.join('|') : String(value);

describe('A table as CSV', () => {
  it.each(LONG)('of %s has the rows and the names of the JSON', async (table, { path, query }) => {
    const [{ data: vi }, { data: en }] = await Promise.all([
      json(`${path}${query}`),
      json(`${path}${query}${query ? '&' : '?'}lang=en`),
    ]);
    const response = await get(`${path}.csv${query}`);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    const read = rowsOf(await response.text());
    expect(vi.length).toBeGreaterThan(5);
    expect(read.length).toBe(vi.length);
    for (const [i, row] of read.entries()) {
      const expected = { ...vi[i], unit_name_vi: vi[i].unit_name, unit_name_en: en[i].unit_name };
      for (const { name } of columnsOf(table)) expect([name, row[name]]).toEqual([name, cellOf(expected[name])]);
    }
  });

  it('of changes has a line for each row that changed', async () => {
    const read = await csv('/v1/changes.csv?since=0');
    const { data } = await json('/v1/changes?since=0');
    expect(read.length).toBeGreaterThanOrEqual(data.length);
    expect(read[0]).toMatchObject({ id: '1', action: 'published', unit: '', score: '' });
  });

  it('is the same by suffix, by parameter and by Accept', async () => {
    const [one, two, three] = await Promise.all([
      get('/v1/rankings/pci/2019.csv'),
      get('/v1/rankings/pci/2019?format=csv'),
      get('/v1/rankings/pci/2019', { accept: 'text/csv' }),
    ]);
    const text = await one.text();
    expect(await two.text()).toBe(text);
    expect(await three.text()).toBe(text);
    expect(two.headers.get('etag')).toBe(one.headers.get('etag'));
    expect(one.headers.get('content-disposition')).toBe('attachment; filename="pci_2019_total.csv"');
    expect(one.headers.get('link')).toContain('</v1/exports/rankings/pci/2019.metadata.json>; rel="describedby"');
  });

  it('has no byte order mark, and ends its lines as RFC 4180 says', async () => {
    const bytes = Buffer.from(await (await get('/v1/rankings/pci/2019.csv')).arrayBuffer());
    expect(bytes.subarray(0, 5).toString()).toBe('index');
    expect(
      bytes
        .toString()
        .split('\n')
        .slice(0, -1)
        .every((line) => line.endsWith('\r')),
    ).toBe(true);
  });

  it('has semicolons, decimal commas and a byte order mark for Excel in Vietnamese', async () => {
    const bytes = Buffer.from(await (await get('/v1/rankings/pci/2019.csv?profile=excel-vi')).arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [plain, excel] = [await csv('/v1/rankings/pci/2019.csv'), rowsOf(bytes.toString(), ';')];
    expect(excel.map(({ score }) => score)).toEqual(plain.map(({ score }) => score?.replace('.', ',')));
    expect(excel.map(({ unit_name_vi }) => unit_name_vi)).toEqual(plain.map(({ unit_name_vi }) => unit_name_vi));
  });

  it('has periods or components as columns in the wide layout', async () => {
    const [series, ranking] = await Promise.all([
      csv('/v1/series.csv?index=pci&unit=VN63-46,VN63-48&from=2015&to=2019&layout=wide'),
      csv('/v1/rankings/pci/2019.csv?component=*&layout=wide'),
    ]);
    expect(series.length).toBe(2);
    expect(Object.keys(series[0] ?? {}).filter((name) => /^\d+$/.test(name))).toEqual([
      ...['2015', '2016', '2017', '2018', '2019'],
    ]);
    const { data } = await json('/v1/rankings/pci/2019');
    const totals = new Map(ranking.map(({ unit, total }) => [unit, total]));
    for (const { unit, score } of data) expect(totals.get(unit)).toBe(cellOf(score));
    expect(ranking.length).toBe(data.length);
  });

  it('is refused where the form contradicts itself or means nothing', async () => {
    for (const path of [
      '/v1/rankings/pci/2019.csv?format=json',
      '/v1/rankings/pci/2019?layout=wide',
      '/v1/units.csv?set=VN63&layout=wide',
      '/v1/rankings/pci/2019?format=pdf',
    ]) {
      const response = await get(path);
      expect([path, response.status, ((await response.json()) as Json).code]).toEqual([path, 400, 'invalid-parameter']);
    }
  });
});

describe('A table as a workbook', () => {
  it.each(Object.values(TABLES))('of $path is where a suffix or format=xlsx leads', async ({ path, query }) => {
    const moved = await fetch(`${url}${path}.xlsx${query}`, { redirect: 'manual' });
    expect(moved.status).toBe(308);
    expect(moved.headers.get('location')).toBe(`${path.replace('/v1', '/v1/exports')}.xlsx${query}`);
    const response = await get(`${path}${query}${query ? '&' : '?'}format=xlsx`);
    expect([response.status, response.headers.get('content-disposition')]).toEqual([
      200,
      expect.stringMatching(/^attachment; filename="[a-z0-9A-Z_.-]+\.xlsx"$/),
    ]);
  });

  it('has numbers as numbers, and a sheet that says where they come from', async () => {
    const response = await get('/v1/rankings/pci/2019.xlsx');
    const [figures, source] = await readWorkbook(Buffer.from(await response.arrayBuffer()));
    const { data } = await json('/v1/rankings/pci/2019');
    const values = (sheet = figures) =>
      [...(sheet?.rows.values() ?? [])].map((row) => [...row.values()].map(({ value }) => value));
    const [header = [], ...rows] = values();
    expect(header).toEqual(columnsOf('rankings').map(({ name }) => name));
    expect(rows.length).toBe(data.length);
    const column = [...(figures?.rows.values() ?? [])].slice(1).map((row) => row.get(header.indexOf('score'))?.value);
    expect(column).toEqual(data.map(({ score }: Json) => score ?? undefined));
    const told = values(source).flat().join('\n');
    for (const word of ['VCCI', 'pci-20', 'Trích dẫn', 'rank_published']) expect(told).toContain(word);
  });
});

describe('An unchanged file', () => {
  it.each([
    '/v1/rankings/pci/2019.csv',
    '/v1/series.csv?index=pci&unit=VN63-46&layout=wide',
    '/v1/exports/rankings/pci/2019.xlsx',
    '/v1/exports/rankings/pci/2019.metadata.json',
    '/v1/exports/indices/pci.csv',
    '/v1/exports/indices/pci.zip',
    '/v1/releases/pci/2019/template.xlsx?set=VN63',
  ])('is not sent again: %s', async (path) => {
    const etag = (await get(path)).headers.get('etag') ?? '';
    expect(etag).toMatch(/^W\//);
    // An archive keeps times to two seconds.
    await new Promise((resolve) => setTimeout(resolve, 2100));
    const again = await get(path, { 'if-none-match': etag });
    expect([again.status, (await again.text()).length]).toEqual([304, 0]);
  });
});

describe('What the columns of a table mean', () => {
  it.each(Object.entries(TABLES))('is told of %s', async (table, { path, query }) => {
    const response = await get(`${path}.metadata.json${query}`);
    const { data, meta } = (await response.json()) as Json;
    expect([response.status, meta.table]).toEqual([200, table]);
    const header = (await (await get(`${path}.csv${query}`)).text()).split('\r\n')[0]?.split(',');
    expect(data.map(({ name }: Json) => name)).toEqual(header);
    for (const column of data) expect([column.name_vi, column.name_en, column.description_vi]).not.toContain('');
  });

  it('names source, citation, certainty, methodology and what may be done with a ranking', async () => {
    const { meta } = await json('/v1/rankings/pci/2019.metadata.json');
    expect(meta).toMatchObject({
      citation: expect.stringContaining('VCCI'),
      source: { certainty: expect.any(String) },
      publication: { revision: 1 },
      methodologies: [
        { methodology: expect.stringMatching(/^pci-/), facts: { weights: { certainty: expect.any(String) } } },
      ],
      reuse: { vi: expect.any(String), en: expect.any(String) },
    });
  });

  it('names every release that a series comes from', async () => {
    const { meta } = await json('/v1/series.metadata.json?index=pci&unit=VN63-46&from=2017&to=2019');
    expect(meta.releases.map(({ period }: Json) => period)).toEqual(['2017', '2018', '2019']);
    expect(meta.citation).toContain('VCCI');
  });
});

describe('All figures of an index', () => {
  it('are one file, and each release in it is as it is by itself', async () => {
    const all = await csv('/v1/indices/pci.csv');
    const one = await csv('/v1/rankings/pci/2019.csv?component=*');
    expect(all.filter(({ period, unit_set }) => period === '2019' && unit_set === 'VN63')).toEqual(one);
    const releases = await csv('/v1/releases.csv?index=pci');
    expect(new Set(all.map(({ period }) => period))).toEqual(new Set(releases.map(({ period }) => period)));
  });

  it.each(['papi', 'par-index', 'cchc', 'dti', 'sipas'])('of %s have a file too', async (index) => {
    const response = await get(`/v1/exports/indices/${index}.csv`);
    expect([response.status, (await response.text()).split(',')[0]]).toEqual([200, 'index']);
  });

  it('come in an archive with what explains them, the same bytes each time', async () => {
    const [one, two] = await Promise.all([get('/v1/exports/indices/pci.zip'), get('/v1/exports/indices/pci.zip')]);
    const files = unzipSync(new Uint8Array(await one.arrayBuffer()));
    expect(Object.keys(files)).toEqual(['figures.csv', 'releases.csv', 'metadata.json', 'methodologies.json']);
    expect(Buffer.from(files['figures.csv'] ?? []).toString()).toBe(
      await (await get('/v1/exports/indices/pci.csv')).text(),
    );
    expect(one.headers.get('etag')).toBe(two.headers.get('etag'));
  });

  it('are not found of an index that is not there', async () => {
    for (const file of ['nothing.csv', 'pci.pdf', 'pci']) {
      const response = await get(`/v1/exports/indices/${file}`);
      expect([response.status, response.headers.get('content-type')]).toEqual([
        404,
        expect.stringContaining('problem'),
      ]);
    }
  });
});
