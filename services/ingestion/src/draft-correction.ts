import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { ScoreBody } from '@chi-so/contract/release-body';
import { errorsIn, type Finding } from '@chi-so/domain/finding';
import { arithmetic } from '@chi-so/domain/gates/arithmetic';
import { type ReleaseId, releaseName, TOTAL } from '@chi-so/domain/identity';
import type { Publication } from '@chi-so/domain/log';
import type { Methodology } from '@chi-so/domain/methodology';
import { checkRows } from '@chi-so/domain/release-check';
import { componentsOfRelease, rowsOf, type ScoreRow, unitScoresOf } from '@chi-so/domain/release-file';
import { NO_SCORE, type Score, STAGES, type UnitScores } from '@chi-so/domain/score';
import type { Request } from '@chi-so/runtime/http';
import { getMethodology, getUnitSet } from '@chi-so/storage/catalogue';
import type { Table } from '@chi-so/storage/client';
import { keepOriginal } from '@chi-so/storage/originals';
import { createRevision, getRevision, type Origin, type Revision } from '@chi-so/storage/revisions';
import { getScores, manifestOf, putScores } from '@chi-so/storage/scores';
import { actorOf, requestIdOf } from './caller.ts';
import { contentHash } from './content-hash.ts';
import { recordDraft } from './record-draft.ts';
import { unreadable } from './report.ts';
import type { Stores } from './stores.ts';

/** What is published, with corrections in it, as a draft. Only the units that change are read and written. */

/** The corrections as a draft; null where they change nothing. */
export const draftCorrection = async (
  { records, originals, now }: Stores,
  request: Request,
  release: ReleaseId,
  { entry: base_entry, revision: corrected, pins }: Publication,
  reason: string,
  corrections: readonly ScoreBody[],
): Promise<Revision | null> => {
  const stored = await getRevision(records, release, corrected);
  if (!stored) throw new Error(`${releaseName(release)} lacks revision ${corrected}`);
  // The publication's pins, not the revision's: it may have been re-ranked under another methodology since.
  const before: Revision = { ...stored, pins };
  const { units, methodology, findings } = await correctUnits(records, release, before, corrections);

  const manifest = { ...before.manifest, ...manifestOf(units) };
  const sha256 = sha256Of(request.body);
  if (isDeepStrictEqual(manifest, before.manifest)) return null;
  const origin: Origin = { sha256, mapping: 'correction', base_entry };
  const recorded_at = now().toISOString();
  const actor = actorOf(request);
  const revision: Omit<Revision, 'revision'> = {
    content_hash: contentHash(manifest, before.announcement, before.source, before.pins),
    base_entry,
    pins: before.pins,
    manifest,
    components: [...new Set([...before.components, ...componentsOfRelease(methodology, units)])],
    announcement: before.announcement,
    source: before.source,
    sha256,
    findings,
    // Whoever corrects a figure has seen what it does not agree with, and gives the reason.
    acknowledgements: [...new Set(findings.map(({ rule }) => rule))].map((rule) => ({ rule, reason })),
    cause: 'correction',
    corrects: correctedComponents(before, methodology, corrections),
    reason,
    actor,
    recorded_at,
  };
  await keepOriginal(originals, sha256, request.body, 'application/json');
  await putScores(records, release, units);
  const audit = {
    at: recorded_at,
    actor,
    action: 'correct',
    target: releaseName(release),
    reason,
    request_id: requestIdOf(request),
  };
  const { revision: number } = await createRevision(records, release, revision, origin, audit);
  recordDraft(units, findings);
  return { ...revision, revision: number };
};

/**
 * The components whose figures the corrections can change, besides the total. Any of them may, where figures follow from
 * one another, where a unit appears that the release did not name, and where there is no total to stand for the release.
 */
const correctedComponents = (
  { manifest, components }: Revision,
  { aggregation }: Methodology,
  corrections: readonly ScoreBody[],
): string[] | null => {
  const isNew = corrections.some(({ unit }) => !Object.hasOwn(manifest, unit));
  if (isNew || aggregation.kind === 'points' || !components.includes(TOTAL)) return null;
  return [...new Set(corrections.map(({ component }) => component))].sort();
};

/** The units that the corrections touch, as they will read, checked by the rules of a whole release. */
const correctUnits = async (
  records: Table,
  release: ReleaseId,
  { manifest, pins, source, announcement }: Revision,
  corrections: readonly ScoreBody[],
): Promise<{ units: UnitScores[]; methodology: Methodology; findings: Finding[] }> => {
  const touched = [...new Set(corrections.map(({ unit }) => unit))];
  const known = Object.fromEntries(
    touched.flatMap((unit) => (Object.hasOwn(manifest, unit) ? [[unit, manifest[unit] ?? '']] : [])),
  );
  const [before, methodology, unitSet] = await Promise.all([
    getScores(records, release, known),
    getMethodology(records, release.index, pins.methodology, pins.methodology_version),
    getUnitSet(records, release.unit_set, pins.unit_set_version),
  ]);
  if (!methodology || !unitSet) throw new Error(`${releaseName(release)} pins catalogue versions that are not there`);

  const earlier = new Map(before.map((unit) => [unit.unit, unit]));
  const rows: ScoreRow[] = corrections.map((correction, i) => ({
    row: i + 1,
    unit: correction.unit,
    component: correction.component,
    stage: correction.stage,
    ...corrected(scoreBefore(earlier.get(correction.unit), correction), correction),
  }));
  const findings = checkRows(rows, unitSet, methodology);
  if (errorsIn(findings).length > 0) throw unreadable(findings);
  const units = unitScoresOf(rows).map((changed) => merged(earlier.get(changed.unit), changed));
  const file = { release, methodology: methodology.methodology, source, announcement, rows: rowsOf(units) };
  const judged = arithmetic({ file, unitSet, methodology, published: null, others: [], editions: [] });
  return { units, methodology, findings: judged.map((found) => ({ ...found, severity: 'warning' as const })) };
};

/** A unit as it was, with what the correction says in its place. */
const merged = (before: UnitScores | undefined, { unit, scores, stages }: UnitScores): UnitScores => {
  const allStages = STAGES.filter((stage) => before?.stages?.[stage] ?? stages?.[stage]);
  return {
    unit,
    scores: { ...before?.scores, ...scores },
    ...(allStages.length > 0
      ? {
          stages: Object.fromEntries(
            allStages.map((stage) => [stage, { ...before?.stages?.[stage], ...stages?.[stage] }]),
          ),
        }
      : {}),
  };
};

const scoreBefore = (unit: UnitScores | undefined, { component, stage }: ScoreBody): Score | undefined =>
  stage === 'result' ? unit?.scores[component] : unit?.stages?.[stage]?.[component];

/** Fields that the correction gives replace those that stand. A new score is normal unless it says otherwise. */
const corrected = (
  before: Score | undefined,
  { unit: _unit, component: _component, stage: _stage, ...given }: ScoreBody,
): Score => {
  const scored = given.score !== undefined;
  const plain = scored ? { status: given.score === null ? ('M' as const) : ('A' as const), reason: null } : {};
  return { ...(before ?? NO_SCORE), ...plain, ...defined(given) };
};

const defined = <T extends object>(given: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

export const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
