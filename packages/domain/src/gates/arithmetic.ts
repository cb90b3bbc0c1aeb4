import { aggregate } from '../aggregate.ts';
import { decimalsOf } from '../decimal.ts';
import { type Finding, finding, type Severity } from '../finding.ts';
import type { Component, Methodology } from '../methodology.ts';
import { unitScoresOf } from '../release-file.ts';
import { capped } from './capped.ts';
import { columnsOf, type FileColumns, type ScoredRow, scoredRows } from './columns.ts';
import type { GateContext } from './context.ts';
import { namesIn, shown } from './names.ts';
import { BINARY_NOISE, halfUnit, precisionOf } from './precision.ts';
import { spotOf } from './spot.ts';

/**
 * A printed figure against its parts, at every level of the tree. It may be off by what rounding of the printed figures
 * explains: half a unit of its own last decimal, and half a unit of each part's, as it weighs. A row beyond that has a
 * typing error, in the figure or in a part, and somebody must look before it is published (derived rule; it holds for
 * every row of PCI 2006–2010 and 2012–2019 and PAPI 2011–2024).
 *
 * Where more than half of the rows are off by a little, nobody mistyped row after row: the publisher computed with other
 * weights or rounded on the way (PCI 2011: 62 of 63 totals, by up to 0.55), or a light column is out of line. That is one
 * warning about the component.
 *
 * What the methodology is not sure of cannot convict a figure: there an error is a warning.
 */

/** A printed figure, what its parts give, and the difference that rounding explains. */
type Check = { row: ScoredRow; computed: number; tolerance: number };

/** A deviation is "a little" up to this share of the maximum. */
const LITTLE = 0.01;
/** Fewer rows make no system. */
const FEWEST = 5;
const MOST_FINDINGS = 20;

export const arithmetic = (context: GateContext): Finding[] => {
  const { file, methodology } = context;
  const { components, aggregation } = methodology;
  if (aggregation.kind === 'unknown') return [];
  const columns = columnsOf(file);
  const check = aggregation.kind === 'points' ? pointsChecks(context, columns) : sumChecks(context, columns);
  return components.flatMap((component) => {
    const children = components.filter(({ parent }) => parent === component.component);
    return children.length === 0 ? [] : judge(context, component, check(component, children));
  });
};

type Checker = (component: Component, children: readonly Component[]) => Check[];

/** `sum` and `weighted-sum`: only rows of which every part that applies is there. */
const sumChecks = ({ methodology, unitSet }: GateContext, columns: FileColumns): Checker => {
  const { kind, factor } = methodology.aggregation;
  const groupsOf = new Map(unitSet.units.map(({ unit, groups }) => [unit, groups]));
  const decimalsIn = precisionsOf(columns);
  return (component, children) =>
    scoredRows(columns.get(component.component)).flatMap((row) => {
      const groups = groupsOf.get(row.unit) ?? [];
      const applying = children.filter(({ groups: only }) => !only || only.some((group) => groups.includes(group)));
      const cells = applying.map((child) => ({ child, cell: columns.get(child.component)?.get(row.unit) }));
      // A share of what does not apply would have to go somewhere, and nobody says where; a plain sum just lacks it.
      const counted = kind === 'sum' ? cells.filter(({ cell }) => cell?.reason !== 'not-applicable') : cells;
      let computed = 0;
      let tolerance = halfUnit(decimalsIn(component.component, row.score)) + BINARY_NOISE * Math.abs(row.score);
      for (const { child, cell } of counted) {
        const share = kind === 'sum' ? 1 : child.weight;
        const score = cell?.score ?? null;
        if (share === null || score === null) return [];
        computed += factor * share * score;
        tolerance += Math.abs(factor * share) * halfUnit(decimalsIn(child.component, score));
      }
      return counted.length === 0 ? [] : [{ row, computed, tolerance }];
    });
};

/** Scorecards: what `aggregate` would make of the node if it were not printed. */
const pointsChecks = ({ methodology, unitSet, file }: GateContext, columns: FileColumns): Checker => {
  const groupsOf = new Map(unitSet.units.map(({ unit, groups }) => [unit, groups]));
  const units = new Map(unitScoresOf(file.rows).map((unit) => [unit.unit, unit]));
  const decimalsIn = precisionsOf(columns);
  return (component, children) =>
    scoredRows(columns.get(component.component)).flatMap((row) => {
      const unit = units.get(row.unit);
      if (!unit) return [];
      const { [component.component]: _printed, ...scores } = unit.scores;
      const figures = aggregate(methodology, groupsOf.get(row.unit) ?? [], { ...unit, scores });
      const figure = figures.get(component.component);
      if (!figure || figure.score === null || !figure.derived) return [];
      const parts = children.reduce((sum, child) => {
        const score = figures.get(child.component)?.score ?? null;
        return score === null ? sum : sum + halfUnit(decimalsIn(child.component, score));
      }, 0);
      const own = halfUnit(decimalsIn(component.component, row.score)) + BINARY_NOISE * Math.abs(row.score);
      return [{ row, computed: figure.score, tolerance: own + parts }];
    });
};

/** Decimals to which a component's figures are printed in this file. */
const precisionsOf = (columns: FileColumns) => {
  const precisions = new Map(
    [...columns].map(([component, column]) => [component, precisionOf(scoredRows(column).map(({ score }) => score))]),
  );
  return (component: string, score: number): number => precisions.get(component)?.of(score) ?? decimalsOf(score);
};

const deviation = ({ row, computed }: Check): number => Math.abs(row.score - computed);

const judge = (context: GateContext, component: Component, checks: readonly Check[]): Finding[] => {
  const deviating = checks.filter((check) => deviation(check) > check.tolerance);
  const little =
    LITTLE * (component.maximum ?? checks.reduce((most, { row }) => Math.max(most, Math.abs(row.score)), 0));
  const slight = deviating.filter((check) => deviation(check) <= little);
  const isSystematic = checks.length >= FEWEST && slight.length > checks.length / 2;
  const wrong = isSystematic ? deviating.filter((check) => deviation(check) > little) : deviating;
  const name = namesIn(context).component(component.component);
  return [
    ...(isSystematic ? [systematic(context, component, slight, checks.length)] : []),
    ...capped(
      wrong.map((check) => mistyped(context, check)),
      MOST_FINDINGS,
      { vi: `${name.vi} không khớp với các thành phần`, en: `${name.en} does not follow from its parts` },
    ),
  ];
};

/** Whether the methodology knows for certain how a figure comes from its parts. A plain sum needs no weights. */
const isCertain = ({ aggregation, facts }: Methodology): boolean =>
  facts.aggregation.certainty === 'confirmed' &&
  (aggregation.kind !== 'weighted-sum' || facts.weights.certainty === 'confirmed');

const mistyped = (context: GateContext, { row, computed, tolerance }: Check): Finding => {
  const { unit, component } = namesIn(context);
  const [one, of] = [unit(row.unit), component(row.component)];
  const severity: Severity = isCertain(context.methodology) ? 'error' : 'warning';
  const off = shown(Math.abs(row.score - computed));
  return finding(
    severity,
    'arithmetic',
    spotOf(row, 'score'),
    `${one.vi}, ${of.vi}: ghi ${row.score} nhưng các thành phần cho ${shown(computed)}; lệch ${off}, làm tròn chỉ giải thích được ${shown(tolerance)}. Hãy xem lại điểm này và các thành phần`,
    `${one.en}, ${of.en}: ${row.score} is printed, but its parts give ${shown(computed)}; off by ${off}, of which rounding explains ${shown(tolerance)}. Check this figure and its parts`,
  );
};

const systematic = (context: GateContext, { component }: Component, slight: readonly Check[], of: number): Finding => {
  const name = namesIn(context).component(component);
  const most = shown(slight.reduce((largest, check) => Math.max(largest, deviation(check)), 0));
  const row = slight[0]?.row;
  return finding(
    'warning',
    'arithmetic-systematic',
    { sheet: row?.sheet ?? null, column: row?.at?.score ?? component, value: slight.length },
    `${name.vi}: ${slight.length} trong ${of} điểm lệch chút ít so với các thành phần, nhiều nhất ${most}; hoặc nơi công bố dùng trọng số hay cách làm tròn khác, hoặc cả một cột bị lệch dòng. Hãy xem lại thứ tự các cột`,
    `${name.en}: ${slight.length} of ${of} figures are a little off their parts, by at most ${most}; the publisher's weights or rounding differ, or a whole column is out of line with its units. Check the columns`,
  );
};
