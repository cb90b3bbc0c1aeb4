import { stageOf } from './table-dump.ts';
import type { RawItem } from './table-dump-line.ts';

/**
 * Whether every log entry has its number in the ledger, and every number its entry. They are written in one transaction,
 * but a table that was restored to a point in time may hold one half of what was being written at that moment.
 */
export const createLedgerCheck = () => {
  let [entries, numbers, last] = [0, 0, 0];
  return {
    add: (item: RawItem): void => {
      if (stageOf(item) === 'logs') entries++;
      if (item.pk?.S !== 'LEDGER') return;
      numbers++;
      last = Math.max(last, Number(item.sk?.S));
    },
    isWhole: (): boolean => entries === numbers && numbers === last,
  };
};
