import { describe, expect, inject, it } from 'vitest';
import { clientOf, type Json } from './support/client.ts';

const send = clientOf(inject('stack').url);
const resolve = async (query: Record<string, string>): Promise<Json> => {
  const { status, body } = await send('GET', `/v1/units/resolve?${new URLSearchParams(query)}`);
  return { status, ...body };
};
const units = (rows: Json[]): string[] => rows.map(({ unit, rule }) => `${unit} ${rule}`);

describe('resolving a name over HTTP', () => {
  it.each([
    [{ name: 'Bắc Ninh', on: '2024-12-31' }, 'VN63-27 exact'],
    [{ name: 'Bắc Ninh', on: '2025-08-01' }, 'VN34-24 exact'],
    [{ name: '27', on: '2024-12-31' }, 'VN63-27 gso-code'],
    [{ name: '27', set: 'VN64' }, 'VN64-27 gso-code'],
    [{ name: 'UBND thành phố Huế', on: '2020-12-31', parent: 'VN63-46' }, 'VN63-46.thanh-pho-hue exact'],
    [{ name: 'TP Huế', set: 'VN63-46' }, 'VN63-46.thanh-pho-hue without-kind'],
    [{ name: 'Thành phố Huế', on: '2025-08-01' }, 'VN34-46 exact'],
    [{ name: 'VN63-46' }, 'VN63-46 unit-id'],
    [{ name: 'VN63-46.so-noi-vu' }, 'VN63-46.so-noi-vu unit-id'],
    [{ name: 'Hà Tây' }, 'VN64-28 exact'],
    [{ name: 'T+//0Aw//9AII-Y NINH', on: '2019-12-31' }, 'VN63-72 folded'],
  ])('gives the one unit that it means: %j', async (query, unit) => {
    const { status, data, candidates, next } = await resolve(query);
    expect([status, units(data), candidates, next]).toEqual([200, [unit], [], null]);
  });

  it('gives the row of the unit, the rule, and what was asked', async () => {
    const { data, meta } = await resolve({ name: 'TT-Huế', on: '2019-12-31' });
    const { body } = await send('GET', '/v1/units/VN63-46');

    expect(data).toEqual([{ ...body.data[0], rule: 'exact' }]);
    expect(meta).toEqual({ name: 'TT-Huế', on: '2019-12-31', set: null, parent: null });
  });

  it('refuses a bare code without a day', async () => {
    const { data, candidates } = await resolve({ name: '27' });
    expect([data, units(candidates)]).toEqual([[], ['VN63-27 gso-code', 'VN64-27 gso-code']]);
  });

  it('takes no city inside a province for the province, and shows both', async () => {
    const { data, candidates } = await resolve({ name: 'Thành phố Huế', on: '2020-12-31' });

    expect(data).toEqual([]);
    expect(units(candidates)).toEqual(
      expect.arrayContaining(['VN63-46 other-kind', 'VN63-46.thanh-pho-hue exact', 'VN34-46 exact']),
    );
  });

  it('shows when a name meant something, where it means nothing on the day', async () => {
    const { data, candidates } = await resolve({ name: 'Hà Tây', on: '2019-12-31' });

    expect(data).toEqual([]);
    expect(candidates).toContainEqual({
      unit: 'VN64-28',
      unit_set: 'VN64',
      name_vi: 'Hà Tây',
      rule: 'exact',
      valid_from: null,
      valid_to: '2008-07-31',
    });
  });

  it('looks inside provinces only where it is told which', async () => {
    expect(await resolve({ name: 'Sở Nội vụ' })).toMatchObject({ data: [], candidates: [] });
    expect(units((await resolve({ name: 'Sở Nội vụ', parent: 'VN63-46' })).data)).toEqual(['VN63-46.so-noi-vu exact']);
  });

  it.each([
    [{}, 400],
    [{ name: ' ' }, 400],
    [{ name: 'x'.repeat(301) }, 400],
    [{ name: 'Huế', on: '2024-02-30' }, 400],
    [{ name: 'Huế', on: 'today' }, 400],
    [{ name: 'Huế', era: 'VN63' }, 400],
    [{ name: 'Huế', set: 'VN99' }, 404],
    [{ name: 'Huế', parent: 'VN63-99' }, 404],
  ])('refuses what it cannot read: %j', async (query, expected) => {
    const { status } = await resolve(query as Record<string, string>);
    expect(status).toBe(expected);
  });
});
