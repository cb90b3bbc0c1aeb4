import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { besideReference, sinceEarlier } from '../analysis/compared-total.ts';
import { aWeighing, figuresOf } from '../analysis/fixtures.ts';
import { gapToTarget } from '../analysis/gap-to-target.ts';
import type { ReleaseFigures } from '../analysis/release-figures.ts';
import type { Target } from '../analysis/required-figure.ts';
import { type Weighing, weighingOf } from '../analysis/weighing.ts';
import { TOTAL } from '../identity.ts';
import type { Component, Methodology } from '../methodology.ts';
import { derivedWeightsSentence } from './analysed-subject.ts';
import { decompositionSentences } from './decomposition-sentences.ts';
import { gapSentences } from './gap-sentences.ts';
import { greatest } from './greatest.ts';
import { type Lang, textsOf } from './sentence.ts';

/** Five components of the same weight, whose names cannot be taken for a number. */
const METHODOLOGY: Methodology = aWeighing({
  aggregation: { kind: 'sum', factor: 1 },
  components: [
    ...aWeighing().components.slice(0, 1),
    ...['a', 'b', 'c', 'd', 'e'].map(
      (component): Component => ({
        ...{ component, parent: TOTAL, weight: null, minimum: 0, maximum: 10 },
        ...{ name_vi: `Phần ${component}`, name_en: `Part ${component}` },
      }),
    ),
  ],
});
const weighing = weighingOf(METHODOLOGY) as Weighing;
const PARTS = weighing.components.map(({ component }) => component.component);

const changeOf = (before: ReleaseFigures, after: ReleaseFigures, lang: Lang = 'vi') => {
  const earlier = { ...before, release: { ...before.release, period: '2019' } };
  return textsOf(decompositionSentences(sinceEarlier(earlier, after, weighing, 'own'), lang));
};

const sumOf = (scores: readonly (number | null)[]) =>
  Number(scores.reduce<number>((sum, score) => sum + (score ?? 0), 0).toFixed(6));
const released = (own: readonly (number | null)[], total = sumOf(own), others: Record<string, number> = {}) =>
  figuresOf(
    {
      own: { total, ...Object.fromEntries(PARTS.map((part, i) => [part, own[i] ?? null])) },
      ...Object.fromEntries(Object.entries(others).map(([unit, score]) => [unit, { total: score }])),
    },
    METHODOLOGY,
  );

describe('the sentences of a change', () => {
  it('name three components a side at most, each with what it adds and its own change', () => {
    expect(changeOf(released([1, 1, 1, 1, 5]), released([2, 3, 4, 5, 3]))).toEqual([
      'Tổng điểm năm 2020 của Đơn vị own tăng 8 điểm so với năm 2019, từ 9 lên 17.',
      '4/5 chỉ số thành phần có đóng góp dương, lớn nhất là “Phần d” (4 điểm của tổng điểm), “Phần c” (3) và “Phần b” (2).',
      '1/5 chỉ số thành phần có đóng góp âm: “Phần e” (2 điểm của tổng điểm).',
      'Thứ hạng tính toán vẫn là thứ 1/1.',
    ]);
  });

  it('call nobody the greatest who is no greater than who is left out', () => {
    const [, up] = changeOf(released([1, 1, 1, 1, 1]), released([3, 2, 2, 2, 1]));
    expect(up).toBe('4/5 chỉ số thành phần có đóng góp dương, lớn nhất là “Phần a” (2 điểm của tổng điểm).');
    expect(changeOf(released([1, 1, 1, 1, 1]), released([2, 2, 2, 2, 1]))[1]).toBe(
      '4/5 chỉ số thành phần có đóng góp dương.',
    );
  });

  it('name what has no figure, and speak of no residual then', () => {
    const texts = changeOf(released([1, null, 1, 1, 1], 9), released([2, 5, 1, 1, null], 12));
    expect(texts.slice(1, 3)).toEqual([
      '1/3 chỉ số thành phần có đủ điểm có đóng góp dương: “Phần a” (1 điểm của tổng điểm).',
      'Không tính được đóng góp của “Phần b” và “Phần e” vì thiếu điểm ở ít nhất một trong hai kỳ; thiếu không có nghĩa là bằng không.',
    ]);
  });

  it('speak of a residual only where it is more than rounding can leave', () => {
    const before = released([1.1, 1.1, 1.1, 1.1, 1.1], 5.5);
    const said = (total: number) =>
      changeOf(before, released([2.1, 1.1, 1.1, 1.1, 1.1], total)).filter((text) => text.includes('Phần dư'));
    expect(said(7)).toEqual([]);
    expect(said(7.5)).toEqual([
      'Phần dư là +1 điểm, không thuộc chỉ số thành phần nào, lớn hơn mức mà việc làm tròn số có thể để lại.',
    ]);
  });

  it('give a residual its sign, and hold nothing of rounding against a formula that is derived', () => {
    const rule = { ...weighing, certainty: 'derived', derived: 'rule' } as const;
    const [before, after] = [released([1, 1, 1, 1, 1], 12), released([1, 1, 1, 1, 1], 5)];
    const earlier = { ...before, release: { ...before.release, period: '2019' } };
    expect(textsOf(decompositionSentences(sinceEarlier(earlier, after, rule, 'own'), 'en'))).toContain(
      'A residual of −7 points belongs to no component.',
    );
  });

  it('call derived what is: the weights, or the rule where there are none', () => {
    const said = (derived: Weighing['derived']) => derivedWeightsSentence({ ...weighing, derived }, 'vi')?.text ?? '';
    expect([said('weights').includes('trọng số'), said('rule').includes('trọng số'), said(null)]).toEqual([
      true,
      false,
      '',
    ]);
  });

  it('say about how much between a total printed finer and another one, and how much between alike ones', () => {
    const said = (old: number, now: number, others: number) => {
      const rest = Object.fromEntries(['p', 'q', 'r', 's'].map((unit) => [unit, others]));
      return changeOf(released([], old, { p: 0.123456, q: 1 }), released([], now, rest))[0];
    };
    expect(said(65.034567, 66.5, 1.25)).toBe(
      'Tổng điểm năm 2020 của Đơn vị own tăng khoảng 1,47 điểm so với năm 2019, từ 65,034567 lên 66,5.',
    );
    expect(said(66.501, 66.5, 1.25)).toBe(
      'Tổng điểm năm 2020 của Đơn vị own là 66,5, khoảng bằng năm 2019, sau 66,501.',
    );
    expect(said(65.034567, 66.5, 1.123456)).toContain(' tăng 1,465433 điểm ');
  });

  it('tell what a component did itself where a point of it is not one of the total', () => {
    const weighed = aWeighing();
    const figures = (a: number) => figuresOf({ own: { total: 6 + 0.6 * a, a, b: 1 } }, weighed);
    const earlier = { ...figures(1), release: { ...figures(1).release, period: '2019' } };
    const compared = sinceEarlier(earlier, figures(3), weighingOf(weighed) as Weighing, 'own');
    expect(textsOf(decompositionSentences(compared, 'en'))[1]).toBe(
      '1 of 2 components has a positive contribution: “Part” (1.2 points of the total; the component itself 2 higher).',
    );
  });

  it('tell those apart who left and who is new, though they cancel out', () => {
    const before = released([1, 1, 1, 1, 1], 5, { p: 9, q: 1 });
    const after = released([1, 1, 1, 1, 1], 5, { q: 1, s: 12 });
    expect(changeOf(before, after).at(-1)).toBe(
      'Thứ hạng tính toán vẫn là thứ 2/3; gồm tăng 1 bậc theo các đơn vị không còn được xếp hạng ở kỳ sau và giảm 1 bậc theo các đơn vị mới được xếp hạng ở kỳ sau.',
    );
  });

  it('part a change of rank into own score, others, and who came or left', () => {
    const before = released([1, 1, 1, 1, 1], 5, { p: 9, q: 8, r: 7 });
    const after = released([2, 2, 2, 2, 2], 10, { p: 9, q: 11, s: 12 });
    expect(changeOf(before, after, 'en').at(-1)).toBe(
      'The computed rank is 1 place up, from 4 of 4 to 3 of 4: 3 places up with its own score, 1 place down with the scores of the others and 1 place down with units that are newly ranked.',
    );
  });

  it('tell no contribution and no rank of totals that do not compare, but what each comparable component did', () => {
    const comparisons = [
      { with: 'old', components: null, verdict: 'not-comparable', reason_vi: 'Thang mới', reason_en: 'Another scale' },
      { with: 'old', components: ['a'], verdict: 'comparable', reason_vi: 'Như cũ', reason_en: 'As it was' },
    ] as const;
    const figures = (given: Partial<Methodology>, a: number) =>
      figuresOf({ own: { total: 9, a, b: 2, c: 2, d: 2, e: 2 } }, { ...METHODOLOGY, ...given });
    const after = figures(
      { comparisons: comparisons.map((one) => ({ ...one, components: one.components && [...one.components] })) },
      3,
    );
    expect(changeOf(figures({ methodology: 'old' }, 1), after)).toEqual([
      'Không so sánh tổng điểm năm 2020 của Đơn vị own với năm 2019: Thang mới.',
      'Các chỉ số thành phần so sánh được với năm 2019, theo điểm của chính chỉ số đó: “Phần a” tăng 2.',
      'So sánh qua hai phương pháp: Như cũ.',
      'Không so sánh “Phần b”, “Phần c”, “Phần d” và “Phần e” với năm 2019: Thang mới.',
    ]);
  });

  it('are none of a unit beside itself, and of a leader that it leads', () => {
    const figures = released([1, 1, 1, 1, 1]);
    const beside = (kind: 'unit' | 'leader') =>
      textsOf(
        decompositionSentences(besideReference(figures, weighing, 'own', { kind, period: '2020', unit: 'own' }), 'en'),
      );
    expect(beside('unit')).toEqual([]);
    expect(beside('leader')).toEqual([
      'Unit own is first by the computed rank in 2020, with no distance to the leader.',
    ]);
  });
});

describe('the sentences of a distance to a median', () => {
  const beside = (figures: ReleaseFigures) =>
    textsOf(
      decompositionSentences(
        besideReference(figures, weighing, 'own', { kind: 'median', period: '2020', unit: null }),
        'vi',
      ),
    );

  it('say of how many it is where not all have a score', () => {
    const scores = { own: { total: 5, a: 1 }, p: { total: 7, a: 1 }, q: { total: null } };
    expect(beside(figuresOf(scores, METHODOLOGY))[0]).toBe(
      'Tổng điểm năm 2020 của Đơn vị own là 5, thấp hơn 1 điểm so với trung vị tính toán của 2 đơn vị có điểm là 6.',
    );
  });

  it('have no difference to one of a release that shows only some', () => {
    const some = figuresOf({ own: { total: 5 }, p: { total: 7 } }, METHODOLOGY, { extent: 'top' });
    const compared = besideReference(some, weighing, 'own', { kind: 'median', period: '2020', unit: null });
    expect([compared.totals?.reference, compared.decomposition.difference]).toEqual([null, null]);
  });
});

describe('the sentences of a gap', () => {
  const gapOf = (figures: ReleaseFigures, target: Target, lang: Lang = 'vi') => {
    const facts = gapToTarget(figures, weighing, 'own', target);
    return typeof facts === 'string' ? [facts] : textsOf(gapSentences(facts, lang));
  };

  it('name all with whom a rank is shared, and leave the others out of a score that is given', () => {
    const figures = released([1, 1, 1, 1, 1], 5, { p: 9, q: 9, r: 9 });
    expect(gapOf(figures, { kind: 'next' }, 'en')[0]).toBe(
      'To reach computed rank 1 of 4, Unit own needs 4 more points, from 5 to 9, in a tie with Unit r and 2 others, if the others keep their scores.',
    );
    expect(gapOf(figures, { kind: 'score', score: 6 }, 'en')[0]).toBe(
      'To reach 6 points, Unit own needs 1 more point, from 5 to 6.',
    );
  });

  it('call one of several leaders one of them', () => {
    expect(gapOf(released([1, 1, 1, 1, 1], 9, { p: 9 }), { kind: 'next' })[0]).toBe(
      'Đơn vị own là một trong 2 đơn vị cùng đứng đầu theo thứ hạng tính toán, không còn thứ hạng nào cao hơn.',
    );
  });

  it('tell no loss of a component beyond its maximum, and no noise of binary fractions', () => {
    const texts = gapOf(released([12, 9.5, 10, 10, 10], 63.19945100000001, { p: 64.398902 }), { kind: 'next' });
    expect(texts[0]).toContain(' cần thêm 1,199451 điểm, từ 63,19945100000001 đến 64,398902,');
    expect(texts.at(-1)).toBe('So với điểm tốt nhất của thang điểm, điểm mất là ở “Phần b” (0,5 điểm của tổng điểm).');
  });

  it('tell what is lacking, what could do it alone and what could not', () => {
    const figures = released([9, 8, 1, 9.5, null], 30, { first: 33 });
    const facts = gapToTarget(figures, weighing, 'own', { kind: 'next' });
    expect(typeof facts === 'string' ? facts : textsOf(gapSentences(facts, 'vi'))).toEqual([
      'Để lên thứ hạng tính toán thứ 1/2, Đơn vị own cần thêm 3 điểm, từ 30 đến 33, đồng hạng với Đơn vị first, nếu điểm của các đơn vị khác giữ nguyên.',
      'Chỉ cần riêng 1/4 chỉ số thành phần đã biết điểm và thang điểm thay đổi là đủ, các chỉ số khác giữ nguyên: “Phần c” (tăng 3, đến 4).',
      'Dù đạt điểm tốt nhất của thang điểm, riêng từng chỉ số sau vẫn chưa đủ: “Phần b”, “Phần a” và “Phần d”.',
      'Không tính được điểm mất ở 1/5 chỉ số thành phần vì không có điểm hoặc không biết thang điểm: “Phần e”.',
      'So với điểm tốt nhất của thang điểm, điểm mất nhiều nhất là ở “Phần c” (9 điểm của tổng điểm), “Phần b” (2) và “Phần a” (1).',
    ]);
  });
});

describe('the wording', () => {
  const score = fc.option(fc.integer({ min: 0, max: 100 }).map((tenths) => tenths / 10));
  const scores = fc.array(score, { minLength: 5, maxLength: 5 });

  it('goes up where the total does, down where it falls, and gives no cause', () => {
    fc.assert(
      fc.property(scores, scores, (old, now) => {
        const [before, after] = [sumOf(old), sumOf(now)];
        const figures = [released(old, before), released(now, after)] as const;
        const [vi, en] = [changeOf(...figures, 'vi'), changeOf(...figures, 'en')];
        const word = after > before ? 'tăng' : after < before ? 'giảm' : 'bằng';
        expect(vi[0]).toContain(word);
        expect(vi).toHaveLength(en.length);
        expect([...vi, ...en].filter((text) => /nhờ|do |because|due to|caused|thanks to/.test(text))).toEqual([]);
      }),
    );
  });

  it('never names more than three, nor one as great as another that is left out', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 })), (sizes) => {
        const named = greatest(sizes, (size) => size);
        const left = [...sizes].sort((a, b) => b - a).slice(named.length);
        expect(named.length).toBeLessThanOrEqual(3);
        expect(named.every((size) => left.every((other) => other < size))).toBe(true);
      }),
    );
  });
});
