import { seriesBreaks, seriesRows } from '@chi-so/contract/series-response';
import { type LogId, MAIN_EDITION, TOTAL, unitSetOf } from '@chi-so/domain/identity';
import type { Answer, Request } from '@chi-so/runtime/http';
import { parameters } from '@chi-so/runtime/parameters';
import { invalidRequest } from '@chi-so/runtime/problem';
import { getSeries } from '@chi-so/storage/series';
import { FORMAT_PARAMETERS } from './formats/asked-format.ts';
import { type FoundTable, tableAnswer } from './formats/table-answer.ts';
import type { Tables } from './tables.ts';

const KNOWN = ['index', 'unit', 'component', 'edition', 'from', 'to', ...FORMAT_PARAMETERS] as const;

/** `GET /v1/series?index=pci&unit=VN63-46,VN63-48`: scores and ranks of some units over time, one read a unit set. */
export const getSeriesOfUnits = (tables: Tables, request: Request): Promise<Answer> =>
  tableAnswer(request, () => findSeries(tables, request));

export const findSeries = async ({ rankings }: Tables, request: Request): Promise<FoundTable> => {
  const {
    index,
    unit,
    component = TOTAL,
    edition = MAIN_EDITION,
    from = '0000',
    to = '9999',
  } = parameters(request.query, KNOWN);
  if (!index || !unit) {
    throw invalidRequest(
      'Cần index và unit: ?index=pci&unit=VN63-46',
      'index and unit are needed: ?index=pci&unit=VN63-46',
    );
  }
  const units = unit.split(',').filter(Boolean);
  const logs: LogId[] = [...new Set(units.map(unitSetOf))].map((unit_set) => ({ index, unit_set, edition }));
  const found = await Promise.all(
    logs.map(async (log) => {
      const stored = await getSeries(rankings, log, component);
      return stored && 'document' in stored ? [{ log, series: stored.document, degraded: stored.degraded }] : [];
    }),
  );
  const all = found.flat();
  return {
    table: 'series',
    rows: all.flatMap(({ log, series }) => seriesRows(log, series, units, from, to, request.lang)),
    meta: {
      component,
      breaks: all.flatMap(({ log, series }) =>
        seriesBreaks(series, request.lang).map((gap) => ({ unit_set: log.unit_set, ...gap })),
      ),
      degraded: all.find(({ degraded }) => degraded !== null)?.degraded ?? null,
    },
    names: new Map(all.flatMap(({ series }) => series.units.map((known) => [known.unit, known]))),
    file: [index, ...(units.length === 1 ? units : []), component, 'series'],
  };
};
