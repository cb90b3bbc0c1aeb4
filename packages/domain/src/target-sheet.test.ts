import { describe, expect, it } from 'vitest';
import { pointsSheet } from './target-points-sheet.ts';
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

  it('has beside it what the components of each office have lost, most first', () => {
    const cost = { index: 'pci', edition: 'main', actual_period: '2019', points_lost_weights: 'confirmed' } as const;
    const costs = [
      { ...cost, office: 'Sở A', component: 'land', component_name: 'Đất đai', points_lost: 1.5 },
      { ...cost, office: 'Sở B', component: 'time', component_name: 'Thời gian', points_lost: 2 },
      { ...cost, office: 'Sở B', component: 'legal', component_name: 'Pháp lý', points_lost: 2.5 },
      { ...cost, office: 'Sở B', component: 'total', component_name: 'PCI', points_lost: null },
    ];
    const [sheet] = pointsSheet(costs, null);
    const rows = sheet?.rows.slice(3).map((cells) => [0, 4, 6, 7].map((at) => cells[at]?.value));
    expect(rows).toEqual([
      ['Sở B', 4.5, 'Pháp lý', 2.5],
      ['Sở B', null, 'Thời gian', 2],
      ['Sở A', 1.5, 'Đất đai', 1.5],
    ]);
    expect(pointsSheet([], null)).toEqual([]);

    const [part] = pointsSheet(costs, 'bảng xếp hạng pci 2019');
    expect(part?.rows[3]?.[0]?.value).toMatch(/có thể thiếu: bảng xếp hạng pci 2019$/);
    expect(part?.rows[4]?.[0]?.value).toBe('Sở B');
  });
});
