import { type Finding, finding } from '../finding.ts';
import { ALL, TOTAL } from '../identity.ts';
import type { Band, Methodology } from '../methodology.ts';
import { rankComponent } from '../ranking.ts';
import { unitScoresOf } from '../release-file.ts';
import { columnsOf } from './columns.ts';
import type { GateContext } from './context.ts';
import { namesIn } from './names.ts';
import { spotOf } from './spot.ts';

/**
 * Printed grades against the methodology's (derived rule). A warning only: publishers lower a grade for reasons that are
 * in no score, such as discipline. A grade whose name the methodology does not have is most likely misspelt. Thresholds
 * that are unknown say nothing.
 */
export const gradeBand = (context: GateContext): Finding[] => {
  const { file, unitSet, methodology } = context;
  const totals = columnsOf(file).get(TOTAL) ?? new Map();
  const printed = [...totals.values()].filter((row) => row.grade_published !== null);
  if (printed.length === 0 || methodology.grades.length === 0) return [];
  const input = { announcement: file.announcement, units: unitScoresOf(file.rows), methodology, unit_set: unitSet };
  const computed = new Map(
    rankComponent(input, TOTAL)
      .groups.filter(({ official }) => official)
      .flatMap(({ group, places }) => places.map(({ unit, grade }) => [unit, { group, grade }] as const)),
  );
  const name = namesIn(context).unit;
  return printed.flatMap((row) => {
    const grade = row.grade_published ?? '';
    const place = computed.get(row.unit);
    const bands = place ? bandsOf(methodology, place.group) : [];
    const { vi, en } = name(row.unit);
    const isKnown = bands.some((band) => isNamed(band, grade));
    if (bands.length > 0 && !isKnown) {
      const list = bands.map((band) => band.grade).join(', ');
      return [
        finding(
          'warning',
          'grade-band',
          spotOf(row, 'grade_published'),
          `${vi}: phương pháp không có loại "${grade}" (${list})`,
          `${en}: the methodology has no grade "${grade}" (${list})`,
        ),
      ];
    }
    const band = bands.find((one) => one.grade === place?.grade);
    if (!band || isNamed(band, grade)) return [];
    return [
      finding(
        'warning',
        'grade-band',
        spotOf(row, 'grade_published'),
        `${vi}: ghi loại ${grade}, nhưng điểm ${row.score ?? ''} thuộc loại ${band.grade} (từ ${band.from})`,
        `${en}: grade ${grade} is printed, but the score ${row.score ?? ''} earns ${band.grade} (from ${band.from})`,
      ),
    ];
  });
};

const bandsOf = ({ grades }: Methodology, group: string): readonly Band[] =>
  (grades.find((entry) => entry.group === group) ?? grades.find((entry) => entry.group === ALL))?.bands ?? [];

/** Whether the print means this band, whatever its capitals and language. */
const isNamed = ({ grade, name_en }: Band, printed: string): boolean => {
  const plain = (text: string) => text.normalize('NFC').trim().toLowerCase();
  return plain(printed) === plain(grade) || plain(printed) === plain(name_en);
};
