import { Problem } from '@chi-so/runtime/problem';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import vn63 from '../../../../packages/reference-data/data/unit-sets/VN63.json' with { type: 'json' };
import hue from '../../../../packages/reference-data/data/unit-sets/VN63-46.json' with { type: 'json' };
import { toWindows1258 } from './legacy-fixtures.ts';
import { readNumbers } from './read-numbers.ts';
import { readText } from './text-table.ts';

const UNITS = vn63.units.map(({ name_vi }, at) => ({
  order: at + 1,
  name: name_vi,
  score: (92.18 - at / 4).toFixed(2).replace('.', ','),
  rank: at + 1,
}));

const grid = (text: string | Buffer) => {
  const { table, ...more } = readText(Buffer.from(text));
  const rows = table.rows.map((cells) => {
    const row: string[] = [];
    for (const { column, value } of cells) row[column] = String(value);
    return Array.from(row, (cell) => cell ?? '').join('|');
  });
  return { ...more, table, rows, found: more.findings.map(({ rule, row }) => [rule, row]) };
};
const refusal = (text: string | Buffer) => {
  try {
    return readText(Buffer.from(text)).kind;
  } catch (error) {
    return error instanceof Problem ? `${error.status} ${error.code}` : String(error);
  }
};

const TITLE = 'PAR INDEX 2023 của các tỉnh, thành phố';
const HEADER = ['TT', 'Tỉnh, thành phố', 'Chỉ số', 'Xếp hạng'];
const body = (gap: string) => UNITS.map(({ order, name, score, rank }) => [order, name, score, rank].join(gap));
const pasted = (gap: string) => [TITLE, HEADER.join(gap), ...body(gap)].join('\n');

describe('the table of 63 provinces', () => {
  const expected = [
    HEADER.join('|'),
    ...UNITS.map(({ order, name, score, rank }) => `${order}|${name}|${score}|${rank}`),
  ];

  it.each([
    ['pasted with single blanks', Buffer.from(pasted(' ')), 'pasted'],
    ['pasted with wide gaps', Buffer.from(pasted('    ')), 'pasted'],
    ['pasted with unbreakable blanks', Buffer.from(pasted('\u00A0\u00A0')), 'pasted'],
    ['pasted with tabs', Buffer.from(pasted('\t')), 'delimited'],
    ['as the list of a word processor', Buffer.from(pasted(' ').replace(/^(\d+) /gmu, '$1\t')), 'pasted'],
    ['in windows-1258 with semicolons', toWindows1258(pasted(';').replaceAll('\n', '\r\n')), 'delimited'],
    [
      'as the "Unicode text" of Excel',
      Buffer.from(`\uFEFF${pasted('\t').replaceAll('\n', '\r\n')}`, 'utf16le'),
      'delimited',
    ],
    ['as CSV of a Vietnamese Excel', Buffer.from(`\uFEFF${pasted(';').replaceAll('\n', '\r\n')}`), 'delimited'],
  ])('is the same %s', (_, bytes, kind) => {
    const { rows, table, found, kind: read } = grid(bytes);

    expect(read).toBe(kind);
    expect(rows).toEqual([TITLE, ...expected]);
    expect(table).toMatchObject({ sheet: null, hidden: false });
    expect(table.rows[2]?.[1]).toEqual({ row: 3, column: 1, value: UNITS[0]?.name, formula: 'none' });
    expect(found.filter(([rule]) => rule !== 'encoding')).toEqual([]);
    const scores = table.rows.slice(2).map((cells) => cells[2]);
    expect(readNumbers(scores).numbers).toEqual(UNITS.map(({ score }) => Number(score.replace(',', '.'))));
  });

  it('is the same over several pages, whose furniture is named', () => {
    const lines = pasted(' ').split('\n');
    const pages = [
      ...lines.slice(0, 30),
      '1',
      TITLE,
      HEADER.join(' '),
      ...lines.slice(30, 50),
      'Trang 2/3',
      ...lines.slice(50),
    ];
    const { rows, found } = grid([...pages, 'https://moha.gov.vn/par-index', '- 3 -'].join('\n'));

    expect(rows).toEqual([TITLE, ...expected]);
    expect(found).toEqual([31, 32, 33, 54, 70, 71].map((row) => ['skipped-line', row]).slice(0, found.length));
    expect(found).toHaveLength(6);
  });

  it('is the same without numbers of its rows, and with a percent sign', () => {
    const { rows } = grid(UNITS.map(({ name, score }) => `${name} ${score}%`).join('\n'));

    expect(rows).toEqual(UNITS.map(({ name, score }) => `${name}|${score}%`));
  });

  it('in windows-1258 says that its encoding was inferred', () => {
    expect(grid(toWindows1258(pasted(';'))).found).toEqual([['encoding', null]]);
  });
});

describe('a pasted table', () => {
  it('parts numbers from names however they are written', () => {
    const { rows, found } = grid(
      [
        '1 Quảng Ninh 92,18 1',
        '2. Hải Phòng 91,5% 2',
        '3) TP. Hồ Chí Minh 85.3 điểm 12',
        '4 Bà Rịa - Vũng Tàu 87,10 20',
        '5 Thừa Thiên Huế – –',
        '6 Hà Giang N/A 63',
        '7 Cà Mau không áp dụng …',
      ].join('\n'),
    );

    expect(rows).toEqual([
      '1|Quảng Ninh|92,18|1',
      '2.|Hải Phòng|91,5%|2',
      '3)|TP. Hồ Chí Minh|85.3 điểm|12',
      '4|Bà Rịa - Vũng Tàu|87,10|20',
      '5|Thừa Thiên Huế|–|–',
      '6|Hà Giang|N/A|63',
      '7|Cà Mau|không áp dụng|…',
    ]);
    expect(found).toEqual([]);
  });

  it('keeps numbers that belong to names', () => {
    const { rows, found } = grid(
      'Quận 1 88,5 2\nQuận 12 86,1 3\nHuyện Nhà Bè 85,2 4\nChi cục 3 84,5 5\nHuyện Cần Giờ 80 6',
    );

    expect(rows).toEqual([
      'Quận 1|88,5|2',
      'Quận 12|86,1|3',
      'Huyện Nhà Bè|85,2|4',
      'Chi cục 3|84,5|5',
      'Huyện Cần Giờ|80|6',
    ]);
    expect(found).toEqual([['number-in-name', 4]]);
  });

  it('has grades as cells of their own behind the scores', () => {
    expect(grid('1 Sở Nội vụ 92,5 Xuất sắc\n2 Sở Tài chính 85 Tốt\n3 Sở Y tế 79,1 Trung bình').rows).toEqual([
      '1|Sở Nội vụ|92,5|Xuất sắc',
      '2|Sở Tài chính|85|Tốt',
      '3|Sở Y tế|79,1|Trung bình',
    ]);
  });

  it('joins names that the page has broken, and says so', () => {
    const lines = [
      '1 Quảng Ninh 92,18 1',
      '2 Bà Rịa -',
      'Vũng Tàu 87,10 20',
      'Thừa Thiên',
      '3 88,47 2',
      'Huế',
      '4 TP. Hồ',
      'Chí Minh 85,3 12',
      '5 Cà Mau 80 63',
      '6 Bạc Liêu',
      '79,5 62',
      '7 Hà Nội 79 61',
    ];
    const { rows, found } = grid(lines.join('\n'));

    expect(rows).toEqual([
      '1|Quảng Ninh|92,18|1',
      '2|Bà Rịa - Vũng Tàu|87,10|20',
      '3|Thừa Thiên Huế|88,47|2',
      '4|TP. Hồ Chí Minh|85,3|12',
      '5|Cà Mau|80|63',
      '6|Bạc Liêu|79,5|62',
      '7|Hà Nội|79|61',
    ]);
    expect(found).toEqual([3, 5, 8, 11].map((row) => ['joined-lines', row]));
  });

  it('joins a name around its own values', () => {
    expect(grid('Quảng Ninh 92,18 1\nBà Rịa - 87,10 20\nVũng Tàu\nHà Nội 80,1 30').rows).toEqual([
      'Quảng Ninh|92,18|1',
      'Bà Rịa - Vũng Tàu|87,10|20',
      'Hà Nội|80,1|30',
    ]);
  });

  it('may have all names and all values on lines of their own', () => {
    const { rows, found } = grid('PCI 2019\nQuảng Ninh\n73,40 1\nĐồng Tháp\n72,10 2\nVĩnh Long\n71,30 3');

    expect(rows).toEqual(['PCI 2019', 'Quảng Ninh|73,40|1', 'Đồng Tháp|72,10|2', 'Vĩnh Long|71,30|3']);
    expect(found.map(([rule]) => rule)).toEqual(['joined-lines', 'joined-lines', 'joined-lines']);
  });

  it('leaves headings and what is not clear as rows of their own', () => {
    const { rows, found } = grid(
      [
        'Hà Nội 92,18 1',
        'Miền Trung',
        'Quảng Trị 88,1 2',
        'Thừa Thiên',
        'Huế 87 3',
        'Cà Mau 5',
        '12,5 7,5 1 2',
        'Nguồn: VCCI 2019',
      ].join('\n'),
    );

    expect(rows).toEqual([
      'Hà Nội|92,18|1',
      'Miền Trung',
      'Quảng Trị|88,1|2',
      'Thừa Thiên',
      'Huế|87|3',
      'Cà Mau|5',
      '|12,5|7,5|1|2',
      'Nguồn: VCCI 2019',
    ]);
    expect(found).toEqual([
      ['cell-count', 6],
      ['numbers-alone', 7],
    ]);
  });

  it('keeps titles above it as they are, whatever numbers they end in', () => {
    const title = [
      'Phụ lục 2',
      'BẢNG XẾP HẠNG PAPI 2019',
      '(Kèm theo Quyết định số 1234/QĐ-BNV ngày 12/3/2020)',
      'Công văn số 567',
    ];
    const { rows } = grid([...title, 'Quảng Ninh 45,1 1', 'Huế 44,2 2'].join('\n'));

    expect(rows).toEqual([...title, 'Quảng Ninh|45,1|1', 'Huế|44,2|2']);
  });

  it.each([
    ['STT Địa phương Điểm số Thứ hạng', 'STT|Địa phương|Điểm số|Thứ hạng'],
    ['TT   Tên đơn vị được đánh giá   Điểm bình quân   Hạng', 'TT|Tên đơn vị được đánh giá|Điểm bình quân|Hạng'],
    ['Tỉnh Năm 2022 Năm 2023', '|Tỉnh|Năm 2022|Năm 2023'],
    ['TT Tỉnh/thành phố 2022 2023', 'TT|Tỉnh/thành phố|2022|2023'],
    ['TT Tỉnh Chỉ số CCHC tổng hợp Xếp hạng', 'TT|Tỉnh|Chỉ số CCHC tổng hợp|Xếp hạng'],
    ['TT\nTỉnh\nĐiểm\nHạng', 'TT|Tỉnh|Điểm|Hạng'],
    ['Các cột lạ lùng nào đó', 'Các cột lạ lùng nào đó'],
  ])('has the header "%s" in its columns if it can be read', (header, expected) => {
    expect(grid(`${header}\n1 Huế 92,18 1\n2 Hà Nội 90,5 2`).rows).toEqual([
      expected,
      '1|Huế|92,18|1',
      '2|Hà Nội|90,5|2',
    ]);
  });

  it('keeps the empty cells between tabs', () => {
    const text =
      'Xếp hạng các địa phương\nnăm 2023\n\nTT\tTỉnh\tĐiểm\tHạng\n1\tHuế\t92,18\t1\n2\tHà Nội\t\t2\n\tTổng\t182\n3\tCà Mau';

    expect(grid(text).rows.slice(-5)).toEqual([
      'TT|Tỉnh|Điểm|Hạng',
      '1|Huế|92,18|1',
      '2|Hà Nội||2',
      '|Tổng|182',
      '3|Cà Mau',
    ]);
  });

  it('may have a preamble of its own', () => {
    const { preamble, rows, kind } = grid('# index: pci\n# period: 2019\n\nTỉnh Điểm Hạng\nHuế 66,5 20\nHà Nội 68,8 9');

    expect(kind).toBe('pasted');
    expect(preamble.map(({ row, cells }) => [row, ...cells])).toEqual([
      [1, '# index: pci'],
      [2, '# period: 2019'],
    ]);
    expect(rows).toEqual(['Tỉnh|Điểm|Hạng', 'Huế|66,5|20', 'Hà Nội|68,8|9']);
  });
});

const name = fc.constantFrom(...[...vn63.units, ...hue.units].map(({ name_vi }) => name_vi));
const decimal = fc.tuple(fc.nat({ max: 99 }), fc.integer({ min: 10, max: 99 }));

describe('any table of names and numbers', () => {
  it('is read from every way to paste it, whatever its marks, columns and numbers of rows', () => {
    const tables = fc.integer({ min: 1, max: 6 }).chain((columns) =>
      fc.record({
        rows: fc.array(
          fc.tuple(name, fc.array(decimal, { minLength: columns, maxLength: columns }), fc.nat({ max: 63 })),
          {
            minLength: 2,
            maxLength: 70,
          },
        ),
        gap: fc.constantFrom(' ', '   ', '\t', '\u00A0 '),
        mark: fc.constantFrom('.', ','),
        order: fc.constantFrom(null, '', '.'),
        isRanked: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(tables, ({ rows, gap, mark, order, isRanked }) => {
        const printed = rows.map(([unit, values, rank], at) => [
          ...(order === null ? [] : [`${at + 1}${order}`]),
          unit,
          ...values.map(([whole, fraction]) => `${whole}${mark}${fraction}`),
          ...(isRanked ? [String(rank)] : []),
        ]);

        const { rows: read } = grid(['Kết quả năm 2023', ...printed.map((cells) => cells.join(gap))].join('\n'));

        expect(read).toEqual(['Kết quả năm 2023', ...printed.map((cells) => cells.join('|'))]);
      }),
    );
  });
});

describe('a text file', () => {
  it('without a table is refused with what was seen', () => {
    expect(refusal('')).toBe('422 no-table');
    expect(refusal('# index: pci\n')).toBe('422 no-table');
    expect(refusal('Kính gửi các đồng chí,\nđề nghị triển khai thực hiện.\nTrân trọng.')).toBe('422 no-table');
    expect(() => readText(Buffer.from('một\nhai\nba'))).toThrow(/3 lines that begin with "một"/u);
    expect(refusal('{"a": 1}')).toBe('422 no-table');
    expect(refusal('<html><body>Xin chào</body></html>')).toBe('422 no-table');
  });

  it('that is hostile is refused or read in no time', () => {
    const started = performance.now();
    const texts = [
      'a'.repeat(10_000_000),
      ','.repeat(1_000_000),
      `${','.repeat(50_000)}\n`.repeat(5),
      `${','.repeat(50_000)}\n`.repeat(100),
      '"'.repeat(1_000_000),
      '"\n'.repeat(30_000),
      `a;1\n${'b;"2\n'.repeat(50_000)}`,
      `${'- '.repeat(45_000)}\n`.repeat(5),
      `${'1 '.repeat(45_000)}\n`.repeat(5),
      `x ${'1 '.repeat(45_000)}\n`.repeat(5),
      `${' '.repeat(90_000)}x\n`.repeat(5),
      `${'\u00A0\t'.repeat(45_000)}x\n`.repeat(5),
      `${'Chỉ số '.repeat(10_000)}\nHuế 1,5 2\n`.repeat(5),
      'Bà Rịa -\n'.repeat(30_000),
      'Huế 92,18 1\n'.repeat(30_000),
      `#${' '.repeat(90_000)}\n`.repeat(5),
      `"#${'""'.repeat(40_000)}\n`.repeat(60),
    ];

    for (const text of texts) expect(refusal(text)).toMatch(/^(422 (no-table|text-too-large)|delimited|pasted)$/u);

    expect(performance.now() - started).toBeLessThan(20_000);
  }, 30_000);
});
