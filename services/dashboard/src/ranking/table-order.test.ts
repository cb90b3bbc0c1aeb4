import { describe, expect, it } from 'vitest';
import { ranked, rowOf } from './row-fixtures.ts';
import { nextSort, rowsFound, rowsInOrder } from './table-order.ts';

const named = (...names: string[]) => names.map((unit_name, i) => rowOf({ unit: `VN63-${i}`, unit_name }));
const units = (rows: readonly { unit: string }[]) => rows.map(({ unit }) => unit).join('');

describe('a search in a ranking', () => {
  it.each([
    ['thua thien', ['Thừa Thiên Huế']],
    ['ĐÀ n', ['Đà Nẵng']],
    ['dak', ['Đắk Lắk', 'Đắk Nông']],
    ['ba ria vung', ['Bà Rịa - Vũng Tàu']],
    ['', ['Thừa Thiên Huế', 'Đà Nẵng', 'Đắk Lắk', 'Đắk Nông', 'Bà Rịa - Vũng Tàu']],
    ['VN63-1', ['Đà Nẵng']],
    ['xyz', []],
  ])('for “%s” finds %j', (find, found) => {
    const rows = named('Thừa Thiên Huế', 'Đà Nẵng', 'Đắk Lắk', 'Đắk Nông', 'Bà Rịa - Vũng Tàu');

    expect(rowsFound(rows, find).map(({ unit_name }) => unit_name)).toEqual(found);
  });
});

describe('the order of a ranking', () => {
  const rows = [...ranked(70, 69, 69), rowOf({ unit: 'X', score: null, rank: null })];

  it('leaves what has no value at the end in both directions', () => {
    expect(units(rowsInOrder(rows, { key: 'rank', descending: false }))).toBe('ABCX');
    expect(units(rowsInOrder(rows, { key: 'rank', descending: true }))).toBe('BCAX');
    expect(units(rowsInOrder(rows, { key: 'score', descending: false }))).toBe('BCAX');
  });

  it('of names is that of the Vietnamese alphabet', () => {
    const rowsByName = rowsInOrder(named('Đà Nẵng', 'Điện Biên', 'Cà Mau', 'An Giang', 'Dak'), {
      key: 'name',
      descending: false,
    });

    expect(rowsByName.map(({ unit_name }) => unit_name)).toEqual(['An Giang', 'Cà Mau', 'Dak', 'Đà Nẵng', 'Điện Biên']);
  });

  it('turns round at the second click on a column', () => {
    const first = nextSort({ key: 'rank', descending: false }, 'score');

    expect(first).toEqual({ key: 'score', descending: true });
    expect(nextSort(first, 'score')).toEqual({ key: 'score', descending: false });
    expect(nextSort(first, 'name')).toEqual({ key: 'name', descending: false });
  });
});
