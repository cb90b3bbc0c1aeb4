import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ANALYSES } from '@chi-so/contract/analysis-columns';
import { fieldOf } from '@chi-so/domain/analysis/field';
import { gapOf } from '@chi-so/domain/analysis/gap';
import { membersOf, type ReleaseFigures, scoreOf } from '@chi-so/domain/analysis/release-figures';
import { type Field, requiredFigure } from '@chi-so/domain/analysis/required-figure';
import { type Weighing, weighingOf } from '@chi-so/domain/analysis/weighing';
import { simulate, supposedTotal } from '@chi-so/domain/analysis/what-if';
import { compareExact, exact, minus, plus, ZERO } from '@chi-so/domain/exact-decimal';
import { TOTAL } from '@chi-so/domain/identity';
import { analysedIn, readRelease } from '@chi-so/query/analysis/analysed-release';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { clientOf, type Json } from './support/client.ts';
import { shippedInMemory } from './support/shipped-in-memory.ts';

/** What is made of the rankings that ship: the PCI of 63 provinces, in memory. */

type Shipped = Awaited<ReturnType<typeof shippedInMemory>>;
let pci: Shipped;

beforeAll(async () => {
  pci = await shippedInMemory('pci', 'VN63', () => import('@chi-so/query/analysis-handler'));
});
afterAll(() => pci.stop());

const figuresOf = async (period: string): Promise<{ figures: ReleaseFigures; weighing: Weighing }> => {
  const read = await readRelease(pci.tables, { index: 'pci', period, unit_set: 'VN63', edition: 'main' });
  const { figures } = analysedIn(read, 'all');
  const weighing = weighingOf(figures.methodology);
  if (!weighing) throw new Error(`The weights of ${figures.methodology.methodology} are not known`);
  return { figures, weighing };
};

const sumOf = (values: readonly number[]) => values.map(exact).reduce(plus, ZERO);

describe('A decomposition of PCI', () => {
  const of = (unit: string, from: string, to: string) =>
    pci.get(`/v1/analysis/decomposition?index=pci&unit=${unit}&from=${from}&to=${to}`);

  it('of all 63 provinces from 2018 to 2019 adds up to the change of the published total, exactly', async () => {
    const { figures } = await figuresOf('2019');
    const units = membersOf(figures);
    expect(units).toHaveLength(63);
    const residuals: number[] = [];
    for (const unit of units) {
      const { body } = await of(unit, '2018', '2019');
      const lines = (line: string): Json[] => body.data.filter((row: Json) => row.line === line);
      const [total] = lines('total');
      const parts = [...lines('component'), ...lines('residual')].map(({ contribution }) => contribution);
      const published = minus(exact(total.score), exact(total.reference_score));
      expect([unit, parts.length, compareExact(sumOf(parts), published)]).toEqual([unit, 11, 0]);
      expect(total.score).toBe(scoreOf(figures, unit, TOTAL));
      residuals.push(Math.abs(lines('residual')[0].contribution));
      const { rank_before, rank, change, own, others, population } = body.meta.rank_change;
      expect([change, population]).toEqual([own + others, 0]);
      expect(change).toBe(rank_before - rank);
    }
    expect(Math.max(...residuals)).toBeLessThan(0.001);
  });

  it.each([
    ['2012', '2013', 'Thêm chỉ số Cạnh tranh bình đẳng, trọng số mới'],
    ['2021', '2022', 'Trọng số thay đổi từ 2022 (suy ra từ số liệu công bố; chưa thấy công bố của VCCI)'],
  ])('is refused from %s to %s with the reason that the catalogue gives', async (from, to, reason) => {
    const { status, body } = await of('VN63-46', from, to);
    expect([status, body.code, body.detail]).toEqual([422, 'not-comparable', reason]);
  });

  it('shows what the formula of 2011 leaves unexplained, and does not spread it', async () => {
    const { body } = await of('VN63-46', '2010', '2011');
    const { difference, explained, residual } = body.meta.total;
    expect(Math.abs(residual)).toBeGreaterThan(0.01);
    expect(compareExact(sumOf([explained, residual]), exact(difference))).toBe(0);
  });

  it('says that weights are derived where the catalogue says so', async () => {
    const { body } = await pci.get('/v1/analysis/decomposition?index=pci&unit=VN63-46&period=2022&against=leader');
    expect(body.meta.weights.certainty).toBe('derived');
    expect(body.meta.notes).toContain('Trọng số suy ra từ số liệu công bố; chưa thấy công bố của cơ quan ban hành.');
  });

  it('against the median says that the medians are no unit', async () => {
    const { body } = await pci.get(
      '/v1/analysis/decomposition?index=pci&unit=VN63-46&period=2019&against=median&lang=en',
    );
    expect(body.meta.notes[0]).toMatch(/no unit/);
    expect(body.meta.total.reference_score).toBe(65.132683);
    expect(body.meta.sentences[0]).toBe(
      'The total score of Thua Thien Hue in 2019 is 66.499268, 1.366585 points above the computed median of 65.132683.',
    );
  });

  it('has no median where only some provinces are shown, and no total where it is withheld', async () => {
    const path = '/v1/analysis/decomposition?index=pci&unit=VN63-38&period=2023';
    expect((await pci.get(`${path}&against=median`)).body.code).toBe('no-figures');
    expect((await of('VN63-46', '2023', '2024')).body.code).toBe('no-figures');
  });
});

describe('What if the components of 2019 were those of 2018', () => {
  it('the ranking of 2019 follows, but for ties of what rounding has left', async () => {
    const { figures: before, weighing } = await figuresOf('2018');
    const { figures: after } = await figuresOf('2019');
    const units = membersOf(before);
    const supposed = units.flatMap((unit) =>
      weighing.components.map(({ component: { component } }) => ({
        unit,
        component,
        value: scoreOf(after, unit, component) ?? Number.NaN,
      })),
    );
    expect(supposed).toHaveLength(630);

    const simulation = simulate(before, ['all'], weighing, supposed);
    const ranks = new Map(after.group.places.map(({ unit, rank }) => [unit, rank]));
    const totals = simulation.units.map(({ unit, score }) => (score ?? 0) - (scoreOf(after, unit, TOTAL) ?? 0));
    // Each keeps the residual of 2018 in the place of that of 2019: both are rounding.
    expect(Math.max(...totals.map(Math.abs))).toBeLessThan(0.00002);
    const places = simulation.groups[0]?.places ?? [];
    expect(places.filter(({ unit, rank }) => rank !== ranks.get(unit))).toEqual([]);
    expect(places).toHaveLength(63);
  });
});

describe('A gap of PCI 2019', () => {
  it('is closed by the change that it names, and not by 0.01 less of the total: every province, rank and component', async () => {
    const { figures, weighing } = await figuresOf('2019');
    const rankAfter = ({ others }: Field, total: number) => 1 + others.filter(({ figure }) => figure > total).length;
    const wrong: string[] = [];
    let closed = 0;
    for (const unit of membersOf(figures)) {
      const field = fieldOf(figures, unit, undefined);
      if (!field) throw new Error(`${unit} is not ranked`);
      for (let rank = 1; rank <= 63; rank++) {
        const required = requiredFigure({ kind: 'rank', rank }, field, figures.methodology);
        if (required === 'unknown') throw new Error('A rank is always known');
        const gap = gapOf(figures, weighing, unit, required === null ? null : required.figure);
        if (!gap || gap.reached) {
          if (rankAfter(field, field.own) > rank) wrong.push(`${unit} ${rank}`);
          continue;
        }
        for (const { component, score_alone } of gap.levers) {
          const change = { unit, component: component.component, value: score_alone ?? Number.NaN };
          const total = supposedTotal(figures, weighing, field.own, [change]);
          const isClosed = rankAfter(field, total) <= rank && rankAfter(field, total - 0.01) > rank;
          if (!isClosed) wrong.push(`${unit} ${rank} ${component.component}`);
          closed++;
        }
      }
    }
    expect([wrong, closed]).toEqual([[], (63 * 62 * 10) / 2]);
  });
});

describe('What an analysis reads', () => {
  const RANKINGS = 'Query RANKING 2019';
  it.each([
    ['gap?index=pci&unit=VN63-46&period=2019', { [RANKINGS]: 1, 'GetItem METHODOLOGY': 1 }],
    ['what-if?index=pci&period=2019&change=VN63-46:land:8&others=trend', { [RANKINGS]: 1, 'GetItem METHODOLOGY': 1 }],
    ['peers?index=pci&unit=VN63-46&period=2019&by=profile', { [RANKINGS]: 1, 'GetItem METHODOLOGY': 1 }],
    ['decomposition?index=pci&unit=VN63-46&period=2019&against=median', { [RANKINGS]: 1, 'GetItem METHODOLOGY': 1 }],
    [
      'decomposition?index=pci&unit=VN63-46&from=2018&to=2019',
      { [RANKINGS]: 1, 'Query RANKING 2018': 1, 'GetItem METHODOLOGY': 2 },
    ],
    [
      'movers?index=pci&from=2018&to=2019',
      { 'Query RANKING 2019total#': 1, 'GetItem RANKING': 1, 'GetItem METHODOLOGY': 1 },
    ],
    ['movers?index=pci&from=2018&to=2019&set=VN63&edition=main', { 'GetItem RANKING': 2, 'GetItem METHODOLOGY': 1 }],
  ])('is no more than one Query a period and the methodology: %s', async (path, reads) => {
    expect(await pci.get(`/v1/analysis/${path}`)).toMatchObject({ status: 200, reads });
  });
});

describe('The document on analysis', () => {
  const text = readFileSync(join(import.meta.dirname, '..', 'docs', 'analysis.md'), 'utf8');
  const addresses = [...text.matchAll(/^ {4}http:\/\/localhost:3000(\S+)$/gm)].map(([, address = '']) => address);

  it.each(addresses)('tells of what is there: %s', async (address) => {
    const { status, body } = await pci.get(address);
    expect([status, body.data.length > 0, body.meta.certainty]).toEqual([200, true, 'derived']);
  });

  it('names every analysis', () => {
    expect(ANALYSES.filter((analysis) => !addresses.some((address) => address.includes(`/${analysis}?`)))).toEqual([]);
  });
});

describe('What is refused', () => {
  it.each([
    ['gap?index=pci&unit=VN63-46&period=2019&target=grade:Tốt', 422, 'target-unknown', 'chia lại mỗi năm'],
    ['gap?index=pci&unit=VN63-46&period=2019&target=rank:64', 400, 'invalid-parameter', 'từ 1 đến 63'],
    ['gap?index=pci&unit=VN63-46&period=2019&target=score:101', 400, 'invalid-parameter', '0–100'],
    ['gap?index=pci&unit=VN63-46&period=2019&target=better', 400, 'invalid-parameter', 'rank:10'],
    ['gap?index=pci&unit=VN63-46&period=2024', 422, 'no-figures', 'VN63-46'],
    ['gap?index=pci&unit=Huế&period=2019', 400, 'invalid-parameter', 'tra tên ở /v1/units/resolve'],
    ['gap?index=pci&unit=VN63-99&period=2019', 400, 'invalid-parameter', 'không có đơn vị "VN63-99"'],
    ['gap?index=pci&unit=VN63-46&period=2019&set=VN34', 400, 'invalid-parameter', 'thuộc tập đơn vị VN63'],
    ['gap?index=pci&unit=VN63-46&periodd=2019', 400, 'unknown-parameter', '`period`'],
    ['movers?index=pci&from=2012&to=2013', 422, 'not-comparable', 'Cạnh tranh bình đẳng'],
    ['movers?index=pci&from=2019&to=2018', 400, 'invalid-parameter', 'from=2019'],
    ['what-if?index=pci&period=2019', 400, 'invalid-request', 'change='],
    ['what-if?index=pci&period=2019&change=VN63-46:land', 400, 'invalid-parameter', 'VN63-46:land:7.5'],
    ['what-if?index=pci&period=2019&change=VN63-46:land:0.9', 400, 'invalid-parameter', '1–10'],
    ['what-if?index=pci&period=2019&change=VN63-46:total:70', 400, 'invalid-parameter', 'không tính trực tiếp "total"'],
    ['what-if?index=pci&period=2019&change=VN63-46:lan:7', 400, 'invalid-parameter', 'có phải land không?'],
    ['what-if?index=pci&period=2019&change=Thừa Thiên Hue:land:7', 400, 'invalid-parameter', 'có phải VN63-46 không?'],
    ['what-if?index=pci&period=2013&change=VN63-46:land:7&others=trend', 422, 'not-comparable', 'trọng số mới'],
    ['peers?index=pci&unit=VN63-46&period=2019&by=list', 400, 'invalid-request', 'units='],
    ['peers?index=pci&unit=VN63-46&period=2019&count=3', 400, 'invalid-parameter', 'by=profile'],
    ['decomposition?index=pci&unit=VN63-46&from=2018&against=median', 400, 'invalid-request', 'against'],
    ['decomposition?index=pci&unit=VN63-46&period=2019&against=VN34-46', 422, 'not-comparable', 'Khác tập đơn vị'],
  ])('%s: %s %s', async (path, status, code, says) => {
    const { body, ...answer } = await pci.get(`/v1/analysis/${path}`);
    expect([answer.status, body.code, body.detail]).toEqual([status, code, expect.stringContaining(says)]);
  });
});

describe('On the stack, with every index that ships,', () => {
  const send = clientOf(inject('stack').url);
  const shown = 'period=2020&unit=VN63-46.so-noi-vu';

  it.each([
    [
      'decomposition?index=pci&unit=VN63-46&from=2008&to=2009',
      'not-comparable',
      'Khác tập đơn vị: kỳ 2008 chỉ có VN64',
    ],
    ['movers?index=pci&from=2008&to=2009', 'not-comparable', 'Khác tập đơn vị'],
    ['movers?index=par-index&from=2019&to=2020', 'not-comparable', 'chỉ so'],
    [`gap?index=cchc&${shown}`, 'weights-unknown', 'cchc-VN63-46-2019'],
    ['decomposition?index=par-index&unit=VN63-46&period=2023&against=leader', 'weights-unknown', 'par-index-2022'],
  ])('%s is refused: %s', async (path, code, says) => {
    const { status, body } = await send('GET', `/v1/analysis/${path}`);
    expect([status, body.code, body.detail]).toEqual([422, code, expect.stringContaining(says)]);
  });

  it('peers need no weights: a department among those of its league, by its own group', async () => {
    const { status, body } = await send('GET', `/v1/analysis/peers?index=cchc&${shown}&by=group&lang=en`);
    expect([status, body.meta.among.group, body.meta.peer_rank]).toEqual([200, 'departments', 1]);
  });
});
