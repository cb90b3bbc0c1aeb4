import { randomBytes } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import type { ReleaseSummary } from '@chi-so/storage/releases';
import { describe, expect, it } from 'vitest';
import { csvFile, zipFile } from './index-file.ts';

const MB = 1024 * 1024;
const RELEASES = [{ index: 'pci', period: '2019', unit_set: 'VN63', edition: 'main' } as ReleaseSummary];
const PERIOD = '/v1/rankings/pci/2019.csv?set=VN63&edition=main&component=*';

describe('All figures of an index in one file', () => {
  it('are sent compressed to whoever takes that, however long', () => {
    const text = 'pci,2019,VN63-46,66.5\r\n'.repeat(500_000);
    const { gzipped } = csvFile('pci', text, RELEASES, 'gzip');
    expect(text.length).toBeGreaterThan(10 * MB);
    expect(gunzipSync(gzipped ?? '').toString()).toBe(text);
  });

  it('are refused uncompressed beyond what can be sent, with the smaller files that hold the same', () => {
    const text = 'pci,2019,VN63-46,66.5\r\n'.repeat(500_000);
    expect(() => csvFile('pci', text, RELEASES, undefined)).toThrowError(
      expect.objectContaining({
        status: 413,
        code: 'answer-too-large',
        more: { candidates: ['/v1/exports/indices/pci.zip', PERIOD] },
      }),
    );
  });

  it('count what stands for a quote and a line end on the way', () => {
    const text = '"\r\n'.repeat(1.5 * MB);
    expect(text.length).toBeLessThan(6 * MB);
    expect(() => csvFile('pci', text, RELEASES, 'identity')).toThrowError(/413/);
  });

  it('are refused as an archive only beyond what can be sent', () => {
    expect(zipFile('pci', randomBytes(4 * MB), RELEASES).headers).toMatchObject({ 'content-type': 'application/zip' });
    expect(() => zipFile('pci', randomBytes(5 * MB), RELEASES)).toThrowError(
      expect.objectContaining({ code: 'answer-too-large', more: { candidates: [PERIOD] } }),
    );
  });
});
