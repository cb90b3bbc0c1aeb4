import * as z from 'zod';
import type { RouteKey } from '../routes.ts';
import type { Operation } from './operation.ts';
import { path, query, whichRelease } from './parameters.ts';

/** Documents (văn bản) that an office completes and signs, made from a release as DOCX. */

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const FORM =
  'Laid out as Decree 30/2020/NĐ-CP says; number, place, date, issuer, recipients and signatory are left blank. ' +
  'Printed ranks and grades and computed ones stand apart; every table names its source.';

const ofRelease = {
  path: {
    index: path.index,
    file: z
      .string()
      .regex(/^(\d{4}(-(H[12]|Q[1-4]))?|latest)\.docx$/)
      .meta({ description: 'Period (kỳ) and suffix', examples: ['2019.docx'] }),
  },
  query: { ...whichRelease, group: query.group },
  answers: { 200: { description: 'DOCX document', content: { [DOCX]: 'bytes' } } },
  problems: ['not-found', 'ambiguous-release', 'no-such-group', 'withdrawn', 'component-dropped', 'unreadable'],
} as const satisfies Partial<Operation>;

export const DOCUMENTS = {
  'GET /v1/exports/notices/{index}/{file}': {
    id: 'getNotice',
    tag: 'Rankings',
    summary: 'Notice of the results of a release (thông báo kết quả)',
    description: `What the release says as a whole, who leads, how grades fall. ${FORM}`,
    ...ofRelease,
  },
  'GET /v1/exports/annexes/{index}/{file}': {
    id: 'getAnnex',
    tag: 'Rankings',
    summary: 'Annex to a notice: the whole ranking (phụ lục xếp hạng)',
    description: `Every unit with its ranks and grades, and those without a rank with the reason. ${FORM}`,
    ...ofRelease,
  },
  'GET /v1/exports/unit-reports/{index}/{file}': {
    id: 'getUnitReport',
    tag: 'Rankings',
    summary: 'Report on one unit (báo cáo phân tích)',
    description: `Its result in sentences, over the periods, what its change is made of, and each component beside median and first. ${FORM}`,
    ...ofRelease,
    query: { ...ofRelease.query, unit: path.unit },
  },
} as const satisfies Partial<Record<RouteKey, Operation>>;
