import { describe, expect, it } from 'vitest';
import { sourceNote, sourcesNote } from './source-note.ts';

const pci = (year: number, published_on: string | null = null) => ({
  title: `PCI ${year}`,
  publisher: 'VCCI',
  document: null,
  published_on,
  certainty: 'confirmed' as const,
});

describe('the line beneath a table', () => {
  it('names publisher, title, document, day and certainty', () => {
    const source = { ...pci(2019, '2020-05-05'), document: 'PCI workbook 2019' };
    expect([sourceNote(source, 'vi'), sourceNote(source, 'en')]).toEqual([
      {
        kind: 'source',
        text: 'Nguồn: VCCI, PCI 2019, PCI workbook 2019, công bố ngày 05/5/2020; độ chắc chắn: đã xác nhận.',
      },
      {
        kind: 'source',
        text: 'Source: VCCI, PCI 2019, PCI workbook 2019, published on 2020-05-05; certainty: confirmed.',
      },
    ]);
  });

  it('says that a day is not known, and writes January and February with a zero', () => {
    expect(sourceNote(pci(2010), 'vi')).toMatchObject({
      text: 'Nguồn: VCCI, PCI 2010, không rõ ngày công bố; độ chắc chắn: đã xác nhận.',
    });
    expect(sourceNote(pci(2020, '2021-01-29'), 'vi')).toMatchObject({ text: expect.stringContaining('29/01/2021') });
  });

  it('says once what several releases have in common', () => {
    const sources = [pci(2018), pci(2018), { ...pci(2023), certainty: 'unknown' as const }];
    expect(sourcesNote(sources, 'vi')).toMatchObject({
      text:
        'Nguồn: VCCI (độ chắc chắn: đã xác nhận): PCI 2018, không rõ ngày công bố. ' +
        'VCCI (độ chắc chắn: chưa xác nhận): PCI 2023, không rõ ngày công bố.',
    });
  });
});
