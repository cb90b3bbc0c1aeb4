import { describe, expect, it } from 'vitest';
import { readContents } from './contents.ts';
import { releaseOfReading } from './release-table.ts';

const PREAMBLE = `# index: pci
# period: 2019
# unit_set: VN63
# title: PCI 2019
# publisher: VCCI
# kind: publisher
# certainty: confirmed
# extent: complete
`;

const read = async (text: string) => {
  const contents = await readContents(Buffer.from(text));
  if (contents.kind !== 'release') throw new Error(`read as ${contents.kind}`);
  const { reading } = contents;
  const file = releaseOfReading(reading, { index: 'pci', period: '2019', unit_set: 'VN63', edition: 'main' });
  return { file, faults: reading.findings.map(({ rule, row, column, value }) => [rule, row, column, value]) };
};

describe('a release file', () => {
  it('is read with its source and its scores, exactly as printed', async () => {
    const { file, faults } = await read(
      `${PREAMBLE}# note: ghi chú\n# extent.entry: partial\nunit,score,rank_published\nVN63-22,73.396484,1\n`,
    );

    expect(faults).toEqual([]);
    expect(file.source).toMatchObject({ title: 'PCI 2019', publisher: 'VCCI', notes: ['ghi chú'] });
    expect(file.announcement).toMatchObject({ extent: 'complete', component_extents: { entry: 'partial' } });
    expect(file.rows).toMatchObject([
      { row: 12, unit: 'VN63-22', component: 'total', score: 73.396484, status: 'A', rank_published: 1 },
    ]);
  });

  it('announces populations and counts by grade', async () => {
    const { file } = await read(
      `${PREAMBLE}# population.departments: 21\n# grade_count.departments.Xuất sắc: 0\n# grade_count.departments.Tốt: 21\nunit,score\na,1\n`,
    );

    expect(file.announcement.population).toEqual({ departments: 21 });
    expect(file.announcement.grade_counts).toEqual({ departments: { 'Xuất sắc': 0, Tốt: 21 } });
  });

  it('keeps a quoted note over several lines in one row, and counts lines as an editor does', async () => {
    const { file } = await read(`${PREAMBLE}unit,score,note\na,1,"hai\ndòng"\nb,2,\n`);

    expect(file.rows.map(({ row, unit, note }) => [row, unit, note])).toEqual([
      [11, 'a', 'hai\ndòng'],
      [12, 'b', null],
    ]);
  });

  it('may begin with a byte order mark and end its lines as Windows does', async () => {
    const { file, faults } = await read(`\uFEFF${PREAMBLE}unit,score\na,1\n`.replaceAll('\n', '\r\n'));

    expect(faults).toEqual([]);
    expect(file.rows).toHaveLength(1);
  });

  it.each([
    ['two decimal marks', 'unit,score\na,"66,5"\nb,"67,5"\nc,66.5\n', ['number', 12, 'score', '66.5']],
    ['a comma that could be either', 'unit,score\na,"66,512"\n', ['number', 10, 'score', '66,512']],
    ['a word for a score', 'unit,score\na,abc\n', ['number', 10, 'score', 'abc']],
    [
      'more digits than a number holds',
      'unit,score\na,1.234567890123456789\n',
      ['number', 10, 'score', '1.234567890123456789'],
    ],
    ['an unknown status', 'unit,score,status\na,1,X\n', ['status', 10, 'status', 'X']],
    ['a column that nobody knows', 'unit,score,scoer\na,1,2\n', ['unknown-column', 9, 'scoer', 'scoer']],
    ['no column of scores', 'unit,status\na,M\n', ['missing-column', 9, 'score', null]],
    ['a row with too many cells', 'unit,score\na,1,2\n', ['column-count', 10, null, '2']],
    ['an open quote', 'unit,score\na,"1\n', ['unclosed-quote', 10, null, null]],
    ['a misspelt preamble', '# perod: 2019\nunit,score\na,1\n', ['preamble', 9, null, '# perod: 2019']],
    ['a count that is none', '# population.all: ten\nunit,score\na,1\n', ['preamble', 9, 'population.all', 'ten']],
    ['a misspelt extent', '# extent.land: complet\nunit,score\na,1\n', ['preamble', 9, 'extent.land', 'complet']],
  ] as [string, string, unknown[]][])('with %s is told where', async (_what, text, fault) => {
    expect((await read(PREAMBLE + text)).faults).toContainEqual(fault);
  });

  it('without a source is refused by the name of what is missing', async () => {
    const missing = (await read('unit,score\na,1\n')).faults.map(([, , column]) => column);

    expect(new Set(missing)).toEqual(new Set(['title', 'publisher', 'kind', 'certainty', 'extent']));
  });
});
