import { describe, expect, it } from 'vitest';
import { columnMetadata } from './column-words.ts';
import { columnsOf, fieldsOf, TABLE_NAMES } from './columns.ts';

describe('The columns of a table', () => {
  it.each(TABLE_NAMES)('of %s are each explained in both languages', (table) => {
    const explained = columnMetadata(table);
    expect(explained.map(({ name }) => name)).toEqual(columnsOf(table).map(({ name }) => name));
    for (const column of explained) {
      for (const text of [column.name_vi, column.name_en, column.description_vi, column.description_en]) {
        expect(text.trim()).not.toBe('');
      }
    }
  });

  it('are the fields of JSON, but for a unit, which has its name in both languages', () => {
    expect(fieldsOf('series').map(({ name }) => name)).toContain('unit_name');
    expect(columnsOf('series').map(({ name }) => name)).toEqual(
      expect.arrayContaining(['unit_name_vi', 'unit_name_en']),
    );
  });

  it('say what a status is: of a score a letter, of a release whether it is official', () => {
    const status = (table: 'rankings' | 'releases') =>
      columnMetadata(table).find(({ name }) => name === 'status')?.description_en;
    expect(status('rankings')).toContain('withheld');
    expect(status('releases')).toContain('official');
  });
});
