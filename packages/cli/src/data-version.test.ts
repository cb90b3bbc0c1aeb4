import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { requireOwnVersion } from './data-version.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'data-version-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the data of npm start', () => {
  it('is marked where there is none yet, and taken up again by the same version', () => {
    requireOwnVersion(folder);
    mkdirSync(join(folder, 'dynamodb'));

    expect(() => requireOwnVersion(folder)).not.toThrow();
  });

  it('is refused where another version wrote it, with the way out in both languages', () => {
    mkdirSync(join(folder, 'dynamodb'));

    expect(() => requireOwnVersion(folder)).toThrow(/Nạp lại từ đầu.*npm start -- --fresh\n.*begin anew/s);
    writeFileSync(join(folder, 'keys-version'), '99\n');
    expect(() => requireOwnVersion(folder)).toThrow('npm start -- --fresh');
  });
});
