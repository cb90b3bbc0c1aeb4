import { type Score, STAGES, type UnitScores } from './score.ts';

/** What a revision says otherwise than what is published: the cells that a person looks at before publishing. */

export type CellChange = {
  unit: string;
  component: string;
  stage: string;
  change: 'added' | 'removed' | 'changed';
  before: Score | null;
  after: Score | null;
};

export type ReleaseDiff = { added: number; removed: number; changed: number; cells: CellChange[] };

/** Scores nearer than this are the same: publishers' files differ in the last binary digits. */
const SAME = 1e-6;

/** Cell by cell, in the order of units and components. `most`: how many cells are listed; all are counted. */
export const diffOf = (before: readonly UnitScores[], after: readonly UnitScores[], most = Infinity): ReleaseDiff => {
  const [old, now] = [cellsOf(before), cellsOf(after)];
  const cells = [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((key): CellChange[] => {
    const [was, is] = [old.get(key) ?? null, now.get(key) ?? null];
    if (was && is && isSame(was, is)) return [];
    const [unit = '', component = '', stage = ''] = key.split(' ');
    return [{ unit, component, stage, change: was ? (is ? 'changed' : 'removed') : 'added', before: was, after: is }];
  });
  const count = (change: CellChange['change']) => cells.filter((cell) => cell.change === change).length;
  return { added: count('added'), removed: count('removed'), changed: count('changed'), cells: cells.slice(0, most) };
};

const cellsOf = (units: readonly UnitScores[]): Map<string, Score> =>
  new Map(
    units.flatMap(({ unit, scores, stages }) => [
      ...Object.entries(scores).map(([component, score]) => [`${unit} ${component} result`, score] as const),
      ...STAGES.flatMap((stage) =>
        Object.entries(stages?.[stage] ?? {}).map(
          ([component, score]) => [`${unit} ${component} ${stage}`, score] as const,
        ),
      ),
    ]),
  );

const isSame = (a: Score, b: Score): boolean => {
  const { score: scoreA, ...restA } = a;
  const { score: scoreB, ...restB } = b;
  const near = scoreA === scoreB || (scoreA !== null && scoreB !== null && Math.abs(scoreA - scoreB) <= SAME);
  return near && (Object.keys(restA) as (keyof typeof restA)[]).every((key) => restA[key] === restB[key]);
};
