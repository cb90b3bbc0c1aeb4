import type { Dictionary } from './dictionary.ts';

/** Words of the page that tells how to pull the figures. */
export const PULL = {
  data: { vi: 'Dữ liệu', en: 'Data' },
  pullThis: { vi: 'Lấy số liệu tự động', en: 'Pull these figures' },
  dataTitle: { vi: 'Dữ liệu: đưa số liệu vào công cụ của bạn', en: 'Data: figures in your own tools' },
  dataLead: {
    vi: 'Không cần tài khoản. Các đoạn dưới đây đã ghi sẵn địa chỉ của {what}: sao chép, dán, và số liệu tự cập nhật khi có bản mới.',
    en: 'No account is needed. All of these have the address of {what}: copy, paste, and the figures follow every new revision.',
  },
  aboutUnknown: {
    vi: 'Không có bảng nào ở “{about}”, nên trang dùng {what} làm ví dụ. Mở một bảng xếp hạng rồi bấm “Lấy số liệu tự động”.',
    en: 'There is no table at “{about}”, so {what} is the example. Open a ranking and follow “Pull these figures”.',
  },
  addressesOf: { vi: 'Địa chỉ của {what}', en: 'Addresses of {what}' },
  columnMeanings: { vi: 'Nghĩa các cột', en: 'What the columns mean' },
  copy: { vi: 'Sao chép', en: 'Copy' },
  copyOf: { vi: 'Sao chép: {what}', en: 'Copy: {what}' },
  textCopied: { vi: 'Đã sao chép.', en: 'Copied.' },
  textNotCopied: {
    vi: 'Trình duyệt không cho sao chép: bôi đen rồi nhấn Ctrl+C.',
    en: 'The browser forbids copying: select it and press Ctrl+C.',
  },
  'how-excel': {
    vi: 'Dữ liệu → Lấy dữ liệu → Truy vấn trống → Trình soạn thảo nâng cao, rồi dán. Bấm Làm mới để lấy bản mới nhất.',
    en: 'Data → Get Data → Blank Query → Advanced Editor, then paste. Refresh brings the newest revision.',
  },
  'how-sheets': {
    vi: 'Dán vào một ô. Bảng tính đặt tiếng Anh dùng dấu phẩy thay cho dấu chấm phẩy. Chỉ tới được địa chỉ công khai.',
    en: 'Paste into a cell. A sheet set to English has commas in the place of semicolons. It reaches public addresses only.',
  },
  'how-power-bi': {
    vi: 'Lấy dữ liệu → Truy vấn trống → Trình soạn thảo nâng cao. Power BI Service làm mới được vì địa chỉ gốc là chữ cố định.',
    en: 'Get data → Blank query → Advanced Editor. The Power BI Service can refresh it, since the base address is a literal.',
  },
  'how-grafana': {
    vi: 'Nguồn dữ liệu Infinity: dán làm truy vấn của một bảng hay biểu đồ.',
    en: 'Infinity data source: paste it as the query of a panel.',
  },
  'how-curl': {
    vi: 'Lần sau chỉ tải khi số liệu có thay đổi, nhờ giữ ETag.',
    en: 'The ETag is kept, so that the next call downloads only what has changed.',
  },
  'how-pandas': { vi: 'Cần gói pandas.', en: 'Needs the package pandas.' },
  'how-r': { vi: 'Không cần gói nào thêm.', en: 'Needs no package.' },
  byClient: { vi: 'TypeScript', en: 'TypeScript' },
  'how-client': {
    vi: 'Gói @chi-so/client trong kho mã nguồn: có kiểu dữ liệu, ETag, nhiều trang, dòng thay đổi. Ví dụ về PCI.',
    en: 'The package @chi-so/client of the source repository: typed, with ETags, pages and the change feed. An example about PCI.',
  },
  wholeIndices: { vi: 'Tải cả một chỉ số', en: 'A whole index' },
  wholeIndicesAbout: {
    vi: 'Mọi kỳ, mọi chỉ số thành phần, mọi tập đơn vị của một chỉ số trong một tệp.',
    en: 'Every period, component and unit set of an index in one file.',
  },
  zipWithMeta: { vi: 'ZIP kèm mô tả', en: 'ZIP with metadata' },
  referenceTitle: { vi: 'Tài liệu API', en: 'API reference' },
  everyRoute: { vi: 'Mọi đường dẫn, để đọc và thử', en: 'Every route, to read and to try' },
} as const satisfies Dictionary;
