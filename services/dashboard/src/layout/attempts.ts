/**
 * Counts attempts at one thing, of which only the last counts: each says of itself whether it still is that, so that an
 * answer which another one has overtaken is dropped.
 */
export const attempts = () => {
  let last = 0;
  return {
    begin: (): (() => boolean) => {
      last += 1;
      const own = last;
      return () => own === last;
    },
  };
};
