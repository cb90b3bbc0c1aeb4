import type { Column } from '@chi-so/contract/columns';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Provenance } from './provenance.ts';
import { sourceLines } from './source-lines.ts';
import { SHEETS, workbookOf } from './workbook.ts';

const NOTHING_KNOWN: Provenance = {
  citation: null,
  source: null,
  publication: null,
  releases: [],
  methodologies: [],
  notes: [],
};

const columns: Column[] = [
  { name: 'unit_name_vi', kind: 'text', nullable: false },
  { name: 'score_change', kind: 'number', nullable: true },
  { name: 'tied', kind: 'flag', nullable: false },
];

const partsOf = async (rows: (string | number | boolean | null)[][]) => {
  const parts = unzipSync(await workbookOf({ table: 'rankings' }, { columns, rows }, NOTHING_KNOWN));
  return (part: string) => Buffer.from(parts[part] ?? []).toString('utf8');
};

describe('A table as a workbook', () => {
  it('has numbers as numbers, texts as texts and no formula', async () => {
    const text = await partsOf([
      ['=1+1', -1.25, true],
      ['Đắk Lắk', null, false],
    ]);
    const sheet = text('xl/worksheets/sheet1.xml');
    expect(sheet).not.toContain('<f');
    expect(sheet).toContain('<v>-1.25</v>');
    expect(text('xl/sharedStrings.xml')).toContain('<t>=1+1</t>');
    expect(text('xl/sharedStrings.xml')).toContain('Đắk Lắk');
  });

  it('keeps its header in sight, and names both sheets as Excel allows', async () => {
    const text = await partsOf([['a', 1, true]]);
    expect(text('xl/worksheets/sheet1.xml')).toContain('ySplit="1"');
    for (const name of Object.values(SHEETS)) {
      expect(text('xl/workbook.xml')).toContain(`name="${name}"`);
      expect(name).toMatch(/^[^\\/?*[\]:]{1,31}$/);
    }
  });

  it('holds a text that is the name of something in the language of its writer', async () => {
    const text = await partsOf([['constructor', 1, true]]);
    expect(text('xl/sharedStrings.xml')).toMatch(/<t[^>]*>constructor ?<\/t>/);
    expect(text('xl/worksheets/sheet1.xml')).not.toMatch(/undefined|function/);
  });

  it('leaves out letters that no workbook can hold', async () => {
    const text = await partsOf([['a\u0000\u0001b\uD800c', Number.NaN, true]]);
    expect(text('xl/sharedStrings.xml')).toMatch(/<t>ab.?c<\/t>/);
  });

  it('says what may be done with the figures even where nothing else is known', () => {
    expect(sourceLines(NOTHING_KNOWN).map(({ name }) => name)).toEqual(['Sử dụng lại / Reuse', '']);
  });

  it('says of a methodology what is not confirmed', () => {
    const fact = (certainty: 'confirmed' | 'derived') => ({ certainty, source: 'x' });
    const facts = {
      weights: fact('derived'),
      scale: fact('confirmed'),
    } as Provenance['methodologies'][number]['facts'];
    const methodology = { methodology: 'pci-2017', version: 2, name_vi: 'PCI', name_en: 'PCI', facts };
    const lines = sourceLines({
      ...NOTHING_KNOWN,
      methodologies: [methodology as Provenance['methodologies'][number]],
    });
    expect(lines[0]).toEqual({ name: 'Phương pháp / Methodology', text: 'pci-2017 (v2): PCI / PCI\nweights: derived' });
  });
});
