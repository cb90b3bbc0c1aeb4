import { type Finding, finding } from '@chi-so/domain/finding';
import { gate } from '@chi-so/domain/gates/gates';
import { logOf, type ReleaseId, releaseName } from '@chi-so/domain/identity';
import { baseEntryOf, type Pins } from '@chi-so/domain/log';
import { diffOf, type ReleaseDiff } from '@chi-so/domain/release-diff';
import { componentsOfRelease, type ScoreRow, unitScoresOf } from '@chi-so/domain/release-file';
import { readLog } from '@chi-so/storage/logs';
import { keepOriginal } from '@chi-so/storage/originals';
import { createRevision, getRevision, type Origin, revisionOfOrigin } from '@chi-so/storage/revisions';
import { manifestOf, putScores } from '@chi-so/storage/scores';
import { contentHash } from './content-hash.ts';
import { gateContextOf, officialOf } from './gate-context.ts';
import { pinned } from './pinned-findings.ts';
import { recordDraft } from './record-draft.ts';
import type { ReadRelease } from './released-tables.ts';
import type { Stores } from './stores.ts';

/** The bytes that a release was read from, and who sent them. */
export type Delivery = {
  sha256: string;
  bytes: Buffer;
  contentType: string;
  /** Everything besides the bytes that decides how they are read: part of what makes two uploads the same. */
  mapping: string;
  actor: string;
  request_id: string;
};

/** What became of a release that a file holds. */
export type ReleaseReport = {
  release: ReleaseId;
  status: 'draft' | 'published' | 'dry-run';
  /** Null where nothing was written. */
  revision: number | null;
  existed: boolean;
  base_entry: number;
  methodology: string;
  layout: string;
  sheet: string | null;
  findings: Finding[];
  /** Against what is published; null where nothing is. */
  diff: ReleaseDiff | null;
  rows: ScoreRow[];
};

/** Whoever has more of one rule has another problem than the last of them. */
const MOST_OF_A_RULE = 60;
const MOST_DIFF_CELLS = 200;

/**
 * A release that was read becomes a draft revision: original bytes → scores → revision, in this order, so that a crash at
 * any point leaves nothing that anybody sees, and the same file sent again ends in the same bytes. What the gates find is
 * kept with the draft and decides whether it may be published.
 */
export const draftRelease = async (
  stores: Stores,
  read: ReadRelease,
  delivery: Delivery,
  isDryRun: boolean,
): Promise<ReleaseReport> => {
  const { records, originals, now } = stores;
  const { file, methodology, unitSet } = read;
  const { release, announcement, source } = file;
  const log = await readLog(records, logOf(release));
  const origin: Origin = {
    sha256: delivery.sha256,
    mapping: delivery.mapping,
    base_entry: baseEntryOf(log, release.period),
  };
  const [official, earlier] = await Promise.all([
    officialOf(stores, file, log),
    revisionOfOrigin(records, release, origin),
  ]);
  const found = capped([
    ...read.findings,
    ...gate(await gateContextOf(stores, read, log, official)),
    ...file.rows.filter((row) => !isPlain(row)).map(notPlain),
  ]);
  const findings = pinned(found, file.rows);

  const rows = file.rows.filter(isStorable(read));
  const units = unitScoresOf(rows);
  const manifest = manifestOf(units);
  const pins: Pins = {
    methodology: methodology.methodology,
    methodology_version: methodology.version,
    unit_set_version: unitSet.version,
  };
  const report = (revision: number | null, existed: boolean): ReleaseReport => ({
    release,
    status: revision === null ? 'dry-run' : revision === official?.revision.revision ? 'published' : 'draft',
    revision,
    existed,
    base_entry: origin.base_entry,
    methodology: methodology.methodology,
    layout: read.layout,
    sheet: read.sheet,
    findings,
    diff: official && diffOf(official.units, units, MOST_DIFF_CELLS),
    rows: file.rows,
  });

  if (earlier !== undefined) {
    const stored = await getRevision(records, release, earlier);
    return { ...report(earlier, true), findings: stored?.findings ?? findings };
  }
  const content_hash = contentHash(manifest, announcement, source, pins);
  if (official?.revision.content_hash === content_hash) return report(official.revision.revision, true);
  if (isDryRun) return report(null, false);

  await keepOriginal(originals, delivery.sha256, delivery.bytes, delivery.contentType);
  await putScores(records, release, units);
  const recorded_at = now().toISOString();
  const { actor, request_id } = delivery;
  const { revision, existed } = await createRevision(
    records,
    release,
    {
      content_hash,
      base_entry: origin.base_entry,
      pins,
      manifest,
      components: componentsOfRelease(methodology, units),
      announcement,
      source,
      sha256: delivery.sha256,
      findings,
      acknowledgements: file.acknowledgements ?? [],
      cause: 'upload',
      corrects: null,
      reason: null,
      actor,
      recorded_at,
    },
    origin,
    { at: recorded_at, actor, action: 'upload', target: releaseName(release), reason: null, request_id },
  );
  recordDraft(units, findings);
  return report(revision, existed);
};

/** Rows about nothing that the catalogue knows, and figures that no table can hold: findings say so, drafts lack them. */
const isStorable = ({ methodology, unitSet }: ReadRelease) => {
  const units = new Set(unitSet.units.map(({ unit }) => unit));
  const components = new Set(methodology.components.map(({ component }) => component));
  return (row: ScoreRow): boolean => units.has(row.unit) && components.has(row.component) && isPlain(row);
};

/** Figures that a table can hold: DynamoDB's numbers end somewhere, and no index comes near. */
const isPlain = ({ score, rank_published, rank_claimed }: ScoreRow): boolean =>
  [score, rank_published, rank_claimed].every(
    (value) => value === null || value === 0 || (Math.abs(value) < 1e15 && Math.abs(value) > 1e-20),
  );

const notPlain = ({ sheet, row, at, score, unit }: ScoreRow): Finding =>
  finding(
    'error',
    'number',
    { sheet: sheet ?? null, row, column: at?.score ?? 'score', value: String(score) },
    `Số của ${unit} không thể là điểm hay hạng`,
    `The figure of ${unit} can be neither a score nor a rank`,
  );

/** The first of every rule, so that no rule drives another one out, and how many more there are of each. */
const capped = (findings: Finding[]): Finding[] => {
  const seen = new Map<string, number>();
  const listed = findings.filter(({ rule, severity }) => {
    const key = `${severity} ${rule}`;
    seen.set(key, (seen.get(key) ?? 0) + 1);
    return (seen.get(key) ?? 0) <= MOST_OF_A_RULE;
  });
  const more = [...seen].filter(([, count]) => count > MOST_OF_A_RULE);
  return [
    ...listed,
    ...more.map(([key, count]) => {
      const [severity = 'error', rule = ''] = key.split(' ');
      const rest = count - MOST_OF_A_RULE;
      return finding(
        severity as Finding['severity'],
        rule,
        { value: rest },
        `Còn ${rest} điều khác theo quy tắc ${rule}`,
        `${rest} more of the rule ${rule}`,
      );
    }),
  ];
};
