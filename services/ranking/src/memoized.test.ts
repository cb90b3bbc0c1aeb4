import { expect, it } from 'vitest';
import { memoizedWithin } from './memoized.ts';

const loads = (most: number) => {
  const loaded: string[] = [];
  const load = async (name: string) => {
    loaded.push(name);
    if (name === 'bad') throw new Error('cannot be read');
    return { name, rows: 10 };
  };
  const get = memoizedWithin(
    most,
    ({ rows }: { rows: number }) => rows,
    load,
    (name: string) => name,
  );
  return { get, loaded };
};

it('what fits is loaded once', async () => {
  const { get, loaded } = loads(20);
  for (const name of ['a', 'b', 'a', 'b']) expect((await get(name)).name).toBe(name);

  expect(loaded).toEqual(['a', 'b']);
});

it('what was asked for longest ago is let go, and is loaded again when it is asked for', async () => {
  const { get, loaded } = loads(20);
  for (const name of ['a', 'b', 'a', 'c', 'a', 'b']) await get(name);

  expect(loaded).toEqual(['a', 'b', 'c', 'b']);
});

it('what is asked for by several at once is loaded once, however much is being loaded', async () => {
  const { get, loaded } = loads(10);
  await Promise.all(['a', 'b', 'c', 'a', 'b', 'c'].map(get));

  expect(loaded).toEqual(['a', 'b', 'c']);
});

it('a failure is everybody’s who asked, and stays one', async () => {
  const { get, loaded } = loads(10);
  await expect(get('bad')).rejects.toThrow('cannot be read');
  await expect(get('bad')).rejects.toThrow('cannot be read');

  expect(loaded).toEqual(['bad']);
});
