import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KEYS_VERSION } from '@chi-so/storage/keys';

/**
 * Marks the data of `npm start` with the version of its keys, and refuses what another version has written rather than
 * serving half of it.
 *
 * @throws Error that says what to do.
 */
export const requireOwnVersion = (folder: string): void => {
  const file = join(folder, 'keys-version');
  const found = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 1;
  if (existsSync(join(folder, 'dynamodb')) && found !== KEYS_VERSION) throw new Error(OTHER_VERSION);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, `${KEYS_VERSION}\n`);
};

const OTHER_VERSION = `Dữ liệu trong .local do một phiên bản khác ghi, phiên bản này không đọc được. Nạp lại từ đầu (xoá dữ liệu đó): npm start -- --fresh
The data in .local was written by another version, which this one cannot read. To begin anew (deletes it): npm start -- --fresh`;
