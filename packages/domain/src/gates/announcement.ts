import { type Finding, finding } from '../finding.ts';
import type { Methodology } from '../methodology.ts';
import type { ReleaseFile } from '../release-file.ts';
import type { Announcement } from '../score.ts';
import type { UnitSet } from '../unit-set.ts';
import { unknownComponent } from './units.ts';

/** What a release says of itself besides its scores names groups and components that there are. */
export const checkAnnouncement = (
  announcement: Announcement,
  unitSet: UnitSet,
  methodology: Methodology,
): Finding[] => {
  const groups = new Set(['all', ...unitSet.groups.map(({ group }) => group)]);
  const components = new Set(methodology.components.map(({ component }) => component));
  const named = [...Object.keys(announcement.population), ...Object.keys(announcement.grade_counts)];
  const told = [...Object.keys(announcement.derived), ...Object.keys(announcement.component_extents)];
  return [
    ...named
      .filter((group) => !groups.has(group))
      .map((group) =>
        finding(
          'error',
          'unknown-group',
          { value: group },
          `Không có khối "${group}" trong ${unitSet.unit_set}`,
          `There is no group "${group}" in ${unitSet.unit_set}`,
        ),
      ),
    ...told
      .filter((component) => !components.has(component))
      .map((component) => unknownComponent({ column: 'component', value: component }, methodology)),
  ];
};

/** An announced population is at least those who are named. */
export const checkPopulation = ({ announcement, rows }: ReleaseFile, unitSet: UnitSet): Finding[] => {
  const named = new Set(rows.map(({ unit }) => unit));
  return Object.entries(announcement.population).flatMap(([group, population]) => {
    const members = unitSet.units.filter(
      ({ unit, groups }) => named.has(unit) && (group === 'all' || groups.includes(group)),
    ).length;
    if (population >= Math.max(1, members)) return [];
    return [
      finding(
        'error',
        'population',
        { column: `population.${group}`, value: population },
        `Khối ${group} công bố ${population} đơn vị nhưng tệp có ${members}`,
        `The group ${group} is announced with ${population} units, but the file names ${members}`,
      ),
    ];
  });
};
