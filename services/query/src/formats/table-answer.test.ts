import { NOT_CARRIED } from '@chi-so/domain/carried-point';
import type { Request } from '@chi-so/runtime/request';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { disposition, type FoundTable, tableAnswer } from './table-answer.ts';

const row = (period: string, unit: string, score: number | null, rank: number | null) => ({
  ...{ index: 'pci', period, unit_set: 'VN63', edition: 'main', group: 'all', component: 'total', unit },
  ...{ unit_name: 'x', score, status: 'A', reason: null, rank, rank_published: rank, rank_of: 63 },
  ...{ methodology: 'pci-2017', revision: 1, ...NOT_CARRIED },
});

const SERIES: FoundTable = {
  table: 'series',
  rows: [row('2019', 'VN63-46', 66.5, 20), row('2018', 'VN63-46', 63.51, 30), row('2019', 'VN63-48', 70.15, 5)],
  meta: { component: 'total' },
  names: new Map([
    ['VN63-46', { name_vi: 'Thừa Thiên Huế', name_en: 'Thua Thien Hue' }],
    ['VN63-48', { name_vi: 'Đà Nẵng', name_en: 'Da Nang' }],
  ]),
  file: ['pci', 'total', 'series'],
};

const ask = (url: string, found: FoundTable = SERIES) => {
  const query = Object.fromEntries(new URL(url, 'http://localhost').searchParams);
  return tableAnswer({ url, query, path: {}, headers: {} } as unknown as Request, async () => found);
};

describe('A table', () => {
  it('is rows, what is known of them and where they go on', async () => {
    expect(await ask('/v1/series')).toEqual({ body: { data: SERIES.rows, meta: { component: 'total' }, next: null } });
  });

  it('has the same names as CSV, and a unit both of its own', async () => {
    const { body, headers } = await ask('/v1/series.csv');
    const [header = [], first] = parse(String(body)) as string[][];
    expect(header.filter((name) => !name.startsWith('unit_name_'))).toEqual(
      Object.keys(SERIES.rows[0] ?? {}).filter((name) => name !== 'unit_name'),
    );
    expect(first?.slice(6, 10)).toEqual(['VN63-46', 'Thừa Thiên Huế', 'Thua Thien Hue', '66.5']);
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': 'attachment; filename="pci_total_series.csv"',
    });
  });

  it('is one row a unit with periods as columns where the layout is wide', async () => {
    const { body, headers } = await ask('/v1/series.csv?layout=wide');
    expect(body).toBe(
      'index,unit_set,edition,component,unit,unit_name_vi,unit_name_en,2018,2019\r\n' +
        'pci,VN63,main,total,VN63-46,Thừa Thiên Huế,Thua Thien Hue,63.51,66.5\r\n' +
        'pci,VN63,main,total,VN63-48,Đà Nẵng,Da Nang,,70.15\r\n',
    );
    expect(headers?.['content-disposition']).toContain('pci_total_series_wide.csv');
  });

  it('holds ranks in the wide layout where they are asked for', async () => {
    const { body } = await ask('/v1/series.csv?layout=wide&value=rank&profile=excel-vi');
    expect(String(body).split('\r\n')[1]).toBe('pci;VN63;main;total;VN63-46;Thừa Thiên Huế;Thua Thien Hue;30;20');
  });

  it('has a row for each group of a unit in the wide layout, where a unit is ranked in several', async () => {
    const rows = ['region-1', 'all'].map((group, i) => ({ ...row('2019', 'VN63-46', 66.5, 3 + i), group }));
    const { body } = await ask('/v1/series.csv?layout=wide&value=rank', { ...SERIES, rows });
    expect(
      String(body)
        .split('\r\n')
        .map((line) => line.split(',').filter((_, i) => i === 3 || i === 8)),
    ).toEqual([['group', '2019'], ['region-1', '3'], ['all', '4'], []]);
  });

  it('has no wide layout where nothing of it is a column', async () => {
    const units: FoundTable = { table: 'units', rows: [], meta: {}, file: ['units'] };
    await expect(ask('/v1/units.csv?layout=wide', units)).rejects.toThrowError(/layout/);
  });

  it('is a header alone where it is empty', async () => {
    const { body } = await ask('/v1/units.csv', { table: 'units', rows: [], meta: {}, file: ['units'] });
    expect(body).toBe('unit_set,unit,name_vi,name_en,kind,groups,aliases,iso_3166_2\r\n');
  });

  it('is elsewhere as a workbook', async () => {
    expect(await ask('/v1/series?format=xlsx')).toMatchObject({ status: 308 });
  });

  it('is called by what it holds, in letters that every system stores', () => {
    expect(disposition(['pci', '2019', 'a/b "ĐÁ"'], 'csv')).toBe('attachment; filename="pci_2019_a-b-.csv"');
  });
});
