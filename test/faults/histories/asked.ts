import type { Entry } from './accepted-log.ts';
import { type Content, type Correction, corrected } from './contents.ts';
import { Divergence, requireSame } from './divergence.ts';

/** What writers have asked for and what they were answered: from this, and from nothing stored, contents are known. */

export type Asked = {
  id: string;
  edition: string;
  period: string;
  reason: string;
  /** The base entry that its author saw and named; null where it named none. */
  saw: number | null;
  what:
    | { kind: 'publish'; revision: number; pins: { methodology: string; version: number } | null }
    | { kind: 'correct'; corrections: Correction[] }
    | { kind: 'withdraw' };
  answer: 'none' | { entry: number } | { refused: number };
  /** Its author has stopped waiting for a try that went on: what a later try is answered does not speak of that one. */
  isLeftRunning?: boolean;
};

export type KnownRevision = { revision: number; base: number; content: Content; by: 'upload' | 'correction' };

export const createAskedFor = () => {
  const requests = new Map<string, Asked>();
  const revisions = new Map<string, KnownRevision[]>();
  const revisionsOf = (edition: string, period: string): KnownRevision[] => {
    const key = `${edition} ${period}`;
    const known = revisions.get(key) ?? [];
    revisions.set(key, known);
    return known;
  };

  /** @throws Divergence where the number stands for something else already. */
  const learn = (edition: string, period: string, learnt: KnownRevision): void => {
    const known = revisionsOf(edition, period).find(({ revision }) => revision === learnt.revision);
    if (!known) revisionsOf(edition, period).push(learnt);
    else requireSame(`Revision ${learnt.revision} of ${edition} ${period}`, known.content, learnt.content);
  };

  /** What an entry holds, from what its author has asked for. */
  const contentOf = (entry: Omit<Entry, 'content'>, earlier: readonly Entry[]): Content | null => {
    const before = earlier.at(-1);
    const { edition, period, request_id, revision, pins } = entry;
    const name = `${edition} ${period} entry ${entry.entry}`;
    const asked = requests.get(request_id);
    if (!asked) throw new Divergence(`${name} was asked for by nobody: ${request_id}`);
    requireSame(`The release of ${name}`, [edition, period], [asked.edition, asked.period]);
    requireSame(`The reason of ${name}`, entry.reason, asked.reason);
    if (asked.saw !== null) requireSame(`What the author of ${name} saw is its base`, before?.entry ?? 0, asked.saw);
    const content = promised(asked, entry, before);
    requireSame(`The cause of ${name}`, entry.cause, causeOf(asked, earlier));
    requireSame(
      `The methodology of ${name}`,
      pins && [pins.methodology, pins.methodology_version],
      content && [content.methodology, content.version],
    );
    if (asked.what.kind === 'withdraw') requireSame(`The revision of ${name}`, revision, null);
    return content;
  };

  const promised = ({ what }: Asked, entry: Omit<Entry, 'content'>, before: Entry | undefined): Content | null => {
    const { edition, period, revision } = entry;
    if (what.kind === 'withdraw') return null;
    if (what.kind === 'correct') {
      if (!before?.content || revision === null) throw new Divergence(`${entry.request_id} corrects nothing`);
      const content = corrected(before.content, what.corrections);
      learn(edition, period, { revision, base: before.entry, content, by: 'correction' });
      return content;
    }
    requireSame(`The revision of ${entry.request_id}`, revision, what.revision);
    const known = revisionsOf(edition, period).find((one) => one.revision === what.revision);
    if (!known) throw new Divergence(`Revision ${what.revision} of ${edition} ${period} is nobody's`);
    return { ...known.content, ...what.pins };
  };

  const causeOf = ({ what, edition, period }: Asked, earlier: readonly Entry[]): string => {
    if (what.kind !== 'publish') return what.kind;
    const isSame = ({ revision }: { revision: number | null }) => revision === what.revision;
    const last = earlier.at(-1);
    if (last && isSame(last)) return 'methodology';
    if (earlier.some(isSame)) return 'rollback';
    return revisionsOf(edition, period).find(isSame)?.by === 'correction' ? 'correct' : 'publish';
  };

  return { requests, revisionsOf, learn, contentOf };
};

export type AskedFor = ReturnType<typeof createAskedFor>;
