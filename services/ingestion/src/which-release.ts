import { MAIN_EDITION, type ReleaseId } from '@chi-so/domain/identity';
import { checkedId } from '@chi-so/runtime/checked-id';
import type { Request } from '@chi-so/runtime/http';
import { ownedBy } from '@chi-so/runtime/ownership';
import { invalidRequest, Problem } from '@chi-so/runtime/problem';
import { getIndex } from '@chi-so/storage/catalogue';
import type { Table } from '@chi-so/storage/client';
import { listReleases } from '@chi-so/storage/releases';
import { requireOwner } from './caller.ts';

/**
 * The release that a request means. Set and edition may be left out where one release fits; where several do, they are
 * listed and nothing is guessed. It is the caller's own, or one of everybody's for a token that may write them.
 *
 * @throws Problem 403 for a release of somebody else.
 */
export const oneRelease = async (
  records: Table,
  request: Request,
  hasDraft: (release: ReleaseId) => Promise<boolean> = async () => false,
): Promise<ReleaseId> => {
  const owned = await chosen(records, request, async (release) => {
    await requireOwned(records, request, release);
    return hasDraft(release);
  });
  await requireOwned(records, request, owned);
  return owned;
};

/** Nobody learns of a draft, or does anything to a release, whose it is not. @throws Problem 403 */
export const requireOwned = (
  records: Table,
  request: Request,
  release: Pick<ReleaseId, 'index' | 'unit_set'>,
): Promise<void> => requireOwner(ownedBy(request), release, async (index) => (await getIndex(records, index))?.level);

const chosen = async (
  records: Table,
  { path, query }: Request,
  hasDraft: (release: ReleaseId) => Promise<boolean>,
): Promise<ReleaseId> => {
  const index = checkedId('index', path.index ?? '');
  const period = checkedId('period', path.period ?? '');
  const set = query.set ? checkedId('set', query.set) : undefined;
  const edition = query.edition ? checkedId('edition', query.edition) : undefined;
  if (set && edition) return { index, period, unit_set: set, edition };
  const fitting = (await listReleases(records, index, period)).filter(
    (release) => (!set || release.unit_set === set) && (!edition || release.edition === edition),
  );
  // Uploads that name no edition are of `main`: a draft there counts, though nothing of it is listed yet.
  const main = set && !edition ? { index, period, unit_set: set, edition: MAIN_EDITION } : null;
  const isListed = fitting.some((release) => release.edition === MAIN_EDITION);
  const candidates: ReleaseId[] = main && !isListed && (await hasDraft(main)) ? [...fitting, main] : fitting;
  const [only, ...others] = candidates;
  if (only && others.length === 0) return { index, period, unit_set: only.unit_set, edition: only.edition };
  if (only) throw ambiguousRelease(candidates);
  if (set) return { index, period, unit_set: set, edition: edition ?? MAIN_EDITION };
  throw invalidRequest('Thiếu tập đơn vị: ?set=VN63', 'The unit set is missing: ?set=VN63');
};

export const ambiguousRelease = (fitting: readonly ReleaseId[]): Problem =>
  new Problem(
    400,
    'ambiguous-release',
    {
      vi: 'Có nhiều đợt công bố phù hợp: hãy nêu set và edition',
      en: 'Several releases fit: name set and edition',
    },
    { candidates: fitting.map(({ index, period, unit_set, edition }) => ({ index, period, set: unit_set, edition })) },
  );
