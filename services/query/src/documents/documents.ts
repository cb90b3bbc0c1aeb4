import { MAIN_EDITION, releaseName, TOTAL } from '@chi-so/domain/identity';
import { componentFacts } from '@chi-so/domain/sentences/component-sentence';
import { unitFacts } from '@chi-so/domain/sentences/unit-facts';
import { checkedId } from '@chi-so/runtime/checked-id';
import type { Answer, Request } from '@chi-so/runtime/http';
import { parameters } from '@chi-so/runtime/parameters';
import { invalidRequest, notFound } from '@chi-so/runtime/problem';
import type { Tables } from '../tables.ts';
import { annex } from './annex.ts';
import { documentAnswer } from './document-answer.ts';
import { type Asked, type Found, findRanking, findRankings } from './found-figures.ts';
import { notice } from './notice.ts';
import { unitChange } from './unit-change.ts';
import { unitReport } from './unit-report.ts';
import { unitYears } from './unit-years.ts';

/** `GET /v1/exports/notices|annexes|unit-reports/{index}/{file}`: documents that an office completes and signs. */

const OF_RELEASE = ['set', 'edition', 'group'] as const;

/** `GET /v1/exports/notices/{index}/2019.docx`: thông báo kết quả. */
export const getNotice = async (tables: Tables, request: Request): Promise<Answer> => {
  const asked = askedOf(request, OF_RELEASE);
  const found = await findRanking(tables, request, asked);
  return documentAnswer(request, notice(found, request.lang), [
    request.lang === 'vi' ? 'Thông báo kết quả' : 'Notice of results',
    ...nameOf(found, asked),
  ]);
};

/** `GET /v1/exports/annexes/{index}/2019.docx`: phụ lục xếp hạng. */
export const getAnnex = async (tables: Tables, request: Request): Promise<Answer> => {
  const asked = askedOf(request, OF_RELEASE);
  const found = await findRanking(tables, request, asked);
  return documentAnswer(request, annex(found, request.lang), [
    request.lang === 'vi' ? 'Phụ lục xếp hạng' : 'Annex ranking',
    ...nameOf(found, asked),
  ]);
};

/** `GET /v1/exports/unit-reports/{index}/2019.docx?unit=VN63-46`: báo cáo phân tích. */
export const getUnitReport = async (tables: Tables, request: Request): Promise<Answer> => {
  const { unit: id, ...asked } = askedOf(request, [...OF_RELEASE, 'unit']);
  if (!id) throw invalidRequest('Cần unit: ?unit=VN63-46', 'unit is needed: ?unit=VN63-46');
  const found = await findRankings(tables, request, asked);
  const { document, methodology, words, groups } = found;
  const group = groups.find(({ places }) => places.some(({ unit }) => unit === checkedId('unit', id)));
  const unit = group && unitFacts(document, words, group, id);
  if (!group || !unit) throw noSuchUnit(found, id);
  const components = methodology.components
    .filter(({ parent }) => parent === TOTAL)
    .flatMap(({ component }) => found.components.filter((each) => each.component === component))
    .flatMap((each) => {
      const same = each.ranking.groups.find((candidate) => candidate.group === group.group);
      return (same && componentFacts(each, same, id)) ?? [];
    });
  const choice = { units: [id], to: document.period, ...(asked.group && group.official ? { group: asked.group } : {}) };
  const [years, change] = await Promise.all([
    unitYears(tables, found, choice, request.lang),
    unitChange(tables, found, group, id),
  ]);
  const content = unitReport(found, { unit, group, years, components, change }, request.lang);
  return documentAnswer(request, content, [
    request.lang === 'vi' ? 'Báo cáo phân tích' : 'Unit report',
    ...nameOf(found, asked),
    id,
  ]);
};

const askedOf = <K extends string>({ query, path }: Request, known: readonly K[]): Partial<Record<K, string>> =>
  parameters(query, known, path);

/** What the file is called after its kind. */
const nameOf = ({ release: { index, period, unit_set, edition } }: Found, { set, group }: Asked): string[] => [
  ...[index.toUpperCase(), period],
  ...(set ? [unit_set] : []),
  ...(edition === MAIN_EDITION ? [] : [edition]),
  ...(group ? [group] : []),
];

const noSuchUnit = ({ release }: Found, unit: string) =>
  notFound(
    `${releaseName(release)} không có đơn vị "${unit}" trong khối được xếp hạng; tra mã ở /v1/units?set=${release.unit_set}`,
    `${releaseName(release)} has no unit "${unit}" in a ranked group; look ids up at /v1/units?set=${release.unit_set}`,
  );
