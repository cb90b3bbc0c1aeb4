import { beforeAll, describe, expect, inject, it } from 'vitest';
import { clientOf, type Json } from './support/client.ts';
import { figuresOf, strangeNumbers } from './support/document-figures.ts';
import { hasWriter, laidOut, read } from './support/soffice.ts';

/** Documents opened by an office program: what it reads in them is what the API says, and it can print them. */

const { url } = inject('stack');
const send = clientOf(url);

const DOCUMENTS = {
  pci: { kind: 'annexes', name: 'pci/2019', query: '' },
  papi: { kind: 'annexes', name: 'papi/2015', query: '' },
  cchc: { kind: 'annexes', name: 'cchc/2020', query: 'set=VN63-46' },
  notice: { kind: 'notices', name: 'pci/2011', query: '' },
};

describe.runIf(hasWriter())('an office program', () => {
  const files: Record<string, Buffer> = {};
  beforeAll(async () => {
    for (const [id, { kind, name, query }] of Object.entries(DOCUMENTS)) {
      const response = await fetch(`${url}/v1/exports/${kind}/${name}.docx?${query}`);
      files[`${id}.docx`] = Buffer.from(await response.arrayBuffer());
    }
  });

  it('reads every row of the ranking in an annex, and in no document a number that the API has not', async () => {
    const texts = read(files);
    for (const [id, { kind, name, query }] of Object.entries(DOCUMENTS)) {
      const { body } = await send('GET', `/v1/rankings/${name}?${query}`);
      const text = texts[id] ?? '';
      const rows = kind === 'annexes' ? body.data.filter(({ rank }: Json) => rank !== null) : [];
      for (const { unit_name, score, rank, rank_of } of rows) {
        const cells = [unit_name, String(score).replace('.', ','), `${rank}/${rank_of}`];
        expect(text).toMatch(new RegExp(cells.map((cell) => cell.replace(/[.()/-]/g, '\\$&')).join('\\s[^/]*?')));
      }
      const figures = figuresOf(body);
      // Rows and headings are counted.
      for (let i = 1; i <= body.data.length; i++) figures.numbers.add(i);
      expect([id, strangeNumbers(text, 'vi', figures)]).toEqual([id, []]);
    }
  });

  it('lays them out on pages of A4', () => {
    for (const pdf of Object.values(laidOut(files))) {
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      expect(pdf.toString('latin1')).toMatch(/\/MediaBox\s*\[0 0 59[56][.\d]* 84[12][.\d]*\]/);
    }
  });
});
