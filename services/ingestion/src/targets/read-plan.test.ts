import { TargetPlanBody } from '@chi-so/contract/target-body';
import { ACTION_STATUSES, planOf, type TargetPlan } from '@chi-so/domain/target-plan';
import { planSheets } from '@chi-so/domain/target-sheet';
import { sheetWorkbook } from '@chi-so/runtime/sheet-workbook';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlan } from './read-plan.ts';

const named = { unit: 'VN63-46', period: '2020' };
const components = [{ index: 'pci', component: 'land', name_vi: 'Tiếp cận đất đai', level: 1 }];
const grades = new Map([['pci', ['Rất tốt', 'Tốt']]]);

const throughSheet = async (plan: TargetPlan, version = 3) => {
  const unit = { unit: named.unit, name_vi: 'Thừa Thiên Huế' };
  const nameOf = (_index: string, component: string) => `Tên của ${component}`;
  const sheets = planSheets({ unit, period: named.period, version, plan, components, nameOf, grades });
  return readPlan(await sheetWorkbook(sheets), named);
};

/** Text of people, formulas and separators among it. */
const text = fc.oneof(
  fc.constantFrom(
    '=1+1',
    '+84',
    '-',
    '@x',
    "'a",
    '#x: y',
    'a;b,c\t"d"',
    'Sở Nội vụ',
    'một\nhai',
    '01',
    '1e5',
    'TRUE',
    'toString',
    'S\uFFFD Nội vụ',
    '\uFDD0',
  ),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
);
const id = fc.constantFrom('pci', 'total', 'd1.civic-knowledge', '01', '1.10', 'main');
// A sheet knows no -0.
const figure = fc
  .oneof(fc.integer({ min: -1000, max: 1000 }), fc.double({ min: -1e6, max: 1e6, noNaN: true }))
  .map((one) => (one === 0 ? 0 : one));
const target = fc.oneof(
  fc.record({ target_kind: fc.constant('grade'), target: text.filter((one) => one.trim() !== '') }),
  fc.record({
    target_kind: fc.constantFrom('score', 'rank', 'top-share'),
    target: figure,
  }),
);
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2050-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const row = fc
  .record({
    ...{ index: id, edition: id, component: id, group: fc.option(id), office: text, action: fc.option(text) },
    ...{ deadline: fc.option(day), action_status: fc.constantFrom(...ACTION_STATUSES), note: fc.option(text) },
    of: target,
  })
  .map(({ of, ...rest }) => ({ ...rest, ...of }));
const plan = fc.record({
  ...{ title: text, document: fc.option(text.filter((one) => one.trim() !== '')), issued_on: fc.option(day) },
  ...{ baseline_period: fc.constantFrom(null, '2019', '2018-H1'), rows: fc.array(row, { maxLength: 6 }) },
});

describe('a plan', () => {
  it('comes back from its sheet as it was kept, whatever people have written', async () => {
    await fc.assert(
      fc.asyncProperty(plan, async (sent) => {
        const body = TargetPlanBody.safeParse(sent);
        fc.pre(body.success);
        const { rows, reason: _reason, ...head } = body.data;
        const kept = planOf(
          head,
          rows.map((one, i) => ({ ...one, row: i + 1 })),
        );
        const read = await throughSheet(kept);
        expect(read.findings).toEqual([]);
        expect(planOf(read.head, read.rows)).toEqual(kept);
        expect(read.madeFrom).toBe(3);
      }),
      { numRuns: 40 },
    );
  });

  it('of another unit or period is not read as this one', async () => {
    const kept = { title: 'x', document: null, issued_on: null, baseline_period: null, rows: [] };
    const sheets = planSheets({
      ...{ unit: { unit: 'VN63-48', name_vi: 'Đà Nẵng' }, period: '2021', version: 1, plan: kept },
      ...{ components, nameOf: (_index: string, component: string) => component, grades },
    });
    const { findings } = await readPlan(await sheetWorkbook(sheets), named);
    expect(findings.map(({ rule, row: at, value }) => [rule, at, value])).toEqual([
      ['other-plan', 3, 'VN63-48'],
      ['other-plan', 4, '2021'],
    ]);
  });
});

describe('a table that somebody typed', () => {
  const typed = (...lines: string[]) => readPlan(Buffer.from(['# title: Kế hoạch A, B', ...lines].join('\n')), named);

  it('is read by Vietnamese heads, decimal commas and days as they are written here', async () => {
    const { head, rows, findings } = await typed(
      'Mã chỉ số;Loại chỉ tiêu;Chỉ tiêu;Cơ quan chủ trì;Thời hạn',
      'pci;điểm;66,5;Sở KH&ĐT;5/6/2020',
      'pci;nhóm;Rất tốt;UBND tỉnh;',
    );
    expect([head.title, findings]).toEqual(['Kế hoạch A, B', []]);
    expect(rows).toMatchObject([
      { row: 3, component: 'total', edition: 'main', target_kind: 'score', target: 66.5, deadline: '2020-06-05' },
      { row: 4, target_kind: 'grade', target: 'Rất tốt', deadline: null, action_status: 'not-started' },
    ]);
  });

  it('does not guess what 66,499 is', async () => {
    const { rows, findings } = await typed('index;target_kind;target;office', 'pci;score;66,499;Sở');
    expect(rows).toEqual([]);
    expect(findings).toMatchObject([{ rule: 'number', row: 3, column: 'C', value: '66,499' }]);
  });

  it('says which column it does not know, and what was meant', async () => {
    const { findings } = await typed('index;target_kind;target;office;deadlin', 'pci;rank;5;Sở;');
    expect(findings).toMatchObject([
      {
        rule: 'unknown-column',
        row: 2,
        column: 'E',
        value: 'deadlin',
        message_vi: expect.stringContaining('deadline'),
      },
    ]);
  });
});
