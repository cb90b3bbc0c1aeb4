import { readFileSync } from 'node:fs';

const INTERVAL_MS = 20;
const MEGABYTE = 1024 * 1024;

/** The watch over one process. */
export interface MemoryWatch {
  /** The most that the process has ever had resident, in megabytes; undefined where it cannot be known. */
  readonly peakMegabytes: () => number | undefined;
  readonly stop: () => void;
}

/**
 * Looks at a process again and again and says once when its resident memory has passed the limit. Lambda counts all
 * of it (buffers, code, the heap), whereas Node's own options limit the heap only. The kernel keeps the highest value
 * since the process began, so that a peak between two looks is found all the same. (Read from /proc; elsewhere nothing
 * is watched.)
 */
export function watchMemory(pid: number | undefined, limitMegabytes: number, exceeded: () => void): MemoryWatch {
  const peakMegabytes = () => (pid === undefined ? undefined : peakOf(pid));
  const timer = setInterval(() => {
    if ((peakMegabytes() ?? 0) <= limitMegabytes) return;
    clearInterval(timer);
    exceeded();
  }, INTERVAL_MS);
  timer.unref();
  return { peakMegabytes, stop: () => clearInterval(timer) };
}

function peakOf(pid: number): number | undefined {
  try {
    const kilobytes = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Math.ceil((Number(kilobytes) * 1024) / MEGABYTE);
  } catch {
    return undefined;
  }
}
