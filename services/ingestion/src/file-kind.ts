import type { CodeWith } from '@chi-so/contract/problem-codes';
import { Problem } from '@chi-so/runtime/problem';

/** What an upload is, by its first bytes: what it is called or declared to be proves nothing. */
export type FileKind = 'workbook' | 'text';

const LEGACY = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** @throws Problem 415 for kinds that are not read, with what to do instead. */
export const fileKindOf = (bytes: Buffer): FileKind => {
  if (bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) return 'workbook';
  if (bytes.subarray(0, 8).equals(LEGACY)) {
    // An encrypted .xlsx is put inside the container that old .xls files use.
    const isEncrypted = bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));
    throw isEncrypted
      ? unsupported(
          'encrypted',
          'Tệp có mật khẩu: hãy bỏ mật khẩu rồi gửi lại',
          'The file has a password: remove it and send it again',
        )
      : unsupported(
          'legacy-workbook',
          'Tệp .xls đời cũ: hãy lưu lại dưới dạng .xlsx',
          'A legacy .xls file: save it as .xlsx',
        );
  }
  if (bytes.subarray(0, 4).toString('latin1') === '%PDF') {
    throw unsupported(
      'pdf',
      'Tệp PDF: hãy chép bảng ra .xlsx hoặc .csv',
      'A PDF file: copy its table to .xlsx or .csv',
    );
  }
  return 'text';
};

const unsupported = (code: CodeWith<415>, vi: string, en: string): Problem => new Problem(415, code, { vi, en });
