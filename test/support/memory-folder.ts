import { existsSync, readFileSync, statfsSync } from 'node:fs';

const FOLDER = '/dev/shm';
const ROOM = 4 * 2 ** 30;

/** A folder for temporary files that is in memory, if there is one with room, from which programs may be started. */
export const memoryFolder = (): string | undefined => {
  if (!existsSync(FOLDER) || !existsSync('/proc/mounts')) return undefined;
  const mount = readFileSync('/proc/mounts', 'utf8')
    .split('\n')
    .find((line) => line.split(' ')[1] === FOLDER);
  const { bavail, bsize } = statfsSync(FOLDER);
  return mount !== undefined && !mount.includes('noexec') && bavail * bsize > ROOM ? FOLDER : undefined;
};
