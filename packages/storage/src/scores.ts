import { hash } from 'node:crypto';
import type { ReleaseId } from '@chi-so/domain/identity';
import { NO_SCORE, type Score, STAGES, STATUSES, type Stage, type UnitScores } from '@chi-so/domain/score';
import type { Table } from './client.ts';
import { getAll, putAll } from './item-writes.ts';
import { type Item, queryItems } from './items.ts';
import { releasePartition } from './keys.ts';
import { readAs, UnreadableRecord } from './unreadable-record.ts';

/** SCORE items: what a release says of one unit. Immutable and named by their content, so writing one again is harmless. */

/** Unit → hash of its scores: what a revision is made of. */
export type Manifest = Record<string, string>;

const PREFIX = 'SCORE#';

/** The name of a unit's scores: 128 bits of SHA-256 over their canonical form. */
export const scoreHash = ({ unit, scores, stages }: UnitScores): string =>
  hash('sha256', JSON.stringify([unit, inOrderOfName(scores), ...(stages ? [inOrderOfStage(stages)] : [])])).slice(
    0,
    32,
  );

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
  const pk = releasePartition(release);
  const items = await getAll(
    records,
    Object.entries(manifest).map((named) => ({ pk, sk: keyOf(named) })),
  );
  return pickFrom(pk, items)(manifest);
};

/** All versions of a release's scores in one consistent Query, to be picked by manifest. */
export const readScores = async (records: Table, release: ReleaseId): Promise<(manifest: Manifest) => UnitScores[]> => {
  const pk = releasePartition(release);
  return pickFrom(pk, await queryItems(records, { pk, prefix: PREFIX, consistent: true }));
};

const keyOf = ([unit, hash]: [unit: string, hash: string]): string => `${PREFIX}${unit}#${hash}`;

/** Picks what manifests name; a version that several of them name is read and checked once. */
const pickFrom = (pk: string, items: readonly Item[]): ((manifest: Manifest) => UnitScores[]) => {
  const byKey = new Map(items.map((item) => [item.sk, item]));
  const picked = new Map<string, UnitScores>();
  const pick = (key: string): UnitScores => {
    const item = byKey.get(key);
    if (!item) throw new UnreadableRecord(`${pk} lacks ${key}`);
    const scores = fromItem(item);
    // A figure that somebody has changed in the table would otherwise be ranked, and a rebuild would make it official.
    if (!key.endsWith(`#${scoreHash(scores)}`)) {
      throw new UnreadableRecord(`${pk} ${key}: not what was written, its content has another hash`);
    }
    picked.set(key, scores);
    return scores;
  };
  return (manifest) => Object.entries(manifest).map((named) => picked.get(keyOf(named)) ?? pick(keyOf(named)));
};

const toItem = (release: ReleaseId, unit: UnitScores): Item => ({
  pk: releasePartition(release),
  sk: `${PREFIX}${unit.unit}#${scoreHash(unit)}`,
  unit: unit.unit,
  scores: mapScores(unit.scores, compact),
  ...(unit.stages ? { stages: mapStages(unit.stages, compact) } : {}),
});

const fromItem = ({ pk, sk, unit, scores, stages }: Item): UnitScores =>
  readAs({ pk, sk }, () => ({
    unit,
    scores: mapScores(anObject(scores), whole),
    ...(stages ? { stages: mapStages(stages, whole) } : {}),
  }));

const anObject = <T>(given: T): T => {
  if (typeof given === 'object' && given !== null && !Array.isArray(given)) return given;
  throw new Error(`not an object: ${JSON.stringify(given)}`);
};

const mapScores = <A, B>(scores: Record<string, A>, change: (score: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(scores).map(([component, score]) => [component, change(score)]));

const mapStages = <A, B>(stages: Partial<Record<Stage, Record<string, A>>>, change: (score: A) => B) =>
  Object.fromEntries(Object.entries(stages).map(([stage, scores]) => [stage, mapScores(scores, change)]));

/** Stored data is input too: a score that is no number would be ranked as one. */
const whole = (given: Partial<Score>): Score => {
  const score = { ...EMPTY, ...anObject(given) };
  const isScore = (score.score === null || Number.isFinite(score.score)) && STATUSES.includes(score.status);
  if (isScore) return score;
  throw new Error(`not a score: ${JSON.stringify(given)}`);
};

/** What a stored score is where it says nothing: most scores are normal. */
const EMPTY: Score = { ...NO_SCORE, status: 'A' };

/** Without what is empty: a unit's scores cost capacity by the kilobyte. Keys in one order: the hash depends on it. */
const compact = (score: Score | undefined): Partial<Score> => {
  const given: Record<string, unknown> = {};
  for (const key of FIELDS) if (score && score[key] !== EMPTY[key]) given[key] = score[key];
  return given;
};

const FIELDS = Object.keys(EMPTY) as (keyof Score)[];
