import { ALL, MAIN_EDITION, PERIOD_PATTERN, type ReleaseId } from '@chi-so/domain/identity';
import type { Index } from '@chi-so/domain/methodology';
import { isUsedFor } from '@chi-so/domain/methodology';
import { templateOf } from '@chi-so/domain/template';
import { needsNoBody, weakEtag } from '@chi-so/runtime/etag';
import type { Answer, Request } from '@chi-so/runtime/http';
import { parameters } from '@chi-so/runtime/parameters';
import { invalidRequest, notFound } from '@chi-so/runtime/problem';
import { sheetWorkbook, XLSX_TYPE } from '@chi-so/runtime/sheet-workbook';
import {
  getIndex,
  getMethodology,
  getUnitSet,
  listMethodologies,
  listUnitSets,
  type MethodologySummary,
} from '@chi-so/storage/catalogue';
import type { Table } from '@chi-so/storage/client';
import { listReleases } from '@chi-so/storage/releases';
import { oneMethodology, onlyUnitSet } from './template-choice.ts';

/** `GET /v1/releases/{index}/{period}/template.xlsx?set=&edition=&group=&methodology=`: a release to fill in. */
export const getTemplate = async (records: Table, request: Request): Promise<Answer> => {
  const {
    set,
    edition = MAIN_EDITION,
    group,
    ...named
  } = parameters(request.query, ['set', 'edition', 'group', 'methodology']);
  const { index: id = '', period = '' } = request.path;
  if (!PERIOD_PATTERN.test(period)) throw invalidRequest(`"${period}" không phải là kỳ`, `"${period}" is not a period`);
  if (!/^[A-Za-z0-9._-]{1,60}$/.test(edition)) {
    throw invalidRequest('edition chỉ gồm chữ không dấu, số, dấu chấm, gạch', 'edition: plain letters, digits, . _ -');
  }
  const [index, listed] = await Promise.all([getIndex(records, id), listMethodologies(records, id)]);
  if (!index) throw notFound(`Không có chỉ số "${id}"`, `There is no index "${id}"`);

  const fitting = listed.filter((each) => isUsedFor(each, period));
  const unit_set = set ?? (await unitSetMeant(records, index, period, fitting, named.methodology));
  const unitSet = await getUnitSet(records, unit_set);
  if (!unitSet) throw notFound(`Không có tập đơn vị "${unit_set}"`, `There is no unit set "${unit_set}"`);
  const methodology = await getMethodology(records, id, oneMethodology(fitting, unit_set, period, named.methodology));
  if (!methodology) throw new Error(`The list of ${id} names a methodology that is not there`);
  if (group !== undefined && group !== ALL && !unitSet.groups.some((known) => known.group === group)) {
    const known = [ALL, ...unitSet.groups.map((each) => each.group)].join(', ');
    throw notFound(
      `Không có khối "${group}" trong ${unit_set}; có: ${known}`,
      `There is no group "${group}" in ${unit_set}; there are: ${known}`,
    );
  }

  const release: ReleaseId = { index: id, period, unit_set, edition };
  const sheets = templateOf({ index, release, unitSet, methodology, group: group ?? null });
  const name = [id, period, unit_set, ...(edition === MAIN_EDITION ? [] : [edition]), ...(group ? [group] : [])];
  // The bytes of an archive tell the time of its making: the tag is of what is in it.
  const etag = weakEtag(XLSX_TYPE, request.lang, Buffer.from(JSON.stringify(sheets)));
  return {
    etag,
    headers: { 'content-type': XLSX_TYPE, 'content-disposition': `attachment; filename="${name.join('-')}.xlsx"` },
    body: needsNoBody(request, etag) ? '' : await sheetWorkbook(sheets),
  };
};

const unitSetMeant = async (
  records: Table,
  index: Index,
  period: string,
  fitting: readonly MethodologySummary[],
  methodology: string | undefined,
): Promise<string> => {
  const [releases, unitSets] = await Promise.all([listReleases(records, index.index, period), listUnitSets(records)]);
  const meant = fitting.filter((each) => methodology === undefined || each.methodology === methodology);
  return onlyUnitSet(index, period, { releases, methodologies: meant, unitSets });
};
