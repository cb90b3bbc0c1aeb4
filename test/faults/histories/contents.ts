import type { ReleaseBody } from '@chi-so/contract/release-body';
import { randomOf } from '../../fixtures/random.ts';
import { factsOf, UNITS } from './catalogue.ts';

/** What a revision says, as its writer sent it. */

export type Cell = { score: number | null; status: string; reason: string | null };
export type Content = {
  methodology: string;
  version: number;
  extent: 'complete' | 'partial';
  /** Component → unit → what is said of it. */
  scores: Record<string, Record<string, Cell>>;
};

/** Few figures, so that ties, zeros and unchanged scores are common; two of them tie only when rounded. */
const FIGURES = [null, 0, 10, 10.4, 10.5, 11, 20, 20.5, 33, 47.5];

const cellOf = (score: number | null): Cell =>
  score === null ? { score, status: 'M', reason: 'unknown' } : { score, status: 'A', reason: null };

/** A whole release, drawn from a seed. Some lack a component, some are known of a few units only. */
export const drawnContent = (methodology: string, seed: number): Content => {
  const { components, versions } = factsOf(methodology);
  const random = randomOf(seed);
  const dropped = random.below(5) === 0 ? components[1 + random.below(components.length - 1)] : undefined;
  const scores: Content['scores'] = {};
  for (const component of components) {
    if (component === dropped) continue;
    scores[component] = Object.fromEntries(UNITS.map((unit) => [unit, cellOf(random.pick(FIGURES))]));
  }
  return { methodology, version: versions, extent: random.below(8) === 0 ? 'partial' : 'complete', scores };
};

export type Correction = { unit: string; component: string; score: number | null };

/** A few corrections, mostly of what is there. */
export const drawnCorrections = (content: Content, seed: number): Correction[] => {
  const random = randomOf(seed);
  const components = random.below(6) === 0 ? factsOf(content.methodology).components : Object.keys(content.scores);
  const cells = new Map<string, Correction>();
  for (let i = 0; i <= random.below(3); i++) {
    const correction = { unit: random.pick(UNITS), component: random.pick(components), score: random.pick(FIGURES) };
    cells.set(`${correction.unit} ${correction.component}`, correction);
  }
  return [...cells.values()];
};

export const corrected = (content: Content, corrections: readonly Correction[]): Content => {
  const scores = structuredClone(content.scores);
  for (const { unit, component, score } of corrections) {
    const column = scores[component] ?? {};
    scores[component] = { ...column, [unit]: cellOf(score) };
  }
  return { ...content, scores };
};

const bodyOf = ({ unit, component, score }: Correction) => ({
  unit,
  component,
  score,
  ...(score === null ? { reason: 'unknown' } : {}),
});

export const correctionBody = (reason: string, corrections: readonly Correction[]) => ({
  reason,
  scores: corrections.map(bodyOf),
});

/** The release as JSON, as it is sent. */
export const releaseBody = (
  { methodology, extent, scores }: Content,
  release: { index: string; period: string; unit_set: string; edition: string },
): unknown =>
  ({
    ...release,
    methodology,
    source: { title: 'Toy', publisher: 'test', kind: 'publisher', certainty: 'confirmed' },
    announcement: { extent },
    scores: Object.entries(scores).flatMap(([component, cells]) =>
      Object.entries(cells).map(([unit, { score }]) => bodyOf({ unit, component, score })),
    ),
  }) satisfies Record<keyof ReleaseBody, unknown>;
