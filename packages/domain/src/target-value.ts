import { maximumIn } from './aggregate.ts';
import { type Finding, finding } from './finding.ts';
import { ALL } from './identity.ts';
import type { Component, Methodology } from './methodology.ts';
import { bandsOf } from './places.ts';
import type { PlacedTarget } from './target-plan.ts';
import { targetSpot } from './target-spot.ts';
import { figureOf, gapTo, type Standing } from './target-standing.ts';
import type { Unit, UnitSet } from './unit-set.ts';

/** Checks of what a row wants: a score on the scale, a rank within the population, a grade that there is. */

/** What a target is held against. */
export type Measured = { methodology: Methodology; component: Component | undefined; unitSet: UnitSet; unit: Unit };

/** Whether the target is a value that the component, the population or the ladder of grades has. */
export const checkTarget = (row: PlacedTarget, measured: Measured): Finding[] => {
  const fault = faultOfTarget(row, measured);
  return fault ? [finding('error', fault.rule, targetSpot(row, 'target'), fault.vi, fault.en)] : [];
};

type Fault = { rule: string; vi: string; en: string };

const faultOfTarget = (row: PlacedTarget, { methodology, component, unitSet, unit }: Measured): Fault | null => {
  const { target_kind: kind, target } = row;
  if (kind === 'grade') return faultOfGrade(row, methodology, unit);
  if (typeof target !== 'number' || !Number.isFinite(target)) {
    return {
      rule: 'target-number',
      vi: `Chỉ tiêu "${target}" phải là số`,
      en: `The target "${target}" must be a number`,
    };
  }
  if (kind === 'score') return component ? faultOfScore(target, component, unit) : null;
  if (kind === 'top-share') {
    return target > 0 && target <= 100
      ? null
      : {
          rule: 'beyond-scale',
          vi: `Tỷ lệ ${target}% phải lớn hơn 0 và không quá 100`,
          en: `The share of ${target}% must be above 0 and at most 100`,
        };
  }
  const population = populationOf(row, unitSet, methodology, unit);
  if (!Number.isInteger(target) || target < 1) {
    return {
      rule: 'target-number',
      vi: `Thứ hạng ${target} phải là số nguyên từ 1`,
      en: `The rank ${target} must be a whole number from 1`,
    };
  }
  return population !== null && target > population
    ? {
        rule: 'beyond-population',
        vi: `Thứ hạng ${target} vượt số đơn vị được xếp (${population})`,
        en: `The rank ${target} is beyond the ${population} units that are ranked`,
      }
    : null;
};

const faultOfScore = (target: number, component: Component, unit: Unit): Fault | null => {
  const maximum = maximumIn(component, unit.groups);
  const isBelow = component.minimum !== null && target < component.minimum;
  const isAbove = maximum !== null && target > maximum;
  if (!isBelow && !isAbove) return null;
  const scale = `${component.minimum ?? '?'}–${maximum ?? '?'}`;
  return {
    rule: 'beyond-scale',
    vi: `Điểm ${target} nằm ngoài thang ${scale} của ${component.component}`,
    en: `The score ${target} is outside the scale ${scale} of ${component.component}`,
  };
};

/** The grades are those that the unit will be graded by: of the group that the row names, or that it is ranked in. */
const faultOfGrade = (
  row: PlacedTarget,
  { methodology, grades, ranked_groups }: Methodology,
  unit: Unit,
): Fault | null => {
  const { target } = row;
  const known = bandsOf({ grades }, leagueOf(row, ranked_groups, unit))?.map(({ grade }) => grade) ?? [];
  if (typeof target === 'string' && known.includes(target)) return null;
  const list = known.join(', ');
  return known.length === 0
    ? {
        rule: 'unknown-grade',
        vi: `${methodology} không có xếp loại hay nhóm nào: hãy dùng thứ hạng hoặc nhóm dẫn đầu (%)`,
        en: `${methodology} has no grades: use a rank, or a top share (%)`,
      }
    : {
        rule: 'unknown-grade',
        vi: `Không có xếp loại hay nhóm "${target}"; có: ${list}`,
        en: `There is no grade "${target}"; there are: ${list}`,
      };
};

/** The group that a row is about: the one it names, or the first that the methodology ranks the unit in. */
const leagueOf = ({ group }: PlacedTarget, ranked: readonly string[], unit: Unit): string =>
  group ?? ranked.find((one) => one === ALL || unit.groups.includes(one)) ?? ALL;

/** How many units a rank is among; null where the unit set does not name them all. */
const populationOf = (
  row: PlacedTarget,
  { units, groups, roster }: UnitSet,
  { ranked_groups }: Methodology,
  unit: Unit,
): number | null => {
  const league = leagueOf(row, ranked_groups, unit);
  if (league === ALL) return roster === 'complete' ? units.length : null;
  if (groups.find((one) => one.group === league)?.roster !== 'complete') return null;
  return units.filter((one) => one.groups.includes(league)).length;
};

/** A target that is reached already, with something to spare, is hardly what was meant. */
export const worseThanToday = (row: PlacedTarget, today: Standing | null): Finding[] => {
  const figure = today && figureOf(today, row.target_kind);
  const gap = today && figure ? gapTo(row, today, figure) : null;
  if (!today || !figure || gap === null || gap >= 0) return [];
  return [
    finding(
      'warning',
      'worse-than-today',
      targetSpot(row, 'target'),
      `Chỉ tiêu ${row.target} kém hơn mức đã có ở kỳ ${today.period}: ${figure.value}`,
      `The target ${row.target} is worse than what ${today.period} has already: ${figure.value}`,
    ),
  ];
};
