import type { ReleaseId } from '@chi-so/domain/identity';
import { getItem, type Key, queryItems } from './items.ts';
import { answerPartition } from './keys.ts';
import { type AsIs, fromItemAsIs, type LabelledOutput, type Output } from './labelled.ts';
import { isMeant, type Wanted } from './rankings.ts';
import type { ReadTable } from './read-table.ts';

/**
 * ANSWER items: what is answered to whoever asks for a ranking and names no more than index and period. Rendered when it
 * is ranked, and served as it is stored.
 */

const answerKey = ({ index, period, unit_set, edition }: ReleaseId): Key => ({
  pk: answerPartition(index),
  sk: `${period}#${unit_set}#${edition}`,
});

export const answerOutput = (
  release: ReleaseId,
  label: number,
  degraded: string | null,
  output: Output<unknown>,
): LabelledOutput => ({ key: answerKey(release), label, degraded, level: 9, ...output });

export const getAnswer = async (rankings: ReadTable, release: ReleaseId): Promise<AsIs | undefined> => {
  const item = await getItem(rankings, answerKey(release), false);
  return item && fromItemAsIs(item);
};

/** The answers of the releases that are meant, two at most: more than one is too many. */
export const findAnswers = async (
  rankings: ReadTable,
  wanted: Wanted,
): Promise<{ release: ReleaseId; stored: AsIs }[]> => {
  const { index, period, unit_set: set } = wanted;
  const items = await queryItems(rankings, {
    pk: answerPartition(index),
    prefix: `${period}#${set === undefined ? '' : `${set}#`}`,
    ...(wanted.edition === undefined ? { limit: 2 } : {}),
  });
  return items.flatMap((item) => {
    const [, unit_set = '', edition = ''] = String(item.sk).split('#');
    const release = { index, period, unit_set, edition };
    const stored = isMeant(wanted, release) ? fromItemAsIs(item) : undefined;
    return stored ? [{ release, stored }] : [];
  });
};
