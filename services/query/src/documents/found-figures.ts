import type { Ranked } from '@chi-so/contract/ranking-response';
import { type ReleaseId, releaseName, TOTAL } from '@chi-so/domain/identity';
import type { PinnedMethodology } from '@chi-so/domain/methodology';
import type { GroupRanking } from '@chi-so/domain/ranking';
import type { RankingDocument } from '@chi-so/domain/ranking-document';
import type { Words } from '@chi-so/domain/sentences/unit-facts';
import type { Request } from '@chi-so/runtime/http';
import { notFound, Problem } from '@chi-so/runtime/problem';
import { getIndex, getMethodology } from '@chi-so/storage/catalogue';
import { askedGroups } from '../asked-groups.ts';
import { currentComponent, currentComponents, present } from '../current-components.ts';
import { noRanking } from '../ranking-problems.ts';
import type { Tables } from '../tables.ts';
import { wantedRelease } from '../which-release.ts';

/** What a document is made from, read once: the ranking of the index, and of its components where they are asked for. */

export type Asked = { set?: string; edition?: string; group?: string };

export type Found = {
  release: ReleaseId;
  document: RankingDocument;
  methodology: PinnedMethodology;
  words: Words;
  /** The group that is asked for, else those that the methodology ranks. */
  groups: GroupRanking[];
};

/** The current ranking of the index itself. */
export const findRanking = async (tables: Tables, request: Request, asked: Asked): Promise<Found> => {
  const wanted = wantedRelease(pathOf(request), asked);
  const { release, stored } = await currentComponent(tables, wanted, TOTAL);
  return foundOf(tables, release, await present(tables.rankings, release, TOTAL, stored), asked);
};

/** The same with the rankings of all components, as one publication has them. */
export const findRankings = async (
  tables: Tables,
  request: Request,
  asked: Asked,
): Promise<Found & { components: RankingDocument[] }> => {
  const { release, every } = await currentComponents(tables, wantedRelease(pathOf(request), asked));
  const total = every.find(({ document }) => document.component === TOTAL);
  if (!total) throw await noRanking(tables.rankings, release, TOTAL);
  const found = await foundOf(tables, release, total, asked);
  return { ...found, components: every.map((one) => whole(release, one)) };
};

/** `2019.docx` names a period. */
const pathOf = ({ path: { index = '', file = '' } }: Request): { index: string; period: string } => {
  const [, period] = /^(.+)\.docx$/.exec(file) ?? [];
  if (period !== undefined) return { index, period };
  throw notFound(
    `Không có tệp "${file}": hãy dùng {kỳ}.docx, như 2019.docx`,
    `There is no file "${file}": use {period}.docx, such as 2019.docx`,
  );
};

const foundOf = async ({ records }: Tables, release: ReleaseId, ranked: Ranked, { group }: Asked): Promise<Found> => {
  const document = whole(release, ranked);
  const [index, methodology] = await Promise.all([
    getIndex(records, release.index),
    getMethodology(records, release.index, document.methodology, document.methodology_version),
  ]);
  if (!index || !methodology)
    throw new Error(`${releaseName(release)} is of an index or methodology that is not there`);
  const bands = methodology.grades.flatMap((entry) => entry.bands);
  return {
    release,
    document,
    methodology,
    words: { index, grades: Object.fromEntries(bands.map(({ grade, name_en }) => [grade, name_en])) },
    groups: askedGroups(document, group),
  };
};

/** No document is made of figures that are not all there. @throws Problem 503 */
const whole = (release: ReleaseId, { document, degraded }: Ranked): RankingDocument => {
  if (degraded === null) return document;
  const name = releaseName(release);
  throw new Problem(503, 'unreadable', {
    vi: `Số liệu của ${name} chưa đọc được đầy đủ nên chưa lập văn bản; đang chờ khắc phục`,
    en: `Not all figures of ${name} can be read for now, so no document is made of them`,
  });
};
