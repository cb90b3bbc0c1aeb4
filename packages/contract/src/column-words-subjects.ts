/** What is said of one column, in both languages. */
export type ColumnWords = {
  vi: string;
  en: string;
  unit: 'point' | 'percent' | 'place' | 'unit' | 'row' | null;
  says_vi: string;
  says_en: string;
};

/** Columns that say what a row is about. */
export const SUBJECT_WORDS = {
  index: {
    vi: 'Chỉ số',
    en: 'Index',
    unit: null,
    says_vi: 'Mã chỉ số, như pci',
    says_en: 'Id of the index, such as pci',
  },
  period: {
    vi: 'Kỳ',
    en: 'Period',
    unit: null,
    says_vi: 'Kỳ mà điểm nói về: 2019, 2025-H1 hoặc 2025-Q3; không phải ngày công bố',
    says_en: 'What the score is about: 2019, 2025-H1 or 2025-Q3; not the day of its release',
  },
  unit_set: {
    vi: 'Tập đơn vị',
    en: 'Unit set',
    unit: null,
    says_vi: 'Tập đơn vị của đợt công bố, có thời hạn: VN63 trước 2025-07-01, VN34 từ đó',
    says_en: 'The population of the release, dated: VN63 before 2025-07-01, VN34 since',
  },
  edition: {
    vi: 'Ấn bản',
    en: 'Edition',
    unit: null,
    says_vi: 'main, hoặc tên khác nếu một kỳ có nhiều công bố',
    says_en: 'main, or another name where a period has several publications',
  },
  group: {
    vi: 'Khối',
    en: 'Group',
    unit: null,
    says_vi: 'Khối được xếp hạng riêng; all là mọi đơn vị',
    says_en: 'The league that is ranked by itself; all is every unit',
  },
  component: {
    vi: 'Chỉ số thành phần',
    en: 'Component',
    unit: null,
    says_vi: 'Mã chỉ số thành phần, lĩnh vực hoặc tiêu chí; total là toàn bộ',
    says_en: 'Id of the sub-index, dimension or criterion; total is the whole',
  },
  unit: {
    vi: 'Đơn vị',
    en: 'Unit',
    unit: null,
    says_vi: 'Mã đơn vị gồm thời kỳ và mã GSO (VN63-46): mã hay tên không có thời kỳ thì không đủ để nhận ra đơn vị',
    says_en: 'Id of the unit, era and GSO code (VN63-46): a code or a name without its era is no identity',
  },
  unit_name: {
    vi: 'Tên đơn vị',
    en: 'Unit name',
    unit: null,
    says_vi: 'Tên đơn vị trong thời kỳ của tập đơn vị',
    says_en: 'What the unit is called in its unit set',
  },
  methodology: {
    vi: 'Phương pháp',
    en: 'Methodology',
    unit: null,
    says_vi: 'Bộ tiêu chí hoặc phương pháp đã dùng',
    says_en: 'The methodology that the release was made by',
  },
  revision: {
    vi: 'Bản',
    en: 'Revision',
    unit: null,
    says_vi: 'Bản của đợt công bố; số mới hơn thay số cũ',
    says_en: 'The revision of the release; a later one replaces the earlier',
  },
  revision_before: {
    vi: 'Bản trước',
    en: 'Revision before',
    unit: null,
    says_vi: 'Bản chính thức trước thay đổi',
    says_en: 'The revision that was official before',
  },
  entry: {
    vi: 'Mục nhật ký',
    en: 'Log entry',
    unit: null,
    says_vi: 'Số thứ tự trong nhật ký công bố của chỉ số và tập đơn vị',
    says_en: 'Position in the log of publications of the index and unit set',
  },
  at: {
    vi: 'Thời điểm',
    en: 'At',
    unit: null,
    says_vi: 'Thời điểm có hiệu lực tại đây (UTC)',
    says_en: 'When it took effect here (UTC)',
  },
  id: {
    vi: 'Số thay đổi',
    en: 'Change',
    unit: null,
    says_vi: 'Số thứ tự thay đổi trong toàn hệ thống, không có khoảng trống',
    says_en: 'Number of the change in the whole system, without gaps',
  },
  version: {
    vi: 'Phiên bản',
    en: 'Version',
    unit: null,
    says_vi: 'Phiên bản của mục trong danh mục',
    says_en: 'Version of the entry in the catalogue',
  },
  name_vi: {
    vi: 'Tên tiếng Việt',
    en: 'Vietnamese name',
    unit: null,
    says_vi: 'Tên tiếng Việt',
    says_en: 'The name in Vietnamese',
  },
  name_en: {
    vi: 'Tên tiếng Anh',
    en: 'English name',
    unit: null,
    says_vi: 'Tên tiếng Anh',
    says_en: 'The name in English',
  },
  publisher_vi: {
    vi: 'Cơ quan công bố',
    en: 'Publisher (Vietnamese)',
    unit: null,
    says_vi: 'Cơ quan công bố chỉ số, tiếng Việt',
    says_en: 'Who publishes the index, in Vietnamese',
  },
  publisher_en: {
    vi: 'Cơ quan công bố (tiếng Anh)',
    en: 'Publisher',
    unit: null,
    says_vi: 'Cơ quan công bố chỉ số, tiếng Anh',
    says_en: 'Who publishes the index, in English',
  },
  publisher: {
    vi: 'Cơ quan công bố',
    en: 'Publisher',
    unit: null,
    says_vi: 'Cơ quan đã công bố',
    says_en: 'Who published the release',
  },
  level: {
    vi: 'Cấp',
    en: 'Level',
    unit: null,
    says_vi: 'province: các tỉnh; inside-province: đơn vị trong tỉnh',
    says_en: 'province: the provinces; inside-province: units within one',
  },
  kind: {
    vi: 'Loại',
    en: 'Kind',
    unit: null,
    says_vi: 'Loại đơn vị: province, city, district, department, commune …',
    says_en: 'What the unit is: province, city, district, department, commune …',
  },
  groups: {
    vi: 'Các khối',
    en: 'Groups',
    unit: null,
    says_vi: 'Các khối mà đơn vị thuộc về, ngoài all',
    says_en: 'The groups that the unit belongs to, besides all',
  },
  aliases: {
    vi: 'Tên khác',
    en: 'Aliases',
    unit: null,
    says_vi: 'Các cách viết khác của cơ quan công bố',
    says_en: 'Other spellings of publishers',
  },
  iso_3166_2: {
    vi: 'Mã ISO 3166-2',
    en: 'ISO 3166-2 code',
    unit: null,
    says_vi: 'Mã ISO 3166-2, nếu có',
    says_en: 'ISO 3166-2 code, where there is one',
  },
} as const satisfies Record<string, ColumnWords>;
