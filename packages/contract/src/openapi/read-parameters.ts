import * as z from 'zod';
import { LIMITS } from '../limits.ts';
import { AS_PUBLISHED, BASES } from '../series-basis-response.ts';
import { path, query } from './parameters.ts';

/** `GET /v1/series` */
export const seriesQuery = {
  index: path.index,
  unit: z
    .string()
    .min(1)
    .meta({
      description: 'Units, separated by commas (các đơn vị)',
      examples: ['VN63-46,VN63-48'],
    }),
  component: query.component,
  edition: z
    .string()
    .min(1)
    .default('main')
    .meta({ description: 'Edition (lần xuất bản)', examples: ['main'] }),
  group: query.group,
  from: path.exactPeriod.meta({ description: 'First year or period', examples: ['2015'] }).optional(),
  to: path.exactPeriod.meta({ description: 'Last year or period', examples: ['2019'] }).optional(),
  basis: z
    .enum(BASES)
    .default(AS_PUBLISHED)
    .meta({ description: 'As published, or all of it for the units of one set (cơ sở)', examples: ['VN34'] })
    .optional(),
};

/** `GET /v1/units/{unit}/profile` */
export const profileQuery = {
  period: z
    .string()
    .regex(/^(\d{4}(-(H[12]|Q[1-4]))?|latest)$/)
    .meta({ description: 'Period (kỳ); the latest one of each index where left out', examples: ['2019'] })
    .optional(),
};

/** Of every list that is read in pages. */
export const pageQuery = {
  limit: z
    .int()
    .min(1)
    .max(LIMITS.rows)
    .meta({
      description: `Rows on a page, ${LIMITS.rows} where left out (số dòng mỗi trang); of JSON only`,
      examples: [100],
    })
    .optional(),
  cursor: z
    .string()
    .min(1)
    .meta({ description: '`meta.next_cursor` of the page before, with the same parameters (con trỏ trang)' })
    .optional(),
};

/** `GET /v1/units/resolve` */
export const resolveQuery = {
  name: z
    .string()
    .min(1)
    .max(300)
    .meta({ description: 'Name, code or id as it was found', examples: ['TT-Huế'] }),
  on: z.iso
    .date()
    .meta({ description: 'Day on which it is meant (ngày)', examples: ['2019-12-31'] })
    .optional(),
  set: path.set.optional(),
  parent: z
    .string()
    .min(1)
    .meta({ description: 'Province inside which it is looked for', examples: ['VN63-46'] })
    .optional(),
};
