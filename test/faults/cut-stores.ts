import type { Stores } from '@chi-so/ingestion/stores';

/** Where a run is cut: at which send, on which side of it, and whether the process is gone then. */
export type Cut = { at: number; when: 'before-sending' | 'answer-lost'; process: 'ends' | 'goes-on' };

class CutError extends Error {
  override readonly name = 'CutError';
}

type AnyClient = { send: (command: object) => Promise<unknown> };

/**
 * The stores with a fault in them: the sends of all clients are counted, and one is cut. A process that has ended sends
 * nothing any more and hears nothing; what was under way arrives.
 */
export const cutStores = ({ records, rankings, originals, now }: Stores, cut: Cut) => {
  let sends = 0;
  let hasEnded = false;
  const underWay: Promise<unknown>[] = [];
  const cutClient = <T extends object>(client: T): T => {
    const send = async (command: object): Promise<unknown> => {
      if (hasEnded) throw new CutError('The process has ended');
      const isCut = ++sends === cut.at;
      const ended = () => {
        hasEnded ||= isCut && cut.process === 'ends';
        if (isCut || hasEnded) throw new CutError(`${command.constructor.name}: ${cut.when}`);
      };
      if (cut.when === 'before-sending') ended();
      const answer = (client as unknown as AnyClient).send(command);
      underWay.push(answer.catch(() => undefined));
      const given = await answer;
      ended();
      return given;
    };
    return new Proxy(client, { get: (target, name) => (name === 'send' ? send : Reflect.get(target, name)) });
  };
  const stores: Stores = {
    now,
    records: { ...records, db: cutClient(records.db) },
    rankings: { ...rankings, db: cutClient(rankings.db) },
    originals: { ...originals, s3: cutClient(originals.s3) },
  };
  return { stores, wasCut: () => sends >= cut.at, arrived: () => Promise.all(underWay) };
};
