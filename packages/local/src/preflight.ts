import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** DynamoDB Local needs Java 17. On Debian, as root, it is installed; elsewhere the one command is named. */
export const ensureJava = (log: (line: string) => void): void => {
  if (javaVersion() >= 17) return;
  const isDebianRoot = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  if (!isDebianRoot) {
    throw new Error(
      'Java 17 or later is needed to run DynamoDB Local. Install it with: sudo apt-get install -y default-jre-headless (Debian, Ubuntu) or: brew install openjdk (macOS)',
    );
  }
  log('Installing Java (default-jre-headless) for DynamoDB Local …');
  execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
  execFileSync('apt-get', ['install', '-y', '-qq', 'default-jre-headless'], { stdio: 'ignore' });
  if (javaVersion() < 17) throw new Error('Java 17 or later could not be installed');
};

/** The major version of `java`; 0 where there is none. */
const javaVersion = (): number => {
  const { stderr, status } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  return status === 0 ? Number(/version "(?:1\.)?(\d+)/.exec(stderr)?.[1] ?? 0) : 0;
};
