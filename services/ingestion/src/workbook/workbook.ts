import { readArchive } from './archive.ts';
import { LIMITS, refuse, tooLarge } from './limits.ts';
import { type Cell, readSheet } from './sheet.ts';
import { readXml } from './xml.ts';

/** An XLSX workbook as tables of cells: values only, as they are stored, with what hides them. */

export type Sheet = {
  name: string;
  /** Whether a reader of the workbook does not see it. */
  hidden: boolean;
  /** By row number, from 1; then by column, from 0. Empty cells and rows are absent. */
  rows: Map<number, Map<number, Cell>>;
};

/** @throws Problem 422 for what is no workbook or larger than `LIMITS` allows. */
export const readWorkbook = async (bytes: Buffer): Promise<Sheet[]> => {
  const parts = await readArchive(bytes);
  const book = parts.get('xl/workbook.xml');
  if (!book) {
    throw refuse('no-workbook', 'Tệp nén này không phải tệp Excel', 'This archive is not an Excel workbook');
  }
  const targets = readTargets(parts.get('xl/_rels/workbook.xml.rels'));
  const strings = readStrings(parts.get('xl/sharedStrings.xml'));
  const budget = { cells: LIMITS.cells };
  return readSheetList(book).flatMap(({ name, hidden, relation }) => {
    const part = parts.get(targets.get(relation) ?? '');
    return part ? [{ name, hidden, rows: readSheet(part, strings, budget) }] : [];
  });
};

const readSheetList = (part: Buffer): { name: string; hidden: boolean; relation: string }[] => {
  const sheets: { name: string; hidden: boolean; relation: string }[] = [];
  readXml(part, {
    open: (name, attributes) => {
      if (name !== 'sheet') return;
      if (sheets.length === LIMITS.sheets)
        throw tooLarge(`hơn ${LIMITS.sheets} trang`, `more than ${LIMITS.sheets} sheets`);
      sheets.push({
        name: attributes.name ?? '',
        hidden: attributes.state === 'hidden' || attributes.state === 'veryHidden',
        relation: attributes['r:id'] ?? '',
      });
    },
  });
  return sheets;
};

/** Part names by relation id. */
const readTargets = (part: Buffer | undefined): Map<string, string> => {
  const targets = new Map<string, string>();
  if (!part) return targets;
  readXml(part, {
    open: (name, { Id = '', Target = '' }) => {
      if (name === 'Relationship') targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    },
  });
  return targets;
};

/** The texts that cells refer to by number. Phonetic hints are not part of a text. */
const readStrings = (part: Buffer | undefined): string[] => {
  const strings: string[] = [];
  if (!part) return strings;
  let current = '';
  let isText = false;
  let isPhonetic = false;
  readXml(part, {
    open: (name) => {
      if (name === 'si') current = '';
      if (name === 'rPh') isPhonetic = true;
      isText = name === 't' && !isPhonetic;
    },
    text: (text) => {
      if (isText) current += text;
    },
    close: (name) => {
      isText = false;
      if (name === 'rPh') isPhonetic = false;
      if (name !== 'si') return;
      if (strings.length === LIMITS.sharedStrings) {
        throw tooLarge(`hơn ${LIMITS.sharedStrings} chuỗi`, `more than ${LIMITS.sharedStrings} strings`);
      }
      strings.push(current.slice(0, LIMITS.cellLength));
    },
  });
  return strings;
};
