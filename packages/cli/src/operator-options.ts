import type { ParseArgsOptionsConfig } from 'node:util';
import type { Lang } from '@chi-so/runtime/http';
import type { Text } from '@chi-so/runtime/problem';
import { COMMON, flag, readArguments, text } from './command-line.ts';
import type { NamedTables } from './tables-named.ts';

/** What an operator's command was asked for. */
export type AskedOperation = { lang: Lang; isJson: boolean; tables: NamedTables } & (
  | { kind: 'export'; file: string }
  | { kind: 'import'; file: string }
  | { kind: 'rebuild'; index: string | undefined; isVerifiedOnly: boolean; showsAll: boolean }
  | { kind: 'drill' }
);

/** The commands of operators: they work on the tables themselves. */
export const OPERATIONS = ['export', 'import', 'rebuild', 'drill'] as const;
export type Operation = (typeof OPERATIONS)[number];

const TABLES = { ...COMMON, records: text, rankings: text, endpoint: text, region: text } as const;

/** The options of each. */
export const OPERATOR_OPTIONS = {
  export: TABLES,
  import: TABLES,
  rebuild: { ...TABLES, index: text, verify: flag, all: flag },
  drill: TABLES,
} as const satisfies Record<Operation, ParseArgsOptionsConfig>;

type Given = Partial<Record<'records' | 'rankings' | 'endpoint' | 'region' | 'index', string>> &
  Partial<Record<'json' | 'verify' | 'all', boolean>>;

/** Reads the command line of an operator's command; a sentence where it is wrong. */
export const askedOperation = (kind: Operation, args: readonly string[], lang: Lang): AskedOperation | Text => {
  const read = readArguments<ParseArgsOptionsConfig>(args, OPERATOR_OPTIONS[kind]);
  if ('vi' in read) return read;
  const values = read.values as Given;
  const { records, rankings, endpoint, region, index } = values;
  const tables = { records, rankings, endpoint, region };
  const wrong = wrongTables(kind, tables) ?? wrongFiles(kind, read.positionals);
  if (wrong) return wrong;

  const common = { lang, isJson: values.json === true, tables };
  if (kind === 'export' || kind === 'import') return { kind, ...common, file: read.positionals[0] ?? '' };
  if (kind === 'drill') return { kind, ...common };
  return { kind, ...common, index, isVerifiedOnly: values.verify === true, showsAll: values.all === true };
};

/** Half of the address of a deployed stack must not mean the one that runs here. */
const wrongTables = (kind: Operation, { records, rankings, endpoint, region }: NamedTables): Text | null => {
  if (records === undefined && [rankings, endpoint, region].some((one) => one !== undefined)) {
    return {
      vi: '--rankings, --endpoint và --region đi cùng --records',
      en: '--rankings, --endpoint and --region go with --records',
    };
  }
  const needsBoth = kind === 'rebuild' || kind === 'drill';
  if (records !== undefined && rankings === undefined && needsBoth) {
    return { vi: `${kind} cần cả --rankings`, en: `${kind} needs --rankings too` };
  }
  return null;
};

const wrongFiles = (kind: Operation, named: readonly string[]): Text | null => {
  const wanted = kind === 'export' || kind === 'import' ? 1 : 0;
  if (named.length === wanted) return null;
  return wanted === 1
    ? { vi: `${kind} cần đúng một tệp`, en: `${kind} needs exactly one file` }
    : { vi: `${kind} không nhận tên nào: ${named.join(' ')}`, en: `${kind} takes no names: ${named.join(' ')}` };
};
