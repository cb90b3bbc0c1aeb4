import { AS_PUBLISHED, BASES, type Basis } from '@chi-so/contract/series-basis-response';
import { type SeriesChoice, seriesBreaks, seriesGroups, seriesRows } from '@chi-so/contract/series-response';
import { type LogId, MAIN_EDITION, monthsOf, PERIOD_PATTERN, TOTAL, unitSetOf } from '@chi-so/domain/identity';
import { nearest } from '@chi-so/domain/nearest';
import type { Series } from '@chi-so/domain/series';
import { checkedId } from '@chi-so/runtime/checked-id';
import type { Answer, Request } from '@chi-so/runtime/http';
import { parameters } from '@chi-so/runtime/parameters';
import { invalidParameter, invalidRequest, Problem } from '@chi-so/runtime/problem';
import { getSeries } from '@chi-so/storage/series';
import { FORMAT_PARAMETERS } from './formats/asked-format.ts';
import { listOfRows, PAGE_PARAMETERS } from './formats/asked-page.ts';
import { type FoundTable, tableAnswer } from './formats/table-answer.ts';
import { findSeriesOnBasis } from './series-basis.ts';
import type { Tables } from './tables.ts';

const CHOOSING = ['index', 'unit', 'component', 'edition', 'group', 'from', 'to', 'basis'] as const;
const KNOWN = [...CHOOSING, ...FORMAT_PARAMETERS, ...PAGE_PARAMETERS] as const;
type Query = Partial<Record<(typeof KNOWN)[number], string>>;

/** Each unit set is a read: more of them than any comparison needs are refused. */
const MOST_SETS = 20;

/** `GET /v1/series?index=pci&unit=VN63-46,VN63-48`: scores and ranks of some units over time, one read a unit set. */
export const getSeriesOfUnits = (tables: Tables, request: Request): Promise<Answer> =>
  tableAnswer(request, () => findSeries(tables, request));

export const findSeries = async (
  tables: Tables,
  { query: given, lang }: Pick<Request, 'query' | 'lang'>,
): Promise<FoundTable> => {
  const query = parameters(given, KNOWN);
  const { index, edition, sets, component, choice, basis } = asked(query);
  const found =
    basis === AS_PUBLISHED
      ? await findAsPublished(
          tables,
          sets.map((unit_set) => ({ index, unit_set, edition })),
          { component, choice, lang },
        )
      : await findSeriesOnBasis(tables, { index, edition, component, choice, basis }, lang);
  const named = [index, ...(choice.units.length === 1 ? choice.units : []), component, 'series'];
  const choosing = Object.fromEntries(CHOOSING.map((name) => [name, query[name]]));
  return {
    table: 'series',
    ...found,
    list: listOfRows('/v1/series', choosing, found.rows),
    file: basis === AS_PUBLISHED ? named : [...named, basis],
  };
};

const findAsPublished = async (
  { rankings }: Tables,
  logs: readonly LogId[],
  { component, choice, lang }: { component: string; choice: SeriesChoice; lang: Request['lang'] },
): Promise<Pick<FoundTable, 'rows' | 'meta' | 'names'>> => {
  const found = await Promise.all(
    logs.map(async (log) => {
      const stored = await getSeries(rankings, log, component);
      return stored && 'document' in stored ? [{ log, series: stored.document, degraded: stored.degraded }] : [];
    }),
  );
  const all = found.flat();
  if (choice.group !== undefined) {
    requireGroup(
      choice.group,
      all.map(({ series }) => series),
    );
  }
  return {
    rows: all.flatMap(({ log, series }) => seriesRows(log, series, choice, lang)),
    meta: {
      component,
      basis: AS_PUBLISHED,
      breaks: all.flatMap(({ log, series }) =>
        seriesBreaks(series, choice, lang).map((gap) => ({ unit_set: log.unit_set, ...gap, unit: null })),
      ),
      successions: [],
      notes: [],
      degraded: all.find(({ degraded }) => degraded !== null)?.degraded ?? null,
    },
    names: new Map(all.flatMap(({ series }) => series.units.map((known) => [known.unit, known]))),
  };
};

type Asked = { index: string; edition: string; sets: string[]; component: string; choice: SeriesChoice; basis: Basis };

const asked = (query: Query): Asked => {
  const units = query.unit?.split(',').filter(Boolean) ?? [];
  if (!query.index || units.length === 0) {
    throw invalidRequest(
      'Cần index và unit: ?index=pci&unit=VN63-46',
      'index and unit are needed: ?index=pci&unit=VN63-46',
    );
  }
  const index = checkedId('index', query.index);
  const edition = checkedId('edition', query.edition ?? MAIN_EDITION);
  const sets = [...new Set(units.map(setOfUnit))];
  if (sets.length > MOST_SETS) {
    throw invalidParameter(
      'unit',
      `Các đơn vị thuộc ${sets.length} tập đơn vị; nhiều nhất ${MOST_SETS}`,
      `The units are of ${sets.length} unit sets; at most ${MOST_SETS}`,
    );
  }
  return {
    ...{ index, edition, sets },
    basis: askedBasis(query.basis),
    component: checkedId('component', query.component ?? TOTAL),
    choice: { units, ...boundsOf(query), group: query.group || undefined },
  };
};

const askedBasis = (basis: string = AS_PUBLISHED): Basis => {
  const known = BASES.find((one) => one === basis);
  if (known) return known;
  const near = nearest(basis, BASES);
  throw invalidParameter(
    'basis',
    `basis phải là ${BASES.join(', ')}, không phải "${basis}"${near ? `; có phải ${near} không?` : ''}`,
    `basis must be ${BASES.join(', ')}, not "${basis}"${near ? `; did you mean ${near}?` : ''}`,
  );
};

/** A code or a name without its era is no identity, and says so rather than finding nothing. */
const setOfUnit = (unit: string): string => {
  if (checkedId('unit', unit).indexOf('-') > 0) return unitSetOf(unit);
  throw invalidParameter(
    'unit',
    `"${unit}" không phải mã đơn vị như VN63-46; tra tên ở /v1/units/resolve`,
    `"${unit}" is not a unit's id such as VN63-46; look names up at /v1/units/resolve`,
  );
};

const boundsOf = ({ from, to }: Query): Pick<SeriesChoice, 'from' | 'to'> => {
  for (const [name, period] of Object.entries({ from, to })) {
    if (period !== undefined && !PERIOD_PATTERN.test(period)) {
      throw invalidParameter(
        name,
        `${name} phải là năm hoặc kỳ (2019, 2025-H1), không phải "${period}"`,
        `${name} must be a year or a period (2019, 2025-H1), not "${period}"`,
      );
    }
  }
  if (from !== undefined && to !== undefined && monthsOf(from).first > monthsOf(to).last) {
    throw invalidParameter('to', `to=${to} trước from=${from}`, `to=${to} is before from=${from}`);
  }
  return { from, to };
};

const requireGroup = (group: string, series: readonly Series[]): void => {
  const known = [...new Set(series.flatMap(seriesGroups))];
  if (series.length === 0 || known.includes(group)) return;
  throw new Problem(
    404,
    'no-such-group',
    {
      vi: `Không có khối "${group}"; có: ${known.join(', ')}`,
      en: `There is no group "${group}"; there are: ${known.join(', ')}`,
    },
    { candidates: known },
  );
};
