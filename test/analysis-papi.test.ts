import { fieldOf } from '@chi-so/domain/analysis/field';
import { membersOf } from '@chi-so/domain/analysis/release-figures';
import { requiredFigure } from '@chi-so/domain/analysis/required-figure';
import { exact, inexact, minus, plus } from '@chi-so/domain/exact-decimal';
import { bandsOf, placesOf } from '@chi-so/domain/places';
import { analysedIn, readRelease } from '@chi-so/query/analysis/analysed-release';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json } from './support/client.ts';
import { shippedInMemory } from './support/shipped-in-memory.ts';

/** What is made of PAPI: dimensions that compare though totals do not, missing provinces, grades by quartiles. */

type Shipped = Awaited<ReturnType<typeof shippedInMemory>>;
let papi: Shipped;

beforeAll(async () => {
  papi = await shippedInMemory('papi', 'VN63', () => import('@chi-so/query/analysis-handler'));
});
afterAll(() => papi.stop());

const of = (path: string) => papi.get(`/v1/analysis/${path}`);

describe('A decomposition of PAPI', () => {
  it('from 2017 to 2018 offers the dimensions that compare, and no total', async () => {
    const { status, body } = await of('decomposition?index=papi&unit=VN63-46&from=2017&to=2018');
    expect([status, body.meta.total, body.meta.rank_change]).toEqual([200, null, null]);
    expect(body.data.map(({ component, line, contribution }: Json) => [component, line, contribution])).toEqual(
      ['d1', 'd3', 'd4', 'd5', 'd6'].map((dimension) => [dimension, 'component', null]),
    );
    expect(body.data.every(({ difference }: Json) => typeof difference === 'number')).toBe(true);
    expect(body.meta.not_compared.map(({ component }: Json) => component)).toEqual(['d2', 'd7', 'd8']);
    expect(body.meta.not_compared[0].reason).toBe('Từ 6 lên 8 trục nội dung, điểm tối đa từ 60 lên 80');
    expect(body.meta.notes).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Tổng điểm hai kỳ không so sánh được/),
        'Giữ nguyên các nội dung thành phần (chưa đối chiếu câu chữ của câu hỏi)',
        expect.stringMatching(/^Điểm suy ra, không phải số liệu in sẵn/),
      ]),
    );
  });

  it('takes what the population changed apart from what others did', async () => {
    const { body } = await of('decomposition?index=papi&unit=VN63-46&from=2023&to=2024');
    const { change, own, others, population } = body.meta.rank_change;
    expect(change).toBe(own + others + population);
  });

  it('of a province without a total is refused: missing is not zero', async () => {
    const { status, body } = await of('decomposition?index=papi&unit=VN63-22&period=2018&against=median');
    expect([status, body.code]).toEqual([422, 'no-figures']);
  });
});

describe('What moved in PAPI', () => {
  it('lists provinces apart that are in one of the two only', async () => {
    const { body } = await of('movers?index=papi&from=2023&to=2024');
    const names = (list: Json[]) => list.map(({ unit_name }) => unit_name).sort();
    expect(names(body.meta.only_before)).toEqual(['Tiền Giang', 'Vĩnh Phúc']);
    expect(names(body.meta.only_after)).toEqual(['Bình Dương', 'Quảng Ninh']);
    expect(body.data).toHaveLength(59);
  });

  it('of a dimension compares where the total does not', async () => {
    expect((await of('movers?index=papi&from=2017&to=2018')).body.code).toBe('not-comparable');
    expect((await of('movers?index=papi&from=2017&to=2018&component=d1')).body.data).toHaveLength(63);
    expect((await of('movers?index=papi&from=2017&to=2018&component=d2')).body.code).toBe('not-comparable');
  });
});

describe('The gap to a grade of PAPI 2024', () => {
  it('is exact for every province and grade: the quartiles are cut where the move has put them', async () => {
    const read = await readRelease(papi.tables, { index: 'papi', period: '2024', unit_set: 'VN63', edition: 'main' });
    const { figures } = analysedIn(read, 'all');
    const grades = (bandsOf(figures.methodology, 'all') ?? []).map(({ grade }) => grade);
    const units = read.total.ranking.units;
    const gradeAt = (unit: string, score: number): number => {
      const moved = units.map((one) => (one.unit === unit ? { ...one, score } : one));
      const context = { methodology: figures.methodology, group: 'all', official: true, extent: 'complete' as const };
      const place = placesOf(moved, { ...context, all: moved }).find((one) => one.unit === unit);
      return grades.indexOf(place?.grade ?? '');
    };
    const wrong: string[] = [];
    for (const unit of membersOf(figures)) {
      const field = fieldOf(figures, unit, undefined);
      if (!field) continue;
      for (const [at, grade] of grades.entries()) {
        const required = requiredFigure({ kind: 'grade', grade }, field, figures.methodology);
        if (required === 'unknown') throw new Error('Quartiles are known');
        if (required === null) continue;
        const least = inexact(required.figure);
        const below = inexact(minus(required.figure, exact(0.000001)));
        if (gradeAt(unit, least) > at || gradeAt(unit, below) <= at) wrong.push(`${unit} ${grade}`);
      }
    }
    expect([grades, wrong]).toEqual([['Cao nhất', 'Trung bình cao', 'Trung bình thấp', 'Thấp nhất'], []]);
  });

  it('is answered with what each dimension would have to do', async () => {
    const { status, body } = await of('gap?index=papi&unit=VN63-46&period=2021&target=grade:Cao nhất');
    expect([status, body.meta.target.target, body.data.length]).toEqual([200, 'grade:Cao nhất', 8]);
    const lost = body.data.map(({ points_lost }: Json) => points_lost);
    expect(lost).toEqual([...lost].sort((a, b) => b - a));
    const total = body.data.reduce((sum: Json, row: Json) => plus(sum, exact(row.points_lost)), exact(0));
    const scores = body.data.reduce((sum: Json, row: Json) => plus(sum, exact(row.score)), exact(0));
    expect(inexact(plus(total, scores))).toBe(80);
  });
});

describe('The neighbours of a province', () => {
  it('in its region have their rank among each other, and the unit is one of them', async () => {
    const { body } = await of('peers?index=papi&unit=VN63-46&period=2024');
    expect(body.data).toHaveLength(14);
    expect(body.data.find(({ unit }: Json) => unit === 'VN63-46')).toMatchObject({ difference: 0 });
    expect(body.meta.among.group).toBe('north-central-and-central-coast');
  });

  it('by profile are the nearest five, with their distance, which is named', async () => {
    const { body } = await of('peers?index=papi&unit=VN63-46&period=2024&by=profile');
    expect(body.data).toHaveLength(6);
    expect(body.meta.distance).toBe('euclidean-weighted-points');
    expect(body.data.filter(({ distance }: Json) => distance === null)).toHaveLength(1);
  });
});
