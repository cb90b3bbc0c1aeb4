import type { Finding } from './finding.ts';
import { checkAnnouncement, checkPopulation } from './gates/announcement.ts';
import { checkCoverage } from './gates/coverage.ts';
import { byRow } from './gates/order.ts';
import { checkPeriod, checkUnitSet } from './gates/release.ts';
import { checkFigures } from './gates/scale.ts';
import { checkUnits } from './gates/units.ts';
import type { Methodology } from './methodology.ts';
import type { ReleaseFile, ScoreRow } from './release-file.ts';
import type { UnitSet } from './unit-set.ts';

/** Checks of a release file by itself; `gates/gates.ts` compares it with what is published too. */

/** Everything wrong with a release, in the order of its rows. */
export const checkRelease = (file: ReleaseFile, unitSet: UnitSet, methodology: Methodology): Finding[] => [
  ...checkPeriod(file, methodology),
  ...checkUnitSet(file, methodology),
  ...checkPopulation(file, unitSet),
  ...checkAnnouncement(file.announcement, unitSet, methodology),
  ...checkRows(file.rows, unitSet, methodology),
  ...checkCoverage(file, unitSet, methodology),
];

export const checkRows = (rows: readonly ScoreRow[], unitSet: UnitSet, methodology: Methodology): Finding[] =>
  [...checkUnits(rows, unitSet, methodology), ...checkFigures(rows, unitSet, methodology)].sort(byRow);
