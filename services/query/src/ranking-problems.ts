import { type ReleaseId, releaseName, TOTAL } from '@chi-so/domain/identity';
import type { RankingDocument } from '@chi-so/domain/ranking-document';
import { notFound, Problem } from '@chi-so/runtime/problem';
import type { Gone } from '@chi-so/storage/labelled';
import { getRanking } from '@chi-so/storage/rankings';
import type { ReadTable } from '@chi-so/storage/read-table';

/** Why there is no ranking to answer with. */

export const noRanking = async (rankings: ReadTable, release: ReleaseId, component: string): Promise<Problem> => {
  const name = releaseName(release);
  const hasTotal = component !== TOTAL && (await getRanking(rankings, release, TOTAL));
  return hasTotal
    ? notFound(`${name} không có chỉ số thành phần "${component}"`, `${name} has no component "${component}"`)
    : notFound(`Không có thứ hạng của ${name}`, `There is no ranking of ${name}`);
};

export const noSuchGroup = ({ ranking }: RankingDocument, asked: string): Problem => {
  const known = ranking.groups.map(({ group }) => group);
  return new Problem(
    404,
    'no-such-group',
    {
      vi: `Không có khối "${asked}"; có: ${known.join(', ')}`,
      en: `There is no group "${asked}"; there are: ${known.join(', ')}`,
    },
    { candidates: known },
  );
};

export const goneRanking = (release: ReleaseId, component: string, { at, reason, why }: Gone): Problem => {
  const name = releaseName(release);
  if (why === 'unreadable') {
    return new Problem(
      503,
      'unreadable',
      {
        vi: `Chưa đọc được số liệu của ${name}; đang chờ khắc phục`,
        en: `The figures of ${name} cannot be read for now`,
      },
      { since: at },
    );
  }
  return why === 'withdrawn'
    ? new Problem(
        410,
        'withdrawn',
        { vi: `${name} đã bị thu hồi: ${reason ?? ''}`, en: `${name} was withdrawn: ${reason ?? ''}` },
        { withdrawn_at: at, reason },
      )
    : new Problem(
        410,
        'component-dropped',
        {
          vi: `Bản hiện hành của ${name} không có "${component}"`,
          en: `The current revision of ${name} has no "${component}"`,
        },
        { dropped_at: at, reason },
      );
};
