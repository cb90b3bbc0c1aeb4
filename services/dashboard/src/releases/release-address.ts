import { MAIN_EDITION, type ReleaseId } from '@chi-so/domain/identity';
import type { Common } from '../address/page-kind.ts';
import type { ReleaseAddress } from '../address/pages/releases.ts';

/** The page of a release, or of one of its revisions, for the same reader. */
export const releaseAddress = (
  { lang, unit, peers }: Common,
  { index, period, unit_set, edition }: ReleaseId,
  revision: number | null = null,
): Common & ReleaseAddress => ({
  ...{ page: 'release', index, set: unit_set, period, lang, unit, peers },
  edition: edition === MAIN_EDITION ? null : edition,
  revision: revision === null ? null : String(revision),
});
