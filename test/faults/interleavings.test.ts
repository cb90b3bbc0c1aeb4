import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { rebuild, verify } from '@chi-so/ranking/rebuild';
import { FORMAT } from '@chi-so/storage/labelled';
import { scanTable } from '@chi-so/storage/table-dump';
import { beforeEach, describe, expect, it } from 'vitest';
import * as requests from './histories/requests.ts';
import {
  AS_FIRST,
  AS_SECOND,
  aScene,
  contentOf,
  FIRST,
  held,
  isPutOf,
  LOG,
  metaOf,
  places,
  releaseOf,
  type Scene,
  SECOND,
  THIRD,
  through,
} from './scene.ts';

/** Each of these was a counterexample to a simpler rule of when an output may be put, or of what it follows from. */

let scene: Scene;
beforeEach(async () => {
  scene = await aScene();
});

const differences = async () => (await verify(scene.tables)).differences;
const problem = (status: number, code: string) => expect.objectContaining({ name: 'Problem', status, code });

/** The code after the next change of format, of which this code is the older: it writes and reads one format more. */
const newerCode = () =>
  through(scene.tools, async (command, send) => {
    const input = command.input as { Item?: Item; ExpressionAttributeValues?: Item };
    if (command.constructor.name === 'PutItemCommand') {
      if (input.Item?.format) input.Item = { ...input.Item, format: shifted(input.Item.format, 1) };
      const values = input.ExpressionAttributeValues;
      if (values?.[':format']) {
        input.ExpressionAttributeValues = { ...values, ':format': shifted(values[':format'], 1) };
      }
    }
    const answer = (await send()) as { Item?: Item };
    if (answer.Item?.format) return { ...answer, Item: { ...answer.Item, format: shifted(answer.Item.format, -1) } };
    return answer;
  });
type Item = Record<string, AttributeValue>;
const shifted = ({ N }: AttributeValue, by: number): AttributeValue => ({ N: String(Number(N) + by) });

const formats = async (): Promise<Set<number>> => {
  const found = new Set<number>();
  for await (const page of scanTable(scene.tables.rankings)) for (const item of page) found.add(Number(item.format?.N));
  return found;
};

describe('the newest publication is served', () => {
  it('though a rebuild under a new format overtakes an old worker that publishes, and is overtaken', async () => {
    await scene.release('2017', FIRST);
    await scene.rank([1]);
    const slow = held(newerCode(), isPutOf('RANKING', '2017#total'));
    const rebuilding = rebuild(slow.by, { write: true });
    await slow.isStanding;
    const revision = await scene.upload('2017', SECOND);
    await scene.publish('2017', revision);
    const late = held(scene.tools, isPutOf('SERIES'));
    const old = scene.rank([2], late.by);
    await late.isStanding;

    slow.letGo();
    await rebuilding;
    expect(places(await scene.ranking('2017'))).toEqual(AS_SECOND);
    expect((await rebuild(newerCode(), { write: true })).differences.every(({ replaced }) => replaced)).toBe(true);
    late.letGo();
    await old;

    expect(places(await scene.ranking('2017'))).toEqual(AS_SECOND);
    expect((await verify(newerCode())).differences).toEqual([]);
    expect(await formats()).toEqual(new Set([FORMAT + 1]));
  });

  it('after a deployment, its rollback, and a publication by the older code', async () => {
    await scene.release('2017', FIRST);
    await scene.rank([1], newerCode());
    await scene.publish('2017', await scene.upload('2017', SECOND));
    await scene.rank([1, 2]);

    expect(places(await scene.ranking('2017'))).toEqual(AS_SECOND);
    expect((await scene.changes()).map(({ id }) => id)).toEqual([1, 2]);
    await rebuild(newerCode(), { write: true });
    expect((await verify(newerCode())).differences).toEqual([]);
    expect(await formats()).toEqual(new Set([FORMAT + 1]));
  });

  it('when a slow worker comes after a withdrawal', async () => {
    await scene.release('2017', FIRST);
    const slow = held(scene.tools, isPutOf('RANKING'));
    const ranking = scene.rank([1], slow.by);
    await slow.isStanding;
    await scene.withdraw('2017', 1);
    await scene.rank([2]);
    slow.letGo();
    await ranking;

    await expect(scene.ranking('2017')).rejects.toThrow(problem(410, 'withdrawn'));
    expect(await differences()).toEqual([]);
  });

  it('without a component that its revision dropped, whoever still ranks the one before', async () => {
    await scene.release('2017', FIRST);
    const slow = held(scene.tools, isPutOf('RANKING', '2017#b'));
    const ranking = scene.rank([1], slow.by);
    await slow.isStanding;
    await scene.publish('2017', await scene.upload('2017', contentOf([1, 2, 3, 4, 5], 'plain', ['a'])));
    await scene.rank([2]);
    slow.letGo();
    await ranking;

    await expect(scene.ranking('2017', { component: 'b' })).rejects.toThrow(problem(410, 'component-dropped'));
    expect(places(await scene.ranking('2017', { component: 'b', revision: '1' }))).toEqual(AS_FIRST);
    expect(await differences()).toEqual([]);
  });
});

describe('changes against the nearest earlier published period', () => {
  const against = async (period: string) => metaOf(await scene.ranking(period)).change.against;

  it('follow it when 2017, 2019 and 2018 are published and 2018 is withdrawn', async () => {
    await scene.release('2017', FIRST);
    await scene.release('2019', SECOND);
    await scene.rank([1, 2]);
    expect(await against('2019')).toBe('2017');
    await scene.release('2018', THIRD);
    await scene.rank([3]);
    expect([await against('2019'), await against('2018')]).toEqual(['2018', '2017']);
    await scene.withdraw('2018', 3);
    await scene.rank([4]);

    expect(await against('2019')).toBe('2017');
    expect((await scene.changes()).map(({ periods }) => periods)).toEqual([
      ['2017'],
      ['2019'],
      ['2018', '2019'],
      ['2018', '2019'],
    ]);
    expect(await differences()).toEqual([]);
  });

  it('are withheld where the release between two others is not comparable', async () => {
    await scene.release('2018', FIRST);
    await scene.release('2019', contentOf([10, 20, 30, 40, 50], 'leagues', ['a', 'c']));
    await scene.release('2020', THIRD);
    await scene.rank([1, 2, 3]);

    const { change } = metaOf(await scene.ranking('2020'));
    expect(change).toMatchObject({ against: '2019', verdict: 'not-comparable', withheld: expect.any(String) });
    await scene.withdraw('2019', 2);
    await scene.rank([4]);
    expect(metaOf(await scene.ranking('2020')).change).toMatchObject({ against: '2018', verdict: 'comparable' });
    expect(await differences()).toEqual([]);
  });
});

describe('whoever saw an older state', () => {
  it('may publish a draft again on the new base, and then it is ranked whole', async () => {
    const draft = await scene.upload('2017', SECOND);
    await scene.release('2017', FIRST);
    await scene.rank([1]);

    await expect(scene.publish('2017', draft)).rejects.toThrow(problem(409, 'stale-base'));
    await scene.publish('2017', draft, 1);
    await scene.rank([2]);
    expect(places(await scene.ranking('2017', { component: 'a' }))).toEqual(AS_SECOND);
    expect(await differences()).toEqual([]);
  });

  it('republishes a correction on a new base as everything that it says, not as what it once changed', async () => {
    await scene.release('2017', FIRST);
    const named = { id: 'correction', reason: 'test', base: null };
    const corrections = [{ unit: 'T5-05', component: 'a', score: 99 }];
    const { body } = await requests.correct(scene.tools, releaseOf('2017'), corrections, false, named);
    await scene.publish('2017', await scene.upload('2017', SECOND));
    await scene.publish('2017', (body as { meta: { revision: number } }).meta.revision, 2);
    await scene.rank([1, 2, 3]);

    expect((await scene.log()).map(({ touches }) => touches)).toEqual([null, null, null]);
    expect(places(await scene.ranking('2017', { component: 'b' }))).toEqual(AS_FIRST);
    expect(await differences()).toEqual([]);
  });

  it('cannot withdraw what has been published since', async () => {
    await scene.release('2017', FIRST);
    await scene.publish('2017', await scene.upload('2017', SECOND));

    await expect(scene.withdraw('2017', 1)).rejects.toThrow(problem(409, 'stale-base'));
    await scene.rank([1, 2]);
    expect(places(await scene.ranking('2017'))).toEqual(AS_SECOND);
  });
});

describe('a correction', () => {
  it('that names no base is made anew where another publication has come between', async () => {
    await scene.release('2017', FIRST);
    let between = 0;
    const slow = through(scene.tools, async (command, send) => {
      const isRevision = JSON.stringify(command.input).includes('REV#');
      if (command.constructor.name === 'TransactWriteItemsCommand' && isRevision && between++ === 0) {
        await scene.publish('2017', await scene.upload('2017', SECOND));
      }
      return send();
    });
    const named = { id: 'correction', reason: 'test', base: null };
    const ask = (tools: typeof scene.tools, base: number | null) =>
      requests.correct(tools, releaseOf('2017'), [{ unit: 'T5-01', component: 'total', score: 99 }], true, {
        ...named,
        base,
      });

    await expect(ask(slow, 1)).rejects.toThrow(problem(409, 'stale-base'));
    between = 0;
    const { body } = await ask(slow, null);
    expect(body).toMatchObject({ data: [{ cause: 'correct' }] });
    await scene.rank((await scene.log()).map(({ entry }) => entry));
    expect(places(await scene.ranking('2017'))).toEqual(['01 1', '05 2', '04 3', '03 4', '02 5']);
  });

  it('rewrites the rankings that it touches and leaves the others, which stay official with it', async () => {
    await scene.release('2017', FIRST);
    await scene.release('2018', SECOND);
    await scene.rank([1, 2]);
    await scene.correct('2017', 'T5-05', 'a', 99);
    await scene.rank([3]);

    expect(places(await scene.ranking('2017', { component: 'a' }))).toEqual(['05 1', '01 2', '02 3', '03 4', '04 5']);
    expect(metaOf(await scene.ranking('2017', { component: 'b' })).publication).toMatchObject({
      entry: 1,
      revision: 1,
    });
    expect(metaOf(await scene.ranking('2017')).publication).toMatchObject({ entry: 3, revision: 2 });
    expect(metaOf(await scene.ranking('2017', { component: '*' })).publication).toMatchObject({
      entry: 3,
      revision: 2,
    });
    const ofRevision = await scene.ranking('2017', { component: 'b', revision: '2' });
    expect(metaOf(ofRevision).publication).toMatchObject({ entry: 3, revision: 2 });
    expect(places(ofRevision)).toEqual(AS_FIRST);
    expect((await scene.changes(2))[0]).toMatchObject({ periods: ['2017', '2018'], rows: { length: 5 } });
    expect(await differences()).toEqual([]);
  });
});

describe('all components at once', () => {
  it.each(['total', 'a', 'b'])('are of one publication while %s is not yet put', async (component) => {
    await scene.release('2017', FIRST);
    await scene.rank([1]);
    await scene.publish('2017', await scene.upload('2017', SECOND));
    const slow = held(scene.tools, isPutOf('RANKING', `2017#${component}`));
    const ranking = scene.rank([2], slow.by);
    await slow.isStanding;

    const during = await scene.ranking('2017', { component: '*' });
    const rows = (during.body as { data: { component: string; revision: number; score: number }[] }).data;
    expect(new Set(rows.map(({ revision }) => revision))).toEqual(new Set([component === 'total' ? 1 : 2]));
    expect(new Set(rows.map((row) => row.component))).toEqual(new Set(['total', 'a', 'b']));
    const expected = component === 'total' ? AS_FIRST : AS_SECOND;
    for (const [i] of [0, 5, 10].entries()) expect(places(during).slice(5 * i, 5 * i + 5)).toEqual(expected);
    slow.letGo();
    await ranking;
    expect(metaOf(await scene.ranking('2017', { component: '*' })).publication.revision).toBe(2);
  });
});

describe('time, answers and records that go astray', () => {
  it('leave what was known on a day as it was, though a clock goes back', async () => {
    await scene.release('2017', FIRST);
    const first = (await scene.log())[0]?.at ?? '';
    scene.clock.now -= 3_600_000;
    await scene.publish('2017', await scene.upload('2017', SECOND));
    await scene.rank([1, 2]);

    expect((await scene.log())[1]?.at).toBe(first);
    expect(places(await scene.ranking('2017', { as_of: first }))).toEqual(AS_SECOND);
    const before = new Date(Date.parse(first) - 1).toISOString();
    await expect(scene.ranking('2017', { as_of: before })).rejects.toThrow(problem(404, 'not-found'));
  });

  it('make one publication of a request whose answer was lost', async () => {
    const revision = await scene.upload('2017', FIRST);
    let lost = 0;
    const losing = through(scene.tools, async (command, send) => {
      const answer = await send();
      if (command.constructor.name === 'TransactWriteItemsCommand' && lost++ === 0) throw new Error('socket hang up');
      return answer;
    });
    const named = { id: 'once', reason: 'test', base: null };
    const ask = (tools: typeof scene.tools) => requests.publish(tools, releaseOf('2017'), revision, null, named);

    await expect(ask(losing)).rejects.toThrow('socket hang up');
    const again = await ask(scene.tools);
    expect(again.body).toMatchObject({ data: [{ entry: 1, revision }] });
    expect(await scene.log()).toHaveLength(1);
  });

  it('are made good by the next record of the log, where one was lost for good', async () => {
    await scene.release('2017', FIRST);
    await scene.release('2018', SECOND);
    await scene.release('2019', THIRD);
    await scene.rank([3]);

    expect((await scene.changes()).map(({ id }) => id)).toEqual([1, 2, 3]);
    expect(places(await scene.ranking('2017'))).toEqual(AS_FIRST);
    expect(await differences()).toEqual([]);
  });

  it('are made good by a rebuild, where nothing came after the lost record', async () => {
    await scene.release('2017', FIRST);
    expect(await scene.changes()).toEqual([]);

    const { put } = await rebuild(scene.tools, { write: true });
    expect(put).toBeGreaterThan(0);
    expect(places(await scene.ranking('2017'))).toEqual(AS_FIRST);
    expect(await differences()).toEqual([]);
  });

  it('are no difference that stays, where they are ranked while the rebuild is looking at them', async () => {
    await scene.release('2017', FIRST);
    const rebuilding = held(scene.tools, isPutOf('RANKING', '2017#total'));
    const rebuilt = rebuild(rebuilding.by, { write: true });
    await rebuilding.isStanding;
    await scene.rank([1]);
    rebuilding.letGo();

    const found = (await rebuilt).differences;
    expect(found.filter(({ replaced }) => !replaced)).toEqual([]);
    expect(await differences()).toEqual([]);
  });

  it('name an entry that the log lacks: only that record fails, whatever else is in the batch', async () => {
    await scene.release('2017', FIRST);
    const { batchItemFailures } = await scene.rank([1, 7]);

    expect(batchItemFailures).toHaveLength(1);
    expect(places(await scene.ranking('2017'))).toEqual(AS_FIRST);
    expect(LOG.edition).toBe('main');
  });
});
