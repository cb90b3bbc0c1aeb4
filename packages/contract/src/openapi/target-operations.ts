import * as z from 'zod';
import type { RouteKey } from '../routes.ts';
import { TargetPlanBody } from '../target-body.ts';
import { examples } from './examples.ts';
import { XLSX } from './media-types.ts';
import { named } from './named.ts';
import { json, type Operation, ok } from './operation.ts';
import { headers, path, query } from './parameters.ts';
import { PlansAnswer, SavedPlanAnswer, TargetsAnswer } from './target-schemas.ts';

const OWN = ['not-your-release', 'not-found'] as const;
const OF_FILES = [
  ...(['invalid-plan', 'invalid-body', 'too-large', 'not-utf8', 'pdf', 'encrypted', 'legacy-workbook'] as const),
  ...(['legacy-font', 'encoding', 'not-text', 'macros', 'no-workbook', 'damaged-workbook'] as const),
  ...(['workbook-too-large', 'text-too-large'] as const),
] as const;

const periodOrSheet = z
  .string()
  .regex(/^\d{4}(-(H[12]|Q[1-4]))?(\.xlsx)?$/)
  .meta({ description: 'Period (kỳ); with `.xlsx` the sheet to fill in and send back', examples: ['2019'] });

const index = z
  .string()
  .min(1)
  .optional()
  .meta({ description: 'Of the sheet: indices whose components it lists, separated by commas; all where left out' });

const on = z.iso
  .date()
  .optional()
  .meta({
    description: 'Day as of which rows are overdue (tính đến ngày); today in Vietnam where left out',
    examples: ['2020-12-31'],
  });

/** What a province wants, and how far it has come. */
export const TARGETS = {
  'GET /v1/targets/{unit}': {
    id: 'listPlans',
    tag: 'Targets',
    summary: 'Plans of a unit (các kế hoạch)',
    path: { unit: path.unit },
    answers: ok(PlansAnswer),
    problems: OWN,
  },
  'GET /v1/targets/{unit}/{period}': {
    id: 'getTargets',
    tag: 'Targets',
    summary: 'A plan and its progress (kế hoạch và tiến độ)',
    description:
      'Progress follows from the rankings each time: after a publication the answer is another, though nobody has written ' +
      'to the plan. `2019.xlsx` is the sheet to fill in and send back, empty where there is no plan yet.',
    path: { unit: path.unit, period: periodOrSheet },
    query: {
      version: query.version.unwrap().meta({ description: 'An earlier version of the plan', examples: [] }).optional(),
      on,
      overdue: query.flag('Only what is overdue (chỉ các chỉ tiêu quá hạn)'),
      index,
    },
    answers: {
      200: {
        description: TargetsAnswer.description ?? '',
        content: { 'application/json': TargetsAnswer, [XLSX]: 'bytes' },
      },
    },
    problems: [...OWN, 'unreadable'],
  },
  'PUT /v1/targets/{unit}/{period}': {
    id: 'putTargets',
    tag: 'Targets',
    summary: 'Write a plan (ghi kế hoạch): JSON, or the sheet as XLSX or CSV',
    description:
      'A whole plan takes the place of the one before, as a new version. `If-Match` names the version that you saw; without ' +
      'it, the version that the sheet was made from, or none yet. `dry_run=true` writes nothing and says what was found.',
    path: { unit: path.unit, period: path.exactPeriod },
    query: { dry_run: query.flag('Only check, write nothing (kiểm tra thử)'), on },
    headers: {
      'If-Match': headers.ifMatch
        .unwrap()
        .meta({ description: 'The version that you saw (bản đã xem)', examples: ['"1"'] })
        .optional(),
      'Idempotency-Key': headers.idempotencyKey,
    },
    body: {
      content: {
        'application/json': named('TargetPlanBody', TargetPlanBody, 'A plan in JSON'),
        'application/octet-stream': 'bytes',
      },
      example: examples.plan,
    },
    answers: {
      200: json(SavedPlanAnswer, 'Known already, or a dry run'),
      201: json(SavedPlanAnswer, 'A new version'),
    },
    problems: [...OWN, ...OF_FILES, 'stale-base', 'idempotency-key-reused', 'unreadable'],
  },
} as const satisfies Partial<Record<RouteKey, Operation>>;
