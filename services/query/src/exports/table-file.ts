import type { Answer } from '@chi-so/runtime/answer';
import { needsNoBody, weakEtag } from '@chi-so/runtime/etag';
import { notFound } from '@chi-so/runtime/problem';
import type { Request } from '@chi-so/runtime/request';
import { XLSX_TYPE } from '@chi-so/runtime/sheet-workbook';
import { analysisNamed } from '../analysis/analyses.ts';
import { findIndices, findUnits } from '../catalogue.ts';
import { findChanges } from '../changes.ts';
import { type AskedFormat, askedFormat } from '../formats/asked-format.ts';
import { requireWhole } from '../formats/asked-page.ts';
import { cellsOf, disposition, type FoundTable } from '../formats/table-answer.ts';
import { findRankings } from '../rankings.ts';
import { findReleases } from '../releases.ts';
import { findSeries } from '../series.ts';
import type { Tables } from '../tables.ts';
import { columnFile } from './column-file.ts';
import { provenanceOf } from './provenance.ts';
import { workbookOf } from './workbook.ts';

/** `GET /v1/exports/…`: the tables of the read API as workbooks, and the description of their columns. */

type Find = (tables: Tables, request: Request, asked: AskedFormat) => Promise<FoundTable>;

const LISTS: Record<string, Find> = {
  series: findSeries,
  releases: findReleases,
  units: findUnits,
  indices: findIndices,
  changes: findChanges,
};

/** `GET /v1/exports/{file}`: `series.xlsx`, `releases.metadata.json` … */
export const getListFile = (tables: Tables, request: Request): Promise<Answer> => {
  const asked = askedFile(request);
  const find = Object.hasOwn(LISTS, asked.path.file ?? '') ? LISTS[asked.path.file ?? ''] : undefined;
  if (!find) throw noSuchFile(request);
  return fileOf(tables, request, asked, find);
};

/** `GET /v1/exports/rankings/{index}/{file}`: `2019.xlsx`, `2019.metadata.json`. */
export const getRankingFile = (tables: Tables, request: Request): Promise<Answer> => {
  const asked = askedFile(request);
  const { index = '', file = '' } = asked.path;
  return fileOf(tables, request, { ...asked, path: { index, period: file } }, findRankings);
};

/** `GET /v1/exports/analysis/{file}`: `decomposition.xlsx`, `decomposition.metadata.json`. */
export const getAnalysisExport = (tables: Tables, request: Request): Promise<Answer> => {
  const asked = askedFile(request);
  return fileOf(tables, request, asked, analysisNamed(asked.path.file ?? ''));
};

const askedFile = (request: Request): AskedFormat => {
  const asked = askedFormat(request);
  if (asked.format === 'xlsx' || asked.format === 'metadata.json') return asked;
  throw noSuchFile(request);
};

const fileOf = async (tables: Tables, request: Request, asked: AskedFormat, find: Find): Promise<Answer> => {
  const found = await find(tables, { ...request, path: asked.path }, asked);
  if (found.list) requireWhole(request.query);
  const provenance = await provenanceOf(tables.records, found);
  if (asked.format === 'metadata.json') return columnFile(found, provenance);
  const cells = cellsOf(asked, found);
  // The bytes of an archive tell the time of its making: the tag is of what is in it.
  const etag = weakEtag(XLSX_TYPE, request.lang, Buffer.from(JSON.stringify([cells, provenance])));
  return {
    ...(found.cache ? { cache: found.cache } : {}),
    headers: {
      'content-type': XLSX_TYPE,
      'content-disposition': disposition([...found.file, ...(asked.layout === 'wide' ? ['wide'] : [])], 'xlsx'),
    },
    etag,
    body: needsNoBody(request, etag) ? '' : await workbookOf(found, cells, provenance),
  };
};

const noSuchFile = ({ url }: Request) => {
  const [path = ''] = url.split('?');
  return notFound(
    `Không có tệp ${path}: ở đây là các tệp .xlsx và .metadata.json`,
    `There is no file ${path}: here are files .xlsx and .metadata.json`,
  );
};
