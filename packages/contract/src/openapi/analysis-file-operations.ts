import * as z from 'zod';
import { ANALYSES } from '../analysis-columns.ts';
import type { RouteKey } from '../routes.ts';
import { ANALYSIS_PROBLEMS } from './analysis-operations.ts';
import {
  decompositionQuery,
  gapQuery,
  moversQuery,
  peersQuery,
  robustnessQuery,
  whatIfQuery,
} from './analysis-parameters.ts';
import { profile } from './file-parameters.ts';
import { ColumnsAnswer, Moved } from './file-schemas.ts';
import { XLSX } from './media-types.ts';
import { json, type Operation } from './operation.ts';

/** The tables of `/v1/analysis` as files. */

/** Each analysis takes its own parameters: no example is right for all of them but what every one needs. */
const withoutExamples = (all: Record<string, z.ZodType>): Record<string, z.ZodType> =>
  Object.fromEntries(Object.entries(all).map(([name, schema]) => [name, schema.meta({ examples: [] }).optional()]));

const { index, ...others } = {
  ...decompositionQuery,
  ...gapQuery,
  ...whatIfQuery,
  ...moversQuery,
  ...peersQuery,
  ...robustnessQuery,
};
const OF_ANALYSES = { index, ...withoutExamples(others) };

const file = (example: string, suffixes: string) =>
  z
    .string()
    .regex(new RegExp(`^(${ANALYSES.join('|')})\\.(${suffixes})$`))
    .meta({ description: 'Analysis and suffix', examples: [example] });

export const ANALYSIS_FILES = {
  'GET /v1/analysis/{file}': {
    id: 'getAnalysisAsCsv',
    tag: 'Analysis',
    summary: 'An analysis as CSV',
    description: '`decomposition.csv`, with the parameters of the analysis. `.xlsx` is answered by a redirect.',
    path: { file: file('movers.csv', 'csv|xlsx|metadata\\.json') },
    query: { ...OF_ANALYSES, profile },
    answers: {
      200: { description: 'CSV, RFC 4180: the fields of the rows in JSON', content: { 'text/csv': 'text' } },
      308: json(Moved),
    },
    problems: ANALYSIS_PROBLEMS,
  },
  'GET /v1/exports/analysis/{file}': {
    id: 'getAnalysisFile',
    tag: 'Analysis',
    summary: 'An analysis as a workbook, or what its columns mean',
    description: '`decomposition.xlsx`, `decomposition.metadata.json`. Takes the parameters of the analysis.',
    path: { file: file('movers.metadata.json', 'xlsx|metadata\\.json') },
    query: OF_ANALYSES,
    answers: {
      200: {
        description: 'XLSX workbook with a second sheet that names the source; or the columns',
        content: { 'application/json': ColumnsAnswer, [XLSX]: 'bytes' },
      },
    },
    problems: ANALYSIS_PROBLEMS,
  },
} as const satisfies Partial<Record<RouteKey, Operation>>;
