import type { Methodology } from '@chi-so/domain/methodology';
import type { UnitSet } from '@chi-so/domain/unit-set';
import { ingestFile } from '@chi-so/ingestion/ingest-file';
import { postPublish } from '@chi-so/ingestion/publish';
import type { Stores } from '@chi-so/ingestion/stores';
import { recompute } from '@chi-so/ranking/recompute';
import { writerRequest } from '../faults/writer-request.ts';
import { releaseJson } from './communes.ts';
import { sentFile } from './engine-stores.ts';

/** The acts by which a release becomes official and is ranked, one after the other; the period is the log's nth. */
export const actsOf = (stores: Stores, set: UnitSet, methodology: Methodology, period: string, entry: number) => {
  const log = { index: 'pci', unit_set: set.unit_set, edition: 'main' };
  const where = { set: set.unit_set, edition: 'main' };
  const bytes = Buffer.from(releaseJson(set, methodology, period));
  return {
    upload: () => ingestFile(stores, { ...sentFile(bytes, 'main'), request_id: period }, false),
    publish: () =>
      postPublish(
        stores,
        writerRequest({ index: 'pci', period, revision: '1' }, where, {}, { 'idempotency-key': period }),
      ),
    rank: () => recompute(stores, log, [entry]),
  };
};

/** Releases of made-up scores, official and ranked. */
export const publishPeriods = async (
  stores: Stores,
  set: UnitSet,
  methodology: Methodology,
  periods: readonly string[],
): Promise<void> => {
  for (const [i, period] of periods.entries()) {
    const { upload, publish, rank } = actsOf(stores, set, methodology, period, i + 1);
    await upload();
    await publish();
    await rank();
  }
};
