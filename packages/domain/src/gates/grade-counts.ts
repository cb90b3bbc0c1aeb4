import { type Finding, finding } from '../finding.ts';
import { ALL, TOTAL } from '../identity.ts';
import { columnsOf } from './columns.ts';
import type { GateContext } from './context.ts';

/**
 * Announced counts by grade against the grades in the file (derived rule). A decision counts its own annex, so where the
 * file names every unit of the group with its grade, a difference is a row that was lost or a grade that was mistyped.
 * Where it names only some of them, more units of a grade than were announced are still impossible.
 */
export const gradeCounts = ({ file, unitSet }: GateContext): Finding[] => {
  const { grade_counts, population } = file.announcement;
  const totals = columnsOf(file).get(TOTAL);
  return Object.entries(grade_counts).flatMap(([group, announced]) => {
    const members = unitSet.units.filter(({ groups }) => group === ALL || groups.includes(group));
    const roster = group === ALL ? unitSet.roster : unitSet.groups.find((one) => one.group === group)?.roster;
    const size = population[group] ?? (roster === 'complete' ? members.length : null);
    const graded = members.flatMap(({ unit }) => totals?.get(unit)?.grade_published ?? []);
    const sum = Object.values(announced).reduce((total, count) => total + count, 0);
    return [
      ...(size !== null && sum > size ? [tooMany(group, sum, size)] : []),
      ...[...new Set([...Object.keys(announced), ...graded])].flatMap((grade) => {
        const expected = announced[grade] ?? 0;
        const counted = graded.filter((one) => one === grade).length;
        const isWhole = graded.length > 0 && graded.length === size;
        // A grade that the announcement does not mention is not announced as empty, unless the counts cover everyone.
        if (!isWhole && (counted <= expected || (announced[grade] === undefined && sum !== size))) return [];
        return counted === expected ? [] : [otherCount(group, grade, expected, counted)];
      }),
    ];
  });
};

const tooMany = (group: string, sum: number, size: number): Finding =>
  finding(
    'error',
    'grade-counts',
    { column: `grade_count.${group}`, value: sum },
    `Khối ${group}: số đơn vị theo xếp loại cộng lại là ${sum}, nhiều hơn ${size} đơn vị của khối`,
    `Group ${group}: the counts by grade add up to ${sum}, more than its ${size} units`,
  );

const otherCount = (group: string, grade: string, expected: number, counted: number): Finding =>
  finding(
    'error',
    'grade-counts',
    { column: `grade_count.${group}.${grade}`, value: expected },
    `Khối ${group}: công bố ${expected} đơn vị loại ${grade}, trong tệp có ${counted}`,
    `Group ${group}: ${expected} units of grade ${grade} are announced, the file has ${counted}`,
  );
