import { defaultPage } from '@chi-so/contract/ranking-pages';
import type { ReleaseId } from '@chi-so/domain/identity';
import type { RankingDocument } from '@chi-so/domain/ranking-document';
import { answerOutput } from '@chi-so/storage/answers';
import { FORMAT, type LabelledOutput, type Output } from '@chi-so/storage/labelled';

/**
 * What is answered to whoever names no more than index and period, rendered ahead by what renders every other answer;
 * of more rows than one answer holds, the first page. It follows from the current ranking of `total`, has its label, and
 * is gone or degraded where that is.
 */
export const defaultAnswer = (
  release: ReleaseId,
  label: number,
  degraded: string | null,
  output: Output<RankingDocument>,
): LabelledOutput => {
  if ('gone' in output) return answerOutput(release, label, degraded, output);
  const document = defaultPage(release, { entry: label, format: FORMAT, degraded, document: output.document });
  return { ...answerOutput(release, label, degraded, { document }), next: document.next };
};
