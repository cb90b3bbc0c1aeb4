import type { Rebuilt, rebuild } from '@chi-so/ranking/rebuild';
import { fakeDynamoDB } from '@chi-so/storage/fake-dynamodb';
import { describe, expect, it } from 'vitest';
import { isRight, rebuildRankings, rebuildText } from './rebuild-rankings.ts';

const quietly = () => {};
const NOTHING = { outputs: 9, put: 0, differences: [], quarantined: [] };
const different = (replaced: boolean) => ({
  pk: 'RANKING#pci',
  sk: '2019#total#VN63#main',
  fault: 'other-content' as const,
  replaced,
});

const run = (
  found: Partial<Rebuilt>,
  asked: { index?: string; isVerifiedOnly: boolean } = { isVerifiedOnly: false },
) => {
  const { table } = fakeDynamoDB();
  const told: object[] = [];
  const pretended: typeof rebuild = async (_, options) => {
    told.push(options);
    return { ...NOTHING, ...found };
  };
  const tables = { records: table('records'), rankings: table('rankings') };
  return { told, report: rebuildRankings(tables, asked, pretended, quietly) };
};

describe('a rebuild', () => {
  it('writes, unless it is only to verify, and may be of one index', async () => {
    const { told, report } = run({}, { index: 'pci', isVerifiedOnly: true });
    expect(isRight(await report)).toBe(true);
    expect(told).toMatchObject([{ index: 'pci', write: false }]);
    expect(run({}).told).toMatchObject([{ write: true }]);
  });

  it('is right where everything that differed was replaced, and nothing is in quarantine', async () => {
    expect(isRight(await run({ differences: [different(true)] }).report)).toBe(true);
    expect(isRight(await run({ differences: [different(true), different(false)] }).report)).toBe(false);
    const quarantined = [{ log: 'pci/VN63/main', entry: 3, reason: 'no score' }];
    expect(isRight(await run({ quarantined }).report)).toBe(false);
  });

  it('says what was checked, what differed and what was replaced, and no more than can be read', async () => {
    const differences = Array.from({ length: 25 }, (_, i) => ({ ...different(i > 0), sk: `2019#c${i}#VN63#main` }));
    const quarantined = [{ log: 'pci/VN63/main', entry: 3, reason: 'no score' }];
    const report = await run({ outputs: 100, put: 24, differences, quarantined }).report;

    const text = rebuildText(report, 'en', false);
    expect(text).toContain('100 results recomputed from Records, 25 differ');
    expect(text).toContain('other content: RANKING#pci 2019#c0#VN63#main\n');
    expect(text).toContain('2019#c1#VN63#main → replaced');
    expect(text).toContain('… 5 more (--all)');
    expect(text).toContain('in quarantine: pci/VN63/main, entry 3: no score');
    expect(text).toContain('24 put; 1 not replaced');
    expect(rebuildText(report, 'vi', true)).toContain('2019#c24#VN63#main → đã thay');
  });

  it('does not call an index right that has nothing', async () => {
    await expect(run({ outputs: 0 }, { index: 'pcj', isVerifiedOnly: false }).report).rejects.toThrow('pcj');
  });
});
