import { afterAll, beforeAll, onTestFinished, vi } from 'vitest';
import { logger } from './logger.ts';

/** The lines that some work writes, for tests of the log and of metrics; whether the work fails is not asked. */
export const linesOf = async (work: () => unknown): Promise<string[]> => {
  const said: string[] = [];
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((text) => said.push(String(text).trimEnd()) > 0);
  }
  onTestFinished(() => void vi.restoreAllMocks());
  try {
    await work();
  } catch {
    // What it leaves behind is what counts.
  } finally {
    vi.restoreAllMocks();
  }
  return said;
};

/** For tests of what fails on purpose: no log while those of the file run, and again for the files after it. */
export const logNothing = (): void => {
  const level = logger.getLevelName();
  beforeAll(() => logger.setLogLevel('SILENT'));
  afterAll(() => logger.setLogLevel(level));
};
