import { createHash } from 'node:crypto';
import type { ReleaseId } from '@chi-so/domain/identity';
import { NO_SCORE, type Score, STAGES, type Stage, type UnitScores } from '@chi-so/domain/score';
import type { Table } from './client.ts';
import { getAll, type Item, putAll, queryItems } from './items.ts';
import { releasePartition } from './keys.ts';

/** SCORE items: what a release says of one unit. Immutable and named by their content, so writing one again is harmless. */

/** Unit → hash of its scores: what a revision is made of. */
export type Manifest = Record<string, string>;

const PREFIX = 'SCORE#';

/** The name of a unit's scores: 128 bits of SHA-256 over their canonical form. */
export const scoreHash = ({ unit, scores, stages }: UnitScores): string =>
  createHash('sha256')
    .update(JSON.stringify([unit, inOrderOfName(scores), ...(stages ? [inOrderOfStage(stages)] : [])]))
    .digest('hex')
    .slice(0, 32);

const inOrderOfName = (scores: Record<string, Score>) =>
  Object.keys(scores)
    .sort()
    .map((component) => [component, compact(scores[component])]);

const inOrderOfStage = (stages: NonNullable<UnitScores['stages']>) =>
  STAGES.flatMap((stage) => (stages[stage] ? [[stage, inOrderOfName(stages[stage])]] : []));

export const manifestOf = (units: readonly UnitScores[]): Manifest =>
  Object.fromEntries(units.map((unit) => [unit.unit, scoreHash(unit)]).sort());

export const putScores = (records: Table, release: ReleaseId, units: readonly UnitScores[]): Promise<void> =>
  putAll(
    records,
    units.map((unit) => toItem(release, unit)),
  );

/** The scores that a manifest names, read by key: corrections leave more versions in the partition than are wanted. */
export const getScores = async (records: Table, release: ReleaseId, manifest: Manifest): Promise<UnitScores[]> => {
  const wanted = Object.entries(manifest);
  const items = await getAll(
    records,
    wanted.map(([unit, hash]) => ({ pk: releasePartition(release), sk: `${PREFIX}${unit}#${hash}` })),
  );
  return inOrder(release, wanted, new Map(items.map((item) => [item.sk, fromItem(item)])));
};

/** All versions of a release's scores in one consistent Query, to be picked by manifest. */
export const readScores = async (records: Table, release: ReleaseId): Promise<(manifest: Manifest) => UnitScores[]> => {
  const items = await queryItems(records, { pk: releasePartition(release), prefix: PREFIX, consistent: true });
  const byKey = new Map(items.map((item) => [item.sk, fromItem(item)]));
  return (manifest) => inOrder(release, Object.entries(manifest), byKey);
};

const inOrder = (release: ReleaseId, wanted: [string, string][], byKey: Map<string, UnitScores>): UnitScores[] =>
  wanted.map(([unit, hash]) => {
    const scores = byKey.get(`${PREFIX}${unit}#${hash}`);
    if (!scores) throw new Error(`${releasePartition(release)} lacks ${PREFIX}${unit}#${hash}`);
    return scores;
  });

const toItem = (release: ReleaseId, unit: UnitScores): Item => ({
  pk: releasePartition(release),
  sk: `${PREFIX}${unit.unit}#${scoreHash(unit)}`,
  unit: unit.unit,
  scores: mapScores(unit.scores, compact),
  ...(unit.stages ? { stages: mapStages(unit.stages, compact) } : {}),
});

const fromItem = ({ unit, scores, stages }: Item): UnitScores => ({
  unit,
  scores: mapScores(scores, whole),
  ...(stages ? { stages: mapStages(stages, whole) } : {}),
});

const mapScores = <A, B>(scores: Record<string, A>, change: (score: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(scores).map(([component, score]) => [component, change(score)]));

const mapStages = <A, B>(stages: Partial<Record<Stage, Record<string, A>>>, change: (score: A) => B) =>
  Object.fromEntries(Object.entries(stages).map(([stage, scores]) => [stage, mapScores(scores, change)]));

const whole = (score: Partial<Score>): Score => ({ ...EMPTY, ...score });

/** What a stored score is where it says nothing: most scores are normal. */
const EMPTY: Score = { ...NO_SCORE, status: 'A' };

/** Without what is empty: a unit's scores cost capacity by the kilobyte. Keys in one order: the hash depends on it. */
const compact = (score: Score | undefined): Partial<Score> => {
  const given: [string, unknown][] = [];
  for (const key of FIELDS) if (score && score[key] !== EMPTY[key]) given.push([key, score[key]]);
  return Object.fromEntries(given);
};

const FIELDS = Object.keys(EMPTY) as (keyof Score)[];
