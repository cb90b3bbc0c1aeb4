import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import type { ReleaseId } from '@chi-so/domain/identity';
import { type AuditEntry, auditItem } from './audit.ts';
import type { Table } from './client.ts';
import { encode } from './item-writes.ts';
import { padded, queryItems } from './items.ts';
import { releasePartition } from './keys.ts';

/** ACK items: warnings of a draft that somebody has seen and accepts, with the reason. Revisions never change. */

export type Acknowledgement = { rule: string; reason: string; actor: string; at: string };

const prefix = (revision: number) => `ACK#${padded(revision, 6)}#`;

export const putAcknowledgements = async (
  records: Table,
  release: ReleaseId,
  revision: number,
  acknowledgements: readonly Acknowledgement[],
  audit: AuditEntry,
): Promise<void> => {
  const put = (Item: ReturnType<typeof encode>) => ({ Put: { TableName: records.name, Item } });
  await records.db.send(
    new TransactWriteItemsCommand({
      TransactItems: [
        ...acknowledgements.map((one) =>
          put(encode({ pk: releasePartition(release), sk: prefix(revision) + one.rule, ...one })),
        ),
        put(
          encode(
            auditItem({
              ...audit,
              revision,
              before: null,
              after: { rules: acknowledgements.map(({ rule }) => rule).join(', ') },
            }),
          ),
        ),
      ],
    }),
  );
};

export const listAcknowledgements = async (
  records: Table,
  release: ReleaseId,
  revision: number,
): Promise<Acknowledgement[]> => {
  const items = await queryItems(records, {
    pk: releasePartition(release),
    prefix: prefix(revision),
    consistent: true,
  });
  return items.map(({ rule, reason, actor, at }) => ({ rule, reason, actor, at }));
};
