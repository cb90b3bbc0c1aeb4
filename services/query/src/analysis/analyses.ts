import { ANALYSES } from '@chi-so/contract/analysis-columns';
import { nearest } from '@chi-so/domain/nearest';
import type { Answer, Request } from '@chi-so/runtime/http';
import { notFound, type Problem } from '@chi-so/runtime/problem';
import { type FoundTable, tableAnswer } from '../formats/table-answer.ts';
import type { Tables } from '../tables.ts';
import { findDecomposition } from './decomposition.ts';
import { findGap } from './gap.ts';
import { findMovers } from './movers.ts';
import { findPeers } from './peers.ts';
import { findRobustness } from './robustness.ts';
import { findWhatIf } from './what-if.ts';

/** Every table of `/v1/analysis`, by its name in the address: files are made of the same. */
type Find = (tables: Tables, request: Pick<Request, 'query' | 'lang'>) => Promise<FoundTable>;

const FINDS: Record<(typeof ANALYSES)[number], Find> = {
  decomposition: findDecomposition,
  gap: findGap,
  'what-if': findWhatIf,
  movers: findMovers,
  peers: findPeers,
  robustness: findRobustness,
};

/** What finds an analysis. @throws Problem where there is none of that name. */
export const analysisNamed = (name: string): Find => {
  const known = ANALYSES.find((analysis) => analysis === name);
  if (known) return FINDS[known];
  throw noSuchAnalysis(name);
};

/** `GET /v1/analysis/{analysis}`: the table in the form that is asked for. */
export const getAnalysis = (tables: Tables, request: Request, name: (typeof ANALYSES)[number]): Promise<Answer> =>
  tableAnswer(request, () => FINDS[name](tables, request));

/** `GET /v1/analysis/{file}`: `decomposition.csv`, and what is made elsewhere: `.xlsx`, `.metadata.json`. */
export const getAnalysisFile = (tables: Tables, request: Request): Promise<Answer> =>
  tableAnswer(request, ({ path }) => analysisNamed(path.file ?? '')(tables, request));

const noSuchAnalysis = (name: string): Problem => {
  const near = nearest(name, ANALYSES);
  const list = ANALYSES.join(', ');
  return notFound(
    `Không có phân tích "${name}"${near ? `; có phải ${near} không?` : `; có: ${list}`}`,
    `There is no analysis "${name}"${near ? `; did you mean ${near}?` : `; there are: ${list}`}`,
  );
};
