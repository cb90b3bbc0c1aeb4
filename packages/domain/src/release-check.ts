import { maximumIn } from './aggregate.ts';
import { decimalsOf } from './decimal.ts';
import { type Finding, finding, type Spot } from './finding.ts';
import { PERIOD_PATTERN, TOTAL } from './identity.ts';
import type { Methodology } from './methodology.ts';
import type { ReleaseFile, ScoreRow } from './release-file.ts';
import { type Announcement, extentOf } from './score.ts';
import type { UnitSet } from './unit-set.ts';

/** Checks between a release file and a draft. Each finding names its place, so that a person can mend the file. */

/** Everything wrong with a release, in the order of its rows. */
export const checkRelease = (file: ReleaseFile, unitSet: UnitSet, methodology: Methodology): Finding[] => [
  ...checkPeriod(file, methodology),
  ...checkUnitSet(file, methodology),
  ...checkPopulation(file, unitSet),
  ...checkAnnouncement(file.announcement, unitSet, methodology),
  ...checkRows(file.rows, unitSet, methodology),
  ...checkCoverage(file, unitSet, methodology),
];

const error = (rule: string, spot: Spot, message_vi: string, message_en: string): Finding =>
  finding('error', rule, spot, message_vi, message_en);

const checkPeriod = ({ release: { period } }: ReleaseFile, methodology: Methodology): Finding[] => {
  if (!PERIOD_PATTERN.test(period)) {
    return [error('period', { value: period }, `Kỳ "${period}" không hợp lệ`, `"${period}" is not a period`)];
  }
  const { period_from: from, period_to: to, methodology: id } = methodology;
  const year = period.slice(0, 4);
  if (year >= from.slice(0, 4) && (to === null || year <= to.slice(0, 4))) return [];
  return [
    error(
      'methodology-period',
      { column: 'methodology', value: id },
      `Phương pháp ${id} áp dụng cho ${from}–${to ?? 'nay'}, không phải ${period}`,
      `Methodology ${id} applies to ${from}–${to ?? 'now'}, not to ${period}`,
    ),
  ];
};

/** A province's own methodology is for its own units. */
const checkUnitSet = ({ release }: ReleaseFile, { methodology, unit_set }: Methodology): Finding[] =>
  unit_set === null || unit_set === release.unit_set
    ? []
    : [
        error(
          'methodology-unit-set',
          { column: 'methodology', value: methodology },
          `Phương pháp ${methodology} là của ${unit_set}, không phải ${release.unit_set}`,
          `Methodology ${methodology} is for ${unit_set}, not for ${release.unit_set}`,
        ),
      ];

/** An announced population is at least those who are named. */
const checkPopulation = ({ announcement, rows }: ReleaseFile, unitSet: UnitSet): Finding[] => {
  const named = new Set(rows.map(({ unit }) => unit));
  return Object.entries(announcement.population).flatMap(([group, population]) => {
    const members = unitSet.units.filter(
      ({ unit, groups }) => named.has(unit) && (group === 'all' || groups.includes(group)),
    ).length;
    if (population >= Math.max(1, members)) return [];
    return [
      error(
        'population',
        { column: `population.${group}`, value: population },
        `Khối ${group} công bố ${population} đơn vị nhưng tệp có ${members}`,
        `The group ${group} is announced with ${population} units, but the file names ${members}`,
      ),
    ];
  });
};

const checkAnnouncement = (announcement: Announcement, unitSet: UnitSet, methodology: Methodology): Finding[] => {
  const groups = new Set(['all', ...unitSet.groups.map(({ group }) => group)]);
  const components = new Set(methodology.components.map(({ component }) => component));
  const named = [...Object.keys(announcement.population), ...Object.keys(announcement.grade_counts)];
  const told = [...Object.keys(announcement.derived), ...Object.keys(announcement.component_extents)];
  return [
    ...named
      .filter((group) => !groups.has(group))
      .map((group) =>
        error(
          'unknown-group',
          { value: group },
          `Không có khối "${group}" trong ${unitSet.unit_set}`,
          `There is no group "${group}" in ${unitSet.unit_set}`,
        ),
      ),
    ...told
      .filter((component) => !components.has(component))
      .map((component) => unknownComponent(component, methodology)),
  ];
};

const unknownComponent = (component: string, { methodology }: Methodology, row?: number): Finding =>
  error(
    'unknown-component',
    { ...(row === undefined ? {} : { row }), column: 'component', value: component },
    `Không có chỉ số thành phần "${component}" trong ${methodology}`,
    `There is no component "${component}" in ${methodology}`,
  );

export const checkRows = (rows: readonly ScoreRow[], unitSet: UnitSet, methodology: Methodology): Finding[] => {
  const units = new Map(unitSet.units.map(({ unit, groups }) => [unit, groups]));
  const components = new Map(methodology.components.map((component) => [component.component, component]));
  const seen = new Map<string, number>();
  const findings: Finding[] = [];
  for (const row of rows) {
    const at = { row: row.row };
    const component = components.get(row.component);
    const groups = units.get(row.unit);
    if (!groups) {
      findings.push(
        error(
          'unknown-unit',
          { ...at, column: 'unit', value: row.unit },
          `Không có đơn vị "${row.unit}" trong tập đơn vị ${unitSet.unit_set}`,
          `There is no unit "${row.unit}" in the unit set ${unitSet.unit_set}`,
        ),
      );
    }
    if (!component) findings.push(unknownComponent(row.component, methodology, row.row));
    if (groups && component?.groups && !component.groups.some((group) => groups.includes(group))) {
      findings.push(
        error(
          'not-in-group',
          { ...at, column: 'component', value: row.component },
          `${row.component} không dùng cho khối của ${row.unit}`,
          `${row.component} is not scored in the group of ${row.unit}`,
        ),
      );
    }
    if (row.stage !== 'result' && !methodology.stages.includes(row.stage)) {
      findings.push(
        error(
          'unknown-stage',
          { ...at, column: 'stage', value: row.stage },
          `${methodology.methodology} không có bước "${row.stage}"`,
          `${methodology.methodology} has no stage "${row.stage}"`,
        ),
      );
    }
    const key = `${row.unit} ${row.component} ${row.stage}`;
    const earlier = seen.get(key);
    if (earlier !== undefined) {
      findings.push(
        error(
          'duplicate',
          { ...at, column: 'unit', value: row.unit },
          `Trùng với dòng ${earlier}: ${row.unit}, ${row.component}`,
          `Repeats row ${earlier}: ${row.unit}, ${row.component}`,
        ),
      );
    }
    seen.set(key, row.row);
    const maximum = component ? maximumIn(component, groups ?? []) : null;
    findings.push(...checkScore(row, component?.minimum ?? null, maximum));
  }
  return findings;
};

/** Publishers' workbooks hold binary fractions of up to 16 decimals; more is noise, or an attempt to break things. */
const MOST_DECIMALS = 18;

const isRank = (rank: number): boolean => Number.isInteger(rank) && rank >= 1 && rank <= 1_000_000;

const checkScore = (row: ScoreRow, minimum: number | null, maximum: number | null): Finding[] => {
  const at = { row: row.row };
  const findings: Finding[] = [];
  const { score, status, reason, component } = row;
  const isMissing = status === 'M' || status === 'Q';
  if (score === null && (!isMissing || reason === null)) {
    findings.push(
      error(
        'missing-without-reason',
        { ...at, column: 'score' },
        'Điểm để trống phải có trạng thái M hoặc Q và lý do',
        'An empty score needs status M or Q and a reason',
      ),
    );
  }
  if (score !== null && (isMissing || reason !== null)) {
    findings.push(
      error(
        'score-with-missing-status',
        { ...at, column: 'status', value: status },
        'Có điểm thì trạng thái không thể là M, Q hay có lý do thiếu',
        'A score cannot have status M or Q, or a reason for being missing',
      ),
    );
  }
  if (score !== null && ((minimum !== null && score < minimum) || (maximum !== null && score > maximum))) {
    findings.push(
      error(
        'out-of-scale',
        { ...at, column: 'score', value: score },
        `Điểm ${score} nằm ngoài thang ${minimum ?? '…'}–${maximum ?? '…'} của ${component}`,
        `The score ${score} is outside the scale ${minimum ?? '…'}–${maximum ?? '…'} of ${component}`,
      ),
    );
  }
  if (score !== null && decimalsOf(score) > MOST_DECIMALS) {
    findings.push(
      error(
        'too-fine',
        { ...at, column: 'score', value: score },
        `Điểm có hơn ${MOST_DECIMALS} chữ số thập phân`,
        `The score has more than ${MOST_DECIMALS} decimals`,
      ),
    );
  }
  for (const column of ['rank_published', 'rank_claimed'] as const) {
    const rank = row[column];
    if (rank === null || isRank(rank)) continue;
    findings.push(
      error(
        'rank',
        { ...at, column, value: rank },
        `Thứ hạng ${rank} không phải số nguyên dương`,
        `The rank ${rank} is not a positive whole number`,
      ),
    );
  }
  return findings;
};

/**
 * A complete release says something of every unit: no unit is missing silently. The total of a scorecard may be left
 * out, since it follows from the criteria; a component is expected of the groups that it exists for.
 */
const checkCoverage = ({ announcement, rows }: ReleaseFile, unitSet: UnitSet, methodology: Methodology): Finding[] => {
  if (rows.length === 0) {
    return [error('empty', {}, 'Tệp không có điểm nào', 'The release holds no scores')];
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
          error(
            'unit-missing',
            { column: component, value: unit },
            `Thiếu ${name_vi} (${unit}) ở ${component}: ghi trạng thái và lý do, hoặc khai báo công bố không đầy đủ`,
            `${name_en} (${unit}) is missing in ${component}: give a status and a reason, or declare a smaller extent`,
          ),
        );
    });
};
