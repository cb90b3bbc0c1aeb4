import { createHash } from 'node:crypto';
import type { Finding } from '@chi-so/domain/finding';
import { type LevelOf, requireOwner } from './caller.ts';
import { catalogueOf } from './catalogue-reader.ts';
import type { Contents } from './contents.ts';
import { type Delivery, draftRelease, type ReleaseReport } from './draft-release.ts';
import { readReleases } from './read-releases.ts';
import type { ReadRelease } from './released-tables.ts';
import type { Said } from './said.ts';
import type { Stores } from './stores.ts';

/** Raise this when files come to be read otherwise: the same bytes are then another revision. */
const READER = 1;

/** What our own files are read by; whatever else a release was recognised by is in the catalogue. */
const OWN_LAYOUTS: ReadonlySet<string> = new Set<Contents['kind']>(['release', 'template', 'json']);

export type IncomingFile = {
  bytes: Buffer;
  contentType: string;
  said: Said;
  actor: string;
  request_id: string;
  /** The unit sets whose releases the sender may write. */
  owned: readonly string[];
  /** Whether the sender may accept warnings: only then do a file's own lines that accept them count. */
  mayAcknowledge?: boolean;
};

/** What a file held, and what of it is no release. */
export type FileReport = { releases: ReleaseReport[]; unrecognised: Finding[] };

/** Every release that a file holds becomes a draft; with `isDryRun` nothing is written. */
export const ingestFile = async (stores: Stores, file: IncomingFile, isDryRun: boolean): Promise<FileReport> => {
  const catalogue = catalogueOf(stores.records);
  const { releases, unrecognised } = await readReleases(file.bytes, file.said, catalogue);
  const layouts = releases.every(({ layout }) => OWN_LAYOUTS.has(layout)) ? [] : await catalogue.layouts();
  const { filename: _filename, ...mapped } = file.said;
  const delivery = ({ layout, methodology, unitSet }: ReadRelease): Delivery => ({
    ...file,
    sha256: sha256Of(file.bytes),
    mapping: sha256Of(
      JSON.stringify([
        READER,
        layouts.find((one) => one.layout === layout) ?? layout,
        mapped,
        [methodology.methodology, methodology.version, unitSet.version],
      ]),
    ).slice(0, 16),
  });
  const levelOf: LevelOf = async (index) => (await catalogue.indices()).find((one) => one.index === index)?.level;
  // All before any: a file of several releases is not taken by halves.
  for (const { file: read } of releases) await requireOwner(file.owned, read.release, levelOf);
  const reports: ReleaseReport[] = [];
  for (const release of releases) {
    if (!file.mayAcknowledge) release.file.acknowledgements = [];
    reports.push(await draftRelease(stores, release, delivery(release), isDryRun));
  }
  return { releases: reports, unrecognised };
};

const sha256Of = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');
