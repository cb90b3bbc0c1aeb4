import { scanTable } from '@chi-so/storage/table-dump';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { aScene, contentOf, type Scene, through } from './scene.ts';

/** A recompute is cut at every call that it makes, and the record comes again. */

let scene: Scene;
beforeEach(async () => {
  scene = await aScene();
});

/** Every stored output, byte for byte. */
const stored = async (): Promise<string[]> => {
  const items: string[] = [];
  for await (const page of scanTable(scene.tables.rankings)) {
    for (const { body, ...item } of page) {
      items.push(JSON.stringify({ ...item, body: body?.B && Buffer.from(body.B).toString('base64') }, sorted));
    }
  }
  return items.sort();
};

const sorted = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** A history with everything in it: periods in between, a correction, a dropped component, a withdrawal, a rollback. */
const history = async (): Promise<number> => {
  await scene.release('2017', contentOf([50, 40, 30, 20, 10]));
  await scene.release('2019', contentOf([10, 20, 30, 40, 50], 'renewed'));
  await scene.release('2018', contentOf([33, 20, 47.5, 20, 11]));
  await scene.correct('2017', 'T5-05', 'a', 99);
  await scene.publish('2019', await scene.upload('2019', contentOf([1, 2, 3, 4, 5], 'renewed', ['a'])));
  await scene.withdraw('2018', 3);
  await scene.publish('2018', 1, 6);
  return (await scene.log()).length;
};

describe('a recompute', () => {
  it.each([
    ['before a call', 'of all entries at once', [1, 2, 3, 4, 5, 6, 7]],
    ['after a call', 'of all entries at once', [1, 2, 3, 4, 5, 6, 7]],
    ['after a call', 'of the last entry, on top of the others', [7]],
    ['before a call', 'of a correction', [4]],
  ])('cut %s, %s, ends in the same bytes when it is done again', async (when, _what, entries) => {
    const last = await history();
    const earlier = Array.from({ length: last }, (_, i) => i + 1).filter((entry) => entry < Math.min(...entries));
    const arrange = async () => {
      await scene.emptyRankings();
      if (earlier.length > 0) await scene.rank(earlier);
    };
    await arrange();
    await scene.rank(entries);
    const whole = await stored();

    let at = 1;
    for (; ; at++) {
      await arrange();
      let calls = 0;
      const cut = through(scene.tools, async (_command, send) => {
        calls++;
        if (calls > at || (calls === at && when === 'before a call')) throw new Error('The process has ended');
        const answer = await send();
        if (calls === at) throw new Error('The process has ended');
        return answer;
      });
      await scene.rank(entries, cut);
      if (calls < at) break;
      await scene.rank(entries);
      expect([at, await stored()]).toEqual([at, whole]);
    }
    console.log(`${at - 1} cuts ${when}, ${whole.length} outputs`);
    expect(at).toBeGreaterThan(10);
  });

  it('gives every output as the same function of the log, in whatever batches, order and repetition the entries come', async () => {
    const last = await history();
    const all = Array.from({ length: last }, (_, i) => i + 1);
    await scene.rank(all);
    const whole = await stored();
    const batches = fc.array(fc.uniqueArray(fc.constantFrom(...all), { minLength: 1 }), { maxLength: 8 });

    await fc.assert(
      fc.asyncProperty(batches, async (given) => {
        await scene.emptyRankings();
        for (const batch of given) await scene.rank(batch);
        await scene.rank(all.toReversed());
        expect(await stored()).toEqual(whole);
      }),
      { numRuns: 60 },
    );
  });

  it('reached by prefixes of the log as it grew gives the same bytes as one that saw it whole', async () => {
    const seen: string[][] = [];
    for (const isStepwise of [true, false]) {
      scene = await aScene();
      const ranked = async <T>(step: Promise<T>): Promise<void> => {
        await step;
        if (isStepwise) await scene.rank([(await scene.log()).length]);
      };
      await ranked(scene.release('2017', contentOf([50, 40, 30, 20, 10])));
      await ranked(scene.release('2019', contentOf([10, 20, 30, 40, 50], 'renewed')));
      await ranked(scene.correct('2017', 'T5-05', 'a', 99));
      await ranked(scene.release('2018', contentOf([33, 20, 47.5, 20, 11])));
      await ranked(scene.correct('2018', 'T5-01', 'b', 5));
      await ranked(scene.withdraw('2017', 3));
      const last = (await scene.log()).length;
      await scene.rank(Array.from({ length: last }, (_, i) => i + 1));
      seen.push(await current());
    }
    expect(seen[0]).toEqual(seen[1]);
  });
});

/** Without what is kept by entry: those are there in both, each by its own time. */
const current = async (): Promise<string[]> => (await stored()).filter((item) => !item.includes('RANKING-AT#'));
