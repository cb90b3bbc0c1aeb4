import { describe, expect, inject, it } from 'vitest';
import { clientOf, type Json } from './support/client.ts';

/** One unit in every index, by the releases that ship. */

const send = clientOf(inject('stack').url);

const profile = async (unit: string, query = ''): Promise<Json> => {
  const { status, body } = await send('GET', `/v1/units/${unit}/profile?${query}`);
  expect([unit, status]).toEqual([unit, 200]);
  return body;
};
const rowOf = ({ data }: Json, index: string): Json => data.find((row: Json) => row.index === index);

describe('the profile of a province', () => {
  it('has its place in each index, as its ranking has', async () => {
    const found = await profile('VN63-46', 'period=2019');
    const { body } = await send('GET', '/v1/rankings/pci/2019?set=VN63');
    const {
      component: _,
      maximum: _m,
      percent: _p,
      rank_reason: _r,
      ...row
    } = body.data.find(({ unit }: Json) => unit === 'VN63-46');

    expect(rowOf(found, 'pci')).toMatchObject({
      ...row,
      ...{ rank: 20, rank_of: 63, percentile: 69.35, direction: 'higher-is-better', against: '2018' },
      ...{ index_name: 'Chỉ số năng lực cạnh tranh cấp tỉnh (PCI)', staleness: 'unit-ended' },
    });
    expect(rowOf(found, 'pci').breaks.at(-1)).toEqual({
      ...{ from: '2021', to: '2022', methodology_before: 'pci-2013', methodology: 'pci-2022' },
    });
    expect(rowOf(found, 'sipas')).toMatchObject({ period: '2019', latest_period: '2024' });
  });

  it('has the latest period of each where none is asked for, and a row without figures where there is none', async () => {
    const found = await profile('VN63-46', 'lang=en');

    expect(rowOf(found, 'papi')).toMatchObject({ period: '2024', latest_period: '2024' });
    expect(rowOf(found, 'pii')).toMatchObject({ period: null, score: null, rank: null, reason: null, status: 'M' });
    expect(found.data.map(({ index }: Json) => index)).not.toContain('cchc');
    expect(found.meta.notes.join()).toContain('VN63-46 is an id until 2025-06-30');
  });

  it('since 2025 has no figures of those before it, and says where they are', async () => {
    const found = await profile('VN34-24');

    expect(found.data.every(({ score, rank }: Json) => score === null && rank === null)).toBe(true);
    expect(rowOf(found, 'pci')).toMatchObject({ next_expected: { period: '2025' } });
    expect(found.meta.predecessors).toEqual([expect.objectContaining({ from: ['VN63-24', 'VN63-27'] })]);
    expect(found.meta.notes.join()).toContain('VN63-24, VN63-27');
  });
});

describe('the profile of a unit inside a province', () => {
  it('has the indices of its own province, in its own league', async () => {
    const found = await profile('VN63-46.so-noi-vu', 'period=2020');

    expect(found.data.map(({ index, group }: Json) => [index, group])).toEqual([['cchc', 'departments']]);
  });
});

describe('a profile is refused', () => {
  it('of a unit that does not exist, with the one that was perhaps meant', async () => {
    const { status, body } = await send('GET', '/v1/units/VN63-47/profile');
    expect([status, body.code, body.candidates.length]).toEqual([404, 'not-found', 1]);
    expect((await send('GET', '/v1/units/VN99-01/profile')).body).toMatchObject({ code: 'not-found', candidates: [] });
    for (const none of ['a', '-x', '.x']) expect((await send('GET', `/v1/units/${none}/profile`)).status).toBe(404);
  });

  it('for a parameter that it does not know, and for a period that is none', async () => {
    expect((await send('GET', '/v1/units/VN63-46/profile?year=2019')).body.code).toBe('unknown-parameter');
    expect((await send('GET', '/v1/units/VN63-46/profile?period=19')).body.code).toBe('invalid-parameter');
  });
});
