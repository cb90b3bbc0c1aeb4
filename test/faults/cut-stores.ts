import type { Stores } from '@chi-so/ingestion/stores';
import { tableOf } from '@chi-so/storage/client';

/**
 * Where a run is cut, and on which side. Every call can be cut before it is sent; a lost answer matters only to writes,
 * since a read leaves nothing behind.
 */
export type Cut = { when: 'before a call' | 'after a write'; at: number; process: 'ends' | 'goes on' };

class CutError extends Error {
  override readonly name = 'CutError';
}

const isWrite = (command: object): boolean => /Put|Write|Update|Delete/.test(command.constructor.name);

type AnyClient = { send: (command: object) => Promise<unknown> };

/**
 * The stores with a fault in them: what all clients send is counted, and one call is cut. A process that has ended sends
 * nothing any more and hears nothing; what was under way arrives.
 */
export const cutStores = ({ records, rankings, originals, now }: Stores, cut: Cut) => {
  let counted = 0;
  let hasEnded = false;
  const written: Promise<string>[] = [];
  const cutClient = <T extends object>(client: T): T => {
    const send = async (command: object): Promise<unknown> => {
      if (hasEnded) throw new CutError('The process has ended');
      const isCounted = cut.when === 'before a call' || isWrite(command);
      if (isCounted) counted++;
      const isCut = isCounted && counted === cut.at;
      const stop = () => {
        hasEnded ||= isCut && cut.process === 'ends';
        if (isCut || hasEnded) throw new CutError(`${cut.when} (${command.constructor.name})`);
      };
      if (cut.when === 'before a call') stop();
      const answer = (client as unknown as AnyClient).send(command);
      if (isWrite(command)) written.push(answer.then(() => command.constructor.name));
      const given = await answer;
      stop();
      return given;
    };
    return new Proxy(client, { get: (target, name) => (name === 'send' ? send : Reflect.get(target, name)) });
  };
  const stores: Stores = {
    now,
    records: tableOf(cutClient(records.db), records.name),
    rankings: tableOf(cutClient(rankings.db), rankings.name),
    originals: { ...originals, s3: cutClient(originals.s3) },
  };
  return {
    stores,
    wasCut: () => counted >= cut.at,
    /** The writes in the order in which they were sent, when all have arrived; refused ones are not among them. */
    arrived: async (): Promise<string[]> =>
      (await Promise.allSettled(written)).flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])),
  };
};
