import { LayoutBody } from '@chi-so/contract/catalogue-body';
import { describe, expect, it } from 'vitest';
import { layoutOfMapping } from './mapping.ts';

const given = { index: 'pci', layout: undefined };

describe('a mapping', () => {
  it('may say only which column is what, by letter or header', () => {
    const layout = layoutOfMapping(
      { columns: { C: 'total', 'Điểm PCI': 'total', Hạng: 'total rank_published', Nhóm: 'total grade', Vùng: null } },
      'Bảng của tôi.json',
      given,
    );
    expect(layout).toMatchObject({
      layout: 'Bang-cua-toi',
      index: 'pci',
      publisher: null,
      ignored: ['Vùng'],
      columns: [
        { component: 'total', figure: 'score', headers: [], column: 'C' },
        { component: 'total', figure: 'score', headers: ['Điểm PCI'] },
        { component: 'total', figure: 'rank_published', headers: ['Hạng'] },
        { component: 'total', figure: 'grade_published', headers: ['Nhóm'] },
      ],
    });
    expect(LayoutBody.safeParse(layout).success).toBe(true);
  });

  it('takes three capital letters for a header, since indices are called so', () => {
    expect(layoutOfMapping({ columns: { PCI: 'total' } }, 'm.json', given)).toMatchObject({
      columns: [{ component: 'total', headers: ['PCI'] }],
    });
  });

  it('is completed where it is a layout already', () => {
    const columns = [
      { component: 'total', headers: 'Điểm' },
      { component: 'entry', figure: 'score', column: 'D' },
    ];
    const layout = layoutOfMapping({ layout: 'mine', index: 'pci', name_vi: 'Của tôi', columns }, 'm.json', {
      index: undefined,
      layout: undefined,
    });
    expect(layout).toMatchObject({
      layout: 'mine',
      name_vi: 'Của tôi',
      columns: [
        { component: 'total', figure: 'score', headers: ['Điểm'] },
        { component: 'entry', figure: 'score', headers: [], column: 'D' },
      ],
    });
    expect(LayoutBody.safeParse(layout).success).toBe(true);
  });

  it.each([
    ['no columns', { layout: 'x' }, /columns/],
    ['a figure that there is not', { columns: { C: 'total median' } }, /columns/],
    ['another index than the command line', { index: 'papi', columns: { C: 'total' } }, /papi/],
  ])('is refused with %s', (_, json, why) => {
    expect(layoutOfMapping(json, 'm.json', given)).toMatchObject({ en: expect.stringMatching(why) });
  });

  it('is of a province where the set is, and of everybody where the set is the country’s', () => {
    const of = (set: string | undefined) => layoutOfMapping({ columns: { C: 'total' } }, 'm.json', { ...given, set });
    expect([of('VN63-46'), of('VN63'), of(undefined)].map((one) => 'columns' in one && one.unit_set)).toEqual([
      'VN63-46',
      undefined,
      undefined,
    ]);
  });

  it('must say of which index it is', () => {
    expect(
      layoutOfMapping({ columns: { C: 'total' } }, 'm.json', { index: undefined, layout: undefined }),
    ).toMatchObject({ vi: expect.stringMatching(/--index/) });
  });
});
