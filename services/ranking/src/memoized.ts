/** What was asked for once is asked for no second time; `key` names what is the same. */
export const memoized = <A, R>(
  load: (argument: A) => Promise<R>,
  key: (argument: A) => unknown = (argument) => argument,
): ((argument: A) => Promise<R>) => {
  const known = new Map<unknown, Promise<R>>();
  return (argument) => {
    const loading = known.get(key(argument)) ?? load(argument);
    known.set(key(argument), loading);
    return loading;
  };
};

/**
 * The same for what is large: of what was loaded, no more is kept than weighs `most` together. What was asked for longest
 * ago is let go, and loaded again where it is asked for again.
 */
export const memoizedWithin = <A, R>(
  most: number,
  weightOf: (result: R) => number,
  load: (argument: A) => Promise<R>,
  key: (argument: A) => unknown,
): ((argument: A) => Promise<R>) => {
  const known = new Map<unknown, { loading: Promise<R>; weight: number }>();
  let together = 0;
  const weigh = async (name: unknown, entry: { loading: Promise<R>; weight: number }): Promise<void> => {
    entry.weight = weightOf(await entry.loading);
    together += entry.weight;
    for (const [oldest, { weight }] of known) {
      if (together <= most || oldest === name) break;
      // What is still being loaded weighs nothing yet, and somebody is waiting for it.
      if (weight === 0) continue;
      known.delete(oldest);
      together -= weight;
    }
  };
  return (argument) => {
    const name = key(argument);
    const found = known.get(name);
    const entry = found ?? { loading: load(argument), weight: 0 };
    // Whoever was asked for last is the last to go.
    known.delete(name);
    known.set(name, entry);
    // A failure is for whoever asked, and weighs nothing.
    if (!found) weigh(name, entry).catch(() => {});
    return entry.loading;
  };
};
