import { gzipSync } from 'node:zlib';
import { columnMetadata } from '@chi-so/contract/column-words';
import type { TableName } from '@chi-so/contract/columns';
import { CSV_PROFILES, type CsvProfile, csv } from '@chi-so/contract/csv';
import { LIMITS } from '@chi-so/contract/limits';
import { csvColumns, longCells, type Row, type UnitNames } from '@chi-so/contract/table-cells';
import type { Answer } from '@chi-so/runtime/answer';
import { acceptsGzip } from '@chi-so/runtime/compression';
import { parameters } from '@chi-so/runtime/parameters';
import { invalidParameter, notFound, Problem } from '@chi-so/runtime/problem';
import type { Request } from '@chi-so/runtime/request';
import { getIndex, getMethodology, listMethodologies } from '@chi-so/storage/catalogue';
import { listReleases, type ReleaseSummary } from '@chi-so/storage/releases';
import { type Zippable, zipSync } from 'fflate';
import { CSV_TYPE, disposition } from '../formats/table-answer.ts';
import type { Tables } from '../tables.ts';
import { indexFigures } from './index-figures.ts';
import { REUSE_NOTE } from './reuse-note.ts';

/** `GET /v1/exports/indices/{file}`: all figures of an index, as `pci.csv`, or as `pci.zip` with what explains them. */
export const getIndexFile = async (tables: Tables, request: Request): Promise<Answer> => {
  const { profile: asked } = parameters(request.query, ['profile']);
  const profile = CSV_PROFILES.find((known) => known === (asked ?? 'rfc4180'));
  if (!profile) {
    const known = CSV_PROFILES.join(', ');
    throw invalidParameter('profile', `profile phải là ${known}`, `profile must be ${known}`);
  }
  const [, id = '', suffix = ''] = /^(.+)\.(csv|zip)$/.exec(request.path.file ?? '') ?? [];
  const index = id === '' ? undefined : await getIndex(tables.records, id);
  if (!index) {
    throw notFound(
      `Không có tệp "${request.path.file}": hãy dùng {chỉ số}.csv hoặc {chỉ số}.zip`,
      `There is no file "${request.path.file}": use {index}.csv or {index}.zip`,
    );
  }
  const releases = await listReleases(tables.records, id);
  const { rows, names } = await indexFigures(tables.rankings, releases);
  const figures = fileOf('rankings', rows, profile, names);
  if (suffix === 'csv') return csvFile(id, figures, releases, request.headers['accept-encoding']);
  return zipFile(
    id,
    await zipOf(tables, id, releases, { figures, list: fileOf('releases', releases, profile) }),
    releases,
  );
};

/** @throws Problem 413 where it cannot be sent: compressed, ten times as much can be. */
export const csvFile = (
  index: string,
  figures: string,
  releases: readonly ReleaseSummary[],
  acceptEncoding: string | undefined,
): Answer => {
  const gzipped = gzipSync(figures);
  const sent = acceptsGzip(acceptEncoding) ? base64Bytes(gzipped.length) : escapedBytes(figures);
  if (sent > MOST_BYTES) throw tooLarge(index, releases, [`/v1/exports/indices/${index}.zip`]);
  const headers = { 'content-disposition': disposition([index], 'csv'), 'content-type': CSV_TYPE };
  return { headers, body: undefined, gzipped };
};

/** @throws Problem 413 where it cannot be sent. */
export const zipFile = (index: string, zip: Buffer, releases: readonly ReleaseSummary[]): Answer => {
  if (base64Bytes(zip.length) > MOST_BYTES) throw tooLarge(index, releases, []);
  const headers = { 'content-disposition': disposition([index], 'zip'), 'content-type': 'application/zip' };
  return { headers, body: zip };
};

/** What a function may answer, less what its headers take. */
const MOST_BYTES = LIMITS.answer_bytes - 32 * 1024;

const base64Bytes = (bytes: number): number => Math.ceil(bytes / 3) * 4;
/** As text within JSON, where a quote or a line end takes two bytes. */
const escapedBytes = (text: string): number => Buffer.byteLength(text) + (text.match(/["\\\r\n\t]/g)?.length ?? 0);

const fileOf = (table: TableName, rows: readonly Row[], profile: CsvProfile, names?: UnitNames): string => {
  const cells = longCells(table, rows, names);
  return csv(csvColumns(cells.columns), cells.rows, profile);
};

const zipOf = async (
  { records }: Tables,
  index: string,
  releases: readonly ReleaseSummary[],
  { figures, list }: { figures: string; list: string },
): Promise<Buffer> => {
  const methodologies = await Promise.all(
    (await listMethodologies(records, index)).map(({ methodology }) => getMethodology(records, index, methodology)),
  );
  const about = {
    index,
    reuse: REUSE_NOTE,
    tables: { 'figures.csv': columnMetadata('rankings'), 'releases.csv': columnMetadata('releases') },
  };
  // As old as what is in it, so that the same figures are the same bytes.
  const mtime =
    releases
      .map(({ at }) => at)
      .sort()
      .at(-1) ?? '1980-01-01';
  const file = (text: string): Zippable[string] => [Buffer.from(text), { mtime }];
  const json = (value: unknown) => file(`${JSON.stringify(value, null, 2)}\n`);
  return Buffer.from(
    zipSync({
      'figures.csv': file(figures),
      'releases.csv': file(list),
      'metadata.json': json(about),
      'methodologies.json': json(methodologies),
    }),
  );
};

/** Says which smaller files hold the same. */
const tooLarge = (index: string, releases: readonly ReleaseSummary[], smaller: string[]) =>
  new Problem(
    413,
    'answer-too-large',
    {
      vi: 'Tệp lớn hơn 6 MB: hãy tải từng kỳ theo candidates, hoặc gửi Accept-Encoding: gzip',
      en: 'The file is larger than 6 MB: fetch it by period, as candidates lists, or send Accept-Encoding: gzip',
    },
    {
      candidates: [
        ...smaller,
        ...releases.map(
          ({ period, unit_set, edition }) =>
            `/v1/rankings/${index}/${period}.csv?set=${unit_set}&edition=${edition}&component=*`,
        ),
      ],
    },
  );
