import type { Cell } from './table.ts';

/** A day as people and spreadsheets write it: 06/04/2025, or the number of days since 1899-12-30. */
export const dayOf = (given: Cell['value']): string => {
  const text = String(given).trim();
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  if (year !== undefined) return `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  if (!/^\d{5}$/.test(text)) return text;
  return new Date(Date.UTC(1899, 11, 30) + Number(text) * 24 * 3600 * 1000).toISOString().slice(0, 10);
};
