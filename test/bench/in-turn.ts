/** Round by round, one after the other; every other round backwards, so that nobody is always first. */
export const inTurn = async <Name extends string, Found>(
  { rounds, warmUp }: { rounds: number; warmUp: number },
  subjects: Record<Name, (round: number) => Found | Promise<Found>>,
): Promise<Record<Name, Found[]>> => {
  const names = Object.keys(subjects) as Name[];
  const found = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, Found[]>;
  for (let round = 0; round < warmUp + rounds; round++) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const one = await subjects[name](round);
      if (round >= warmUp) found[name].push(one);
    }
  }
  return found;
};
