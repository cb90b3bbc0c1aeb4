import { uniformDraws } from '@chi-so/domain/analysis/uniform-draws';

/**
 * Publications of many logs in a short time, and how long each waits until it is ranked: simulated, always the same for the
 * same seed. A shard of the stream has one worker, which takes what waits, up to a batch, and ranks one publication after
 * the other. A worker that runs into its time limit is called again with what it has not done: what it was doing is done
 * twice, what stands is not.
 */

export type Publishing = {
  publications: number;
  logs: number;
  /** They come at any moment of so many seconds. */
  seconds: number;
  shards: number;
  batch: number;
  /** Of ranking one publication. */
  milliseconds: number;
  limitSeconds: number;
  seed: number;
};

export type Ranked = {
  /** Seconds from publication to ranking, in the order of the publications. */
  delays: number[];
  /** Calls that ran into their limit. */
  cutOff: number;
  /** The most publications of one second: each writes into the one partition of the ledger. */
  mostPerSecond: number;
};

export const publishing = (given: Publishing): Ranked => {
  const draw = uniformDraws(given.seed);
  const times = Array.from({ length: given.publications }, () => draw() * given.seconds).sort((a, b) => a - b);
  // By chance, as a hash does it: a log stays in its shard.
  const shardOf = Array.from({ length: given.logs }, () => Math.floor(draw() * given.shards));
  const arrived = times.map((at) => ({ at, shard: shardOf[Math.floor(draw() * given.logs)] as number }));
  const queues = Array.from({ length: given.shards }, (_, shard) => arrived.filter((one) => one.shard === shard));
  const done = queues.map((queue) =>
    rankedBy(
      queue.map(({ at }) => at),
      given,
    ),
  );
  const bySecond = Map.groupBy(times, Math.floor);
  return {
    delays: done.flatMap(({ delays }) => delays),
    cutOff: done.reduce((sum, { cutOff }) => sum + cutOff, 0),
    mostPerSecond: Math.max(0, ...[...bySecond.values()].map((all) => all.length)),
  };
};

const rankedBy = (times: readonly number[], { batch, milliseconds, limitSeconds }: Publishing) => {
  const each = milliseconds / 1000;
  if (each > limitSeconds) throw new Error('A publication takes longer than a call may: none would ever be ranked');
  const delays: number[] = [];
  let now = 0;
  let cutOff = 0;
  for (let next = 0; next < times.length; ) {
    now = Math.max(now, times[next] as number);
    let end = next;
    while (end < times.length && end - next < batch && (times[end] as number) <= now) end++;
    const fits = Math.min(end - next, Math.floor(limitSeconds / each));
    for (let i = 0; i < fits; i++) delays.push(now + (i + 1) * each - (times[next + i] as number));
    const isCutOff = fits < end - next;
    if (isCutOff) cutOff++;
    now += isCutOff ? limitSeconds : fits * each;
    next += fits;
  }
  return { delays, cutOff };
};
