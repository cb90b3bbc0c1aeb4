import { beforeAll, describe, expect, it } from 'vitest';
import { type ShippedDocument, shippedDocuments } from '../../../../test/fixtures/shipped-documents.ts';
import { besideReference, type ComparedTotal, sinceEarlier } from '../analysis/compared-total.ts';
import { type GapToTarget, gapToTarget } from '../analysis/gap-to-target.ts';
import { moversOf } from '../analysis/movers.ts';
import { membersOf, type ReleaseFigures, releaseFigures, scaleOf, scoreOf } from '../analysis/release-figures.ts';
import { type Weighing, weighingOf } from '../analysis/weighing.ts';
import { simulate } from '../analysis/what-if.ts';
import { decimalsOf, roundHalfUp, subtract } from '../decimal.ts';
import { inexact } from '../exact-decimal.ts';
import { releaseName, TOTAL } from '../identity.ts';
import { medianOf } from '../median.ts';
import type { Methodology } from '../methodology.ts';
import type { RankingDocument } from '../ranking-document.ts';
import { decompositionSentences } from './decomposition-sentences.ts';
import { gapSentences } from './gap-sentences.ts';
import { moversSentence } from './movers-sentence.ts';
import type { FigureKind, Lang, Sentence } from './sentence.ts';
import { faultOf } from './sentence-fault.ts';
import { whatIfSentences } from './what-if-sentences.ts';

/** Every sentence about a change, a distance or a gap of what ships, in both languages, against figures computed here. */

type Release = { figures: ReleaseFigures; weighing: Weighing; before: ReleaseFigures | undefined };

let releases: Release[];
beforeAll(async () => {
  releases = releasesOf(await shippedDocuments());
}, 60_000);

/** The releases whose weights are known, each in its first ranked group, with the one that it is compared with. */
const releasesOf = (shipped: readonly ShippedDocument[]): Release[] => {
  const named = Map.groupBy(shipped, ({ document }) => releaseName(document));
  const figuresOf = (documents: readonly ShippedDocument[]) => {
    const [first] = documents;
    const group = first?.methodology.ranked_groups[0] ?? '';
    return (
      first &&
      releaseFigures(
        documents.map(({ document }) => document),
        { ...first.methodology, version: 1 },
        group,
      )
    );
  };
  return [...named.values()].flatMap((documents) => {
    const total = documents.find(({ document }) => document.component === TOTAL);
    const weighing = total && weighingOf(total.methodology);
    const figures = figuresOf(documents);
    if (!figures || !weighing) return [];
    const against = total.document.changes.against;
    const earlier = against && named.get(releaseName({ ...total.document, period: against }));
    return [{ figures, weighing, before: earlier ? figuresOf(earlier) : undefined }];
  });
};

type Known = Partial<Record<FigureKind, readonly unknown[]>>;
type Told = { sentences: (lang: Lang) => Sentence[]; known: Known; holds: (sentence: Sentence) => boolean };

const faultsOf = (told: readonly Told[]): { count: number; faults: string[] } => {
  let count = 0;
  const faults = told.flatMap(({ sentences, known, holds }) =>
    (['vi', 'en'] as const).flatMap((lang) =>
      sentences(lang).flatMap((sentence) => {
        count += 1;
        return faultOf(sentence, lang, known) ?? (holds(sentence) ? [] : `${sentence.text} does not hold`);
      }),
    ),
  );
  return { count, faults: [...new Set(faults)].slice(0, 5) };
};

const never = (): never => {
  throw new Error('A component of the total is not there');
};

const near = (a: number | undefined, b: number) => a !== undefined && Math.abs(a - b) < 1e-9;
const sizes = (...values: (number | null | undefined)[]) =>
  values.flatMap((value) => (value == null ? [] : Math.abs(value)));
const yearOf = ({ release }: ReleaseFigures) => Number(release.period);
const valuesOf = ({ figures }: Sentence, kind: FigureKind) =>
  figures.flatMap((one) => (one.kind === kind ? one.value : []));

/** Coefficients as the methodology states them, without the arithmetic that is tested. */
const coefficientsOf = ({ aggregation, components }: Methodology): Map<string, number> =>
  new Map(
    components
      .filter(({ parent }) => parent === TOTAL)
      .map(({ component, weight }) => [
        component,
        aggregation.factor * (aggregation.kind === 'sum' ? 1 : (weight ?? NaN)),
      ]),
  );

/** Scores as they are in the document of the component. */
const listed = new WeakMap<RankingDocument, Map<string, number | null>>();
const scoreIn = ({ documents }: ReleaseFigures, unit: string, component: string): number | null => {
  const document = documents.get(component);
  if (!document) return null;
  const scores = listed.get(document) ?? new Map(document.ranking.units.map((one) => [one.unit, one.score]));
  listed.set(document, scores);
  return scores.get(unit) ?? null;
};

/** To as many decimals as an analysis tells. */
const ten = (value: number): number => Number(value.toFixed(10));
const finestOf = new WeakMap<ReleaseFigures, number>();
/** Few scores may all end in a zero, so what they are printed with is not known. */
const finest = (figures: ReleaseFigures): number => {
  const known =
    finestOf.get(figures) ??
    (totalsIn(figures).size < 5
      ? 20
      : Math.max(...membersOf(figures).map((unit) => decimalsOf(scoreIn(figures, unit, TOTAL) ?? 0))));
  finestOf.set(figures, known);
  return known;
};

type Part = { vi: string; en: string; difference: number; contribution: number };

/** What each component that is compared adds, by plain arithmetic. */
const partsOf = (compared: ComparedTotal): Part[] => {
  const { figures, unit, decomposition } = compared;
  const coefficients = coefficientsOf(figures.methodology);
  return decomposition.contributions.flatMap(({ component: { component, name_vi, name_en } }) => {
    const own = scoreIn(figures, unit, component);
    const other = referenceIn(compared, component);
    if (own === null || other === null) return [];
    const difference = ten(own - other);
    const contribution = ten(difference * (coefficients.get(component) ?? NaN));
    return [{ vi: name_vi, en: name_en, difference, contribution }];
  });
};

const medians = new WeakMap<ReleaseFigures, Map<string, number | null>>();
const referenceIn = ({ figures, before, unit, against }: ComparedTotal, component: string): number | null => {
  if (before) return scoreIn(before, unit, component);
  if (against.unit !== null) return scoreIn(figures, against.unit, component);
  const known = medians.get(figures) ?? new Map<string, number | null>();
  medians.set(figures, known);
  const median =
    known.get(component) ?? medianOf(membersOf(figures).flatMap((member) => scoreIn(figures, member, component) ?? []));
  known.set(component, median);
  return median;
};

/** The totals by unit, of those who have one, as far as ties are told apart. */
const totalsIn = (figures: ReleaseFigures): Map<string, number> => {
  const { tie_decimals } = figures.methodology;
  return new Map(
    membersOf(figures).flatMap((unit) => {
      const score = scoreIn(figures, unit, TOTAL);
      return score === null ? [] : [[unit, tie_decimals === null ? score : roundHalfUp(score, tie_decimals)]];
    }),
  );
};

/** Old and new place, and the places of the parts in the order in which they are told: own, others, leavers, newcomers. */
const rankPartsOf = (before: ReleaseFigures, figures: ReleaseFigures, unit: string) => {
  const [old, now] = [totalsIn(before), totalsIn(figures)];
  const [was, is] = [old.get(unit) ?? NaN, now.get(unit) ?? NaN];
  const above = (score: number, among: Map<string, number>, fits: (other: string) => boolean = () => true) =>
    [...among].filter(([other, theirs]) => other !== unit && fits(other) && theirs > score).length;
  const stayed = (other: string) => old.has(other) && now.has(other);
  return {
    ranks: [above(was, old) + 1, above(is, now) + 1] as const,
    parts: [
      above(was, old) - above(is, old),
      above(is, old, stayed) - above(is, now, stayed),
      above(is, old, (other) => !now.has(other)),
      -above(is, now, (other) => !old.has(other)),
    ],
  };
};

const told = (compared: ComparedTotal): Told => {
  const { figures, before, unit, against, weighing } = compared;
  const parts = partsOf(compared);
  const own = scoreIn(figures, unit, TOTAL) ?? NaN;
  const reference = referenceIn(compared, TOTAL) ?? NaN;
  const difference = ten(own - reference);
  const residual =
    parts.length < weighing.components.length
      ? NaN
      : ten(parts.reduce((left, { contribution }) => left - contribution, difference));
  const decimals = [figures, ...(before ? [before] : [])].map((one) => finest(one));
  const printed = new Set(decimals).size === 1 ? difference : roundHalfUp(difference, Math.min(...decimals));
  const rank = before && rankPartsOf(before, figures, unit);
  const scored = membersOf(figures).filter((member) => scoreIn(figures, member, TOTAL) !== null).length;
  const known: Known = {
    period: [yearOf(figures), ...(before ? [yearOf(before)] : [])],
    score: [own],
    reference_score: [reference],
    median: against.kind === 'median' ? [reference] : [],
    score_change: sizes(before && printed),
    gap: sizes(before ? null : difference),
    contribution: sizes(...parts.map(({ contribution }) => contribution)),
    difference: sizes(...parts.map((part) => part.difference)),
    residual: sizes(residual),
    rank: rank?.ranks ?? [],
    rank_of: [figures.group.rank_of, before?.group.rank_of],
    rank_change: sizes(...(rank ? [rank.ranks[0] - rank.ranks[1], ...rank.parts] : [])),
    count: [
      parts.length,
      ...[1, -1].map((sign) => parts.filter(({ contribution }) => Math.sign(contribution) === sign).length),
      figures.group.places.filter((place) => place.rank === 1).length,
      ...(against.kind === 'median' && scored < membersOf(figures).length ? [scored] : []),
    ],
  };
  const holds = (sentence: Sentence): boolean => {
    if (/đóng góp (dương|âm)|(positive|negative) contribution/.test(sentence.text)) return areGreatest(sentence, parts);
    if (valuesOf(sentence, 'rank').length > 0 && rank) return arePlaces(sentence, rank);
    const [left] = valuesOf(sentence, 'residual');
    if (left !== undefined) return sentence.text.includes(residual > 0 ? `+` : '−');
    const isAbout = /khoảng |about /.test(sentence.text);
    return valuesOf(sentence, 'score').length === 0 || !before || isAbout === (printed !== difference);
  };
  return { sentences: (lang) => decompositionSentences(compared, lang), known, holds };
};

/** The places in their order; parts only where there are several, and none left out that moved the rank. */
const arePlaces = (sentence: Sentence, { ranks: [was, is], parts }: ReturnType<typeof rankPartsOf>): boolean => {
  const moved = parts.filter((places) => places !== 0);
  const expected = [...(was === is ? [] : [was - is]), ...(moved.length > 1 ? moved : [])];
  const ranks = valuesOf(sentence, 'rank');
  return (
    parts.reduce((a, b) => a + b) === was - is &&
    ranks.join() === (ranks.length === 1 ? [is] : [was, is]).join() &&
    valuesOf(sentence, 'rank_change').join() === sizes(...expected).join() &&
    /toàn bộ|all of it/.test(sentence.text) === (moved.length === 1)
  );
};

/** Every named component has its own figures beside it, on its side, and nobody on that side adds as much. */
const areGreatest = (sentence: Sentence, parts: readonly Part[]): boolean => {
  const [contributions, differences] = [valuesOf(sentence, 'contribution'), valuesOf(sentence, 'difference')];
  const named = sentence.names.map((name) => parts.find(({ vi, en }) => name === vi || name === en));
  const sign = /đóng góp dương|positive contribution/.test(sentence.text) ? 1 : -1;
  const side = parts.filter(({ contribution }) => Math.sign(contribution) === sign);
  const left = side.filter((part) => !named.includes(part));
  const apart = named.filter((part) => part && Math.abs(part.difference) !== Math.abs(part.contribution));
  return (
    valuesOf(sentence, 'count')[0] === side.length &&
    contributions.length === named.length &&
    differences.length >= apart.length &&
    named.every(
      (part, i) =>
        part !== undefined &&
        side.includes(part) &&
        contributions[i] === Math.abs(part.contribution) &&
        (differences.length === 0 || differences.includes(Math.abs(part.difference)) || !apart.includes(part)) &&
        left.every(({ contribution }) => Math.abs(contribution) < Math.abs(part.contribution)),
    )
  );
};

const toldOfGap = (facts: GapToTarget): Told => {
  const { figures, unit, target, gap, weighing } = facts;
  const coefficients = coefficientsOf(figures.methodology);
  const totals = totalsIn(figures);
  const own = scoreIn(figures, unit, TOTAL) ?? NaN;
  const lacking = gap.required === null ? 0 : gap.required - own;
  const levers = weighing.components.map(({ component }) => {
    const score = scoreIn(figures, unit, component.component);
    const { maximum } = scaleOf(figures, unit, component);
    const coefficient = coefficients.get(component.component) ?? NaN;
    const rest = score === null || maximum === null ? null : ten(coefficient * (maximum - score));
    const { name_vi: vi, name_en: en } = component;
    return { vi, en, score, rest, lost: rest === null ? null : Math.max(0, rest), alone: lacking / coefficient };
  });
  const able = levers.filter(({ rest }) => rest !== null && rest >= lacking - 1e-9);
  const unable = levers.filter((lever) => lever.rest !== null && !able.includes(lever));
  const unknown = levers.filter(({ rest }) => rest === null);
  const least = Math.min(...able.map(({ alone }) => alone));
  const above = (score: number) => [...totals].filter(([other, theirs]) => other !== unit && theirs > score).length;
  const required = gap.required === null ? NaN : roundHalfUp(gap.required, figures.methodology.tie_decimals ?? 20);
  const tied = [...totals].flatMap(([other, score]) => (other !== unit && score === required ? [other] : []));
  const leaders = figures.group.places.filter(({ rank }) => rank === 1).length;
  const known: Known = {
    score: [own],
    required_score: [gap.required],
    gap: sizes(ten(lacking)),
    rank: [above(required) + 1, target.kind === 'rank' ? target.rank : null],
    rank_of: [figures.group.rank_of],
    points_lost: sizes(...levers.map(({ lost }) => lost)),
    change_alone: sizes(...gap.levers.map(({ change_alone }) => change_alone)),
    score_alone: gap.levers.map(({ score_alone }) => score_alone),
    count: [
      ...[levers.length, able.length, able.length + unable.length, unknown.length],
      ...[able.filter(({ alone }) => near(alone, least)).length, tied.length - 1, leaders],
    ],
  };
  /** Every name is one of theirs, and every one of theirs is named. */
  const names = (sentence: Sentence, those: readonly { vi: string; en: string }[]) =>
    sentence.names.length === those.length &&
    those.every(({ vi, en }) => sentence.names.includes(vi) || sentence.names.includes(en));
  const holds = (sentence: Sentence): boolean => {
    const { text } = sentence;
    const named = levers.filter(({ vi, en }) => sentence.names.includes(vi) || sentence.names.includes(en));
    const left = (those: typeof levers) => those.filter((lever) => !named.includes(lever));
    const [alone, at, lost, counts] = [
      valuesOf(sentence, 'change_alone'),
      valuesOf(sentence, 'score_alone'),
      valuesOf(sentence, 'points_lost'),
      valuesOf(sentence, 'count'),
    ];
    if (valuesOf(sentence, 'score').length > 0) {
      const isTied = /đồng hạng|in a tie/.test(text);
      return !isTied || (tied.length > 0 && counts.join() === (tied.length > 1 ? `${tied.length - 1}` : ''));
    }
    if (/đứng đầu|is first|are first/.test(text)) return leaders > 1 ? counts[0] === leaders : counts.length === 0;
    if (lost.length > 0) {
      return (
        named.length === sentence.names.length &&
        [...lost].sort().join() ===
          named
            .map((lever) => lever.lost)
            .sort()
            .join() &&
        left(levers).every((other) => (other.lost ?? 0) < Math.min(...lost))
      );
    }
    if (alone.length > 0) {
      return (
        [...alone, ...at].every((value) => decimalsOf(value) <= 10) &&
        counts[0] === able.length &&
        (unable.length === 0 ? able.length > 1 || counts[1] === 1 : counts[1] === able.length + unable.length) &&
        named.length === at.length &&
        sentence.names.length === at.length &&
        named.every(
          (lever) =>
            able.includes(lever) &&
            alone.some((change) => near(change, lever.alone)) &&
            at.some((score) => near(score, (lever.score ?? NaN) + lever.alone)) &&
            left(able).every((other) => other.alone > lever.alone + 1e-9),
        )
      );
    }
    if (/^(Dù|Not enough|No component)/.test(text))
      return sentence.names.length === 0 ? able.length === 0 : names(sentence, unable);
    return /^(Không tính|Points lost)/.test(text) && (sentence.names.length === 0 || names(sentence, unknown));
  };
  return {
    sentences: (lang) => gapSentences(facts, lang).filter(({ text }) => !/suy ra từ|derived from/.test(text)),
    known,
    holds,
  };
};

describe('the sentences of an analysis of what ships', () => {
  it('tell of every change between periods that compare what the figures tell, and name what adds most', () => {
    const all = releases.flatMap(({ figures, weighing, before }) =>
      before ? membersOf(figures).map((unit) => told(sinceEarlier(before, figures, weighing, unit))) : [],
    );
    const { count, faults } = faultsOf(all);
    expect(faults).toEqual([]);
    expect(count).toBeGreaterThan(9000);
  }, 60_000);

  it('tell the same of every distance to the median and to the leader', () => {
    const all = releases.flatMap(({ figures, weighing }) => {
      const { period } = figures.release;
      const leader = figures.group.places.find(({ rank }) => rank === 1)?.unit;
      // Of some units there is no median of all.
      const isWhole = figures.documents.get(TOTAL)?.extent === 'complete';
      return membersOf(figures).flatMap((unit) => [
        ...(isWhole ? [told(besideReference(figures, weighing, unit, { kind: 'median', period, unit: null }))] : []),
        ...(leader ? [told(besideReference(figures, weighing, unit, { kind: 'leader', period, unit: leader }))] : []),
      ]);
    });
    const { count, faults } = faultsOf(all);
    expect(faults).toEqual([]);
    expect(count).toBeGreaterThan(20_000);
  }, 60_000);

  it('tell of every gap to the next rank and to the tenth what is lacking, what could do it and where points are lost', () => {
    const all = releases.flatMap(({ figures, weighing }) =>
      membersOf(figures).flatMap((unit) =>
        ([{ kind: 'next' }, { kind: 'rank', rank: 10 }] as const).flatMap((target) => {
          const facts = gapToTarget(figures, weighing, unit, target);
          return typeof facts === 'string' ? [] : [toldOfGap(facts)];
        }),
      ),
    );
    const { count, faults } = faultsOf(all);
    expect(faults).toEqual([]);
    expect(count).toBeGreaterThan(12_000);
  }, 60_000);

  it('count who rose and who fell, and name whose score moved most', () => {
    const all = releases.flatMap(({ figures, before }): Told[] => {
      const [old, now] = [before?.documents.get(TOTAL), figures.documents.get(TOTAL)];
      if (!before || !old || !now) return [];
      const { movers } = moversOf(
        { units: old.ranking.units, group: before.group },
        { units: now.ranking.units, group: figures.group },
        figures.methodology.direction,
      );
      const changes = movers.map(
        ({ unit }) => (scoreOf(figures, unit, TOTAL) ?? NaN) - (scoreOf(before, unit, TOTAL) ?? NaN),
      );
      const facts = { movers, from: old.period, to: now.period, component: null, group: null };
      const nameOf = (unit: string) => figures.units.get(TOTAL)?.get(unit) ?? never();
      const count = (fits: (change: number) => boolean) => changes.filter(fits).length;
      return [
        {
          sentences: (lang) => [moversSentence({ ...facts, nameOf }, lang)].flatMap((sentence) => sentence ?? []),
          known: {
            period: [yearOf(figures), yearOf(before)],
            count: [changes.length, count((by) => by > 1e-9), count((by) => by < -1e-9), count((by) => near(by, 0))],
            score_change: movers.map(({ score_change }) => Math.abs(score_change)),
          },
          holds: (sentence) => {
            const sides = [Math.max(...changes), Math.min(...changes)].flatMap((extreme, side) => {
              const those = movers.filter((_, i) => near(changes[i], extreme)).map(({ unit }) => nameOf(unit));
              const isTold = (side === 0 ? extreme > 1e-9 : extreme < -1e-9) && those.length <= 3;
              return isTold ? [{ extreme: Math.abs(extreme), those }] : [];
            });
            const names = sides.flatMap(({ those }) => those);
            const said = valuesOf(sentence, 'score_change');
            return (
              said.length === sides.length &&
              sides.every(({ extreme }, i) => near(said[i], extreme)) &&
              sentence.names.length === names.length &&
              names.every(({ name_vi, name_en }, i) => [name_vi, name_en].includes(sentence.names[i] ?? ''))
            );
          },
        },
      ];
    });
    expect(faultsOf(all).faults).toEqual([]);
    expect(all.length).toBeGreaterThan(20);
  });

  it('call a simulated total and rank simulated', () => {
    const all = releases.flatMap(({ figures, weighing }) => {
      const [first] = weighing.components;
      const [, second] = membersOf(figures);
      if (!first || !second || scoreOf(figures, second, first.component.component) === null) return [];
      const { maximum } = scaleOf(figures, second, first.component);
      const supposed = [{ unit: second, component: first.component.component, value: maximum ?? never() }];
      const simulation = simulate(figures, [figures.group.group], weighing, supposed);
      const simulated = simulation.units.find(({ unit }) => unit === second)?.score ?? NaN;
      const total = scoreOf(figures, second, TOTAL) ?? NaN;
      const lost =
        inexact(first.coefficient) * ((maximum ?? NaN) - (scoreOf(figures, second, first.component.component) ?? NaN));
      const place = simulation.groups[0]?.places.find(({ unit }) => unit === second);
      const now = figures.group.places.find(({ unit }) => unit === second);
      return [
        {
          sentences: (lang: Lang) => whatIfSentences({ figures, simulation, isTrend: false }, lang),
          known: {
            ...{ score: [total], score_simulated: [simulated], rank: [place?.rank, now?.rank] },
            ...{ rank_of: [figures.group.rank_of], score_change: [subtract(simulated, total)] },
          },
          holds: (sentence: Sentence) =>
            /^(Mô phỏng|Simulated)/.test(sentence.text) &&
            valuesOf(sentence, 'score_change').every((change) => near(change, lost)),
        },
      ];
    });
    expect(faultsOf(all).faults).toEqual([]);
    expect(all.length).toBeGreaterThan(20);
  });
});
