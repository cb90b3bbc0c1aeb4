import type { Lang } from '@chi-so/contract/ranking-response';
import { TOTAL } from '@chi-so/domain/identity';
import { type RankingAddress, rankingOf } from '../address/pages/ranking.ts';
import type { Release } from './catalogue.ts';
import { loadEveryComponent } from './components.ts';
import { apiAddress } from './get.ts';
import { loadRanking, type Ranking, type RankingRow } from './ranking.ts';

export type Scorecard = { shown: Release; ranking: Ranking; before: Ranking | null };

/**
 * One release and the one before it, which stands beside it as its own figures whether they compare or not. A component of
 * other criteria may be another thing under the same name, so there is nothing beside it then.
 */
export const loadScorecard = async (
  shown: Release,
  before: Release | null,
  component: string,
  lang: Lang,
  signal: AbortSignal,
): Promise<Scorecard> => {
  const hasSame = before !== null && (component === TOTAL || before.methodology === shown.methodology);
  const [ranking, earlier] = await Promise.all([
    loadRanking(wanted(shown, component), lang, signal),
    hasSame ? loadRanking(wanted(before, component), lang, signal) : null,
  ]);
  return { shown, ranking, before: earlier };
};

/** Every component of every unit. */
export const loadComponents = async (shown: Release, lang: Lang, signal: AbortSignal): Promise<RankingRow[]> =>
  (await loadEveryComponent({ ...shown, set: shown.unit_set }, lang, signal)).rows;

/** The release as a ranking's address names it. */
export const wanted = ({ index, period, unit_set, edition }: Release, component: string): RankingAddress => {
  const nobody = { lang: null, unit: null, peers: [] };
  return { ...rankingOf(nobody, index, period, unit_set), edition, component };
};

/** A document of the release that an office completes and signs. */
export const documentAddress = (kind: 'notices' | 'annexes', { index, period, ...release }: Release, lang: Lang) =>
  apiAddress(`exports/${kind}/${index}/${period}.docx`, { set: release.unit_set, edition: release.edition }, lang);

/** The workbook in which figures of such a release are filled in. */
export const templateAddress = ({ index, period, unit_set, edition }: Release, lang: Lang): string =>
  apiAddress(`releases/${index}/${period}/template.xlsx`, { set: unit_set, edition }, lang);
