import { ReleaseBody } from '@chi-so/contract/release-body';
import { type Finding, finding } from '@chi-so/domain/finding';
import { jsonBody } from '@chi-so/runtime/json-body';
import { fileKindOf } from './file-kind.ts';
import { isReleaseLayout, preambleRows, type Reading, readReleaseTable } from './release-table.ts';
import { decodeText } from './tables/decode-text.ts';
import { columnName, type Table } from './tables/table.ts';
import { readText } from './tables/text-table.ts';
import { readTables } from './tables/workbook-tables.ts';
import { isTemplate } from './template/read-template.ts';
import { templateTable } from './template/template-text.ts';

/**
 * What a file holds: a release in the project's own layout or template, which names every id and is read as it stands;
 * or tables of others, which have to be recognised.
 */
export type Contents =
  | { kind: 'json'; body: ReleaseBody }
  | { kind: 'release'; reading: Reading }
  | { kind: 'template'; tables: Table[] }
  | { kind: 'tables'; tables: Table[]; findings: Finding[] };

/** @throws Problem 415 or 422 for what cannot be read, with what to do instead. */
export const readContents = async (bytes: Buffer): Promise<Contents> => {
  if (fileKindOf(bytes) === 'workbook') return contentsOfTables(await readTables(bytes), []);
  const isJson = /^\uFEFF?\s*[[{]/u.test(bytes.subarray(0, 100).toString('utf8'));
  if (isJson) return { kind: 'json', body: jsonBody(ReleaseBody, { body: bytes }) };
  const template = mayBeTemplate(bytes) ? templateTable(decodeText(bytes).text) : undefined;
  if (template) return { kind: 'template', tables: [template] };
  const { preamble, table, findings } = readText(bytes);
  if (preamble.length === 0) return contentsOfTables([table], findings);
  return { kind: 'release', reading: readReleaseTable(preamble, table, findings) };
};

/** The line that every template has, in the encodings that a spreadsheet saves: most files are spared a second reading. */
const TEMPLATE_LINE = ['utf8', 'utf16le'].map((encoding) => Buffer.from('# template', encoding as BufferEncoding));

const mayBeTemplate = (bytes: Buffer): boolean =>
  [...TEMPLATE_LINE, Buffer.from(TEMPLATE_LINE[1] ?? []).swap16()].some((line) => bytes.includes(line));

const contentsOfTables = (tables: Table[], findings: Finding[]): Contents => {
  if (isTemplate(tables)) return { kind: 'template', tables };
  const first = tables.find(({ hidden }) => !hidden);
  if (!first || !isReleaseLayout(first)) return { kind: 'tables', tables, findings };
  const { lines, rest } = preambleRows(first);
  return { kind: 'release', reading: readReleaseTable(lines, rest, [...findings, ...formulas(rest)]) };
};

/** In a release's own layout everything is a value. What was computed when the file was saved may not be true now. */
const formulas = ({ sheet, rows }: Table): Finding[] =>
  rows
    .flat()
    .filter(({ formula }) => formula !== 'none')
    .map(({ row, column, value }) => {
      const at = columnName(column);
      const spot = { sheet, row, column: at, value: String(value) };
      return finding(
        'error',
        'formula',
        spot,
        `Ô ${at}${row} có công thức: hãy dán giá trị`,
        `The cell ${at}${row} is a formula: paste its value`,
      );
    });
