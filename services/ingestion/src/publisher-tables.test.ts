import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ScoreRow } from '@chi-so/domain/release-file';
import { describe, expect, it } from 'vitest';
import { publisherWorkbooks } from '../../../test/fixtures/publisher-workbooks.ts';
import { shippedCatalogue } from '../../../test/fixtures/shipped-catalogue.ts';
import { readReleases } from './read-releases.ts';
import type { ReadRelease } from './released-tables.ts';

const catalogue = shippedCatalogue();
const read = (bytes: Buffer, filename: string, said = {}) => readReleases(bytes, { filename, ...said }, catalogue);

const cellsOf = ({ file }: ReadRelease) =>
  new Map(file.rows.map((row) => [`${row.component} ${row.unit}`, row] as [string, ScoreRow]));

describe('a workbook of a publisher', () => {
  for (const { name, file, bytes, expected, asks } of publisherWorkbooks()) {
    it(`is read for what it is: ${name}`, async () => {
      const { releases, unrecognised } = await read(bytes(), file);
      expect(unrecognised).toEqual([]);
      // What a file says in two ways is read in one, and a person has to confirm it.
      const warnings = new Set(releases.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
      if (asks.includes('period')) expect(warnings).toContain('period-evidence');
      if (asks.includes('component')) expect(warnings).toContain('header-names');
      expect(releases.map(({ file: { release } }) => [release.index, release.unit_set])).toEqual(
        expected.map(({ index, unit_set }) => [index, unit_set]),
      );
      if (!asks.includes('period')) {
        expect(releases.map(({ file: { release } }) => release.period)).toEqual(expected.map(({ period }) => period));
      }
      for (const [i, { rows, doubtful }] of expected.entries()) {
        const found = cellsOf(releases[i] as ReadRelease);
        const wrong = rows.filter(({ component, unit, score, rank_published, grade_published }) => {
          const row = found.get(`${component} ${unit}`);
          const isSame =
            score === null ? (row?.score ?? null) === null : Math.abs((row?.score ?? Number.NaN) - score) < 1e-6;
          return (
            !isSame ||
            (rank_published !== undefined && (row?.rank_published ?? null) !== rank_published) ||
            (grade_published !== undefined && (row?.grade_published ?? null) !== grade_published)
          );
        });
        expect(wrong.slice(0, 5)).toEqual([]);
        const more = [...found.keys()].filter(
          (key) =>
            !rows.some(({ component, unit }) => key === `${component} ${unit}`) &&
            !['total', ...doubtful].includes(key.split(' ')[0] ?? ''),
        );
        expect(more).toEqual([]);
      }
    });
  }
});

/** The publishers' own files are not part of the project; where they are at hand they are read too. */
const SHARED = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'data');

describe.runIf(existsSync(SHARED))("the publishers' own workbooks", () => {
  const lines = (name: string) =>
    readFileSync(join(SHARED, 'scores', name), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/));
  const NAMES: Record<string, string> = { overall: 'total', overall_unweighted: 'total_unweighted' };

  it('are read cell by cell as they were printed, within 1e-6', { timeout: 60_000 }, async () => {
    const pci = lines('scores_pci_publisher_2005_2019.csv').map(([, year, , code, component = '', score, rank]) => ({
      key: `pci ${year} VN63-${code} ${NAMES[component] ?? component}`,
      score,
      rank,
    }));
    // A total is there only as a sum made by others; dimensions are numbered by their methodology's order.
    const papi = lines('scores_papi_2011_2024.csv').map(([, year, , code, component = '', score]) => ({
      key: `papi ${year} VN63-${code} ${component.split(' ')[0]?.toLowerCase()}`,
      score,
      rank: '',
    }));
    const truth = new Map([...pci, ...papi].map(({ key, ...figures }) => [key, figures]));

    let compared = 0;
    const wrong: string[] = [];
    const missing: string[] = [];
    for (const name of readdirSync(join(SHARED, 'workbooks')).sort()) {
      const { releases } = await read(readFileSync(join(SHARED, 'workbooks', name)), name);
      for (const { file, methodology } of releases) {
        const { index, period } = file.release;
        const seen = new Set<string>();
        for (const { component, unit, score, rank_published } of file.rows) {
          const numbered = index === 'papi' ? numberOf(component, methodology.components) : component;
          const key = `${index} ${period} ${unit} ${numbered}`;
          const figures = truth.get(key);
          seen.add(key);
          if (!figures || figures.score === '') {
            if (score !== null && component !== 'total') wrong.push(`${key} is nowhere printed`);
            continue;
          }
          compared++;
          const isRank = figures.rank === '' || rank_published === null || rank_published === Number(figures.rank);
          if (score === null || Math.abs(score - Number(figures.score)) > 1e-6 || !isRank) wrong.push(key);
        }
        for (const [key, { score }] of truth) {
          const isSum = key.includes('unweighted_total');
          if (key.startsWith(`${index} ${period} `) && !isSum && score !== '' && !seen.has(key)) missing.push(key);
        }
      }
    }
    console.log(`${compared} figures of seven workbooks compared`);
    expect(wrong).toEqual([]);
    expect(missing).toEqual([]);
    expect(compared).toBeGreaterThan(19_000);
  });
});

/** `d2.communal-budget` is 2.2 where it is the second below the second dimension. */
const numberOf = (component: string, components: readonly { component: string; parent: string | null }[]): string => {
  const [, dimension] = /^d(\d)\./.exec(component) ?? [];
  if (!dimension) return component;
  const family = components.filter(({ parent }) => parent === `d${dimension}`);
  return `${dimension}.${family.findIndex((one) => one.component === component) + 1}`;
};
