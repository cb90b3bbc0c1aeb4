/** Round by round, one after the other; every other round backwards, so that nobody is always first. */
export const inTurn = async <Subjects extends Record<string, (round: number) => unknown>>(
  { rounds, warmUp }: { rounds: number; warmUp: number },
  subjects: Subjects,
): Promise<Found<Subjects>> => {
  const names = Object.keys(subjects);
  const found: Record<string, unknown[]> = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < warmUp + rounds; round++) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const one = await subjects[name]?.(round);
      if (round >= warmUp) found[name]?.push(one);
    }
  }
  return found as Found<Subjects>;
};

type Found<Subjects extends Record<string, (round: number) => unknown>> = {
  [Name in keyof Subjects]: Awaited<ReturnType<Subjects[Name]>>[];
};
