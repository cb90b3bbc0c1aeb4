import type { Lang } from '@chi-so/domain/sentences/sentence';

/**
 * The fixed words of an administrative document (Decree 30/2020/NĐ-CP, annex I), and visible blanks for what its issuer
 * alone knows. Nothing here names an office, a number or a person.
 */
type Official = {
  nation: string;
  motto: string;
  superior: string;
  issuer: string;
  number: (symbol: string) => string;
  place_and_date: string;
  recipients: string;
  recipient_lines: string[];
  position: string;
  signature: string;
  signatory: string;
  /** Beneath the name of an annex. */
  attached: (symbol: string) => string;
};

export const OFFICIAL: Record<Lang, Official> = {
  vi: {
    nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    motto: 'Độc lập - Tự do - Hạnh phúc',
    superior: '[TÊN CƠ QUAN CHỦ QUẢN]',
    issuer: '[TÊN CƠ QUAN BAN HÀNH]',
    number: (symbol) => `Số: ……/${symbol}-……`,
    place_and_date: '…………, ngày …… tháng …… năm ……',
    recipients: 'Nơi nhận:',
    recipient_lines: ['- ……………………;', '- ……………………;', '- Lưu: VT, ……'],
    position: '[CHỨC VỤ CỦA NGƯỜI KÝ]',
    signature: '(Chữ ký, dấu)',
    signatory: '[Họ và tên]',
    attached: (symbol) => `(Kèm theo văn bản số …/${symbol}-… ngày … tháng … năm … của …………)`,
  },
  en: {
    nation: 'SOCIALIST REPUBLIC OF VIET NAM',
    motto: 'Independence - Freedom - Happiness',
    superior: '[SUPERIOR AUTHORITY]',
    issuer: '[ISSUING AUTHORITY]',
    number: (symbol) => `No.: ……/${symbol}-……`,
    place_and_date: '…………, …… (day) …… (month) …… (year)',
    recipients: 'Recipients:',
    recipient_lines: ['- ……………………;', '- ……………………;', '- Filed: ……'],
    position: '[POSITION OF THE SIGNATORY]',
    signature: '(Signature, seal)',
    signatory: '[Full name]',
    attached: (symbol) => `(Attached to document No. …/${symbol}-… of …… (date), by …………)`,
  },
};
