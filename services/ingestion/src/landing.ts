import { EVERY_SET } from '@chi-so/domain/ownership';
import { logger } from '@chi-so/runtime/logger';
import { Problem } from '@chi-so/runtime/problem';
import { getObject, headObject, putObject } from '@chi-so/storage/originals';
import * as z from 'zod';
import { ingestFile } from './ingest-file.ts';
import { isTooLarge, tooLarge } from './put-release.ts';
import { reportMeta, shownFindings } from './report.ts';
import { SAID, type Said } from './said.ts';
import type { Stores } from './stores.ts';

/**
 * Files that are put under `landing/` become drafts by themselves. What the file does not tell, a manifest beside it does
 * (`name.xlsx.manifest.json`), and the name itself may (`pci-2019-VN63.csv`). The report appears beside the file.
 */

/** What EventBridge says of a new object. */
export type ObjectCreated = { id: string; detail: { object: { key: string } } };

const MANIFEST = '.manifest.json';
const REPORT = '.report.json';

const Manifest = z.strictObject(Object.fromEntries(SAID.map((name) => [name, z.string().min(1).max(500).optional()])));

export const landFile = async (stores: Stores, { id, detail }: ObjectCreated): Promise<void> => {
  const { key } = detail.object;
  if (key.endsWith(REPORT) || key.endsWith('/')) return;
  // A manifest that comes after its file sets it going again.
  const file = key.endsWith(MANIFEST) ? key.slice(0, -MANIFEST.length) : key;
  const report = await reportOf(stores, file, id);
  if (report === null) return;
  await putObject(stores.originals, file + REPORT, Buffer.from(JSON.stringify(report, null, 2)), 'application/json');
  logger.info('file landed', { file, status: report.status });
};

const reportOf = async (stores: Stores, key: string, requestId: string) => {
  const { originals, now } = stores;
  const head = await headObject(originals, key);
  if (!head) return null;
  const at = now().toISOString();
  try {
    if (isTooLarge(head.size)) throw tooLarge();
    const [object, manifest] = await Promise.all([getObject(originals, key), getObject(originals, key + MANIFEST)]);
    if (!object) return null;
    const { releases, unrecognised } = await ingestFile(
      stores,
      {
        bytes: Buffer.from(object.bytes),
        contentType: object.contentType ?? 'application/octet-stream',
        said: { ...saidByName(key), ...(manifest ? readManifest(manifest.bytes) : {}) },
        actor: 'landing',
        request_id: requestId,
        // Whoever may write to the bucket is let in by its own permissions.
        owned: [EVERY_SET],
      },
      false,
    );
    return {
      status: releases.length > 0 ? 'drafted' : 'refused',
      at,
      releases: releases.map((release) => ({ ...release.release, ...reportMeta(release, 'vi') })),
      errors: shownFindings(unrecognised, 'vi'),
    };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { status: 'refused', at, releases: [], code: error.code, title: error.text, errors: error.errors };
  }
};

const readManifest = (bytes: Uint8Array): Said => {
  let json: unknown;
  try {
    json = JSON.parse(
      Buffer.from(bytes)
        .toString('utf8')
        .replace(/^\uFEFF/u, ''),
    );
  } catch (error) {
    json = String(error);
  }
  const { success, data, error } = Manifest.safeParse(json);
  if (success) return data as Said;
  const why = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  throw new Problem(422, 'invalid-manifest', {
    vi: `Tệp ${MANIFEST} không hợp lệ: ${why}`,
    en: `The ${MANIFEST} file is not valid: ${why}`,
  });
};

/** `pci-2019-VN63.csv`, `par-index_2023.xlsx`: index, period and unit set, where a name is made so. */
const saidByName = (key: string): Said => {
  const filename = key.split('/').at(-1) ?? key;
  const [, index, period, set] =
    /^([a-z]+(?:-[a-z]+)*)[-_.](\d{4}(?:-(?:H[12]|Q[1-4]))?)(?:[-_.](VN\d{2}(?:-\d{2})?(?:-\d{4})?))?\.[A-Za-z]+$/.exec(
      filename,
    ) ?? [];
  return { filename, ...(index && period ? { index, period } : {}), ...(set ? { set } : {}) };
};
