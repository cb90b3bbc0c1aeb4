import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import type { Finding } from '@chi-so/domain/finding';
import type { ReleaseId } from '@chi-so/domain/identity';
import type { Pins } from '@chi-so/domain/log';
import type { Announcement, Source } from '@chi-so/domain/score';
import { type AuditEntry, auditItem } from './audit.ts';
import type { Table } from './client.ts';
import { cancellation, encode } from './item-writes.ts';
import { getItem, type Item, pack, padded, queryItems, unpack } from './items.ts';
import { releasePartition } from './keys.ts';
import { pause } from './pause.ts';
import type { ReadTable } from './read-table.ts';
import type { Manifest } from './scores.ts';
import { readAs } from './unreadable-record.ts';

/** REV and SOURCE items: one immutable content of a release, and the file that it came from. */

export type Revision = {
  revision: number;
  /** SHA-256 over manifest, announcement and methodology: equal content has an equal hash. */
  content_hash: string;
  /** The release's last log entry when the revision was made; 0 where there was none. */
  base_entry: number;
  pins: Pins;
  manifest: Manifest;
  /** Everything that the revision has scores for. */
  components: string[];
  announcement: Announcement;
  source: Source;
  /** SHA-256 of the uploaded bytes, the name under which the release bucket keeps them. */
  sha256: string;
  findings: Finding[];
  /** Warnings that the file itself accepts. */
  acknowledgements: { rule: string; reason: string }[];
  cause: 'upload' | 'correction';
  /** Components that a correction changes in what was published at its base; null: any of them. */
  corrects: string[] | null;
  reason: string | null;
  actor: string;
  recorded_at: string;
};

/** Others were faster every time; the same request may well go through a moment later. */
class BusyError extends Error {
  override readonly name = 'BusyError';
}

const PREFIX = 'REV#';
const key = (release: ReleaseId, revision: number) => ({
  pk: releasePartition(release),
  sk: `${PREFIX}${padded(revision, 6)}`,
});

/** The same bytes, read in the same way, on the same base are the same revision. */
export type Origin = { sha256: string; mapping: string; base_entry: number };
const originKey = (release: ReleaseId, { sha256, mapping, base_entry }: Origin) => ({
  pk: releasePartition(release),
  sk: `SOURCE#${sha256}#${mapping}#${padded(base_entry)}`,
});

export const getRevision = async (
  records: ReadTable,
  release: ReleaseId,
  revision: number,
): Promise<Revision | undefined> => {
  const item = await getItem(records, key(release, revision), true);
  return item && fromItem(item);
};

/**
 * Some revisions of a release, oldest first: by one read. Where several are asked for, what lies between them is read
 * too, which costs less than a read of each as long as few drafts do.
 */
export const getRevisions = async (
  records: ReadTable,
  release: ReleaseId,
  numbers: readonly number[],
): Promise<Revision[]> => {
  const [first = 0, last = 0] = [Math.min(...numbers), Math.max(...numbers)];
  if (numbers.length === 0) return [];
  if (first === last) return [await getRevision(records, release, first)].filter((found) => found !== undefined);
  const { pk, sk } = key(release, first);
  const items = await queryItems(records, { pk, between: [sk, key(release, last).sk], consistent: true });
  return items.filter(({ revision }) => numbers.includes(revision)).map(fromItem);
};

/** Every revision of a release, oldest first, drafts included. */
export const listRevisions = async (records: ReadTable, release: ReleaseId): Promise<Revision[]> => {
  const items = await queryItems(records, { pk: releasePartition(release), prefix: PREFIX, consistent: true });
  return items.map(fromItem);
};

/** The revision that an upload of the same origin made before. */
export const revisionOfOrigin = async (
  records: Table,
  release: ReleaseId,
  origin: Origin,
): Promise<number | undefined> => (await getItem(records, originKey(release, origin), true))?.revision;

/**
 * Writes {REV, SOURCE, AUDIT} in one transaction, under the next free number, and answers that number; the number of the
 * earlier revision where the same origin has one already. The scores must have been written before.
 */
export const createRevision = async (
  records: Table,
  release: ReleaseId,
  revision: Omit<Revision, 'revision'>,
  origin: Origin,
  audit: AuditEntry,
): Promise<{ revision: number; existed: boolean }> => {
  for (let attempt = 0; attempt < 12; attempt++) {
    const [last] = await queryItems(records, {
      pk: releasePartition(release),
      prefix: PREFIX,
      descending: true,
      limit: 1,
      consistent: true,
    });
    const number = (last?.revision ?? 0) + 1;
    const ifAbsent = { ConditionExpression: 'attribute_not_exists(pk)' };
    try {
      await records.db.send(
        new TransactWriteItemsCommand({
          TransactItems: [
            {
              Put: {
                TableName: records.name,
                Item: encode(toItem(release, { ...revision, revision: number })),
                ...ifAbsent,
              },
            },
            {
              Put: {
                TableName: records.name,
                Item: encode({ ...originKey(release, origin), revision: number }),
                ...ifAbsent,
              },
            },
            {
              Put: {
                TableName: records.name,
                Item: encode(
                  auditItem({
                    ...audit,
                    revision: number,
                    before: last ? { revision: last.revision } : null,
                    after: { revision: number, sha256: revision.sha256 },
                  }),
                ),
              },
            },
          ],
        }),
      );
      return { revision: number, existed: false };
    } catch (error) {
      if (!cancellation(error)) throw error;
      const earlier = await revisionOfOrigin(records, release, origin);
      if (earlier !== undefined) return { revision: earlier, existed: true };
      await pause(attempt);
    }
  }
  throw new BusyError(`No free revision number in ${releasePartition(release)} after 12 attempts`);
};

type Packed = Pick<Revision, 'manifest' | 'components' | 'announcement' | 'source' | 'findings' | 'acknowledgements'>;

const toItem = (
  release: ReleaseId,
  { manifest, components, announcement, source, findings, acknowledgements, ...plain }: Revision,
): Item => ({
  ...key(release, plain.revision),
  ...plain,
  body: pack({ manifest, components, announcement, source, findings, acknowledgements } satisfies Packed),
});

const fromItem = ({ pk, sk, body, ...plain }: Item): Revision =>
  readAs({ pk, sk }, () => ({
    corrects: null,
    ...(plain as Omit<Revision, keyof Packed | 'corrects'>),
    ...unpack<Packed>(body),
  }));
