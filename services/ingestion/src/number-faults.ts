import type { NumberFault } from './tables/read-numbers.ts';

/** Why a cell was not read as a number, said after the cell's text. */
export const NUMBER_FAULTS: Record<NumberFault['why'], [vi: string, en: string]> = {
  'not-a-number': ['không phải là số', 'is not a number'],
  ambiguous: [
    'có thể là số thập phân hoặc số nghìn: hãy ghi rõ dấu thập phân',
    'could be a decimal or thousands: make the decimal mark clear',
  ],
  'other-mark': ['dùng dấu thập phân khác với cả cột', 'uses another decimal mark than its column'],
};
