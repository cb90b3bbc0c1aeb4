import { uniformDraws } from '@chi-so/domain/analysis/uniform-draws';

/**
 * What becomes of reads that are more than some limit allows: simulated in steps of 100 ms, always the same for the same
 * seed. The gateway refuses at once (429). A function that there is no room for is refused too. A read of an item that is
 * beyond its units is tried again by the function, which stays occupied meanwhile, and after four attempts it fails (503).
 */

export type Limits = {
  /** Token bucket of the HTTP API's stage. */
  gateway: { perSecond: number; burst: number };
  /** Executions at once: those that may start at any time, and so many more every ten seconds, up to the account's. */
  functions: { atOnce: number; start: number; growth: number };
  /** Read units a second of one item, alone in its partition: what adaptive capacity can do at best. */
  itemUnits: number;
};

export type Load = {
  perSecond: number;
  seconds: number;
  /** How often each item is asked for, in proportion. */
  shares: readonly number[];
  /** Read units of one read. */
  units: number;
  /** A read that waits for nothing. */
  milliseconds: number;
  seed: number;
};

type LimitName = 'gateway' | 'functions' | 'item';

export type Outcome = {
  asked: number;
  answered: number;
  /** Not answered, by the limit that was met. */
  refused: Record<LimitName, number>;
  /** Under way when the simulation ends. */
  waiting: number;
  /** The limit that was met first, and after how many seconds; a read that is tried again has met one. */
  first: { limit: LimitName; second: number } | null;
  mostAtOnce: number;
};

const STEPS = 10;
const ATTEMPTS = 4;
/** In steps: 25 ms, doubled each time, half of it in the mean, as packages/storage/src/pause.ts waits from the second on. */
const PAUSES = [1, 1, 2];

type Waiting = { item: number; attempt: number };

export const throttled = (load: Load, limits: Limits): Outcome => {
  const draw = uniformDraws(load.seed);
  const pick = picking(load.shares, draw);
  const refused = { gateway: 0, functions: 0, item: 0 };
  const due = new Map<number, Waiting[]>();
  // So many of those that are answered within a step are under way at any moment of it.
  const perRead = Math.min(1, load.milliseconds / (1000 / STEPS));
  const tokens = load.shares.map(() => limits.itemUnits);
  let [asked, answered, waiting, mostAtOnce, gateway] = [0, 0, 0, 0, limits.gateway.burst];
  let first: Outcome['first'] = null;
  const meet = (limit: LimitName, step: number) => {
    first ??= { limit, second: Math.floor(step / STEPS) };
  };

  for (let step = 0; step < load.seconds * STEPS; step++) {
    gateway = Math.min(limits.gateway.burst, gateway + limits.gateway.perSecond / STEPS);
    for (let i = 0; i < tokens.length; i++)
      tokens[i] = Math.min(limits.itemUnits, (tokens[i] as number) + limits.itemUnits / STEPS);

    const arrived = poisson(load.perSecond / STEPS, draw);
    asked += arrived;
    const admitted = Math.min(arrived, Math.floor(gateway));
    gateway -= admitted;
    refuse('gateway', arrived - admitted, step);

    const places = Math.min(
      limits.functions.atOnce,
      limits.functions.start + limits.functions.growth * Math.floor(step / STEPS / 10),
    );
    const again = due.get(step) ?? [];
    due.delete(step);
    waiting -= again.length;
    let running = 0;
    for (const one of again) running += attempt(one, step);
    let started = 0;
    for (; started < admitted && waiting + running < places; started++) {
      running += attempt({ item: pick(), attempt: 1 }, step);
    }
    refuse('functions', admitted - started, step);
    mostAtOnce = Math.max(mostAtOnce, waiting + running);
  }
  return { asked, answered, refused, waiting, first, mostAtOnce: Math.ceil(mostAtOnce) };

  function refuse(limit: LimitName, count: number, step: number): void {
    if (count > 0) meet(limit, step);
    refused[limit] += count;
  }

  /** Gives the places that it takes during this step, where it does not wait. */
  function attempt(one: Waiting, step: number): number {
    const left = tokens[one.item] as number;
    if (left >= load.units) {
      tokens[one.item] = left - load.units;
      answered++;
      return perRead;
    }
    meet('item', step);
    if (one.attempt === ATTEMPTS) {
      refused.item++;
      return perRead;
    }
    const at = step + (PAUSES[one.attempt - 1] as number);
    const others = due.get(at) ?? [];
    due.set(at, others);
    others.push({ item: one.item, attempt: one.attempt + 1 });
    waiting++;
    return 0;
  }
};

/** How many come, where so many come in the mean: Knuth's for few, the normal distribution for many. */
const poisson = (mean: number, draw: () => number): number => {
  if (mean > 50) {
    const normal = Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
    return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal));
  }
  let count = -1;
  for (let product = 1; product > Math.exp(-mean); count++) product *= draw();
  return count;
};

const picking = (shares: readonly number[], draw: () => number): (() => number) => {
  let sum = 0;
  const ends = shares.map((share) => {
    sum += share;
    return sum;
  });
  return () => {
    const at = draw() * sum;
    let [low, high] = [0, ends.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] as number) > at) high = middle;
      else low = middle + 1;
    }
    return low;
  };
};
