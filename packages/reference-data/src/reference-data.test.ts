import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareMethodologies } from '@chi-so/domain/comparability';
import { FACTS, type Methodology } from '@chi-so/domain/methodology';
import { checkMethodology } from '@chi-so/domain/methodology-check';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { indices, unitSets } from './catalogue.ts';
import { methodologyGuide } from './methodology-guide.ts';
import { releaseFiles } from './releases.ts';

type Row = Record<string, string>;

const releases = releaseFiles().map((release) => {
  const lines = release.text.split('\n');
  const preamble = lines.filter((line) => line.startsWith('#'));
  const rows: Row[] = parse(lines.slice(preamble.length).join('\n'), { columns: true, skipEmptyLines: true });
  const methodology = preamble.find((line) => line.startsWith('# methodology: '))?.slice(15) ?? '';
  return { ...release, preamble, methodology, rows };
});
const methodologies = new Map<string, Methodology>(
  indices().flatMap((index) => index.methodologies.map((one) => [one.methodology, one])),
);
const sets = new Map(unitSets().map((set) => [set.unit_set, set]));
const pci = (period: string) => releases.find((release) => release.index === 'pci' && release.period === period);

describe('the shipped releases', () => {
  it('name units of their unit set, components of their methodology and a period that it covers', () => {
    for (const { name, unit_set, period, methodology, rows } of releases) {
      const units = new Set(sets.get(unit_set)?.units.map(({ unit }) => unit));
      const used = methodologies.get(methodology);
      const components = new Set(used?.components.map(({ component }) => component));

      expect([name, rows.filter(({ unit = '' }) => !units.has(unit))]).toEqual([name, []]);
      expect([name, rows.filter(({ component = '' }) => !components.has(component))]).toEqual([name, []]);
      expect([name, (used?.period_from ?? '9') <= period && period <= (used?.period_to ?? '9999')]).toEqual([
        name,
        true,
      ]);
    }
  });

  it('say where they come from, and name no place that only their makers can see', () => {
    for (const { name, preamble, text } of releases) {
      for (const key of ['title', 'publisher', 'kind', 'certainty', 'extent']) {
        expect([name, preamble.some((line) => line.startsWith(`# ${key}: `))]).toEqual([name, true]);
      }
      expect([name, /raw\/|\/work|computed by helper/.test(text)]).toEqual([name, false]);
    }
  });

  it('hold the 821 ranks that VCCI printed, 2006–2019', () => {
    const printed = releases
      .filter(({ index }) => index === 'pci')
      .flatMap(({ period, rows }) =>
        rows.filter(({ component, rank_published }) => component === 'total' && rank_published && period <= '2019'),
      );

    expect(printed).toHaveLength(821);
  });

  it('hold PCI 2019 as printed', () => {
    const totals = pci('2019')?.rows.filter(({ component }) => component === 'total') ?? [];

    expect(totals).toHaveLength(63);
    expect(totals.find(({ unit }) => unit === 'VN63-22')).toMatchObject({ score: '73.396484', rank_published: '1' });
    expect(totals.find(({ unit }) => unit === 'VN63-46')).toMatchObject({ score: '66.499268', rank_published: '20' });
  });

  it('rebuild the PCI totals from their sub-indices with the shipped weights', () => {
    const errors = Object.fromEntries(
      [
        '2005',
        '2006',
        '2007',
        '2008',
        '2009',
        '2010',
        '2011',
        '2012',
        '2013',
        '2014',
        '2015',
        '2016',
        '2017',
        '2018',
        '2019',
      ].map((period) => {
        const release = pci(period);
        const weights = new Map(
          methodologies
            .get(release?.methodology ?? '')
            ?.components.map(({ component, weight }) => [component, weight ?? 0]),
        );
        const rebuilt = new Map<string, number>();
        for (const { unit = '', component = '', score = '' } of release?.rows ?? []) {
          rebuilt.set(unit, (rebuilt.get(unit) ?? 0) + 10 * (weights.get(component) ?? 0) * Number(score));
        }
        const totals = release?.rows.filter(({ component, score }) => component === 'total' && score) ?? [];
        return [
          period,
          Math.max(...totals.map(({ unit = '', score }) => Math.abs((rebuilt.get(unit) ?? 0) - Number(score)))),
        ];
      }),
    );

    console.log('PCI totals rebuilt from sub-indices, largest error in points:', errors);
    for (const [period, error] of Object.entries(errors)) {
      if (period === '2011') expect(error).toBeLessThan(0.553);
      else if (period === '2005') expect(error).toBeLessThan(0.005);
      else expect([period, error < 0.00001]).toEqual([period, true]);
    }
  });

  it('rebuild the 439 PAPI totals of the workbooks 2011–2017 from their dimensions', () => {
    const workbooks = releases.filter(({ index, period }) => index === 'papi' && period <= '2017');
    const sums = new Map<string, number>();
    for (const { period, rows } of workbooks) {
      for (const { unit, component, score } of rows) {
        if (component !== 'total') sums.set(`${period} ${unit}`, (sums.get(`${period} ${unit}`) ?? 0) + Number(score));
      }
    }
    const totals = workbooks.flatMap(({ period, rows }) =>
      rows
        .filter(({ component, score }) => component === 'total' && score)
        .map(({ unit, score }) => ({ key: `${period} ${unit}`, score })),
    );
    const errors = totals.map(({ key, score }) => Math.abs((sums.get(key) ?? 0) - Number(score)));

    console.log(
      'PAPI totals 2011–2017 rebuilt from dimensions:',
      totals.length,
      'rows, largest error',
      Math.max(...errors),
    );
    expect(totals).toHaveLength(439);
    expect(Math.max(...errors)).toBeLessThanOrEqual(0.000003);
  });

  it('give every missing score a status and a reason, and no score one', () => {
    for (const { name, rows } of releases) {
      const wrong = rows.filter(({ score, status, reason }) =>
        score === '' ? !'MQ'.includes(status || 'x') || !reason : reason || 'MQ'.includes(status || 'x'),
      );
      expect([name, wrong]).toEqual([name, []]);
    }
  });

  it("never print a rank of the press or of a province about a national index as the publisher's", () => {
    const press = releases.filter(({ preamble }) => preamble.includes('# kind: press'));

    expect(press.length).toBeGreaterThan(10);
    expect(press.flatMap(({ rows }) => rows).filter(({ rank_published }) => rank_published)).toEqual([]);
    expect(press.flatMap(({ rows }) => rows).filter(({ rank_claimed, source }) => rank_claimed && !source)).toEqual([]);
  });

  it('state the founding article exactly', () => {
    const article = releases.find(({ index, period }) => index === 'cchc' && period === '2020');
    const districts = article?.rows.filter(({ unit = '' }) => /huyen|thi-xa|thanh-pho/.test(unit)) ?? [];

    expect(article?.preamble).toEqual(
      expect.arrayContaining([
        '# population.departments: 21',
        '# grade_count.departments.Tốt: 21',
        '# grade_count.districts.Khá: 5',
      ]),
    );
    expect(districts).toHaveLength(9);
    expect(districts.filter(({ status, grade_published }) => status === 'Q' && grade_published === 'Khá')).toHaveLength(
      5,
    );
  });

  it('mark the totals of PAPI from 2018 on as derived, and no earlier ones', () => {
    const derived = releases.filter(
      ({ index, preamble }) => index === 'papi' && preamble.some((line) => line.startsWith('# derived.total')),
    );

    expect(derived.map(({ period }) => period)).toEqual(['2018', '2019', '2020', '2021', '2022', '2023', '2024']);
  });
});

describe('the shipped catalogue', () => {
  it('has no unit twice and no group that is not declared', () => {
    for (const { unit_set, units, groups } of sets.values()) {
      const declared = new Set(groups.map(({ group }) => group));

      expect([unit_set, new Set(units.map(({ unit }) => unit)).size]).toEqual([unit_set, units.length]);
      expect(units.flatMap((unit) => unit.groups).filter((group) => !declared.has(group))).toEqual([]);
      expect(units.every(({ name_vi, name_en }) => name_vi === name_vi.normalize('NFC') && name_en)).toBe(true);
    }
  });

  it('keeps the seven codes that changed owner in 2025 apart by their era', () => {
    const nameOf = (unit: string) =>
      sets.get(unit.slice(0, 4))?.units.find((candidate) => candidate.unit === unit)?.name_vi;

    for (const code of ['15', '24', '44', '52', '80', '82', '91']) {
      expect(nameOf(`VN63-${code}`)).toBeDefined();
      expect(nameOf(`VN34-${code}`)).toBeDefined();
      expect(nameOf(`VN34-${code}`)).not.toBe(nameOf(`VN63-${code}`));
    }
  });

  it('marks every fact of every methodology with its certainty and source', () => {
    for (const { methodology, facts } of methodologies.values()) {
      for (const fact of FACTS) {
        expect([methodology, fact, facts[fact].source.length > 0]).toEqual([methodology, fact, true]);
        expect(['confirmed', 'derived', 'unknown']).toContain(facts[fact].certainty);
      }
    }
  });

  it('knows no thresholds of CCHC and no tie rule as confirmed', () => {
    const cchc = [...methodologies.values()].filter(({ index }) => index === 'cchc');

    expect(
      cchc.flatMap(({ grades }) => grades.flatMap(({ bands }) => bands)).filter(({ from }) => from !== null),
    ).toEqual([]);
    expect([...methodologies.values()].filter(({ facts }) => facts.ties.certainty === 'confirmed')).toEqual([]);
    expect(methodologies.get('pci-2022')?.facts.weights.certainty).toBe('derived');
  });

  it('is what the guide for planners says', () => {
    const written = readFileSync(join(import.meta.dirname, '..', '..', '..', 'docs', 'methodology.md'), 'utf8');

    expect(methodologyGuide(indices())).toBe(written);
  });

  it('holds together, methodology by methodology, as a writer must prove', () => {
    for (const { methodologies: versions } of indices()) {
      for (const methodology of versions) {
        const groups = methodology.unit_set
          ? (sets.get(methodology.unit_set)?.groups.map(({ group }) => group) ?? [])
          : null;
        expect([methodology.methodology, checkMethodology(methodology, { others: versions, groups })]).toEqual([
          methodology.methodology,
          [],
        ]);
      }
    }
  });

  it('says of each pair of versions and each component whether they compare, with the reason in both languages', () => {
    for (const { methodologies: versions } of indices()) {
      for (const [i, later] of versions.entries()) {
        for (const earlier of versions.slice(0, i).filter(({ unit_set }) => unit_set === later.unit_set)) {
          for (const { component } of later.components) {
            const verdict = compareMethodologies(later, earlier, component);
            expect(later.comparisons.some((comparison) => comparison.with === earlier.methodology)).toBe(true);
            if (verdict.verdict !== 'comparable') expect(verdict.reason_vi && verdict.reason_en).toBeTruthy();
          }
        }
      }
    }
    const papi = new Map(
      indices()
        .find(({ index }) => index.index === 'papi')
        ?.methodologies.map((one) => [one.methodology, one]),
    );
    const [papi2017, papi2018] = [papi.get('papi-2016'), papi.get('papi-2018')];
    if (!papi2017 || !papi2018) throw new Error('PAPI has lost its versions');
    expect(
      papi2018.components
        .filter(
          ({ component, parent }) =>
            (parent === 'total' || component === 'total') &&
            compareMethodologies(papi2018, papi2017, component).verdict === 'comparable',
        )
        .map(({ component }) => component),
    ).toEqual(['d1', 'd3', 'd4', 'd5', 'd6']);
  });

  it('has units of every era follow from those before: no unit of a later set without a past, none of an earlier without a future', () => {
    for (const [earlier, later] of [
      ['VN64', 'VN63'],
      ['VN63', 'VN34'],
    ] as const) {
      const successions = sets.get(later)?.successions ?? [];
      expect(successions.flatMap(({ to }) => to).sort()).toEqual(
        sets
          .get(later)
          ?.units.map(({ unit }) => unit)
          .sort(),
      );
      expect(successions.flatMap(({ from }) => from).sort()).toEqual(
        sets
          .get(earlier)
          ?.units.map(({ unit }) => unit)
          .sort(),
      );
    }
    const kinds = Object.groupBy(sets.get('VN34')?.successions ?? [], ({ kind }) => kind);
    expect([kinds.merged?.length, kinds.unchanged?.length, kinds.renamed?.map(({ to }) => to)]).toEqual([
      23,
      10,
      [['VN34-46']],
    ]);
  });

  it('covers every period of an index by one methodology at most', () => {
    const national = indices().filter(({ index }) => index.level === 'province');
    for (const { index, methodologies: versions } of national) {
      for (let year = 2000; year < 2030; year++) {
        const used = versions.filter(
          ({ period_from: from, period_to: to }) => String(year) >= from && String(year) <= (to ?? '9999'),
        );
        expect([index.index, year, used.length <= 1]).toEqual([index.index, year, true]);
      }
    }
  });
});
