import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readStage } from './stage.ts';

const folder = mkdtempSync(join(tmpdir(), 'stages-'));
afterAll(() => rmSync(folder, { recursive: true }));

const stageOf = (content: unknown) => {
  writeFileSync(join(folder, 'hue.json'), typeof content === 'string' ? content : JSON.stringify(content));
  return () => readStage('hue', folder);
};

const NIGHTLY = { name: 'nightly', scopes: ['releases:write'], unit_sets: ['*'] };

describe('a stage', () => {
  it('is read from the file of its name', () => {
    expect(stageOf({ region: 'ap-southeast-1', fetchAllowedHosts: ['dti.gov.vn'] })()).toEqual({
      name: 'hue',
      region: 'ap-southeast-1',
      fetchAllowedHosts: ['dti.gov.vn'],
      originSecret: 1,
      fourEyes: false,
      threatProtection: false,
      machineClients: [],
      exportsKeptDays: 400,
      requestsPerAddress: 3000,
    });
  });

  it.each([
    ['a key that no stage has', { fetchAllowedHosts: [], fetchAllowedHost: 'x.vn' }, /fetchAllowedHost/],
    ['a key that is missing', {}, /fetchAllowedHosts/],
    ['an account that is none', { account: '12', fetchAllowedHosts: [] }, /account/],
    ['an address that no mail reaches', { alarmEmail: 'so-noi-vu', fetchAllowedHosts: [] }, /alarmEmail/],
    ['a Region that is none', { region: 'Singapore', fetchAllowedHosts: [] }, /region/],
    ['an address where a host belongs', { fetchAllowedHosts: ['https://x.vn/a'] }, /fetchAllowedHosts/],
    [
      'a certificate of another Region',
      {
        fetchAllowedHosts: [],
        domain: { name: 'x.vn', certificateArn: 'arn:aws:acm:ap-southeast-1:123456789012:certificate/1' },
      },
      /certificateArn/,
    ],
    [
      'a program with a scope that the API has not',
      { fetchAllowedHosts: [], machineClients: [{ name: 'nightly', scopes: ['releases:*'], unit_sets: ['*'] }] },
      /machineClients/,
    ],
    [
      'a program that is nobody’s',
      { fetchAllowedHosts: [], machineClients: [{ name: 'nightly', scopes: ['releases:write'], unit_sets: [] }] },
      /machineClients/,
    ],
    [
      'a program that would own every province by the name of their set',
      { fetchAllowedHosts: [], machineClients: [{ name: 'nightly', scopes: ['releases:write'], unit_sets: ['VN63'] }] },
      /machineClients/,
    ],
    ['two programs of one name', { fetchAllowedHosts: [], machineClients: [NIGHTLY, NIGHTLY] }, /a name of their own/],
    [
      'programs of the pool beside a provider of one’s own',
      {
        fetchAllowedHosts: [],
        tokens: { issuer: 'https://accounts.example.vn', audience: 'chi-so' },
        machineClients: [NIGHTLY],
      },
      /another issuer/,
    ],
    [
      'exports that are gone before anybody misses them',
      { fetchAllowedHosts: [], exportsKeptDays: 7 },
      /exportsKeptDays/,
    ],
    ['text that is no JSON', '{', /hue\.json/],
  ])('is refused at synthesis with %s', (_, content, named) => {
    expect(stageOf(content)).toThrow(named);
  });

  it('is refused where there is no file of its name, or the name could be another file', () => {
    expect(() => readStage('nowhere', folder)).toThrow(/nowhere\.json/);
    expect(() => readStage('../hue', folder)).toThrow(/cannot be a stage/);
  });

  it('is what every file in infra/stages is', () => {
    for (const file of readdirSync(join(import.meta.dirname, '..', 'stages'))) {
      expect(readStage(file.replace(/\.json$/, '')).name).toBe(file.replace(/\.json$/, ''));
    }
  });
});
