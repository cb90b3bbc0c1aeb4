import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Every list of words, by the file that has it. */
const lists = async (): Promise<[string, string[]][]> => {
  const files = readdirSync(import.meta.dirname).filter((file) => /^[a-z-]+\.ts$/.test(file));
  const modules = await Promise.all(
    files.map(async (file) => [file, await import(/* @vite-ignore */ `./${file}`)] as const),
  );
  return modules.flatMap(([file, module]) =>
    Object.entries(module)
      .filter(([name]) => /^[A-Z_]+$/.test(name))
      .map(([, words]): [string, string[]] => [file, Object.keys(words as object)]),
  );
};

describe('the words of the page', () => {
  it('are each in one file: of two alike, one page would say what another means', async () => {
    const words = (await lists()).flatMap(([file, names]) => names.map((name) => ({ file, name })));
    const byName = Map.groupBy(words, ({ name }) => name);

    expect(words.length).toBeGreaterThan(200);
    expect([...byName].filter(([, of]) => of.length > 1)).toEqual([]);
  });
});
