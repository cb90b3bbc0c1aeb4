import type { Severity } from '@chi-so/domain/finding';
import type { ReleaseId } from '@chi-so/domain/identity';
import type { Fault, Refusal } from './refusal.ts';

/** What became of a file: one line of the JSON that machines read. */
export type FileReport = {
  file: string;
  /** Null where the file could not be read from the disk. */
  sha256: string | null;
  status: Status;
  /** Why the whole file was refused; null where it was not. */
  problem: ReportedProblem | null;
  releases: ReportedRelease[];
  findings: ReportedFinding[];
  /** As the API answers them. */
  rows: unknown[];
};

/** From what is least done to what is most done: a file stands where its least finished release does. */
const STATUSES = ['refused', 'dry-run', 'drafted', 'embargoed', 'published', 'unchanged'] as const;
export type Status = (typeof STATUSES)[number];

export type ReportedRelease = ReleaseId & {
  revision: number | null;
  status: Status;
  base_entry: number | null;
  layout: string | null;
  sheet: string | null;
  methodology: string | null;
  errors: number;
  warnings: number;
  /** Against what is published; null where nothing is. */
  diff: { added: number; changed: number; removed: number } | null;
  /** Why the release was refused, or not published though this was asked for. */
  problem: ReportedProblem | null;
};

export type ReportedProblem = { http_status: number | null; code: string; title: string };

export type ReportedFinding = {
  rule: string;
  severity: Severity;
  sheet: string | null;
  row: number | null;
  column: string | null;
  value: string | number | null;
  message: string;
  /** Null where it is about the file. */
  index: string | null;
  period: string | null;
};

export const problemOf = ({ status, code, message }: Refusal): ReportedProblem => ({
  http_status: status,
  code,
  title: message,
});

export const reportedFinding = (
  fault: Fault,
  { index, period }: Pick<ReleaseId, 'index' | 'period'> | { index: null; period: null },
): ReportedFinding => ({
  rule: fault.rule ?? 'invalid',
  severity: fault.severity ?? 'error',
  sheet: fault.sheet ?? null,
  row: fault.row ?? null,
  column: fault.column ?? null,
  value: fault.value ?? null,
  message: fault.message ?? '',
  index,
  period,
});

/** What a refusal has to say, as findings: its places, or where it names none that is an error, the refusal itself. */
export const findingsOf = (
  { code, message, errors }: Refusal,
  about: Pick<ReleaseId, 'index' | 'period'> | { index: null; period: null } = { index: null, period: null },
): ReportedFinding[] => {
  const places = errors.map((fault) => reportedFinding(fault, about));
  if (places.some(({ severity }) => severity === 'error')) return places;
  return [reportedFinding({ rule: code, severity: 'error', message }, about), ...places];
};

export const refusedFile = (file: string, sha256: string | null, refusal: Refusal): FileReport => ({
  file,
  sha256,
  status: 'refused',
  problem: problemOf(refusal),
  releases: [],
  findings: findingsOf(refusal),
  rows: [],
});

export const statusOf = (releases: readonly ReportedRelease[]): Status =>
  STATUSES.find((status) => releases.some((release) => release.status === status)) ?? 'refused';

/** 0 all good; 1 something was refused, is wrong or was not published; 3 no server, or not allowed. */
export const exitCodeOf = (reports: readonly FileReport[]): 0 | 1 | 3 => {
  const problems = reports.flatMap(({ problem, releases }) =>
    [problem, ...releases.map((release) => release.problem)].flatMap((one) => one ?? []),
  );
  if (problems.some(({ http_status }) => http_status !== null && [0, 401, 403].includes(http_status))) return 3;
  const isWrong = problems.length > 0 || reports.some((report) => report.status === 'refused' || hasErrors(report));
  return isWrong ? 1 : 0;
};

const hasErrors = ({ findings }: FileReport): boolean => findings.some(({ severity }) => severity === 'error');
