import { posix } from 'node:path';
import { readArchive } from './archive.ts';
import { type Budget, damaged, LIMITS, refuse, tooLarge } from './limits.ts';
import { type Rows, readSheet } from './sheet.ts';
import { readXml } from './xml.ts';

/** An XLSX workbook as tables of cells: values only, as they are stored, with what hides them. */

export type Sheet = {
  name: string;
  /** Whether a reader of the workbook does not see it. */
  hidden: boolean;
  /** By row number, from 1; then by column, from 0; both in order. Empty cells and rows are absent. */
  rows: Rows;
};

/** @throws Problem 422 for what is no workbook, is damaged, or is larger than `LIMITS` allows. */
export const readWorkbook = async (bytes: Buffer): Promise<Sheet[]> => {
  const parts = await readArchive(bytes);
  const budget: Budget = { cells: LIMITS.cells, elements: LIMITS.elements };
  const book = parts.get('xl/workbook.xml');
  if (!book) {
    throw refuse('no-workbook', 'Tệp nén này không phải tệp Excel', 'This archive is not an Excel workbook');
  }
  const targets = readTargets(parts.get('xl/_rels/workbook.xml.rels'), budget);
  const strings = readStrings(parts.get('xl/sharedstrings.xml'), budget);
  const percentStyles = readPercentStyles(parts.get('xl/styles.xml'), budget);
  const read = new Set<string>();
  return readSheetList(book, budget).flatMap(({ name, hidden, relation }) => {
    const target = targets.get(relation);
    // Charts and dialogs are listed as sheets too, and hold no cells.
    if (target !== undefined && /^xl\/(chartsheets|dialogsheets|macrosheets)\//.test(target)) return [];
    const part = target?.startsWith('xl/worksheets/') ? parts.get(target) : undefined;
    if (!target || !part) throw damaged(`thiếu trang "${name}"`, `the sheet "${name}" is missing`);
    if (read.has(target)) throw damaged(`trang "${name}" có hai lần`, `the sheet "${name}" is there twice`);
    read.add(target);
    return [{ name, hidden, rows: readSheet(part, strings, budget, percentStyles) }];
  });
};

/** Formats 9 and 10 are percentages in every workbook; others say it by their code. */
const readPercentStyles = (part: Buffer | undefined, budget: Budget): Set<string> => {
  const formats = new Set(['9', '10']);
  const styles = new Set<string>();
  if (!part) return styles;
  let count = -1;
  readXml(
    part,
    {
      open: (name, { numFmtId = '', formatCode = '' }) => {
        if (name === 'numFmt' && formatCode.includes('%')) formats.add(numFmtId);
        if (name === 'cellXfs') count = 0;
        if (name === 'xf' && count >= 0) {
          if (formats.has(numFmtId)) styles.add(String(count));
          count++;
        }
      },
      close: (name) => {
        if (name === 'cellXfs') count = -1;
      },
    },
    budget,
  );
  return styles;
};

const readSheetList = (part: Buffer, budget: Budget): { name: string; hidden: boolean; relation: string }[] => {
  const sheets: { name: string; hidden: boolean; relation: string }[] = [];
  readXml(
    part,
    {
      open: (name, attributes) => {
        if (name !== 'sheet') return;
        if (sheets.length === LIMITS.sheets)
          throw tooLarge(`hơn ${LIMITS.sheets} trang`, `more than ${LIMITS.sheets} sheets`);
        sheets.push({
          name: attributes.name ?? '',
          hidden: attributes.state === 'hidden' || attributes.state === 'veryHidden',
          relation: relationOf(attributes),
        });
      },
    },
    budget,
  );
  if (sheets.length === 0) throw damaged('không có trang nào', 'it has no sheets');
  return sheets;
};

/** `r:id` as a rule, but the prefix is the writer's to choose. */
const relationOf = (attributes: Record<string, string>): string =>
  Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';

/** Part names by relation id. */
const readTargets = (part: Buffer | undefined, budget: Budget): Map<string, string> => {
  const targets = new Map<string, string>();
  if (!part) return targets;
  readXml(
    part,
    {
      open: (name, { Id = '', Target = '' }) => {
        if (name === 'Relationship') targets.set(Id, partName(Target));
      },
    },
    budget,
  );
  return targets;
};

/** `worksheets/sheet1.xml`, `./worksheets/sheet1.xml` and `/xl/worksheets/sheet1.xml` are the same part. */
const partName = (target: string): string => posix.resolve('/xl', target).slice(1).toLowerCase();

/** The texts that cells refer to by number. Phonetic hints are not part of a text. */
const readStrings = (part: Buffer | undefined, budget: Budget): string[] => {
  const strings: string[] = [];
  if (!part) return strings;
  let current = '';
  let isText = false;
  let isPhonetic = false;
  readXml(
    part,
    {
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
    },
    budget,
  );
  return strings;
};
