import { type AttributeValue, BatchWriteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { rebuild, verify } from '@chi-so/ranking/rebuild';
import { scanTable } from '@chi-so/storage/table-dump';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Command } from './histories/commands.ts';
import { AS_FIRST, AS_SECOND, aScene, FIRST, metaOf, places, type Scene, SECOND, THIRD } from './scene.ts';

/** Scores that are lost or altered in the table: they are ranked by nobody, and stop nobody. */

let scene: Scene;
beforeEach(async () => {
  scene = await aScene();
});

type Item = Record<string, AttributeValue>;

const storedScores = async (): Promise<Map<string, Item>> => {
  const found = new Map<string, Item>();
  for await (const page of scanTable(scene.tables.records)) {
    for (const item of page) if (item.sk?.S?.startsWith('SCORE#')) found.set(item.sk.S, item);
  }
  return found;
};
const overwrite = (item: Item) =>
  scene.apply(new PutItemCommand({ TableName: scene.tables.records.name, Item: item }) as unknown as Command);

const nonsense = (item: Item): Item => ({ ...item, scores: { S: 'nonsense' } });
const withAnotherFigure = (item: Item): Item => ({
  ...item,
  scores: JSON.parse(JSON.stringify(item.scores).replace(/"N":"[^"]+"/, '"N":"99.9"')),
});

describe('an entry that cannot be computed', () => {
  it.each([
    ['is nonsense', nonsense],
    ['has another figure', withAnotherFigure],
  ])(
    'is put in quarantine where a score %s, holds nobody up, and is made whole once that is repaired',
    async (...the) => {
      const [, spoiled] = the;
      await scene.release('2017', FIRST);
      await scene.rank([1]);
      const before = await storedScores();
      await scene.publish('2017', await scene.upload('2017', SECOND));
      const fresh = [...(await storedScores()).values()].filter(({ sk }) => !before.has(sk?.S ?? ''));
      await scene.release('2018', THIRD);
      for (const item of fresh.slice(0, 1)) overwrite(spoiled(item));

      const answer = await scene.rank([2, 3]);

      expect(answer.batchItemFailures).toEqual([]);
      const quarantined = await scene.ranking('2017');
      expect(places(quarantined)).toEqual(AS_FIRST);
      expect(metaOf(quarantined)).toMatchObject({
        publication: { revision: 1 },
        degraded: expect.stringContaining('SCORE#'),
      });
      expect(metaOf(await scene.ranking('2018'))).toMatchObject({
        change: { against: null },
        degraded: expect.any(String),
      });
      expect(places(await scene.ranking('2018'))).toHaveLength(5);
      expect((await scene.changes()).map(({ action }) => action)).toEqual(['published', 'unknown', 'published']);
      expect((await verify(scene.tables)).quarantined.map(({ entry }) => entry)).toContain(2);

      for (const item of fresh) overwrite(item);
      const { differences: found, quarantined: left } = await rebuild(scene.tools, { write: true });
      expect(found.length).toBeGreaterThan(3);
      expect(found.every(({ fault, replaced }) => fault === 'degraded' && replaced)).toBe(true);
      expect(left).toEqual([]);
      expect(places(await scene.ranking('2017'))).toEqual(AS_SECOND);
      expect(metaOf(await scene.ranking('2018'))).toMatchObject({ change: { against: '2017' }, degraded: null });
      expect((await scene.changes()).map(({ action }) => action)).toEqual(['published', 'revised', 'published']);
    },
  );
});

describe('after they were ranked', () => {
  it('altered scores become official by no rebuild', async () => {
    await scene.release('2017', FIRST);
    await scene.rank([1]);
    for (const item of [...(await storedScores()).values()].slice(0, 1)) overwrite(withAnotherFigure(item));

    const rebuilt = await rebuild(scene.tools, { write: true });
    expect(rebuilt).toMatchObject({ put: 0, differences: [] });
    expect(rebuilt.quarantined).toEqual([expect.objectContaining({ reason: expect.stringContaining('another hash') })]);
    expect(places(await scene.ranking('2017'))).toEqual(AS_FIRST);
  });

  it('lost scores take nothing from the rankings that stand, and come back with the file', async () => {
    await scene.release('2017', FIRST);
    await scene.rank([1]);
    for (const { pk, sk } of (await storedScores()).values()) {
      const RequestItems = { [scene.tables.records.name]: [{ DeleteRequest: { Key: { pk, sk } as Item } }] };
      scene.apply(new BatchWriteItemCommand({ RequestItems }) as unknown as Command);
    }

    const rebuilt = await rebuild(scene.tools, { write: true });
    expect(rebuilt).toMatchObject({ put: 0, differences: [], quarantined: [{ entry: 1 }] });
    expect(places(await scene.ranking('2017'))).toEqual(AS_FIRST);
    await scene.upload('2017', FIRST);
    expect(await verify(scene.tables)).toMatchObject({ differences: [], quarantined: [] });
  });
});
