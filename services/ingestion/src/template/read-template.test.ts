import { aComponent, aMethodology, aUnitSet } from '@chi-so/domain/fixtures';
import type { Methodology } from '@chi-so/domain/methodology';
import { STAGES } from '@chi-so/domain/score';
import { missingOf, templateOf } from '@chi-so/domain/template';
import type { UnitSet } from '@chi-so/domain/unit-set';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Table } from '../tables/table.ts';
import { isTemplate, readTemplate } from './read-template.ts';
import {
  anIndex,
  filled,
  placeOf,
  province,
  scorecard,
  type Target,
  throughText,
  throughWorkbook,
  type Value,
  withCell,
  withoutRows,
} from './template-fixtures.ts';
import { templateTable } from './template-text.ts';

const release = { index: 'par-index', period: '2024', unit_set: 'TEST', edition: 'main' };

const keyOf = ({ unit, component, figure, stage }: Target) => [unit, component, figure, stage].join(' ');

/** Every figure of the rows, by what it is about. A missing score is its status and reason. */
const figuresOf = (rows: ReturnType<typeof readTemplate>['rows']) =>
  new Map(
    rows.flatMap(({ unit, component, stage, score, status, reason, rank_published, grade_published }) =>
      Object.entries({ score: score ?? `${status} ${reason}`, rank_published, grade_published })
        .filter(([, value]) => value !== null)
        .map(([figure, value]) => [keyOf({ unit, component, figure, stage }), value]),
    ),
  );

/** What these values should come back as. A rank or a grade without a score tells that the score is unknown. */
const expectedOf = (values: ReadonlyMap<string, { target: Target; value: Value }>) => {
  const expected = new Map<string, Value>();
  for (const { target, value } of values.values()) {
    if (value === null) continue;
    const missing = target.figure === 'score' && typeof value === 'string' ? missingOf(value) : undefined;
    const score = keyOf({ ...target, figure: 'score' });
    if (target.figure !== 'score' && !expected.has(score)) expected.set(score, 'M unknown');
    expected.set(keyOf(target), missing ? `${missing.status} ${missing.reason}` : value);
  }
  return expected;
};

const names = ['Hà Nội', 'Thừa Thiên Huế', 'Bà Rịa - Vũng Tàu', '=SUM(A1)', '+Đà Nẵng', '@Cà Mau', '-Sở', 'Sở "A"; B'];

const someUnits: fc.Arbitrary<UnitSet> = fc
  .array(fc.constantFrom<string[]>([], ['red'], ['blue'], ['red', 'blue'], ['blue', 'red']), {
    minLength: 1,
    maxLength: 9,
  })
  .map((groups) => {
    const ids = groups.map((_, i) => `TEST-${i + 1}`);
    const members = (group: string) => ids.filter((_, i) => groups[i]?.includes(group));
    const unitSet = aUnitSet(ids, { red: members('red'), blue: members('blue') });
    return {
      ...unitSet,
      units: unitSet.units.map((unit, i) => ({ ...unit, name_vi: `${names[i % names.length]} ${i}` })),
    };
  });

const someMethodology: fc.Arbitrary<Methodology> = fc
  .record({
    kind: fc.constantFrom('points' as const, 'sum' as const, 'unknown' as const),
    areas: fc.array(
      fc.array(
        fc.record(
          {
            groups: fc.constantFrom<string[]>(['red'], ['blue'], ['red', 'blue']),
            maxima: fc.constantFrom<Record<string, number>>({ red: 5 }, { red: 4, blue: 2.5 }),
            part: fc.constantFrom('survey' as const, 'bonus' as const, 'penalty' as const),
          },
          { requiredKeys: [] },
        ),
        { maxLength: 5 },
      ),
      { maxLength: 4 },
    ),
    stages: fc.subarray([...STAGES]),
    ranked_groups: fc.constantFrom<string[]>(['all'], ['red', 'blue'], ['all', 'red']),
    publisher_ranks: fc.boolean(),
    grading: fc.constantFrom('thresholds' as const, 'none' as const, 'quartiles' as const),
  })
  .map(({ kind, areas, ...given }) =>
    aMethodology({
      ...given,
      aggregation: { kind, factor: 1 },
      components: [
        aComponent('total', null, 100, { name_vi: 'Tổng' }),
        ...areas.flatMap((criteria, area) => [
          aComponent(`a${area}`, 'total', null, { name_vi: `Lĩnh vực ${area}` }),
          ...criteria.map((more, i) =>
            aComponent(`a${area}.${i}`, `a${area}`, 3, { name_vi: `Tiêu chí ${area}.${i}`, ...more }),
          ),
        ]),
      ],
    }),
  );

const someScore = (most: number): fc.Arbitrary<Value> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: -100_000 * most, max: 100_000 * most }).map((n) => n / 100_000) },
    { weight: 2, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom('không áp dụng', 'KAD', 'n/a', 'Không công bố', '-') },
  );

/** Values for every cell that asks for one, remembered. */
const fillWith = (scores: readonly Value[]) => {
  const values = new Map<string, { target: Target; value: Value }>();
  let next = 0;
  const fill = (target: Target): Value => {
    const score = scores[next++ % scores.length] ?? null;
    const value =
      target.figure === 'rank_published' ? (next % 3) + 1 : target.figure === 'grade_published' ? 'Tốt' : score;
    values.set(keyOf(target), { target, value });
    return value;
  };
  return { values, fill };
};

describe('a template that is filled and read back', () => {
  it('gives exactly the scores, whatever the methodology and the units', async () => {
    await fc.assert(
      fc.asyncProperty(
        someMethodology,
        someUnits,
        fc.array(someScore(100), { minLength: 1, maxLength: 40 }),
        async (methodology, unitSet, scores) => {
          const { values, fill } = fillWith(scores);
          const sheets = filled(templateOf({ index: anIndex(), release, unitSet, methodology, group: null }), fill);

          const { rows, findings, preamble } = readTemplate(await throughWorkbook(sheets), { unitSet, methodology });

          expect(findings).toEqual([]);
          expect(figuresOf(rows)).toEqual(expectedOf(values));
          expect(preamble.get('unit_set')).toEqual(['TEST']);
          expect(new Set(sheets.map(({ name }) => name)).size).toBe(sheets.length);
          expect(sheets.every(({ name }) => name.length > 0 && name.length <= 31)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);

  it.each([
    ['semicolons and decimal commas', ';', ','],
    ['commas and decimal points', ',', '.'],
    ['tabs and decimal commas', '\t', ','],
  ])('gives the same when one sheet was saved as text with %s', (_what, delimiter, mark) => {
    fc.assert(
      fc.property(someUnits, fc.array(someScore(10), { minLength: 1, maxLength: 40 }), (unitSet, scores) => {
        const methodology = aMethodology({ aggregation: { kind: 'sum', factor: 1 } });
        const { values, fill } = fillWith(scores);
        const [sheet] = filled(templateOf({ index: anIndex(), release, unitSet, methodology, group: null }), fill);

        const tables = sheet ? throughText(sheet, delimiter, mark) : [];
        const { rows, findings } = readTemplate(tables, { unitSet, methodology });

        expect(isTemplate(tables)).toBe(true);
        expect(findings).toEqual([]);
        expect(figuresOf(rows)).toEqual(expectedOf(values));
      }),
      { numRuns: 60 },
    );
  });
});

describe('a text', () => {
  it('is a template only where its header is that of one', () => {
    expect(templateTable('unit,component,score\nVN63-01,total,5\n')).toBeUndefined();
    expect(templateTable('# title: x\nunit;unit_name;total\n')?.rows[1]?.map(({ value }) => value)).toEqual([
      'unit',
      'unit_name',
      'total',
    ]);
  });
});

const UNITS = ['TEST-1', 'TEST-2', 'TEST-3'];
const threeUnits = {
  ...aUnitSet(UNITS),
  units: aUnitSet(UNITS).units.map((unit, i) => ({ ...unit, name_vi: ['Bắc Ninh', 'Hà Nội', 'Cà Mau'][i] ?? '' })),
};
const national = aMethodology({
  components: [
    aComponent('total', null, 100, { name_vi: 'Tổng' }),
    aComponent('part', 'total', 10, { name_vi: 'Phần' }),
  ],
});
const nationalTemplate = () =>
  templateOf({ index: anIndex(), release, unitSet: threeUnits, methodology: national, group: null });

const filledNational = (): Promise<Table[]> =>
  throughWorkbook(filled(nationalTemplate(), ({ figure }) => (figure === 'score' ? 7.5 : null)));
const readNational = (tables: readonly Table[]) => readTemplate(tables, { unitSet: threeUnits, methodology: national });

const card = scorecard();
const units = province();
const readCard = (tables: readonly Table[]) => readTemplate(tables, { unitSet: units, methodology: card });
const filledCard = (): Promise<Table[]> =>
  throughWorkbook(
    filled(
      templateOf({ index: anIndex(), release, unitSet: units, methodology: card, group: null }),
      ({ component, figure, stage }) => (figure === 'score' && stage === 'result' && component[0] === 'c' ? 1 : null),
    ),
  );

type Read = ReturnType<typeof readTemplate>;
const found = ({ findings }: Read) =>
  findings.map(({ rule, severity, sheet, row, column, value }) => [rule, severity, sheet, row, column, value]);

describe('the template of a national index', () => {
  it('says what it is of, with everything that is known filled in', () => {
    const [sheet] = nationalTemplate();

    expect(sheet?.name).toBe('PAR INDEX 2024');
    expect(sheet?.rows.map((row) => row.map(({ value }) => value)).slice(0, 3)).toEqual([
      ['unit', 'unit_name', 'total', 'part', 'total rank_published'],
      ['Mã đơn vị', 'Đơn vị', 'Tổng (tối đa 100)', 'Phần (tối đa 10)', 'Thứ hạng (công bố)'],
      ['# template: units', null, expect.stringContaining('Điền điểm')],
    ]);
    const lines = sheet?.rows.map((row) => row[0]?.value).filter((value) => String(value).startsWith('#'));
    expect(lines).toEqual([
      '# template: units',
      '# index: par-index',
      '# period: 2024',
      '# unit_set: TEST',
      '# edition: main',
      '# methodology: test-2010',
      '# title: PAR INDEX 2024',
      '# publisher: Bộ Nội vụ',
      '# kind: publisher',
      '# certainty: unknown',
      '# document:',
      '# published_on:',
      '# extent: complete',
    ]);
    expect(sheet?.rows.at(-1)?.map(({ value }) => value)).toEqual(['TEST-3', 'Cà Mau', null, null, null]);
  });

  it('holds only the units of a group where one is asked for', () => {
    const unitSet = aUnitSet(UNITS, { north: ['TEST-1', 'TEST-3'] });
    const [sheet] = templateOf({ index: anIndex(), release, unitSet, methodology: national, group: 'north' });

    const ids = sheet?.rows.map((row) => String(row[0]?.value)).filter((id) => id.startsWith('TEST'));
    expect(ids).toEqual(['TEST-1', 'TEST-3']);
  });

  it('is known by its line, in a sheet that can be seen', async () => {
    const tables = await filledNational();

    expect(isTemplate(tables)).toBe(true);
    expect(isTemplate(tables.map((table) => ({ ...table, hidden: true })))).toBe(false);
    expect(isTemplate(withoutRows(tables, (id) => id.startsWith('# template')))).toBe(false);
  });

  it('takes what the user says of the document, behind the key or in the cell beside it', async () => {
    let tables = await filledNational();
    const lineAt = (key: string) => placeOf(tables, `# ${key}:`, '').row;
    const row = lineAt('document');
    tables = withCell(tables, { row, column: 0 }, '# document: 123/QĐ-BNV');
    tables = withCell(tables, { row: lineAt('published_on'), column: 1 }, 45753);

    const { preamble, lineRows, findings } = readNational(tables);

    expect(findings).toEqual([]);
    expect(preamble.get('document')).toEqual(['123/QĐ-BNV']);
    expect(lineRows.get('document')).toBe(row);
    expect(preamble.get('published_on')).toEqual(['2025-04-06']);
    expect([...preamble.keys()]).not.toContain('template');
  });

  it('is read the same with its rows and columns in another order, and without the header of names', async () => {
    const tables = (await filledNational()).map((table) => ({
      ...table,
      rows: table.rows
        .filter(([first]) => first?.value !== 'Mã đơn vị')
        .reverse()
        .map((row) => row.map((cell) => ({ ...cell, column: cell.column < 2 ? cell.column : 9 - cell.column }))),
    }));

    const { rows, findings } = readNational(tables);

    expect(findings).toEqual([]);
    expect(rows).toHaveLength(6);
  });

  it.each<[string, (tables: Table[]) => Table[], unknown[][]]>([
    [
      'a unit that is not in the set',
      (tables) => withCell(tables, placeOf(tables, 'TEST-2', 'unit'), 'TEST-9'),
      [['unknown-unit', 'error', 'PAR INDEX 2024', 17, 'A', 'TEST-9']],
    ],
    [
      'a component that the methodology lacks',
      (tables) => withCell(tables, placeOf(tables, 'unit', 'part'), 'pert'),
      [
        ['unknown-component', 'error', 'PAR INDEX 2024', 1, 'D', 'pert'],
        ['column-removed', 'info', 'PAR INDEX 2024', null, null, 'part'],
      ],
    ],
    [
      'a column twice',
      (tables) => withCell(withCell(tables, placeOf(tables, 'unit', 'part'), 'total'), { row: 2, column: 3 }, 'Tổng'),
      [
        ['column-removed', 'info', 'PAR INDEX 2024', null, null, 'part'],
        ['duplicate-column', 'error', 'PAR INDEX 2024', 1, 'D', 'total'],
      ],
    ],
    [
      'a unit twice',
      (tables) => withCell(withCell(tables, { row: 17, column: 0 }, 'TEST-1'), { row: 17, column: 1 }, 'Bắc Ninh'),
      [['duplicate-row', 'error', 'PAR INDEX 2024', 17, 'A', 'TEST-1']],
    ],
    [
      'a text that is no number',
      (tables) => withCell(tables, placeOf(tables, 'TEST-1', 'part'), 'bảy rưỡi'),
      [['number', 'error', 'PAR INDEX 2024', 16, 'D', 'bảy rưỡi']],
    ],
    [
      'a number that could be decimals or thousands',
      (tables) => withCell(withCell(tables, placeOf(tables, 'TEST-1', 'part'), '9,125'), { row: 2, column: 3 }, 'Phần'),
      [['number', 'error', 'PAR INDEX 2024', 16, 'D', '9,125']],
    ],
    [
      'a truth value',
      (tables) => withCell(tables, placeOf(tables, 'TEST-1', 'part'), true),
      [['number', 'error', 'PAR INDEX 2024', 16, 'D', 'true']],
    ],
    [
      'a formula',
      (tables) => withCell(tables, placeOf(tables, 'TEST-1', 'part'), 7.5, 'external'),
      [['formula', 'error', 'PAR INDEX 2024', 16, 'D', 7.5]],
    ],
    [
      'names pasted in another order than the ids',
      (tables) => withCell(tables, placeOf(tables, 'TEST-1', 'unit_name'), 'Cà Mau'),
      [['name-mismatch', 'error', 'PAR INDEX 2024', 16, 'B', 'Cà Mau']],
    ],
    [
      'the name of another component above a column',
      (tables) => withCell(tables, { row: 2, column: 3 }, 'Tổng (tối đa 10)'),
      [['name-mismatch', 'error', 'PAR INDEX 2024', 2, 'D', 'Tổng (tối đa 10)']],
    ],
    [
      'another maximum',
      (tables) => withCell(tables, { row: 2, column: 3 }, 'Phần (tối đa 12,5)'),
      [['maximum-changed', 'warning', 'PAR INDEX 2024', 2, 'D', 12.5]],
    ],
    [
      'figures in a row without a unit',
      (tables) => withCell(tables, { row: 30, column: 3 }, 5),
      [['row-without-id', 'error', 'PAR INDEX 2024', 30, 'D', 5]],
    ],
    [
      'a column of the user’s own',
      (tables) => withCell(tables, { row: 17, column: 7 }, 'xem lại'),
      [['column-added', 'warning', 'PAR INDEX 2024', null, 'H', null]],
    ],
    [
      'a note under the table',
      (tables) => withCell(tables, { row: 30, column: 0 }, 'Người lập biểu'),
      [['row-added', 'info', 'PAR INDEX 2024', 30, 'A', 'Người lập biểu']],
    ],
    [
      'a line that nobody knows',
      (tables) => withCell(tables, { row: 30, column: 0 }, '# tittle: PAR'),
      [['preamble', 'error', 'PAR INDEX 2024', 30, 'A', '# tittle: PAR']],
    ],
    [
      'no header of ids',
      (tables) => withoutRows(tables, (id) => id === 'unit'),
      [['template-header', 'error', 'PAR INDEX 2024', null, null, null]],
    ],
  ])('tells the place of %s', async (_what, change, expected) => {
    expect(found(readNational(change(await filledNational())))).toEqual(expected);
  });

  it('takes ids as they are while nobody knows the catalogue', async () => {
    const tables = await filledNational();

    const { rows, findings } = readTemplate(withCell(tables, placeOf(tables, 'TEST-2', 'unit'), 'TEST-9'));

    expect(findings).toEqual([]);
    expect(new Set(rows.map(({ unit }) => unit))).toEqual(new Set(['TEST-1', 'TEST-9', 'TEST-3']));
  });

  it('tells of each figure where it stands', async () => {
    const [first] = readNational(await filledNational()).rows;

    expect(first).toMatchObject({ sheet: 'PAR INDEX 2024', row: 16, at: { score: 'C', unit: 'A' } });
  });
});

describe('the sheets of a scorecard', () => {
  it('leave out a unit and a criterion of which nothing is said', async () => {
    const { rows } = readCard(await filledCard());

    expect(rows.map(({ component }) => component)).not.toContain('total');
    expect(rows).toHaveLength(21 * 40 + 9 * 39);
  });

  it('may not be of two releases', async () => {
    const tables = await filledCard();
    const { row } = placeOf(tables, '# period: 2024', '', 4);

    const reading = readCard(withCell(tables, { sheet: 4, row, column: 0 }, '# period: 2023'));

    expect(found(reading)).toEqual([['preamble-conflict', 'error', 'Huyện – Kết quả', row, 'A', '2023']]);
  });

  it('need the document on one of them only', async () => {
    const tables = await filledCard();
    const { row } = placeOf(tables, '# document:', '', 4);

    const reading = readCard(withCell(tables, { sheet: 4, row, column: 1 }, '5/QĐ-UBND'));

    expect(found(reading)).toEqual([]);
    expect(reading.preamble.get('document')).toEqual(['5/QĐ-UBND']);
  });

  it.each<[string, (tables: Table[]) => Table[], unknown[][]]>([
    [
      'a sheet that no longer says its stage, for its scores would be taken for results',
      (tables) => withoutRows(tables, (id) => id === '# stage: self'),
      ['Sở, ban, ngành – Tự chấm', 'Huyện – Tự chấm'].map((sheet) => [
        'unknown-stage',
        'error',
        sheet,
        null,
        'A',
        null,
      ]),
    ],
    [
      'a stage that nobody knows',
      (tables) => withCell(tables, { ...placeOf(tables, '# stage: self', '', 1), column: 0 }, '# stage: guess'),
      [['unknown-stage', 'error', 'Sở, ban, ngành – Tự chấm', null, 'A', 'guess']],
    ],
    [
      'a unit in the wrong column',
      (tables) => withCell(tables, placeOf(tables, 'component', 'TEST.so-b'), 'TEST.so-zz'),
      [['unknown-unit', 'error', 'Sở, ban, ngành – Kết quả', 1, 'F', 'TEST.so-zz']],
    ],
    [
      'a maximum that the user has changed',
      (tables) => withCell(tables, placeOf(tables, 'c8-1', 'maximum', 4), 2.5),
      [['maximum-changed', 'warning', 'Huyện – Kết quả', 62, 'D', 2.5]],
    ],
    [
      'a criterion whose row is gone',
      (tables) => withoutRows(tables, (id) => id === 'c3-3'),
      [
        ['row-removed', 'warning', 'Sở, ban, ngành – Kết quả', null, null, 'c3-3'],
        ['row-removed', 'warning', 'Huyện – Kết quả', null, null, 'c3-3'],
      ],
    ],
    [
      'a criterion that was added',
      (tables) => withCell(withCell(tables, { row: 90, column: 0 }, 'c9-1'), { row: 90, column: 6 }, 2),
      [['unknown-component', 'error', 'Sở, ban, ngành – Kết quả', 90, 'A', 'c9-1']],
    ],
    [
      'sheets that are not read',
      (tables) => [
        ...tables.map((table, i) => (i === 7 ? { ...table, hidden: true } : table)),
        { sheet: 'Nháp', hidden: false, rows: [] },
      ],
      [
        ['hidden-sheet', 'warning', 'Huyện – Thẩm định 2', null, null, null],
        ['sheet-ignored', 'info', 'Nháp', null, null, null],
      ],
    ],
  ])('are not taken with %s', async (_what, change, expected) => {
    expect(found(readCard(change(await filledCard())))).toEqual(expected);
  });

  it('may not give a result twice, also not on two sheets', async () => {
    const tables = await filledCard();
    const kept = ({ value }: { value: unknown }) => !/^[ab]\d|^c(?!1-1|omponent)/.test(String(value));
    const copied = (tables[0]?.rows ?? [])
      .filter(([first]) => first && kept(first))
      .map((row) => row.filter(({ column }) => column < 5));

    const reading = readCard([...tables, { sheet: 'Bản sao', hidden: false, rows: copied }]);

    expect(found(reading).filter(([rule]) => rule === 'duplicate')).toEqual([
      ['duplicate', 'error', 'Bản sao', 20, 'E', 1],
    ]);
  });
});
