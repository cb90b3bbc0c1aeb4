import { EVERY_SET, ownsUnitSet } from '@chi-so/domain/ownership';
import { ingestFile } from '../ingest-file.ts';
import type { Stores } from '../stores.ts';
import type { Ingest } from './fetch-source.ts';

/** What was fetched goes the way of every other file, but for the warnings that it would accept of itself. */
export const ingestFetched =
  (stores: Stores): Ingest =>
  async ({ bytes, filename, url, said: { unit_set, ...said } }, by) => {
    const { releases, unrecognised } = await ingestFile(
      stores,
      {
        bytes,
        contentType: 'application/octet-stream',
        said: { ...said, url, ...(unit_set ? { set: unit_set } : {}), ...(filename ? { filename } : {}) },
        ...by,
        owned: [ownedByThoseOf(unit_set)],
      },
      false,
    );
    return {
      releases: releases.map(({ release, revision, status, existed }) => ({
        ...release,
        revision,
        status: existed ? 'unchanged' : status,
      })),
      findings: [...unrecognised, ...releases.flatMap(({ findings }) => findings)],
    };
  };

/** A source of a province's own set makes drafts of no other, whatever its file says. */
const ownedByThoseOf = (unit_set: string | undefined): string =>
  unit_set !== undefined && ownsUnitSet([unit_set], unit_set) ? unit_set : EVERY_SET;
