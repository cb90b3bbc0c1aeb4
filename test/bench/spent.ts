/** Milliseconds on the clock, and of CPU. */
export type Spent = { wall: number; cpu: number };

/** Of this process. */
const ownCpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

export const spentOn = async (work: () => Promise<unknown>, cpu: () => number = ownCpu): Promise<Spent> => {
  const before = cpu();
  const start = performance.now();
  await work();
  return { wall: performance.now() - start, cpu: cpu() - before };
};
