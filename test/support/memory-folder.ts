import { existsSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = '/dev/shm';
const ROOM = 4 * 2 ** 30;

/**
 * A folder for temporary files that is in memory, if there is one with room, from which programs may be started. It is removed
 * when this process ends, with whatever others have left in it.
 */
export const memoryFolder = (): string | undefined => {
  if (!existsSync(FOLDER) || !existsSync('/proc/mounts')) return undefined;
  const mount = readFileSync('/proc/mounts', 'utf8')
    .split('\n')
    .find((line) => line.split(' ')[1] === FOLDER);
  const { bavail, bsize } = statfsSync(FOLDER);
  if (mount === undefined || mount.includes('noexec') || bavail * bsize < ROOM) return undefined;
  const folder = mkdtempSync(join(FOLDER, 'chi-so-tests-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
};
