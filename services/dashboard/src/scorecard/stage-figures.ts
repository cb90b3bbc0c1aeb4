import { subtract } from '@chi-so/domain/decimal';
import { STAGES } from '@chi-so/domain/score';
import type { Schemas } from '../data/schemas.ts';

export type StagedScore = Schemas['DraftAnswer']['data'][number];
export type StageName = StagedScore['stage'];

/** One unit or one component in every stage of an evaluation. */
export type StageFigures = {
  id: string;
  scores: Partial<Record<StageName, StagedScore>>;
  /** What the appraisal took or gave: the result, else the last appraisal, less the self-scored points; null unless both are known. */
  difference: number | null;
};

/** The stages that have a figure, in their order, the result last; none where the units were not asked to score themselves. */
export const stagesIn = (scores: readonly StagedScore[]): StageName[] => {
  const before = STAGES.filter((stage) => scores.some((one) => one.stage === stage));
  return before.length === 0 ? [] : [...before, 'result'];
};

/** Scores side by side by stage, one line for each unit, or for each component, in the order in which they come. */
export const stageFigures = (scores: readonly StagedScore[], by: 'unit' | 'component'): StageFigures[] =>
  [...Map.groupBy(scores, (one) => one[by])].map(([id, those]) => {
    const byStage = Object.fromEntries(those.map((one) => [one.stage, one])) as StageFigures['scores'];
    return { id, scores: byStage, difference: differenceOf(byStage) };
  });

const differenceOf = ({ self, ...later }: StageFigures['scores']): number | null => {
  const last = later.result ?? later['appraisal-2'] ?? later['appraisal-1'];
  return typeof self?.score === 'number' && typeof last?.score === 'number' ? subtract(last.score, self.score) : null;
};
