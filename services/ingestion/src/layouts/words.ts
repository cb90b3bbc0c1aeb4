/**
 * The words of headers and titles. Publishers write them with line breaks, with or without diacritics, composed or
 * decomposed; only the letters count. The lists are what every index has in common; a layout adds its own.
 */

/** Plain words, one blank between them: `Chi phí không⏎ chính thức` is `chi phi khong chinh thuc`, `2019PAPI` is `2019 papi`. */
export const wordsOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/đ/gu, 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/gu, ' ')
    .trim();

/** Editions reuse their headers: `Un-weighted2015PAPI`. What a column is does not depend on its year. */
export const withoutYears = (words: string): string =>
  words
    .replace(/\b(nam )?20\d{2}\b/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

/** Whether the words of a phrase stand in a text one after the other. Both as `wordsOf` gives them. */
export const holds = (text: string, phrase: string): boolean => phrase !== '' && ` ${text} `.includes(` ${phrase} `);

/** The longest of the phrases that a text holds, in letters; 0 where it holds none. */
export const longestHeld = (text: string, phrases: readonly string[]): number =>
  Math.max(0, ...phrases.filter((phrase) => holds(text, phrase)).map((phrase) => phrase.length));

const list = (...phrases: string[]): string[] => phrases.map(wordsOf);

/** Headers of columns that name the units. */
export const UNIT_HEADERS = list(
  ...['Tỉnh', 'Tên tỉnh', 'Tỉnh, thành phố', 'Tỉnh thành', 'Tỉnh/TP', 'Địa phương', 'Đơn vị', 'Tên đơn vị'],
  ...['Cơ quan', 'Sở, ngành', 'Tên', 'Province', 'Provinces', 'Province/City', 'Name', 'Unit', 'tentinh', 'unit_name'],
);

/** A rank, of the total where no component is named. */
export const RANK_HEADERS = list(
  ...['Xếp hạng', 'Thứ hạng', 'Hạng', 'Xếp thứ', 'Vị thứ', 'Rank', 'Ranking', 'Thứ bậc', 'Vị trí'],
);

/** A grade. Asked before ranks, since `Nhóm xếp hạng` holds both. */
export const GRADE_HEADERS = list('Nhóm', 'Xếp loại', 'Phân loại', 'Phân nhóm', 'Tier', 'Grade', 'Group', 'Category');

/** Columns that hold no figure: the order of rows, codes, regions. */
export const ORDER_HEADERS = list(
  ...['TT', 'STT', 'Số TT', 'Số thứ tự', 'Thứ tự', 'No', 'No.', '#', 'ID', 'Mã', 'Mã tỉnh', 'Mã số', 'Code', 'tinhid'],
  ...['Tinh_ID', 'Mã PCI', 'PCI ID', 'pci_id', 'Vùng', 'Region', 'Khu vực', 'Năm', 'Year', 'unit'],
);

/** A score of the index as a whole, where the header does not name it. */
export const SCORE_HEADERS = list(
  ...['Điểm', 'Điểm số', 'Tổng điểm', 'Điểm tổng hợp', 'Tổng', 'Kết quả', 'Giá trị', 'Chỉ số', 'Score', 'Total'],
  ...['Total score', 'Overall', 'Overall score', 'Điểm trung bình', 'Chỉ số tổng hợp', 'Value', 'Kết quả chỉ số'],
);

/** First cells of rows that are no unit, though numbers follow. */
export const TAIL_LABELS = list(
  ...['Min', 'Max', 'Median', 'Mean', 'Average', 'Highest', 'Lowest', 'Minimum', 'Maximum', 'Std', 'SD', 'Total'],
  ...['Trung vị', 'Trung bình', 'Trung bình cả nước', 'Cao nhất', 'Thấp nhất', 'Lớn nhất', 'Nhỏ nhất', 'Tổng'],
  ...['Điểm cao nhất', 'Điểm thấp nhất', 'Điểm trung bình', 'Giá trị cao nhất', 'Giá trị thấp nhất', 'Cả nước'],
  ...['Thứ tự', 'Xếp hạng', 'Thứ hạng', 'Ranking', 'Rank', 'Toàn quốc', 'National', 'Whole country', 'Tổng cộng'],
  ...['Trung bình chung', 'Bình quân', 'Bình quân cả nước', 'Độ lệch chuẩn', 'Số lượng', 'Count', 'N', 'Điểm'],
  ...['Trung vị cả nước', 'National median', 'National average', 'Phương sai', 'Range', 'Khoảng cách'],
);

/** Years that a text names. Letters may touch them: `2019PAPI`. */
export const yearsIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/(?<!\d)(20\d{2})(?!\d)/gu)].map(([, year = '']) => year)),
];
