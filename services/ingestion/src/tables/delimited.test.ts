import { describe, expect, it } from 'vitest';
import { readDelimited } from './delimited.ts';
import { readPreamble } from './preamble.ts';

const read = (text: string) => {
  const lines = text.split('\n');
  const { preamble, start, told } = readPreamble(lines);
  const table = readDelimited(lines, start, preamble.length > 0, told);
  return (
    table && { ...table, cells: table.rows.map(({ cells }) => cells), preamble: preamble.map(({ cells }) => cells[0]) }
  );
};
const found = (text: string) => read(text)?.findings.map(({ rule, severity, row }) => [rule, severity, row]);

describe('delimited text', () => {
  it.each([
    ['semicolons and decimal commas', 'Tỉnh;Điểm\nQuảng Ninh;92,18\nHải Phòng;91,5\n', ';', 'Hải Phòng|91,5'],
    ['tabs and decimal commas', 'Tỉnh\tĐiểm\tHạng\nQuảng Ninh\t92,18\t1\nHuế\t91,5\t2', '\t', 'Huế|91,5|2'],
    ['semicolons and a comma in every header', 'Tỉnh, thành phố;Điểm\nQuảng Ninh;92,18\nHuế;91,5', ';', 'Huế|91,5'],
    ['semicolons without a header', 'Quảng Ninh;92,18\nHuế;91,5', ';', 'Huế|91,5'],
    ['semicolons between many decimal commas', 'Huế;92,18;3,5;4,25\nHà Nội;91,5;2,5;4,5', ';', 'Hà Nội|91,5|2,5|4,5'],
    ['commas and decimal points', 'unit,score\nVN63-22,73.396\nVN63-46,66.5', ',', 'VN63-46|66.5'],
    ['commas between whole numbers', 'gso,score\n46,73\n48,75\n', ',', '48|75'],
    ['commas and quoted decimal commas', 'Tỉnh,Điểm\n"Quảng Ninh","92,18"\n"Huế","91,5"', ',', 'Huế|91,5'],
    ['commas and a semicolon in a note', 'unit,score,note\na,1.5,x; y\nb,2,z; w', ',', 'b|2|z; w'],
    ['commas and a title padded by Excel', 'PCI 2019,,\nTỉnh,Điểm,Hạng\nHuế,66.5,20', ',', 'Huế|66.5|20'],
    ['the delimiter that its first line names', 'sep=;\nHuế;92,18\nHà Nội;91,5', ';', 'Hà Nội|91,5'],
  ])('is read with %s', (_, text, delimiter, last) => {
    const table = read(text);

    expect(table?.delimiter).toBe(delimiter);
    expect(table?.cells.at(-1)?.join('|')).toBe(last);
    expect(table?.findings).toEqual([]);
  });

  it.each([
    [
      'is pasted, with decimal commas',
      'Tỉnh, thành phố Điểm Hạng\n1 Quảng Ninh 92,18 1\n2 Huế 91,5 2\n3 Hà Nội 90,1 3',
    ],
    [
      'is pasted, with commas in names',
      '1. Sở Văn hóa, Thể thao 88,5\n2. Sở Khoa học, Công nghệ 87.1\n3. Sở Xây dựng, Giao thông 80',
    ],
    ['has tabs only behind the numbers of its rows', '1.\tQuảng Ninh 92,18 1\n2.\tHuế 91,5 2\n3.\tHà Nội 90,5 3'],
    ['is prose', 'Kính gửi: các tỉnh, thành phố\nThực hiện kế hoạch, Bộ công bố\nNơi nhận: như trên, lưu VT'],
  ])('is not what %s', (_, text) => {
    expect(read(text)).toBeNull();
  });

  it('has its preamble apart, however Excel has saved it', () => {
    const table = read(
      '# index: pci,,,\n,,,\n"# title: PCI 2019, ""bản"" cuối\ncùng",,,\n\n# url: https://a.vn/?a=1,2,,\nunit,score,rank_published,note\na,1,2,\n',
    );

    expect(table?.preamble).toEqual([
      '# index: pci',
      '# title: PCI 2019, "bản" cuối cùng',
      '# url: https://a.vn/?a=1,2',
    ]);
    expect(table?.rows).toEqual([
      { row: 7, cells: ['unit', 'score', 'rank_published', 'note'] },
      { row: 8, cells: ['a', '1', '2', ''] },
    ]);
  });

  it('may call its column of numbers #', () => {
    expect(read('#,Tỉnh,Điểm\n1,Huế,92.18\n')?.cells[0]).toEqual(['#', 'Tỉnh', 'Điểm']);
  });

  it('of the release layout is a table even where its rows are not even', () => {
    expect(read('# index: pci\nunit,score\na\nb,1,2\n')?.cells).toEqual([['unit', 'score'], ['a'], ['b', '1', '2']]);
    expect(read('# index: pci\nunit,score\n')?.cells).toEqual([['unit', 'score']]);
  });

  it('counts lines as an editor does, also within quotes', () => {
    expect(read('# index: pci\n\nunit,score,note\na,1,"hai\ndòng"\n\nb,2,\n')?.rows.map(({ row }) => row)).toEqual([
      3, 5, 7,
    ]);
  });

  it('keeps quotes that stand within a cell', () => {
    expect(read('unit,note,score\na,loại "A",1\n"B" x,y,2')?.cells.slice(1)).toEqual([
      ['a', 'loại "A"', '1'],
      ['"B" x', 'y', '2'],
    ]);
  });

  it('says in which line a quote opens that nothing closes, and still shows all rows', () => {
    const text = '# index: pci\nunit,score,note\na,1,x\n\nb,2,"y\nc,3,z\nd,4,w\n';

    expect(found(text)).toEqual([['unclosed-quote', 'error', 5]]);
    expect(read(text)?.rows.map(({ row }) => row)).toEqual([2, 3, 5, 6, 7]);
    const swallowing = text.replace('3,z', '3,"z"');
    expect(found(swallowing)).toEqual([['unclosed-quote', 'error', 5]]);
    expect(read(swallowing)?.rows.map(({ row }) => row)).toEqual([2, 3, 5, 6, 7]);
  });

  it('says where decimal commas have cut numbers in two', () => {
    expect(found('Tỉnh,Điểm\nQuảng Ninh,92,18\nHuế,91,50\n')).toEqual([['split-decimals', 'error', 2]]);
    expect(found('unit,score\nHuế,92.18,ghi chú\nHà Nội,91.5,\n')).toEqual([]);
  });

  it('of nothing but quotes is no table', () => {
    expect(read('"'.repeat(100_000))).toBeNull();
    expect(read('"\n'.repeat(50_000))).toBeNull();
    expect(read('",\n'.repeat(50_000))).toBeNull();
  });
});
