import { type About, written } from './about.ts';

/**
 * The ways of pulling, as docs/pull.md has them and as they are tried by tests: each with the address of what the reader
 * was looking at in the place of the document's own examples.
 */

export const TOOLS = ['excel', 'sheets', 'power-bi', 'grafana', 'curl', 'pandas', 'r'] as const;
export type Tool = (typeof TOOLS)[number];

/** The heading of each tool in the document, and which of the blocks below it is about one table. */
const PLACES: Record<Tool, { heading: string; block: number }> = {
  excel: { heading: 'Excel: Power Query', block: 0 },
  sheets: { heading: 'Google Sheets: IMPORTDATA', block: 0 },
  'power-bi': { heading: 'Power BI', block: 1 },
  grafana: { heading: 'Grafana: Infinity', block: 0 },
  curl: { heading: 'curl', block: 0 },
  pandas: { heading: 'pandas', block: 0 },
  r: { heading: 'R', block: 0 },
};

/** The code of a tool for what was looked at, at the system's own address. */
export const snippetOf = (document: string, tool: Tool, about: About, origin: string): string => {
  const { heading, block } = PLACES[tool];
  const [, section = ''] = document.split(`\n## ${heading}\n`);
  const [below = ''] = section.split('\n## ');
  const code = [...below.matchAll(/^```\w+\n(.*?)^```$/gms)][block]?.[1] ?? '';
  const own = SEVERAL.has(tool) ? statementsAbout(code, about.kind) : code;
  return addressed(own, about).replaceAll(PLACEHOLDER, origin).trimEnd();
};

/** Tools whose block has statements about several tables. */
const SEVERAL: ReadonlySet<Tool> = new Set(['sheets', 'curl', 'pandas', 'r']);

/** The address that stands in the document for the system's own. */
const PLACEHOLDER = 'http://localhost:3000';

/** Without the statements about tables of the other kind: one that is indented, or closes a bracket, goes with the one before. */
const statementsAbout = (code: string, kind: About['kind']): string => {
  const statements = code.match(/^\S[^\n]*\n(?:[ )][^\n]*\n)*/gm) ?? [];
  const other = kind === 'ranking' || !code.includes('/v1/series') ? /\bseries\b|\/units\// : /\branking|\bbest\b/;
  return statements.filter((statement) => !other.test(statement)).join('');
};

const addressed = (code: string, { path, query }: About): string => {
  const [index = '', period = ''] = path === 'series' ? [query.get('index') ?? '', 'series'] : path.split('/').slice(1);
  const literals = [...query].map(([name, value]) => `${name} = ${JSON.stringify(value)}`);
  const relative = (suffix: string, more: readonly string[] = []) => {
    const fields = [...literals, ...more];
    return `RelativePath = "v1/${path}${suffix}"${fields.length > 0 ? `, Query = [${fields.join(', ')}]` : ''}`;
  };
  return code
    .replace(/RelativePath = "v1\/rankings\/pci\/2019\.csv", Query = \[[^\]]*\]/, () => relative('.csv'))
    .replace(/RelativePath = "v1\/series", Query = \[[^\]]*\]/, () => relative('', ['lang = "vi"']))
    .replace(/\/v1\/series\?[^"]*/g, () => `/v1/${written(path, new URLSearchParams([...query, ['lang', 'vi']]))}`)
    .replace(/\/v1\/series\.csv\?[^"&]*&unit=[^"&]*/g, () => `/v1/${written('series.csv', query)}`)
    .replace(
      /\/v1\/rankings\/pci\/2019\.(csv|xlsx)/g,
      (_, suffix: string) => `/v1/${written(`${path}.${suffix}`, query)}`,
    )
    .replaceAll('pci_2019', `${index}_${period}`);
};
