import { beforeAll, describe, expect, it } from 'vitest';
import { type ShippedDocument, shippedDocuments } from '../../../../test/fixtures/shipped-documents.ts';
import { besideReference, type ComparedTotal, sinceEarlier } from '../analysis/compared-total.ts';
import { type GapToTarget, gapToTarget } from '../analysis/gap-to-target.ts';
import { moversOf } from '../analysis/movers.ts';
import { membersOf, type ReleaseFigures, releaseFigures, scaleOf, scoreOf } from '../analysis/release-figures.ts';
import { type Weighing, weighingOf } from '../analysis/weighing.ts';
import { simulate } from '../analysis/what-if.ts';
import { subtract } from '../decimal.ts';
import { inexact } from '../exact-decimal.ts';
import { releaseName, TOTAL } from '../identity.ts';
import { medianOf } from '../median.ts';
import type { Methodology } from '../methodology.ts';
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

type Part = { vi: string; en: string; difference: number; contribution: number };

/** What each component that is compared adds, by plain arithmetic. */
const partsOf = ({ figures, before, unit, against, decomposition }: ComparedTotal): Part[] => {
  const coefficients = coefficientsOf(figures.methodology);
  return decomposition.contributions.flatMap(({ component: { component, name_vi, name_en } }) => {
    const own = scoreOf(figures, unit, component);
    const other = before
      ? scoreOf(before, unit, component)
      : against.unit === null
        ? medianOf(membersOf(figures).flatMap((member) => scoreOf(figures, member, component) ?? []))
        : scoreOf(figures, against.unit, component);
    if (own === null || other === null) return [];
    const difference = own - other;
    return [{ vi: name_vi, en: name_en, difference, contribution: difference * (coefficients.get(component) ?? NaN) }];
  });
};

const told = (compared: ComparedTotal): Told => {
  const { figures, before, unit, decomposition, totals, rank } = compared;
  const parts = partsOf(compared);
  const known: Known = {
    period: [yearOf(figures), ...(before ? [yearOf(before)] : [])],
    score: [totals?.score],
    reference_score: [totals?.reference],
    median: [compared.against.kind === 'median' ? totals?.reference : undefined],
    score_change: sizes(before && decomposition.difference),
    gap: sizes(before ? null : decomposition.difference),
    contribution: sizes(...decomposition.contributions.map(({ contribution }) => contribution)),
    difference: sizes(...decomposition.contributions.map(({ difference }) => difference)),
    residual: sizes(decomposition.residual),
    rank: [rank?.rank, rank?.rank_before],
    rank_of: [figures.group.rank_of, before?.group.rank_of],
    rank_change: sizes(rank?.change, rank?.own, rank?.others, rank?.population),
    count: [
      parts.length,
      ...[1, -1].map(
        (sign) => parts.filter(({ contribution }) => Math.sign(contribution) === sign && !near(contribution, 0)).length,
      ),
      figures.group.places.filter((place) => place.rank === 1).length,
    ],
  };
  const own = scoreOf(figures, unit, TOTAL) ?? NaN;
  const holds = (sentence: Sentence): boolean => {
    const contributions = valuesOf(sentence, 'contribution');
    if (contributions.length > 0) return areGreatest(sentence, parts);
    const [by] = [...valuesOf(sentence, 'score_change'), ...valuesOf(sentence, 'gap')];
    return by === undefined || near(by, Math.abs(own - (totals?.reference ?? NaN)));
  };
  return { sentences: (lang) => decompositionSentences(compared, lang), known, holds };
};

/** Every named component has its own two figures beside it, on its side, and nobody on that side adds as much. */
const areGreatest = (sentence: Sentence, parts: readonly Part[]): boolean => {
  const [contributions, differences] = [valuesOf(sentence, 'contribution'), valuesOf(sentence, 'difference')];
  const named = sentence.names.map((name) => parts.find(({ vi, en }) => name === vi || name === en));
  const sign = Math.sign(named[0]?.contribution ?? 0);
  const side = parts.filter(({ contribution }) => Math.sign(contribution) === sign && !near(contribution, 0));
  const left = side.filter((part) => !named.includes(part));
  return (
    /tăng|cao hơn|higher/.test(sentence.text) === sign > 0 &&
    valuesOf(sentence, 'count')[0] === side.length &&
    named.every(
      (part, i) =>
        part !== undefined &&
        near(contributions[i], Math.abs(part.contribution)) &&
        near(differences[i], Math.abs(part.difference)) &&
        left.every(({ contribution }) => Math.abs(contribution) < Math.abs(part.contribution)),
    )
  );
};

const toldOfGap = (facts: GapToTarget): Told => {
  const { figures, unit, target, gap, rankReached } = facts;
  const coefficients = coefficientsOf(figures.methodology);
  const components = new Map(gap.levers.map(({ component }) => [component.component, component]));
  const lacking = gap.required === null ? 0 : gap.required - (scoreOf(figures, unit, TOTAL) ?? NaN);
  const levers = [...components.values()].map(({ component, name_vi, name_en }) => {
    const score = scoreOf(figures, unit, component);
    const { maximum } = scaleOf(
      figures,
      unit,
      gap.levers.find((one) => one.component.component === component)?.component ?? never(),
    );
    const coefficient = coefficients.get(component) ?? NaN;
    const lost = score === null || maximum === null ? null : coefficient * (maximum - score);
    return { vi: name_vi, en: name_en, score, lost, alone: lacking / coefficient };
  });
  const able = levers.filter(({ lost }) => lost !== null && lost >= lacking - 1e-9);
  const least = Math.min(...able.map(({ alone }) => alone));
  const known: Known = {
    score: [scoreOf(figures, unit, TOTAL)],
    required_score: [gap.required],
    gap: sizes(gap.points),
    rank: [rankReached, target.kind === 'rank' ? target.rank : null],
    rank_of: [figures.group.rank_of],
    points_lost: sizes(...gap.levers.map(({ points_lost }) => points_lost)),
    change_alone: sizes(...gap.levers.map(({ change_alone }) => change_alone)),
    score_alone: gap.levers.map(({ score_alone }) => score_alone),
    count: [levers.length, able.length, able.filter(({ alone }) => near(alone, least)).length],
  };
  const holds = (sentence: Sentence): boolean => {
    const named = sentence.names.map((name) => levers.find(({ vi, en }) => name === vi || name === en));
    const [alone, at, lost] = [
      valuesOf(sentence, 'change_alone'),
      valuesOf(sentence, 'score_alone'),
      valuesOf(sentence, 'points_lost'),
    ];
    const left = levers.filter((lever) => !named.includes(lever));
    const [by] = valuesOf(sentence, 'gap');
    return (
      (by === undefined || near(by, Math.abs(lacking))) &&
      lost.every(
        (points, i) =>
          near(points, named[i]?.lost ?? NaN) && left.every((other) => other.lost === null || other.lost < points),
      ) &&
      (at.length === 0 || valuesOf(sentence, 'count')[0] === able.length) &&
      at.every(
        (score, i) =>
          near(score, (named[i]?.score ?? NaN) + (alone[i] ?? NaN)) && near(alone[i], named[i]?.alone ?? NaN),
      )
    );
  };
  return { sentences: (lang) => gapSentences(facts, lang), known, holds };
};

const never = (): never => {
  throw new Error('A component of the total is not there');
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
      return membersOf(figures).flatMap((unit) => [
        told(besideReference(figures, weighing, unit, { kind: 'median', period, unit: null })),
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
          holds: (sentence) =>
            valuesOf(sentence, 'score_change').every((most) =>
              [Math.max(...changes), -Math.min(...changes)].some((extreme) => near(most, extreme)),
            ),
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
