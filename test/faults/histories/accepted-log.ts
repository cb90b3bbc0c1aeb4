import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { StoredItem } from './commands.ts';
import type { Content } from './contents.ts';
import { Divergence } from './divergence.ts';

/** The log as writers have had it accepted: noted at the moment at which each entry takes effect. */

/** Of the stored entry only what it says; what its revision holds comes from its writer. */
export type Entry = {
  edition: string;
  entry: number;
  period: string;
  revision: number | null;
  at: string;
  cause: string;
  reason: string | null;
  request_id: string;
  ledger: number;
  /** Components that the entry may have changed; null: any. */
  touches: string[] | null;
  pins: { methodology: string; methodology_version: number } | null;
  /** What became official; null for a withdrawal. */
  content: Content | null;
};

export type AcceptedLog = ReturnType<typeof createAcceptedLog>;

/** `contentOf` tells what an entry's author has said that it holds, given the earlier entries of its release. */
export const createAcceptedLog = (
  contentOf: (entry: Omit<Entry, 'content'>, earlier: readonly Entry[]) => Content | null,
) => {
  const logs = new Map<string, Entry[]>();
  const ledger: Entry[] = [];
  const of = (edition: string): Entry[] => {
    const log = logs.get(edition) ?? [];
    logs.set(edition, log);
    return log;
  };
  return {
    of,
    ledger,
    /** @throws Divergence where the entry takes the place of another one, or leaves one out. */
    observe: (item: StoredItem): Entry => {
      const { pk, sk: _sk, touches = null, ...stored } = unmarshall(item);
      const edition = String(pk).split('#')[3] ?? '';
      const log = of(edition);
      const told = { edition, touches, ...stored } as Omit<Entry, 'content'>;
      if (told.entry !== log.length + 1)
        throw new Divergence(`${pk} ${told.entry} is written over: there are ${log.length}`);
      if (told.ledger !== ledger.length + 1) throw new Divergence(`Ledger ${told.ledger} after ${ledger.length}`);
      const earlier = log.filter(({ period }) => period === told.period);
      const entry: Entry = { ...told, content: contentOf(told, earlier) };
      requireUntouched(earlier.at(-1), entry);
      log.push(entry);
      ledger.push(entry);
      return entry;
    },
  };
};

/** What an entry says that it does not touch is what it was. */
const requireUntouched = (before: Entry | undefined, { touches, content, entry, edition }: Entry): void => {
  if (touches === null) return;
  if (!before?.content || !content) throw new Divergence(`${edition} ${entry} names what it touches, without a base`);
  const { scores: was, ...plainWas } = before.content;
  const { scores: is, ...plainIs } = content;
  const names = new Set([...Object.keys(was), ...Object.keys(is)]);
  const untouched = [...names].filter((component) => component !== 'total' && !touches.includes(component));
  const same = untouched.every((component) => JSON.stringify(was[component]) === JSON.stringify(is[component]));
  if (!same || JSON.stringify(plainWas) !== JSON.stringify(plainIs)) {
    throw new Divergence(`${edition} ${entry} touches more than ${touches.join()}`);
  }
};

/** The log as a component knows it, after so many entries. */
export const logOfComponent = (log: readonly Entry[], component: string, length: number): Entry[] =>
  log.filter(
    ({ entry, touches }) =>
      entry <= length && (touches === null || component === 'total' || touches.includes(component)),
  );
