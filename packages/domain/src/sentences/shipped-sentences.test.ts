import { beforeAll, describe, expect, it } from 'vitest';
import { type ShippedDocument, shippedDocuments } from '../../../../test/fixtures/shipped-documents.ts';
import type { GroupRanking } from '../ranking.ts';
import { componentFacts, componentSentence } from './component-sentence.ts';
import { rankingFacts } from './ranking-facts.ts';
import { rankingSentences } from './ranking-sentences.ts';
import type { Lang } from './sentence.ts';
import { faultOf } from './sentence-fault.ts';
import { unitFacts, type Words } from './unit-facts.ts';
import { unitSentences } from './unit-sentences.ts';

/** Every sentence about every unit, component and year that ships, in both languages: its numbers are the figures. */

let shipped: ShippedDocument[];
beforeAll(async () => {
  shipped = await shippedDocuments();
}, 60_000);

const wordsOf = ({ index, methodology }: ShippedDocument): Words => ({
  index,
  grades: Object.fromEntries((methodology.grades[0]?.bands ?? []).map(({ grade, name_en }) => [grade, name_en])),
});

const eachGroup = (look: (one: ShippedDocument, group: GroupRanking, lang: Lang) => (string | undefined)[]) =>
  shipped.flatMap((one) =>
    one.document.ranking.groups.flatMap((group) =>
      (['vi', 'en'] as const).flatMap((lang) => look(one, group, lang).filter((fault) => fault !== undefined)),
    ),
  );

const yearsOf = (...periods: (string | null)[]) => periods.flatMap((period) => (period ? [Number(period)] : []));
const sizeOf = (change: number | null | undefined) => (change == null ? change : Math.abs(change));

describe('the sentences about what ships', () => {
  it('have of a unit no number that is not its own', () => {
    let count = 0;
    const faults = eachGroup((one, group, lang) => {
      const { ranking, changes, period } = one.document;
      const at = new Map(ranking.units.map(({ unit }, i) => [unit, i]));
      return group.places.flatMap((place, i) => {
        const position = at.get(place.unit) ?? -1;
        const unit = ranking.units[position];
        const facts = unitFacts(one.document, wordsOf(one), group, place.unit);
        if (!facts || !unit) return [`${place.unit} has no facts`];
        const known = {
          period: yearsOf(period, changes.against),
          score: [unit.score],
          maximum: [unit.maximum],
          percent: [unit.percent],
          rank: [place.rank],
          rank_of: [group.rank_of],
          rank_published: group.official ? [unit.rank_published] : [],
          rank_claimed: [unit.rank_claimed],
          count: [group.places.filter(({ rank }) => rank === place.rank).length - 1],
          score_change: [sizeOf(changes.score?.[position])],
          rank_change: [sizeOf(changes.rank[group.group]?.[i])],
        };
        const sentences = unitSentences(facts, lang);
        count += sentences.length;
        return sentences.map((sentence) => faultOf(sentence, lang, known));
      });
    });
    expect(faults).toEqual([]);
    expect(count).toBeGreaterThan(200_000);
  }, 60_000);

  it('have of a ranking no number that it does not count or hold', () => {
    const faults = eachGroup((one, group, lang) => {
      const facts = rankingFacts(one.document, wordsOf(one), group);
      const members = one.document.ranking.units.filter(({ unit }) =>
        group.places.some((place) => place.unit === unit),
      );
      const without = members.filter(({ score }) => score === null);
      const tally = (values: readonly unknown[]) =>
        [...Map.groupBy(values, (value) => value).values()].map((v) => v.length);
      const known = {
        period: yearsOf(one.document.period),
        score: members.map(({ score }) => score),
        median: [facts.median],
        count: [
          ...[group.population, members.length - without.length],
          ...Object.values(group.grade_counts ?? {}),
          ...tally(group.places.map(({ grade }) => grade)),
          ...tally(without.map(({ reason, status }) => reason ?? (status === 'Q' ? 'withheld' : 'unknown'))),
        ],
      };
      return rankingSentences(facts, lang).map((sentence) => faultOf(sentence, lang, known));
    });
    expect(faults).toEqual([]);
  }, 60_000);

  it('put no other numbers than scores, median and plain differences beside a component', () => {
    const faults = eachGroup((one, group, lang) =>
      group.places.map((place) => {
        const facts = componentFacts(one.document, group, place.unit);
        if (!facts) return `${place.unit} has no facts`;
        const { unit, median, leaders } = facts;
        const best = leaders[0]?.score ?? null;
        const others = [median, best].flatMap((other) => other ?? []);
        const known = {
          score: [unit.score, best],
          median: [median],
          gap: [facts.to_median, facts.to_leader].map(sizeOf),
        };
        const gaps = [facts.to_median, facts.to_leader].flatMap((gap) => gap ?? []);
        const wrong = gaps.find((gap) => !others.some((other) => Math.abs((unit.score ?? 0) - other - gap) < 1e-9));
        return wrong === undefined ? faultOf(componentSentence(facts, lang), lang, known) : `${place.unit}: ${wrong}`;
      }),
    );
    expect(faults).toEqual([]);
  }, 60_000);
});

describe('the sentences about', () => {
  const of = (
    index: string,
    period: string,
    unit: string,
    lang: Lang = 'vi',
    given: { component?: string; set?: string } = {},
  ) => {
    const { component = 'total', set } = given;
    const one = shipped.find(
      ({ document }) =>
        document.index === index &&
        document.period === period &&
        document.component === component &&
        (set === undefined || document.unit_set === set),
    );
    const group = one?.document.ranking.groups.find(
      (each) => each.official && each.places.some((p) => p.unit === unit),
    );
    const facts = one && group && unitFacts(one.document, wordsOf(one), group, unit);
    return facts ? unitSentences(facts, lang).map(({ text }) => text) : [];
  };

  it('Thừa Thiên Huế in PCI 2019 say score, both ranks, and the difference to 2018', () => {
    expect(of('pci', '2019', 'VN63-46')).toMatchInlineSnapshot(`
      [
        "Theo Chỉ số năng lực cạnh tranh cấp tỉnh (PCI) năm 2019, Thừa Thiên Huế đạt 66,499268 điểm.",
        "Theo công bố, Thừa Thiên Huế xếp thứ 20; thứ hạng tính toán cũng là thứ 20/63.",
        "So với năm 2018, điểm tăng 2,990307 và thứ hạng tính toán tăng 10 bậc.",
      ]
    `);
    expect(of('pci', '2019', 'VN63-46', 'en')).toMatchInlineSnapshot(`
      [
        "In the Provincial Competitiveness Index (PCI) 2019, Thua Thien Hue scored 66.499268 points.",
        "The published rank of Thua Thien Hue is 20; the computed rank is 20 of 63 too.",
        "Against 2018, the score is 2.990307 higher and the computed rank is 10 places up.",
      ]
    `);
  });

  it('a printed rank that differs say why', () => {
    expect(of('pci', '2011', 'VN63-02')).toMatchInlineSnapshot(`
      [
        "Theo Chỉ số năng lực cạnh tranh cấp tỉnh (PCI) năm 2011, Hà Giang đạt 57,62 điểm.",
        "Theo công bố, Hà Giang xếp thứ 41; thứ hạng tính toán là thứ 40/63, do cơ quan công bố xếp các đơn vị cùng điểm theo thứ tự liền nhau.",
        "Ở thứ hạng tính toán thứ 40, Hà Giang đồng hạng với Bình Thuận.",
        "So với năm 2010, điểm tăng 3,679207 và thứ hạng tính toán tăng 9 bậc.",
      ]
    `);
  });

  it('a unit without a score say so, and nothing of ranks', () => {
    expect(of('papi', '2014', 'VN63-24')).toMatchInlineSnapshot(`
      [
        "Theo Chỉ số hiệu quả quản trị và hành chính công cấp tỉnh (PAPI) năm 2014, Bắc Giang chưa có số liệu điểm, chưa rõ lý do.",
      ]
    `);
  });

  it('what does not compare say why, and no difference', () => {
    expect(of('pci', '2013', 'VN63-46')).toMatchInlineSnapshot(`
      [
        "Theo Chỉ số năng lực cạnh tranh cấp tỉnh (PCI) năm 2013, Thừa Thiên Huế đạt 65,56182 điểm.",
        "Theo công bố, Thừa Thiên Huế xếp thứ 2; thứ hạng tính toán cũng là thứ 2/63.",
        "Không so sánh với năm 2012: Thêm chỉ số Cạnh tranh bình đẳng, trọng số mới.",
      ]
    `);
  });

  it('a district whose score is withheld keep its printed grade', () => {
    expect(of('cchc', '2020', 'VN63-46.thanh-pho-hue')).toMatchInlineSnapshot(`
      [
        "Theo Đánh giá, xếp loại công tác cải cách hành chính nội tỉnh (CCHC) năm 2020, UBND thành phố Huế trong nhóm “Huyện, thị xã, thành phố” không có điểm vì điểm không được công bố.",
        "Theo công bố, UBND thành phố Huế xếp loại Khá.",
      ]
    `);
  });
});
