import { type Published, type RankingDocument, rankingDocument, withChanges } from '@chi-so/domain/ranking-document';
import { defaultAnswer } from '@chi-so/ranking/default-answer';
import { indices } from '@chi-so/reference-data/catalogue';
import type { LabelledOutput } from '@chi-so/storage/labelled';
import { rankingOutput } from '@chi-so/storage/rankings';
import { announced, aScore } from '../../packages/domain/src/fixtures.ts';
import { communes } from './communes.ts';

/** A release of so many made-up units, each with a name, a score of two decimals, a printed rank and a change. */

export const madeRelease = (units: number) => ({
  index: 'made-up',
  period: '2019',
  unit_set: `COMMUNES${units}`,
  edition: 'main',
});

export const madeDocument = (units: number): RankingDocument => {
  const now = published(units, '2019', 3);
  const { methodology } = now;
  const earlier = { period: '2018', ranking: madeEarlier(units).ranking, methodology };
  return withChanges(rankingDocument(now, 'total'), methodology, earlier);
};

/** What it has changed from. */
export const madeEarlier = (units: number): RankingDocument => rankingDocument(published(units, '2018', 1), 'total');

/** What is stored of it: the ranking, and the answer that is rendered ahead. */
export const madeRankings = (units: number): { ranking: LabelledOutput; answer: LabelledOutput } => {
  const document = madeDocument(units);
  return {
    ranking: rankingOutput(document, 'total', 3, null, { document }),
    answer: defaultAnswer(document, 3, null, { document }),
  };
};

const published = (count: number, period: string, seed: number): Published => {
  const methodology = indices()
    .find(({ index: { index } }) => index === 'pci')
    ?.methodologies.at(-1);
  if (!methodology) throw new Error('The catalogue lacks PCI');
  const unit_set = communes(count);
  const scores = unit_set.units.map((_, i) => ((i * 7919 * seed + 104_729) % 10_000) / 100);
  const ranked = scores.toSorted((a, b) => b - a);
  return {
    release: { ...madeRelease(count), period },
    publication: { entry: seed, revision: 1, at: '2026-01-01T00:00:00.000Z', cause: 'publish', reason: null },
    pins: { methodology: methodology.methodology, methodology_version: 1, unit_set_version: 1 },
    source: {
      title: 'Chỉ số năng lực cạnh tranh (thử)',
      publisher: 'thử',
      kind: 'compilation',
      certainty: 'unknown',
      document: null,
      published_on: '2020-05-05',
      signatory: null,
      url: null,
      notes: [],
    },
    announcement: announced(),
    units: unit_set.units.map(({ unit }, i) => ({
      unit,
      scores: { total: aScore({ score: scores[i] ?? 0, rank_published: ranked.indexOf(scores[i] ?? 0) + 1 }) },
    })),
    methodology,
    unit_set,
  };
};
