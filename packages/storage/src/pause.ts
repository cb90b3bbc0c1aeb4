/** Waits before another attempt: exponential with full jitter, 25 ms, 50 ms … at most 1 s. */
export const pause = (attempt: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(1000, 25 * 2 ** attempt)));
