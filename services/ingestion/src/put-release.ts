import { createHash } from 'node:crypto';
import { ReleaseBody } from '@chi-so/contract/release-body';
import type { Finding } from '@chi-so/domain/finding';
import { logOf, type ReleaseId, releaseName } from '@chi-so/domain/identity';
import { baseEntryOf, isPublication, lastEntryOf, type Pins } from '@chi-so/domain/log';
import type { PinnedMethodology } from '@chi-so/domain/methodology';
import { checkRelease } from '@chi-so/domain/release-check';
import { componentsOfRelease, type ReleaseFile, unitScoresOf } from '@chi-so/domain/release-file';
import type { Announcement, Source, UnitScores } from '@chi-so/domain/score';
import type { Answer, Request } from '@chi-so/runtime/http';
import { jsonBody } from '@chi-so/runtime/json-body';
import { flag, parameters } from '@chi-so/runtime/parameters';
import { invalidRequest, notFound, Problem } from '@chi-so/runtime/problem';
import { getIndex, getMethodology, getUnitSet, listMethodologies } from '@chi-so/storage/catalogue';
import type { Table } from '@chi-so/storage/client';
import { readLog } from '@chi-so/storage/logs';
import { type Bucket, keepOriginal } from '@chi-so/storage/originals';
import { createRevision, getRevision, type Origin, revisionOfOrigin } from '@chi-so/storage/revisions';
import { type Manifest, manifestOf, putScores } from '@chi-so/storage/scores';
import { actorOf, requestIdOf } from './caller.ts';
import { fileKindOf } from './file-kind.ts';
import { readReleaseCsv } from './release-csv.ts';
import { releaseOfBody } from './release-json.ts';
import { type Reading, releaseOfReading } from './release-table.ts';
import { readReleaseWorkbook } from './release-workbook.ts';

export type Stores = { records: Table; originals: Bucket; now: () => Date };

/** The largest body that is taken; larger files have a way of their own. */
const MAX_BYTES = 4 * 1024 * 1024;

/**
 * `PUT /v1/releases/{index}/{period}?set=&edition=&dry_run=`: a release file becomes a draft revision. It is checked
 * whole before anything is written; the same file on the same base is the same revision.
 */
export const putRelease = async (stores: Stores, request: Request): Promise<Answer> => {
  const { records, originals, now } = stores;
  const { dry_run } = parameters(request.query, ['set', 'edition', 'dry_run']);
  const isDryRun = flag('dry_run', dry_run);
  if (request.body.length > MAX_BYTES) {
    throw new Problem(413, 'too-large', { vi: 'Tệp lớn hơn 4 MB', en: 'The file is larger than 4 MB' });
  }
  const file = await readFile(request);
  const { methodology, unitSet } = await catalogueOf(records, file.parsed);
  const findings = [...file.findings, ...checkRelease(file.parsed, unitSet, methodology)];
  if (findings.length > 0) throw refusal(findings);

  const { release, announcement, source, rows } = file.parsed;
  const units = unitScoresOf(rows);
  const manifest = manifestOf(units);
  const pins: Pins = {
    methodology: methodology.methodology,
    methodology_version: methodology.version,
    unit_set_version: unitSet.version,
  };
  const content_hash = contentHash(manifest, announcement, source, pins);
  const sha256 = createHash('sha256').update(request.body).digest('hex');

  const log = await readLog(records, logOf(release));
  const origin: Origin = { sha256, mapping: 'own-layout', base_entry: baseEntryOf(log, release.period) };
  const published = lastEntryOf(log, release.period);
  const earlier = await revisionOfOrigin(records, release, origin);
  if (earlier !== undefined) return answer(200, release, earlier, earlier === published?.revision, origin, units);
  if (isPublication(published)) {
    const official = await getRevision(records, release, published.revision);
    if (official?.content_hash === content_hash) return answer(200, release, published.revision, true, origin, units);
  }
  if (isDryRun) return answer(200, release, null, false, origin, units);

  await keepOriginal(originals, sha256, request.body, request.headers['content-type'] ?? 'application/octet-stream');
  await putScores(records, release, units);
  const recorded_at = now().toISOString();
  const actor = actorOf(request);
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
      sha256,
      findings: [],
      cause: 'upload',
      reason: null,
      actor,
      recorded_at,
    },
    origin,
    {
      at: recorded_at,
      actor,
      action: 'upload',
      target: releaseName(release),
      reason: null,
      request_id: requestIdOf(request),
    },
  );
  return answer(existed ? 200 : 201, release, revision, false, origin, units);
};

export const contentHash = (manifest: Manifest, announcement: Announcement, source: Source, pins: Pins): string =>
  createHash('sha256')
    .update(JSON.stringify([manifest, announcement, source, pins]))
    .digest('hex');

export const refusal = (findings: readonly Finding[]): Problem =>
  new Problem(
    422,
    'invalid-release',
    {
      vi: `Tệp bị từ chối: ${findings.length} lỗi; chưa có gì được ghi`,
      en: `The release was refused: ${findings.length} errors; nothing was written`,
    },
    { errors: findings },
  );

/** Which release the request and the file name, read as a workbook, as JSON or as CSV. */
const readFile = async (request: Request): Promise<{ parsed: ReleaseFile; findings: Finding[] }> => {
  if (fileKindOf(request.body) === 'workbook') return named(request, await readReleaseWorkbook(request.body));
  const text = request.body.toString('utf8');
  if (text.includes('\uFFFD')) {
    throw new Problem(415, 'not-utf8', {
      vi: 'Tệp không phải UTF-8 (gửi dưới dạng application/octet-stream)',
      en: 'The file is not UTF-8 (send it as application/octet-stream)',
    });
  }
  if (!text.trimStart().startsWith('{')) return named(request, readReleaseCsv(text));
  const body = jsonBody(ReleaseBody, request);
  return { parsed: releaseOfBody(body, releaseIdOf(request, body)), findings: [] };
};

/** The release that a table's own lines and the URL name together. */
const named = (request: Request, reading: Reading): { parsed: ReleaseFile; findings: Finding[] } => {
  const said = (key: string) => reading.preamble.get(key)?.[0];
  const release = releaseIdOf(request, {
    index: said('index'),
    period: said('period'),
    unit_set: said('unit_set'),
    edition: said('edition'),
  });
  return { parsed: releaseOfReading(reading, release), findings: reading.findings };
};

type Named = { [K in keyof ReleaseId]?: string | undefined };

/** The release of the URL. What the file says of itself must not contradict it. */
const releaseIdOf = ({ path, query }: Request, file: Named): ReleaseId => {
  const url: Named = { index: path.index, period: path.period, unit_set: query.set, edition: query.edition };
  for (const field of ['index', 'period', 'unit_set', 'edition'] as const) {
    if (url[field] && file[field] && url[field] !== file[field]) {
      throw invalidRequest(
        `Địa chỉ ghi ${field} là ${url[field]}, tệp ghi ${file[field]}`,
        `The URL says ${field} ${url[field]}, the file says ${file[field]}`,
      );
    }
  }
  const unit_set = url.unit_set ?? file.unit_set;
  if (!unit_set) {
    throw invalidRequest('Thiếu tập đơn vị: ?set=VN63', 'The unit set is missing: ?set=VN63');
  }
  const release: ReleaseId = {
    index: url.index ?? '',
    period: url.period ?? '',
    unit_set,
    edition: url.edition ?? file.edition ?? 'main',
  };
  for (const [field, value] of Object.entries(release)) {
    if (!/^[A-Za-z0-9._-]{1,60}$/.test(value)) {
      throw invalidRequest(
        `${field} chỉ gồm chữ không dấu, số, dấu chấm, gạch: "${value.slice(0, 60)}"`,
        `${field} is made of plain letters, digits, dots and dashes: "${value.slice(0, 60)}"`,
      );
    }
  }
  return release;
};

const catalogueOf = async (records: Table, { release, methodology: named }: ReleaseFile) => {
  const { index, period, unit_set } = release;
  const [known, unitSet, listed] = await Promise.all([
    getIndex(records, index),
    getUnitSet(records, unit_set),
    listMethodologies(records, index),
  ]);
  if (!known) throw notFound(`Không có chỉ số "${index}"`, `There is no index "${index}"`);
  if (!unitSet) throw notFound(`Không có tập đơn vị "${unit_set}"`, `There is no unit set "${unit_set}"`);
  const year = period.slice(0, 4);
  const fitting = listed.filter(
    ({ period_from: from, period_to: to }) => year >= from.slice(0, 4) && (to === null || year <= to.slice(0, 4)),
  );
  const id = named ?? (fitting.length === 1 ? fitting[0]?.methodology : undefined);
  const methodology = id === undefined ? undefined : await getMethodology(records, index, id);
  if (!methodology)
    throw noMethodology(
      index,
      period,
      named,
      fitting.map((one) => one.methodology),
    );
  return { methodology, unitSet } satisfies { methodology: PinnedMethodology; unitSet: object };
};

const noMethodology = (index: string, period: string, named: string | null, candidates: string[]): Problem =>
  new Problem(
    422,
    'methodology',
    named === null
      ? {
          vi: `Hãy nêu phương pháp của ${index} ${period}`,
          en: `Name the methodology of ${index} ${period}`,
        }
      : { vi: `Không có phương pháp "${named}"`, en: `There is no methodology "${named}"` },
    { candidates },
  );

const answer = (
  status: number,
  release: ReleaseId,
  revision: number | null,
  published: boolean,
  { base_entry }: Origin,
  units: readonly UnitScores[],
): Answer => ({
  status,
  ...(revision === null
    ? {}
    : { headers: { location: `/v1/releases/${release.index}/${release.period}/revisions/${revision}` } }),
  body: {
    data: units.flatMap(({ unit, scores }) =>
      Object.entries(scores).map(([component, score]) => ({ ...release, component, unit, ...score })),
    ),
    meta: {
      revision,
      status: published ? 'published' : revision === null ? 'dry-run' : 'draft',
      base_entry,
      findings: [],
    },
    next: null,
  },
});
