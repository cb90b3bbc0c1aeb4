import { describe, expect, it } from 'vitest';
import { aComponent, aMethodology, aUnitSet } from './fixtures.ts';
import { maximumOfName, missingOf, readHeader, type TemplateInput, templateOf } from './template.ts';

const points = aMethodology({
  aggregation: { kind: 'points', factor: 1 },
  ranked_groups: ['departments', 'districts'],
  publisher_ranks: false,
  components: [
    aComponent('total', null, 100),
    aComponent('late', 'area', 2.5),
    aComponent('area', 'total', 10, { maxima: { districts: 7 } }),
    aComponent('only', 'area', 5, { groups: ['departments'] }),
  ],
});

const template = (given: Partial<TemplateInput> = {}) =>
  templateOf({
    index: {
      index: 'cchc',
      name_vi: 'Đánh giá công tác CCHC',
      name_en: 'CCHC',
      publisher_vi: 'UBND tỉnh',
      publisher_en: 'Province',
      level: 'inside-province',
      calendar: null,
    },
    release: { index: 'cchc', period: '2024', unit_set: 'TEST', edition: 'main' },
    unitSet: aUnitSet(['so-a', 'so-b', 'huyen-x', 'khac'], {
      departments: ['so-a', 'so-b'],
      districts: ['huyen-x'],
      coast: ['huyen-x', 'so-b'],
    }),
    methodology: points,
    group: null,
    ...given,
  });

const idsAt = (sheet: ReturnType<typeof template>[number] | undefined) => ({
  across: sheet?.rows[0]?.slice(1).map(({ value }) => value),
  down: sheet?.rows
    .slice(2)
    .map(([first]) => String(first?.value))
    .filter((id) => !id.startsWith('#')),
});

describe('the template of a scorecard', () => {
  it('has every unit once, on the sheet of the group by which its criteria differ', () => {
    const sheets = template();

    expect(sheets.map(({ name }) => name)).toEqual([
      'departments – Kết quả',
      'districts – Kết quả',
      'Khối khác – Kết quả',
    ]);
    expect(sheets.map((sheet) => idsAt(sheet).across?.slice(3))).toEqual([['so-a', 'so-b'], ['huyen-x'], ['khac']]);
  });

  it('puts every area above its criteria, and leaves out what a group does not have', () => {
    expect(template().map((sheet) => idsAt(sheet).down)).toEqual([
      ['total', 'area', 'late', 'only'],
      ['total', 'area', 'late'],
      ['total', 'area', 'late'],
    ]);
  });

  it('holds only the units of a group where one is asked for', () => {
    expect(template({ group: 'coast' }).map((sheet) => idsAt(sheet).across?.slice(3))).toEqual([['so-b'], ['huyen-x']]);
  });

  it('is one sheet of units where the methodology knows no more than the total', () => {
    const sheets = template({ methodology: { ...points, components: [aComponent('total', null, 100)] } });

    expect(sheets.map(({ name }) => name)).toEqual(['Đánh giá công tác CCHC 2024']);
    expect(idsAt(sheets[0])).toEqual({ across: ['unit_name', 'total'], down: ['so-a', 'so-b', 'huyen-x', 'khac'] });
  });

  it('has sheet names that a spreadsheet takes, however groups are called', () => {
    const long = 'Các sở, ban, ngành [và] tương đương: khối A/B';
    const unitSet = aUnitSet(['a', 'b'], { departments: ['a'], districts: ['b'] });
    const sheets = template({
      unitSet: { ...unitSet, groups: unitSet.groups.map((group) => ({ ...group, name_vi: long })) },
      methodology: { ...points, stages: ['self'] },
    });

    const names = sheets.map(({ name }) => name);
    expect(new Set(names).size).toBe(4);
    for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/u);
  });
});

describe('the words of a template', () => {
  it.each([
    ['Không áp dụng', 'not-applicable'],
    ['  KAD ', 'not-applicable'],
    ['n/a', 'not-applicable'],
    ['không công bố'.normalize('NFD'), 'withheld'],
    ['–', 'unknown'],
  ])('%s says why there is no score', (text, reason) => {
    expect(missingOf(text)?.reason).toBe(reason);
  });

  it('no other word does', () => {
    expect(missingOf('không')).toBeUndefined();
    expect(missingOf('')).toBeUndefined();
  });

  it('a header names a component, or what is printed of it besides its score', () => {
    expect(readHeader('ci-1')).toEqual({ component: 'ci-1', figure: 'score' });
    expect(readHeader(' total  rank_published ')).toEqual({ component: 'total', figure: 'rank_published' });
    expect(readHeader('total note')).toEqual({ component: 'total note', figure: 'score' });
  });

  it('a name states its maximum with a decimal comma', () => {
    expect(maximumOfName('Cải cách thể chế (tối đa 9,5)')).toBe(9.5);
    expect(maximumOfName('Cải cách thể chế')).toBeUndefined();
  });
});
