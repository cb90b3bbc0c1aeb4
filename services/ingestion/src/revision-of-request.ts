import { type ReleaseId, releaseName } from '@chi-so/domain/identity';
import type { Request } from '@chi-so/runtime/http';
import { notFound } from '@chi-so/runtime/problem';
import type { Table } from '@chi-so/storage/client';
import { getRevision, type Revision } from '@chi-so/storage/revisions';
import { oneRelease } from './which-release.ts';

/** The revision that the path names. @throws Problem 404 where there is none. */
export const namedRevision = async (
  records: Table,
  request: Request,
): Promise<{ release: ReleaseId; revision: Revision }> => {
  const number = /^\d{1,6}$/.test(request.path.revision ?? '') ? Number(request.path.revision) : Number.NaN;
  const release = await oneRelease(records, request, async (main) =>
    Number.isNaN(number) ? false : (await getRevision(records, main, number)) !== undefined,
  );
  const revision = Number.isInteger(number) ? await getRevision(records, release, number) : undefined;
  if (revision) return { release, revision };
  throw notFound(
    `Không có bản ${request.path.revision} của ${releaseName(release)}`,
    `${releaseName(release)} has no revision ${request.path.revision}`,
  );
};
