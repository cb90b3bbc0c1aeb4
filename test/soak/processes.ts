import { readdirSync, readFileSync } from 'node:fs';

/** The processes of the functions that this process runs, as the kernel tells them. */

export type FunctionProcess = { pid: number; name: string; megabytes: number };

export const functionProcesses = (): FunctionProcess[] =>
  readdirSync('/proc').flatMap((entry) => {
    if (!/^\d+$/.test(entry)) return [];
    try {
      const status = readFileSync(`/proc/${entry}/status`, 'utf8');
      if (Number(/^PPid:\s*(\d+)$/m.exec(status)?.[1]) !== process.pid) return [];
      const variables = readFileSync(`/proc/${entry}/environ`, 'utf8').split('\0');
      const name = variables.find((one) => one.startsWith('AWS_LAMBDA_FUNCTION_NAME='))?.split('=')[1];
      const kilobytes = Number(/^VmRSS:\s*(\d+) kB$/m.exec(status)?.[1]);
      return name === undefined || !(kilobytes > 0) ? [] : [{ pid: Number(entry), name, megabytes: kilobytes / 1024 }];
    } catch {
      // It has ended while it was looked at.
      return [];
    }
  });
