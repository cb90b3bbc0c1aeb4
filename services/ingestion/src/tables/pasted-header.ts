/**
 * The header of a pasted table. Tabs and wide gaps part its cells; single blanks do not, so there only words that
 * headers are known to have are told apart, and a header that is not made of them alone is left as it is.
 */

/**
 * The `width` cells of the header that ends with the last of the lines, and how many lines it takes; or null. A table
 * whose rows are numbered may have no word above the numbers.
 */
export const readHeader = (
  lines: readonly HeaderLine[],
  width: number,
  isNumbered: boolean,
): { cells: string[]; count: number } | null => {
  const offers = Array.from({ length: Math.min(lines.length, width, MOST_LINES) }, (_, at) => at + 1).flatMap((count) =>
    cellsOf(lines.slice(lines.length - count)).map((cells) => ({ cells, count })),
  );
  const whole = offers.find(({ cells }) => cells.length === width);
  if (whole || !isNumbered) return whole ?? null;
  const rest = offers.find(({ cells }) => cells.length === width - 1 && !isOrderWord(cells[0] ?? ''));
  return rest ? { ...rest, cells: ['', ...rest.cells] } : null;
};

type HeaderLine = { text: string; parts: readonly string[] };

const MOST_LINES = 12;

/** The ways to read lines as one header. */
const cellsOf = ([first, ...more]: readonly HeaderLine[]): string[][] => [
  ...(first && more.length === 0 ? [[...first.parts]] : []),
  knownCells([first, ...more].map((line) => line?.text).join(' ')),
];

const ORDER_WORDS = ['tt', 'stt', 'số tt', 'số thứ tự', 'thứ tự', '#', 'no', 'no.'];

const isOrderWord = (cell: string): boolean => ORDER_WORDS.includes(cell.toLowerCase());

const NAMES = new Set([
  ...ORDER_WORDS,
  ...['tỉnh', 'tỉnh thành', 'tỉnh thành phố', 'tỉnh/thành', 'tỉnh/thành phố', 'tỉnh/ thành phố', 'tỉnh / thành phố'],
  ...['tỉnh, thành phố', 'tỉnh, thành', 'tỉnh/tp', 'tỉnh, tp', 'tên tỉnh', 'tên tỉnh/thành phố', 'tên tỉnh, thành phố'],
  ...['địa phương', 'tên địa phương', 'đơn vị', 'tên đơn vị', 'cơ quan', 'tên cơ quan', 'cơ quan, đơn vị'],
  ...['sở, ngành', 'sở, ban, ngành', 'huyện', 'xã', 'xã, phường', 'phường, xã', 'xã/phường', 'phường/xã'],
  ...['ghi chú', 'province', 'province/city', 'city', 'unit', 'note'],
]);

/** What a year may follow: `Điểm 2022`, `Xếp hạng năm 2023`. */
const VALUES = new Set([
  ...['điểm', 'điểm số', 'điểm tổng', 'tổng điểm', 'tổng số điểm', 'điểm đạt được', 'điểm tối đa', 'điểm đánh giá'],
  ...['điểm thẩm định', 'điểm tự chấm', 'điểm tự đánh giá', 'điểm điều tra xhh', 'kết quả', 'giá trị'],
  ...['chỉ số', 'tỷ lệ', 'tỷ lệ %', 'tỷ lệ (%)', 'tỉ lệ', 'tỉ lệ (%)', '%'],
  ...['hạng', 'xếp hạng', 'thứ hạng', 'xếp thứ', 'vị trí', 'vị thứ', 'xếp loại', 'nhóm'],
  ...['score', 'index', 'rank', 'ranking', 'group'],
]);

const INDICES = new Set(['pci', 'papi', 'par index', 'ict index', 'sipas', 'dti', 'pgi', 'pii', 'ddci', 'cchc']);

const MOST_WORDS = 4;

/** What every word of a text belongs to; nothing where a word belongs to nothing. `Chỉ số …` takes all up to the next. */
const knownCells = (text: string): string[] => {
  const words = text.split(/\s+/u).filter(Boolean);
  if (words.length > MOST_HEADER_WORDS) return [];
  const cells: string[][] = [];
  for (let at = 0; at < words.length; ) {
    const last = cells.at(-1);
    const isIn = last !== undefined && isOpen(last);
    const count = phraseAt(words, at, isIn ? [NAMES, VALUES] : [NAMES, VALUES, INDICES]);
    if (count > 0) cells.push(words.slice(at, at + count));
    else if (isIn) last.push(words[at] ?? '');
    else if (yearAt(words, at) > 0) cells.push(words.slice(at, at + yearAt(words, at)));
    else return [];
    at += count || (isIn ? 1 : yearAt(words, at));
  }
  return cells.map((cell) => cell.join(' '));
};

const MOST_HEADER_WORDS = 200;

const isOpen = ([first, second]: readonly string[]): boolean => `${first} ${second}`.toLowerCase() === 'chỉ số';

/** The words of the longest known phrase, with the year behind it. */
const phraseAt = (words: readonly string[], at: number, known: readonly ReadonlySet<string>[]): number => {
  for (let count = Math.min(MOST_WORDS, words.length - at); count > 0; count--) {
    const phrase = words
      .slice(at, at + count)
      .join(' ')
      .toLowerCase();
    if (!known.some((phrases) => phrases.has(phrase))) continue;
    return NAMES.has(phrase) ? count : count + yearAt(words, at + count);
  }
  return 0;
};

const yearAt = (words: readonly string[], at: number): number => {
  if (isYear(words[at])) return 1;
  return words[at]?.toLowerCase() === 'năm' && isYear(words[at + 1]) ? 2 : 0;
};

const isYear = (word: string | undefined): boolean => word !== undefined && /^(?:19|20)\d\d$/u.test(word);
