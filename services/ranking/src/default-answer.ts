import { defaultResponse } from '@chi-so/contract/ranking-response';
import type { ReleaseId } from '@chi-so/domain/identity';
import type { RankingDocument } from '@chi-so/domain/ranking-document';
import { answerOutput } from '@chi-so/storage/answers';
import type { LabelledOutput, Output } from '@chi-so/storage/labelled';

/**
 * What is answered to whoever names no more than index and period, rendered ahead by what renders every other answer.
 * It follows from the current ranking of `total`, has its label, and is gone or degraded where that is.
 */
export const defaultAnswer = (
  release: ReleaseId,
  label: number,
  degraded: string | null,
  output: Output<RankingDocument>,
): LabelledOutput =>
  answerOutput(
    release,
    label,
    degraded,
    'document' in output ? { document: defaultResponse({ document: output.document, degraded }) } : output,
  );
