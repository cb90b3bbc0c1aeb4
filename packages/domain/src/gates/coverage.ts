import { type Finding, finding } from '../finding.ts';
import { TOTAL } from '../identity.ts';
import type { Methodology } from '../methodology.ts';
import type { ReleaseFile } from '../release-file.ts';
import { extentOf } from '../score.ts';
import type { UnitSet } from '../unit-set.ts';

/**
 * A complete release says something of every unit: no unit is missing silently. The total of a scorecard may be left
 * out, since it follows from the criteria; a component is expected of the groups that it exists for.
 */
export const checkCoverage = (
  { announcement, rows }: ReleaseFile,
  unitSet: UnitSet,
  methodology: Methodology,
): Finding[] => {
  if (rows.length === 0) {
    return [finding('error', 'empty', {}, 'Tệp không có điểm nào', 'The release holds no scores')];
  }
  const results = rows.filter(({ stage }) => stage === 'result');
  const byComponent = Map.groupBy(results, ({ component }) => component);
  const inComplete = new Set(unitSet.groups.filter(({ roster }) => roster === 'complete').map(({ group }) => group));
  const expected = unitSet.units.filter(
    ({ groups }) => unitSet.roster === 'complete' || groups.some((group) => inComplete.has(group)),
  );
  const needed = methodology.aggregation.kind === 'points' ? [] : [TOTAL];
  return [...new Set([...needed, ...byComponent.keys()])]
    .filter((component) => extentOf(announcement, component) === 'complete')
    .flatMap((component) => {
      const only = methodology.components.find((candidate) => candidate.component === component)?.groups;
      const present = new Set(byComponent.get(component)?.map(({ unit }) => unit));
      return expected
        .filter(({ groups }) => !only || only.some((group) => groups.includes(group)))
        .filter(({ unit }) => !present.has(unit))
        .map(({ unit, name_vi, name_en }) =>
          finding(
            'error',
            'unit-missing',
            { column: component, value: unit },
            `Thiếu ${name_vi} (${unit}) ở ${component}: ghi trạng thái và lý do, hoặc khai báo công bố không đầy đủ`,
            `${name_en} (${unit}) is missing in ${component}: give a status and a reason, or declare a smaller extent`,
          ),
        );
    });
};
