import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { sheetWorkbook } from './sheet-workbook.ts';

const cell = (value: string | number | null) => ({ value, style: 'input' as const });

describe('a sheet to fill in', () => {
  it('holds texts and numbers and no formula, however a name begins', async () => {
    const bytes = await sheetWorkbook([
      {
        name: 'Sở – Kết quả',
        rows: ['=1+1', '+2', '-3', '@SUM(A1)', '=HYPERLINK("http://x","y")'].map((text) => [
          cell(text),
          cell(2.5),
          cell(null),
        ]),
        widths: [10, 10, 10],
        frozen: { rows: 2, columns: 1 },
      },
      { name: 'Huyện – Kết quả', rows: [[cell('constructor')]], widths: [10], frozen: { rows: 1, columns: 1 } },
    ]);

    const parts = unzipSync(bytes);
    const text = (part: string) => Buffer.from(parts[part] ?? []).toString('utf8');
    const sheet = text('xl/worksheets/sheet1.xml');
    expect(sheet).not.toContain('<f');
    expect(sheet.match(/t="s"/g)).toHaveLength(5);
    expect(sheet).toContain('<v>2.5</v>');
    expect(sheet).toContain('ySplit="2"');
    expect(text('xl/sharedStrings.xml')).toContain('<t>=1+1</t>');
    expect(text('xl/sharedStrings.xml')).toContain('<t xml:space="preserve">constructor </t>');
    expect(text('xl/workbook.xml')).toContain('name="Huyện – Kết quả"');
  });
});
