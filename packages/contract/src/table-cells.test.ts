import { describe, expect, it } from 'vitest';
import { wideCells } from './table-cells.ts';

const row = (unit: string, period: string, score: number, carried: string | null = null) => ({
  ...{ index: 'pci', period, unit_set: 'VN63', edition: 'main', component: 'total', unit, unit_name: unit, score },
  ...{ carried, origin_units: carried === null ? [] : ['VN63-24', 'VN63-27'] },
});
const columnsOf = (rows: object[]) => wideCells('series', rows, 'score').columns.map(({ name }) => name);

describe('a series with a column a period', () => {
  it('says beside the unit that its figures are those of others', () => {
    const { columns, rows } = wideCells(
      'series',
      [row('VN34-24', '2018', 60, 'constituents'), row('VN34-24', '2019', 61, 'constituents')],
      'score',
    );
    const line = Object.fromEntries(columns.map(({ name }, i) => [name, rows[0]?.[i]]));

    expect(rows.length).toBe(1);
    expect(line).toMatchObject({ carried: 'constituents', origin_units: 'VN63-24|VN63-27', 2018: 60, 2019: 61 });
  });

  it('has no such columns where every figure is of the unit itself', () => {
    expect(columnsOf([row('VN63-46', '2019', 66)])).not.toContain('carried');
  });
});
