import type { Dictionary } from './dictionary.ts';

/** Words of the line under a figure: where it comes from, how to take it along. */
export const FOOT = {
  source: { vi: 'Nguồn', en: 'Source' },
  publication: { vi: 'Công bố', en: 'Publication' },
  publicationIs: { vi: 'bản {revision}, ghi nhận ở đây {at}', en: 'revision {revision}, recorded here {at}' },
  publishedOn: { vi: 'công bố {date}', en: 'published {date}' },
  document: { vi: 'Văn bản', en: 'Document' },
  methodology: { vi: 'Phương pháp', en: 'Methodology' },
  download: { vi: 'Tải về', en: 'Download' },
  savePicture: { vi: 'Lưu hình:', en: 'Save picture:' },
  csvExcel: { vi: 'CSV cho Excel', en: 'CSV for Vietnamese Excel' },
  copyLink: { vi: 'Sao chép liên kết cho Excel, Sheets', en: 'Copy link for Excel, Sheets' },
  copied: { vi: 'Đã sao chép {url}', en: 'Copied {url}' },
  notCopied: {
    vi: 'Trình duyệt không cho sao chép; liên kết: {url}',
    en: 'The browser forbids copying; the link: {url}',
  },
  notes: { vi: 'Ghi chú', en: 'Notes' },
  kindOfSource: { vi: 'nguồn: {kind}', en: 'source: {kind}' },
  official: { vi: 'văn bản chính thức', en: 'official document' },
  publisher: { vi: 'cơ quan công bố', en: 'the publisher' },
  province: { vi: 'tỉnh', en: 'the province' },
  press: { vi: 'báo chí', en: 'the press' },
  compilation: { vi: 'tập hợp', en: 'a compilation' },
  certaintyDerived: { vi: 'suy ra', en: 'derived' },
  certaintyUnknown: { vi: 'chưa chắc chắn', en: 'not certain' },
} as const satisfies Dictionary;
