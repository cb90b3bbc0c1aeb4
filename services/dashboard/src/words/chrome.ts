import type { Dictionary } from './dictionary.ts';

/** Words around the figures: the way around, states. */
export const CHROME = {
  // Chrome
  app: { vi: 'Chỉ Số', en: 'Chỉ Số' },
  skip: { vi: 'Đến nội dung', en: 'Skip to content' },
  mainMenu: { vi: 'Trang', en: 'Pages' },
  overview: { vi: 'Tổng quan', en: 'Overview' },
  rankings: { vi: 'Xếp hạng', en: 'Rankings' },
  simulation: { vi: 'Mô phỏng', en: 'Simulation' },
  reference: { vi: 'API', en: 'API' },
  otherLanguage: { vi: 'English', en: 'Tiếng Việt' },
  changeUnit: { vi: 'Chọn tỉnh', en: 'Choose province' },
  printed: { vi: 'In ngày {date}', en: 'Printed on {date}' },
  licence: {
    vi: 'Số liệu thuộc về cơ quan công bố. Thứ hạng tính toán và thứ hạng công bố không bao giờ lẫn nhau.',
    en: 'Figures belong to their publishers. Computed and published ranks are never mixed.',
  },
  notDrawn: {
    vi: 'Không tạo được hình. Tải lại trang, rồi thử lại.',
    en: 'The picture cannot be made. Reload the page, then try again.',
  },
  chooseOne: { vi: 'Chọn…', en: 'Choose…' },
  // States
  loading: { vi: 'Đang tải …', en: 'Loading …' },
  tryAgain: { vi: 'Thử lại', en: 'Try again' },
  offline: {
    vi: 'Không có kết nối mạng. Kiểm tra mạng, rồi thử lại.',
    en: 'There is no connection. Check the network, then try again.',
  },
  unreachable: {
    vi: 'Không kết nối được máy chủ. Chờ ít phút, rồi thử lại.',
    en: 'The server cannot be reached. Wait a few minutes, then try again.',
  },
  notLoaded: {
    vi: 'Không tải được phần này, có thể vì đã có bản mới. Tải lại trang.',
    en: 'This part cannot be loaded, perhaps because there is a newer version. Reload the page.',
  },
  reload: { vi: 'Tải lại trang', en: 'Reload the page' },
  overloaded: {
    vi: 'Máy chủ đang bận. Chờ ít giây, rồi thử lại.',
    en: 'The server is busy. Wait a few seconds, then try again.',
  },
  brokenHere: { vi: 'Máy chủ gặp lỗi ({status}). Thử lại sau.', en: 'The server failed ({status}). Try again later.' },
  notReadable: {
    vi: 'Câu trả lời không đọc được. Tải lại trang; nếu vẫn vậy, báo cho người quản trị.',
    en: 'The answer cannot be read. Reload the page; if it stays so, tell the operator.',
  },
  tooMuchAtOnce: {
    vi: 'Tệp quá lớn để gửi. Chỉ giữ trang có số liệu, rồi gửi lại.',
    en: 'The file is too large to send. Keep only the sheet with the figures, then send it again.',
  },
  chooseAnother: { vi: 'Chọn một mục khác trên trang này.', en: 'Choose something else on this page.' },
  noSuchPage: {
    vi: 'Không có trang {path}. Chọn Tổng quan hoặc Xếp hạng ở trên.',
    en: 'There is no page {path}. Choose Overview or Rankings above.',
  },
  pageFailed: {
    vi: 'Trang gặp lỗi. Tải lại trang; nếu vẫn vậy, báo cho người quản trị.',
    en: 'The page failed. Reload it; if it stays so, tell the operator.',
  },
  degraded: {
    vi: 'Số liệu của lần công bố trước, vì lần mới nhất chưa đọc được.',
    en: 'Figures of the publication before, because the newest cannot be read yet.',
  },
} as const satisfies Dictionary;
