import type { Text } from '@chi-so/runtime/problem';
import { Complaint } from './complaint.ts';

/** What an error of a file, of AWS or of the network is to an operator, and the command's exit code. */
export const troubleOf = (error: unknown, table: string): { text: Text; code: 1 | 3 } => {
  if (error instanceof Complaint) return { text: error.text, code: 1 };
  const { name, message, code, path, cause } = error as NodeJS.ErrnoException & { path?: string };
  if (name === 'AbortError') return { text: { vi: 'Đã dừng theo yêu cầu', en: 'Stopped as asked' }, code: 1 };
  if (path !== undefined) {
    return {
      text: { vi: `Không đọc hay ghi được ${path} (${code})`, en: `${path} cannot be read or written (${code})` },
      code: 1,
    };
  }
  if (name === 'ResourceNotFoundException') {
    return {
      text: {
        vi: `Không có bảng ${table} hay bảng kia (${message})`,
        en: `There is no table ${table}, or not the other one (${message})`,
      },
      code: 3,
    };
  }
  if (REFUSED.test(name) || REFUSED.test(message)) {
    return { text: { vi: `AWS không cho phép: ${message}`, en: `AWS does not allow it: ${message}` }, code: 3 };
  }
  const why = code ?? (cause as NodeJS.ErrnoException | undefined)?.code;
  if (UNREACHABLE.test(`${name} ${why}`)) {
    return {
      text: {
        vi: `Không tới được DynamoDB (${why ?? name}): hệ thống có đang chạy không (npm start)? Có tên bảng mà không có --endpoint thì hỏi AWS`,
        en: `DynamoDB cannot be reached (${why ?? name}): is the system running (npm start)? With names of tables and no --endpoint, AWS is asked`,
      },
      code: 3,
    };
  }
  return { text: { vi: message, en: message }, code: 1 };
};

const REFUSED = /AccessDenied|UnrecognizedClient|ExpiredToken|InvalidSignature|CredentialsProvider|Region is missing/;
const UNREACHABLE = /ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|TimeoutError|EPIPE/;
