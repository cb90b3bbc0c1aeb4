import { strToU8, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readContents } from '../contents.ts';
import { fileKindOf } from '../file-kind.ts';
import type { Reading } from '../release-table.ts';
import { readWorkbook } from './workbook.ts';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

type SheetXml = { name?: string; state?: string; rows: string; dimension?: string };

const book = (sheets: SheetXml[], more: Zippable = {}, strings = ''): Buffer => {
  const parts: Zippable = {
    'xl/workbook.xml': strToU8(
      `<workbook xmlns:r="${RELATIONS}"><sheets>${sheets
        .map(
          ({ name, state }, i) =>
            `<sheet name="${name ?? `S${i + 1}`}"${state ? ` state="${state}"` : ''} r:id="r${i}"/>`,
        )
        .join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships>${sheets.map((_, i) => `<Relationship Id="r${i}" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}</Relationships>`,
    ),
    'xl/sharedStrings.xml': strToU8(`<sst>${strings}</sst>`),
    ...more,
  };
  for (const [i, { rows, dimension }] of sheets.entries()) {
    parts[`xl/worksheets/sheet${i + 1}.xml`] = strToU8(
      `<worksheet>${dimension ? `<dimension ref="${dimension}"/>` : ''}<sheetData>${rows}</sheetData></worksheet>`,
    );
  }
  return Buffer.from(zipSync(parts));
};

const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
const row = (...cells: string[]) => `<row>${cells.join('')}</row>`;
const code = async (reading: Promise<unknown>) =>
  reading.then(
    () => 'read',
    (problem) => problem.code,
  );
const readingOf = async (bytes: Buffer): Promise<Reading> => {
  const contents = await readContents(bytes);
  if (contents.kind !== 'release') throw new Error(contents.kind);
  return contents.reading;
};

describe('a workbook', () => {
  it('is read as it is stored: shared and inline texts, numbers, truth, the last value of a formula, hidden sheets', async () => {
    const bytes = book(
      [
        { rows: '<row r="2"><c r="B2" t="s"><v>1</v></c><c r="AA2"><v>73.396484</v></c><c t="b"><v>1</v></c></row>' },
        { name: 'Ẩn', state: 'hidden', rows: '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>' },
      ],
      {},
      '<si><t>khác</t></si><si><r><t>Hà </t></r><r><t>Nội</t></r><rPh><t>x</t></rPh></si>',
    );

    const [first, second] = await readWorkbook(bytes);

    expect(first).toMatchObject({ name: 'S1', hidden: false });
    expect([...(first?.rows.get(2) ?? [])].map(([column, { value }]) => [column, value])).toEqual([
      [1, 'Hà Nội'],
      [26, 73.396484],
      [27, true],
    ]);
    expect(second).toMatchObject({ name: 'Ẩn', hidden: true });
    expect(second?.rows.get(1)?.get(0)).toEqual({ value: 2, formula: 'own' });
  });

  it('in the release layout is read like its CSV, from the first sheet that can be seen', async () => {
    const bytes = book([
      { state: 'hidden', rows: row(text('cũ')) },
      {
        rows: [
          row(text('# title: PCI 2019')),
          row(text('unit'), text('score'), text('note')),
          row(text('VN63-22'), '<c><v>73.396484</v></c>'),
        ].join(''),
      },
    ]);

    const { preamble, rows, findings } = await readingOf(bytes);

    expect(findings).toEqual([]);
    expect(preamble.get('title')).toEqual(['PCI 2019']);
    expect(rows).toMatchObject([{ row: 3, unit: 'VN63-22', score: 73.396484, status: 'A' }]);
  });

  it('may not give a formula for a figure', async () => {
    const bytes = book([
      { rows: row(text('unit'), text('score')) + row(text('VN63-22'), '<c><f>A1*2</f><v>7</v></c>') },
    ]);

    expect((await readingOf(bytes)).findings).toMatchObject([{ rule: 'formula', row: 2, column: 'B' }]);
  });

  it('is not refused for a range that looks like a gigabyte', async () => {
    const [sheet] = await readWorkbook(book([{ dimension: 'A1:XFD1048576', rows: row(text('a')) }]));

    expect(sheet?.rows.size).toBe(1);
  });

  it.each<[string, () => Buffer, string]>([
    [
      'that inflates to 200 MB',
      () => book([{ rows: row(text('a')) }], { 'xl/worksheets/sheet9.xml': new Uint8Array(200 * 1024 * 1024) }),
      'workbook-too-large',
    ],
    ['with 10,000 sheets', () => book(Array.from({ length: 10_000 }, () => ({ rows: '' }))), 'workbook-too-large'],
    [
      'with a million shared strings',
      () => book([{ rows: '' }], {}, '<si><t>a</t></si>'.repeat(1_000_000)),
      'workbook-too-large',
    ],
    [
      'with a row beyond all rows',
      () => book([{ rows: '<row r="1048576"><c r="A1048576"><v>1</v></c></row>' }]),
      'workbook-too-large',
    ],
    ['with macros', () => book([{ rows: '' }], { 'xl/vbaProject.bin': new Uint8Array(10) }), 'macros'],
    ['that is some other archive', () => Buffer.from(zipSync({ 'a.txt': strToU8('a') })), 'no-workbook'],
    ['that is cut off', () => book([{ rows: row(text('a')) }]).subarray(0, 300), 'damaged-workbook'],
    ['with broken XML', () => book([{ rows: '<row><c>' }]), 'damaged-workbook'],
    [
      'that defines its own entities',
      () => book([{ rows: '' }], { 'xl/workbook.xml': strToU8('<!DOCTYPE x [<!ENTITY a "aa">]><workbook/>') }),
      'damaged-workbook',
    ],
  ])('%s is refused', async (_what, bytes, expected) => {
    expect(await code(readWorkbook(bytes()))).toBe(expected);
  });
});

describe('an upload', () => {
  it.each<[string, Buffer, string]>([
    ['PDF', Buffer.from('%PDF-1.7'), 'pdf'],
    ['.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'legacy-workbook'],
    [
      '.xlsx with a password',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      'encrypted',
    ],
  ])('that is a %s is refused with what to do instead', (_kind, bytes, expected) => {
    expect(() => fileKindOf(bytes)).toThrow(expect.objectContaining({ status: 415, code: expected }));
  });
});
