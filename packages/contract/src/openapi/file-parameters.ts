import * as z from 'zod';
import { CSV_PROFILES } from '../csv.ts';
import { WIDE_VALUES } from '../table-cells.ts';

/** In what form a table is wanted. */

export const profile = z
  .enum(CSV_PROFILES)
  .meta({ description: 'CSV: `excel-vi` has a byte order mark, semicolons, decimal commas (mở bằng Excel tiếng Việt)' })
  .optional();

export const layout = z
  .enum(['long', 'wide'])
  .meta({ description: 'Of series and rankings in files: `wide` has periods or components as columns (bảng ngang)' })
  .optional();

export const value = z
  .enum(WIDE_VALUES)
  .meta({ description: 'What a cell of the wide layout holds (giá trị trong ô)' })
  .optional();

const format = z
  .enum(['json', 'csv'])
  .meta({ description: 'Instead of Accept (định dạng). `xlsx` is answered by a redirect to `/v1/exports/…`' })
  .optional();

/** Of every table, and of those that have a wide layout. */
export const tableForm = { format, profile };
export const wideTableForm = { format, layout, profile, value };
