/** What docs/pull.md tells people to copy, taken apart so that it can be tried. */

/** The address that stands in the document for the system's own. */
export const PLACEHOLDER = 'http://localhost:3000';

export type Snippet = { language: string; code: string };

/** Blocks with a language, in order. */
export const snippetsOf = (document: string): Snippet[] =>
  [...document.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language = '', code = '']) => ({ language, code }));

/** Addresses with a path, as they are written: in blocks, lists and running text. */
export const addressesOf = (document: string): string[] => [
  ...new Set(
    [...document.matchAll(/http:\/\/localhost:3000\/[^\s"'`|)]+/g)]
      .map(([address]) => address)
      // What `curl -G` completes is tried by running it.
      .filter((address) => !address.endsWith('/resolve')),
  ),
];

/**
 * The addresses that `Web.Contents(base, [RelativePath = …, Query = […]])` stands for. A value that is no literal is the
 * first that the query would send: 0.
 */
export const addressesOfM = (code: string): string[] =>
  [...code.matchAll(/Web\.Contents\("([^"]+)", \[RelativePath = "([^"]+)"(?:, Query = \[(.*?)\]\])?/g)].map(
    ([, base = '', path = '', fields = '']) => {
      const query = [...fields.matchAll(/(\w+) = (?:"([^"]*)"|[^,]+)/g)].map(
        ([, name = '', literal = '0']) => [name, literal] as [string, string],
      );
      return `${base}/${path}?${new URLSearchParams(query)}`;
    },
  );

/** Names in quotes within braces: the columns that a query of M types or picks. */
export const columnsOfM = (code: string): string[] =>
  [...code.matchAll(/\{\{?"(\w+)"[^}]*\}/g)].flatMap(([list]) =>
    list.includes('type ') || list.includes('Int64') || list.includes('}, ')
      ? [/"(\w+)"/.exec(list)?.[1] ?? '']
      : [...list.matchAll(/"(\w+)"/g)].map(([, name = '']) => name),
  );
