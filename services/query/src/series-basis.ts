import type { Lang } from '@chi-so/contract/ranking-response';
import {
  type Basis,
  type BasisSeries,
  basisBreaks,
  basisNotes,
  basisRows,
  successionRows,
  type Translated,
} from '@chi-so/contract/series-basis-response';
import type { SeriesChoice } from '@chi-so/contract/series-response';
import { nearestUnit } from '@chi-so/domain/analysis/nearest-unit';
import { ALL, type LogId, unitSetOf } from '@chi-so/domain/identity';
import { columnsOnBasis } from '@chi-so/domain/series-basis';
import { crossingsOf, type Lineage, lineageOf, originOf } from '@chi-so/domain/territory';
import type { UnitSet } from '@chi-so/domain/unit-set';
import { invalidParameter, notFound, Problem } from '@chi-so/runtime/problem';
import { getUnitSetsOf } from '@chi-so/storage/catalogue';
import { listNationalSeries } from '@chi-so/storage/series';
import type { FoundTable } from './formats/table-answer.ts';
import type { Tables } from './tables.ts';

/** `GET /v1/series?basis=VN34`: one Query for the series of every unit set, one for the sets with their successions. */

export type OnBasis = Pick<LogId, 'index' | 'edition'> & { component: string; choice: SeriesChoice; basis: string };

/** The sets that say what became of the units before them, the earliest first. */
const WITH_SUCCESSIONS = ['VN63', 'VN34'] as const satisfies readonly Basis[];

export const findSeriesOnBasis = async (
  { records, rankings }: Tables,
  { index, edition, component, choice: asked, basis }: OnBasis,
  lang: Lang,
): Promise<Pick<FoundTable, 'rows' | 'meta' | 'names'>> => {
  requireNational(asked, basis);
  const [stored, found] = await Promise.all([
    listNationalSeries(rankings, { index, edition }, component),
    getUnitSetsOf(records, null),
  ]);
  const sets = WITH_SUCCESSIONS.flatMap((name) => found.filter(({ unit_set }) => unit_set === name));
  const lineage = lineageOf(sets);
  const own = sets.find(({ unit_set }) => unit_set === basis);
  if (!own) throw notFound(`Không có tập đơn vị "${basis}"`, `There is no unit set "${basis}"`);

  const all = stored.flatMap(({ log, stored: one }) =>
    'document' in one ? [{ unit_set: log.unit_set, series: one.document, degraded: one.degraded }] : [],
  );
  const units = own.units.map(({ unit }) => unit);
  const series: BasisSeries = {
    ...{ index, edition, component },
    columns: columnsOnBasis(all, { unit_set: own.unit_set, units }, lineage),
    names: new Map(own.units.map((unit) => [unit.unit, unit])),
  };
  const translated = asked.units.map((unit) => translate(unit, own, sets, lineage));
  const choice = { ...asked, units: [...new Set(translated.flatMap((one) => one.units))] };
  const rows = basisRows(series, choice, lang);
  const crossed = new Map(rows.map(({ unit, unit_set }) => [`${unit} ${unit_set}`, { unit, unit_set }]));
  return {
    rows,
    names: series.names,
    meta: {
      component,
      basis,
      breaks: basisBreaks(series, choice, lang),
      successions: successionRows(
        [...crossed.values()].flatMap(({ unit, unit_set }) => crossingsOf(unit, unit_set, lineage)),
      ),
      notes: basisNotes(rows, translated, own.unit_set as Basis, lang),
      degraded: all.find(({ degraded }) => degraded !== null)?.degraded ?? null,
    },
  };
};

const requireNational = ({ units, group }: SeriesChoice, basis: string): void => {
  const inside = units.find((unit) => unit.includes('.'));
  if (inside) {
    throw invalidParameter(
      'basis',
      `basis=${basis} là của các tỉnh, thành phố; ${inside} thuộc một tỉnh`,
      `basis=${basis} is of provinces; ${inside} is inside one`,
    );
  }
  if (group === undefined || group === ALL) return;
  throw invalidParameter(
    'group',
    `Với basis=${basis} chỉ có group=${ALL}: vùng của mỗi tập đơn vị là vùng khác`,
    `With basis=${basis} there is only group=${ALL}: the regions of each unit set are others`,
  );
};

/** The units of the basis that have something of the territory. @throws Problem for a unit that no set has. */
const translate = (asked: string, own: UnitSet, sets: readonly UnitSet[], lineage: Lineage): Translated => {
  const set = unitSetOf(asked);
  if (set === own.unit_set) {
    if (own.units.some(({ unit }) => unit === asked)) return { asked, units: [asked], isSame: true };
    throw noSuchUnit(asked, sets);
  }
  const origins = own.units.map(({ unit }) => ({ unit, origin: originOf(unit, set, lineage) }));
  const holding = origins.filter(({ origin }) => origin?.units.includes(asked));
  if (holding.length === 0) throw noSuchUnit(asked, sets);
  return {
    asked,
    units: holding.map(({ unit }) => unit),
    isSame: holding.every(({ origin }) => origin?.relation === 'same'),
  };
};

const noSuchUnit = (asked: string, sets: readonly UnitSet[]): Problem => {
  const near = nearestUnit(
    asked,
    sets.flatMap(({ units }) => units),
  );
  return new Problem(
    404,
    'not-found',
    {
      vi: `Không có đơn vị "${asked}"${near ? `; có phải ${near} không?` : ''}`,
      en: `There is no unit "${asked}"${near ? `; did you mean ${near}?` : ''}`,
    },
    { candidates: near ? [near] : [] },
  );
};
