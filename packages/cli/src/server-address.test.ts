import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { serverAddress } from './server-address.ts';
import { forgetServing, noteServing, readServing } from './serving.ts';

const serving = { url: 'http://127.0.0.1:3000', token: 'local' };

describe('the server that a command speaks to', () => {
  it('is the one that is named, else CHISO_URL, else the one that runs here', () => {
    const env = { CHISO_URL: 'https://env.vn', TOKEN: 'env' };
    expect(serverAddress({ url: 'https://named.vn/', token: 'named' }, env, serving)).toEqual({
      url: 'https://named.vn',
      token: 'named',
    });
    expect(serverAddress({}, env, serving)).toEqual({ url: 'https://env.vn', token: 'env' });
    expect(serverAddress({}, {}, serving)).toEqual(serving);
  });

  it('is missed in one sentence in both languages', () => {
    expect(serverAddress({}, {}, null)).toEqual({
      vi: expect.stringContaining('npm start'),
      en: expect.stringContaining('npm start'),
    });
  });

  it('gets the local token only where it is the local server', () => {
    expect(serverAddress({ url: 'http://localhost:3000' }, {}, serving)).toMatchObject({ token: 'local' });
    expect(serverAddress({ url: 'https://example.vn' }, {}, serving)).toMatchObject({
      en: expect.stringContaining('TOKEN'),
    });
  });
});

describe('the note of what serves', () => {
  it('is readable by its owner only, and forgotten by nobody else than its writer', () => {
    const folder = mkdtempSync(join(tmpdir(), 'serving-'));
    const tables = { endpoint: 'http://127.0.0.1:8000', records: 'r', rankings: 'k' };
    noteServing({ ...serving, tables }, folder);
    expect(readServing(folder)).toEqual({ ...serving, tables });
    noteServing(serving, folder);
    expect(statSync(join(folder, 'serving.json')).mode & 0o777).toBe(0o600);
    forgetServing({ ...serving, token: 'other' }, folder);
    expect(readServing(folder)).toEqual(serving);
    forgetServing(serving, folder);
    expect(readServing(folder)).toBeNull();
    rmSync(folder, { recursive: true });
  });
});
