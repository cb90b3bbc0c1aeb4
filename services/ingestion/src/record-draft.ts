import type { Metric } from '@chi-so/contract/metric-names';
import type { Finding, Severity } from '@chi-so/domain/finding';
import type { UnitScores } from '@chi-so/domain/score';
import { record } from '@chi-so/runtime/metrics';

/** Counts what a draft that was written has in it, and what the gates found there. */
export const recordDraft = (units: readonly UnitScores[], findings: readonly Finding[]): void => {
  record(
    'ScoresWritten',
    units.reduce((sum, { scores }) => sum + Object.keys(scores).length, 0),
  );
  for (const { severity } of findings) record(BY_SEVERITY[severity], 1);
};

const BY_SEVERITY: Record<Severity, Metric> = {
  error: 'FindingsError',
  warning: 'FindingsWarning',
  info: 'FindingsInfo',
};
