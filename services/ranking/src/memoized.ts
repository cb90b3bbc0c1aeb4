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
