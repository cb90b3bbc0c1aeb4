import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DocumentContent } from './content.ts';
import { draw } from './draw.ts';
import { fitted } from './fitted-columns.ts';
import { TEXT_WIDTH } from './page.ts';

const content: DocumentContent = {
  lang: 'vi',
  form: 'letter',
  title: 'THÔNG BÁO',
  about: 'Kết quả thử',
  symbol: 'TB',
  blocks: [
    { kind: 'paragraph', text: 'Điểm < 70 & > 60 “thử”' },
    { kind: 'table', columns: [{ name: 'Đơn vị', align: 'left', width: 1 }], rows: [['Huế']] },
  ],
  origin: { description: 'pci/VN63/main/2019', at: '2026-03-01T08:00:00.000Z' },
};

const partOf = (docx: Buffer, name: string): string => Buffer.from(unzipSync(docx)[name] ?? []).toString('utf8');

describe('a document', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is the same bytes whenever it is drawn', async () => {
    vi.setSystemTime('2026-05-01T00:00:00Z');
    const first = await draw(content);
    vi.setSystemTime('2031-12-31T23:59:59Z');
    expect((await draw(content)).equals(first)).toBe(true);
    expect(partOf(first, 'docProps/core.xml').match(/\d{4}-\d\d-\d\dT[\d:]+Z/g)).toEqual([
      '2026-03-01T08:00:00Z',
      '2026-03-01T08:00:00Z',
    ]);
  });

  it('is a page of A4 with the margins, the letters and the head of an administrative document', async () => {
    const docx = await draw(content);
    const page = partOf(docx, 'word/document.xml');
    expect(page).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(page).toMatch(/<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701"/);
    expect(partOf(docx, 'word/styles.xml')).toContain('Times New Roman');
    for (const text of ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'Số: ……/TB-……']) {
      expect(page).toContain(text);
    }
    expect(page).toContain('Điểm &lt; 70 &amp; &gt; 60 “thử”');
  });
});

describe('the columns of a table', () => {
  const columns = [
    { name: 'Đơn vị', align: 'left' as const, width: 30 },
    ...Array.from({ length: 5 }, () => ({ name: 'Điểm', align: 'right' as const, width: 10 })),
  ];

  it('fill the width of the text', () => {
    const { size, widths } = fitted(columns, [['Huế', '1', '2', '3', '4', '5']]);
    expect(size).toBe(26);
    expect(TEXT_WIDTH - widths.reduce((sum, width) => sum + width, 0)).toBeLessThan(columns.length);
  });

  it('break no figure however many digits were released: letters get smaller instead', () => {
    const long = '7,8257269859313965';
    const { size, widths } = fitted(columns, [['Bà Rịa - Vũng Tàu', long, long, long, long, long]]);
    expect(size).toBeLessThan(26);
    for (const width of widths.slice(1)) expect(width).toBeGreaterThan(long.length * size * 5);
  });
});
