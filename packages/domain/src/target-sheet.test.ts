import { describe, expect, it } from 'vitest';
import { planSheets } from './target-sheet.ts';

describe('the sheet of a plan', () => {
  it('lists what may be wanted in Vietnamese, under heads that carry ids', () => {
    const [sheet, guide] = planSheets({
      unit: { unit: 'VN63-46', name_vi: 'Thừa Thiên Huế' },
      period: '2024',
      version: 0,
      plan: null,
      components: [{ index: 'pci', component: 'land', name_vi: 'Tiếp cận đất đai', level: 1 }],
      nameOf: (_index, component) => component,
      grades: new Map([
        ['pci', ['Rất tốt', 'Tốt']],
        ['dti', []],
      ]),
    });
    const texts = (rows: { value: unknown }[][] = []) => rows.map((cells) => cells.map(({ value }) => value));
    const [ids, heads, ...rest] = texts(sheet?.rows);
    expect(ids?.slice(0, 7)).toEqual([
      'index',
      'edition',
      'component',
      'component_name',
      'group',
      'target_kind',
      'target',
    ]);
    expect(heads?.[7]).toBe('Cơ quan chủ trì');
    expect(rest[0]).toEqual(['# unit: VN63-46', null, null, 'Thừa Thiên Huế']);
    expect(rest.at(-1)?.slice(0, 5)).toEqual(['pci', 'main', 'land', 'Tiếp cận đất đai', null]);
    expect(texts(guide?.rows).at(-1)).toEqual(['Nhóm của pci', 'Rất tốt | Tốt']);
  });
});
