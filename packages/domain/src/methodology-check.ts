import { maximumIn } from './aggregate.ts';
import { ALL, PERIOD_PATTERN, TOTAL } from './identity.ts';
import type { Component, Methodology } from './methodology.ts';

/** Checks of a methodology before it is saved. Each fault names the path of the field that is wrong. */

export type MethodologyFault = { path: string; message_vi: string; message_en: string };

/** What the catalogue holds besides. */
export type MethodologyContext = {
  /** Other methodologies of the index, of any unit set. */
  others: Pick<Methodology, 'methodology' | 'unit_set' | 'period_from' | 'period_to'>[];
  /** Groups of the unit set that it is for; null where any unit set may use it. */
  groups: string[] | null;
};

/** Everything wrong with a methodology, by path. */
export const checkMethodology = (methodology: Methodology, context: MethodologyContext): MethodologyFault[] => [
  ...checkValidity(methodology, context),
  ...checkTree(methodology.components),
  ...checkNodes(methodology, context),
  ...checkWeights(methodology),
  ...checkMaxima(methodology),
  ...checkGrades(methodology),
  ...checkComparisons(methodology, context),
];

const fault = (path: string, message_vi: string, message_en: string): MethodologyFault => ({
  path,
  message_vi,
  message_en,
});

const checkValidity = (
  { methodology, unit_set, period_from, period_to }: Methodology,
  { others }: MethodologyContext,
) => {
  const faults: MethodologyFault[] = [];
  for (const [path, period] of [
    ['period_from', period_from],
    ['period_to', period_to],
  ] as const) {
    if (period !== null && !PERIOD_PATTERN.test(period)) {
      faults.push(fault(path, `"${period}" không phải kỳ`, `"${period}" is not a period`));
    }
  }
  if (period_to !== null && period_to < period_from) {
    faults.push(fault('period_to', 'Kỳ cuối trước kỳ đầu', 'The last period is before the first'));
  }
  const overlapping = others.find(
    (other) =>
      other.methodology !== methodology &&
      other.unit_set === unit_set &&
      other.period_from <= (period_to ?? '9999') &&
      period_from <= (other.period_to ?? '9999'),
  );
  if (overlapping) {
    const { methodology: id, period_from: from, period_to: to } = overlapping;
    faults.push(
      fault(
        'period_from',
        `Thời gian áp dụng chồng lên ${id} (${from}–${to ?? 'nay'})`,
        `The validity overlaps that of ${id} (${from}–${to ?? 'now'})`,
      ),
    );
  }
  return faults;
};

/** One root named total, every parent there, nobody listed twice, no circle. */
const checkTree = (components: readonly Component[]): MethodologyFault[] => {
  const faults: MethodologyFault[] = [];
  const byId = new Map(components.map((component) => [component.component, component]));
  const root = byId.get(TOTAL);
  if (!root) faults.push(fault('components', 'Thiếu gốc "total"', 'The root "total" is missing'));
  for (const [i, { component, parent }] of components.entries()) {
    const path = `components.${i}`;
    if (components.findIndex((other) => other.component === component) < i) {
      faults.push(fault(`${path}.component`, `${component} có hai lần`, `${component} is listed twice`));
    }
    if (component === TOTAL && parent !== null) {
      faults.push(fault(`${path}.parent`, 'Gốc không có cấp trên', 'The root has no parent'));
    } else if (parent !== null && !byId.has(parent)) {
      faults.push(fault(`${path}.parent`, `Không có "${parent}"`, `There is no "${parent}"`));
    } else if (isInCircle(component, byId)) {
      faults.push(fault(`${path}.parent`, `${component} nằm trong một vòng`, `${component} is its own ancestor`));
    }
  }
  return faults;
};

const isInCircle = (component: string, byId: Map<string, Component>): boolean => {
  const seen = new Set<string>();
  for (let at: string | null | undefined = component; at; at = byId.get(at)?.parent) {
    if (seen.has(at)) return true;
    seen.add(at);
  }
  return false;
};

const checkNodes = ({ components, ranked_groups }: Methodology, { groups }: MethodologyContext): MethodologyFault[] => {
  const unknown = (group: string) => groups !== null && group !== ALL && !groups.includes(group);
  const noGroup = (path: string, group: string) =>
    fault(path, `Không có khối "${group}"`, `There is no group "${group}"`);
  return [
    ...ranked_groups.flatMap((group, i) => (unknown(group) ? [noGroup(`ranked_groups.${i}`, group)] : [])),
    ...components.flatMap((component, i) => {
      const { minimum, maximum, maxima = {}, groups: only = [], part } = component;
      const path = `components.${i}`;
      const faults = [...only, ...Object.keys(maxima)].filter(unknown).map((group) => noGroup(`${path}.groups`, group));
      if (minimum !== null && maximum !== null && minimum > maximum) {
        faults.push(fault(`${path}.minimum`, 'Điểm tối thiểu lớn hơn tối đa', 'The minimum is above the maximum'));
      }
      if (part === 'penalty' && (minimum === null || minimum >= 0)) {
        faults.push(
          fault(`${path}.minimum`, 'Điểm trừ cần mức trần âm', 'A penalty needs a cap below zero as its minimum'),
        );
      }
      if (part === 'bonus' && (maximum === null || maximum <= 0)) {
        faults.push(fault(`${path}.maximum`, 'Điểm thưởng cần mức trần', 'A bonus needs a cap as its maximum'));
      }
      return faults;
    }),
  ];
};

/** Weights come in rounded: the nine coefficients of PCI 2005 add up to 0.9999. */
const WEIGHT_TOLERANCE = 0.0005;

const checkWeights = ({ aggregation, components }: Methodology): MethodologyFault[] => {
  if (aggregation.kind !== 'weighted-sum') return [];
  return [...Map.groupBy(components, ({ parent }) => parent)].flatMap(([parent, children]) => {
    const weights = children.map(({ weight }) => weight);
    if (parent === null || weights.includes(null)) return [];
    const total = weights.reduce<number>((sum, weight) => sum + (weight ?? 0), 0);
    if (Math.abs(total - 1) <= WEIGHT_TOLERANCE) return [];
    const shown = Number(total.toFixed(6));
    const i = components.findIndex(({ component }) => component === parent);
    return [
      fault(
        `components.${i}`,
        `Trọng số các thành phần của ${parent} cộng lại là ${shown}, không phải 1`,
        `The weights below ${parent} add up to ${shown}, not to 1`,
      ),
    ];
  });
};

/** In each group, children's maxima add up to their parent's; bonuses and penalties stand outside. */
const checkMaxima = ({ aggregation, components, ranked_groups }: Methodology): MethodologyFault[] => {
  if (aggregation.kind !== 'points') return [];
  return components.flatMap((parent, i) =>
    ranked_groups.flatMap((group) => {
      const children = components.filter(
        ({ parent: above, part, groups }) =>
          above === parent.component && part !== 'bonus' && part !== 'penalty' && (!groups || groups.includes(group)),
      );
      const isCapped = parent.part === 'bonus' || parent.part === 'penalty';
      const isElsewhere = parent.groups && !parent.groups.includes(group);
      const own = maximumIn(parent, [group]);
      const maxima = children.map((child) => maximumIn(child, [group]));
      if (children.length === 0 || isCapped || isElsewhere || own === null || maxima.includes(null)) return [];
      const total = Number(maxima.reduce<number>((sum, maximum) => sum + (maximum ?? 0), 0).toFixed(6));
      if (total === own) return [];
      return [
        fault(
          `components.${i}.maximum`,
          `Ở khối ${group}, điểm tối đa của ${parent.component} là ${own} nhưng các thành phần cộng lại là ${total}`,
          `In the group ${group}, the maximum of ${parent.component} is ${own}, but its parts add up to ${total}`,
        ),
      ];
    }),
  );
};

const checkGrades = ({ grades, ranked_groups, grading }: Methodology): MethodologyFault[] => {
  const faults: MethodologyFault[] = [];
  if (grading === 'none' && grades.length > 0) {
    faults.push(fault('grading', 'Có xếp loại nhưng khai là không', 'There are grades, but grading says none'));
  }
  for (const [g, { group, bands }] of grades.entries()) {
    if (group !== ALL && !ranked_groups.includes(group)) {
      faults.push(fault(`grades.${g}.group`, `Khối ${group} không được xếp hạng`, `The group ${group} is not ranked`));
    }
    for (const [b, { grade, from }] of bands.entries()) {
      const above = bands[b - 1]?.from ?? null;
      if (from !== null && above !== null && from >= above) {
        faults.push(
          fault(`grades.${g}.bands.${b}.from`, 'Ngưỡng phải giảm dần', 'Thresholds must go down, best grade first'),
        );
      }
      if (bands.findIndex((other) => other.grade === grade) < b) {
        faults.push(fault(`grades.${g}.bands.${b}.grade`, `${grade} có hai lần`, `${grade} is listed twice`));
      }
    }
  }
  return faults;
};

const checkComparisons = ({ comparisons, components, methodology }: Methodology, { others }: MethodologyContext) => {
  const ids = new Set(components.map(({ component }) => component));
  const known = new Set(others.map((other) => other.methodology));
  return comparisons.flatMap(({ with: other, components: about }, i) => [
    ...(known.has(other) && other !== methodology
      ? []
      : [fault(`comparisons.${i}.with`, `Không có phương pháp "${other}"`, `There is no methodology "${other}"`)]),
    ...(about ?? [])
      .filter((component) => !ids.has(component))
      .map((component) =>
        fault(`comparisons.${i}.components`, `Không có "${component}"`, `There is no component "${component}"`),
      ),
  ]);
};
