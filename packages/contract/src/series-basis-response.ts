import type { Carried } from '@chi-so/domain/carried-point';
import type { BasisColumn } from '@chi-so/domain/series-basis';
import type { Succession } from '@chi-so/domain/unit-set';
import { notesIn } from './notes.ts';
import type { Lang } from './ranking-response.ts';
import { columnsWithin, methodologyBreaks, type SeriesChoice, seriesRow } from './series-response.ts';

/** The answer to `GET /v1/series?basis=VN34`: the same rows for the units of one set, whatever set was released on. */

export const AS_PUBLISHED = 'as_published';
/** `as_published`, or the unit set whose units the rows are of. */
export const BASES = [AS_PUBLISHED, 'VN63', 'VN34'] as const;
export type Basis = (typeof BASES)[number];

export type BasisSeries = {
  index: string;
  edition: string;
  component: string;
  columns: readonly BasisColumn[];
  names: ReadonlyMap<string, { name_vi: string; name_en: string }>;
};

export const basisRows = (series: BasisSeries, { units, from, to }: SeriesChoice, lang: Lang) => {
  const wanted = new Set(units);
  return columnsWithin(series.columns, from, to).flatMap((column) =>
    column.points
      .filter(({ unit }) => wanted.has(unit))
      .map((point) => {
        const name = series.names.get(point.unit);
        return seriesRow(
          { ...series, unit_set: column.unit_set },
          column,
          point,
          lang === 'vi' ? name?.name_vi : name?.name_en,
        );
      }),
  );
};

type Gap = ReturnType<typeof methodologyBreaks>[number] & { unit: string | null };

/** Breaks for all units (`unit` null), and those of one: between an estimate and a published figure no line may run. */
export const basisBreaks = ({ columns: all, component }: BasisSeries, choice: SeriesChoice, lang: Lang) => {
  const columns = columnsWithin(all, choice.from, choice.to);
  const setOf = new Map(columns.map(({ period, unit_set }) => [period, unit_set]));
  const ofUnits: Gap[] = choice.units.flatMap((unit) => territoryBreaks(columns, unit, lang));
  const ofAll: Gap[] = methodologyBreaks(columns, component, lang).map((gap) => ({ ...gap, unit: null }));
  return [...ofAll, ...ofUnits].map((gap) => ({ unit_set: setOf.get(gap.to) ?? '', ...gap }));
};

const territoryBreaks = (columns: readonly BasisColumn[], unit: string, lang: Lang) => {
  const own = columns.flatMap(({ period, points }) => {
    const point = points.find((each) => each.unit === unit);
    return point ? [{ period, kind: kindOf(point.carried) }] : [];
  });
  return own.flatMap((later, i) => {
    const earlier = own[i - 1];
    if (!earlier || earlier.kind === later.kind) return [];
    const reason =
      lang === 'vi'
        ? 'Địa giới thay đổi: một bên là ước tính từ đơn vị khác'
        : 'The territory changed: one side is an estimate made of other units';
    return [{ from: earlier.period, to: later.period, verdict: 'not-comparable' as const, reason, unit }];
  });
};

const kindOf = (carried: Carried | null): Carried => carried ?? 'unchanged';

/** A unit that was asked for, and what it is called by on the basis. */
export type Translated = { asked: string; units: readonly string[]; isSame: boolean };

/** What a reader must know of the rows. */
export const basisNotes = (
  rows: readonly Pick<ReturnType<typeof seriesRow>, 'carried' | 'rank_simulated'>[],
  translated: readonly Translated[],
  basis: Basis,
  lang: Lang,
): string[] => {
  const has = (carried: Carried) => rows.some((row) => row.carried === carried);
  const says = notesIn(lang);
  return [
    ...translated.flatMap(({ asked, units, isSame }) =>
      says(
        !units.includes(asked),
        `${asked} trên cơ sở ${basis} là ${units.join(', ')} (${isSame ? 'cùng địa giới' : 'không cùng địa giới'}).`,
        `${asked} is on the basis ${basis}: ${units.join(', ')} (${isSame ? 'the same territory' : 'not the same territory'}).`,
      ),
    ),
    ...says(
      has('unchanged'),
      'carried=unchanged: địa giới không đổi, điểm và thứ hạng như đã công bố cho đơn vị ở origin_units.',
      'carried=unchanged: the same territory; score and rank as published of the unit in origin_units.',
    ),
    ...says(
      has('constituents'),
      'carried=constituents: ước tính (E), trung bình không trọng số của các đơn vị hợp thành ở origin_units; không cơ quan công bố nào nêu quy tắc gộp (suy ra).',
      'carried=constituents: estimated (E), the unweighted mean of the constituents in origin_units; no publisher states a rule for merging (derived).',
    ),
    ...says(
      has('merged-unit'),
      'carried=merged-unit: ước tính (E), là điểm của cả đơn vị sau sáp nhập ở origin_units, không phải của riêng đơn vị này (suy ra).',
      'carried=merged-unit: estimated (E); it is the score of the whole merged unit in origin_units, not of this unit alone (derived).',
    ),
    ...says(
      rows.some(({ rank_simulated }) => rank_simulated !== null),
      'rank_simulated: thứ hạng mô phỏng giữa các đơn vị của cơ sở, có cả điểm ước tính; không phải thứ hạng công bố.',
      'rank_simulated: a simulated place among the units of the basis, estimates among them; not a published rank.',
    ),
  ];
};

/** The successions that the rows were carried across, as the catalogue has them with their sources. */
export const successionRows = (successions: Iterable<Succession>) =>
  [...new Set(successions)].map(({ on, kind, from, to, source }) => ({ on, kind, from, to, source }));
