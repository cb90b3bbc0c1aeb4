import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { EXTENTS } from '@chi-so/domain/score';
import type { Lang } from '@chi-so/runtime/http';
import type { Text } from '@chi-so/runtime/problem';

/** What was asked for on the command line. */
export type Asked = { kind: 'help'; lang: Lang } | { kind: 'wrong'; lang: Lang; why: Text } | AskedIngest;

export type AskedIngest = {
  kind: 'ingest';
  lang: Lang;
  files: string[];
  /** By the names of the API. */
  said: Record<string, string>;
  mapping: string | undefined;
  isDryRun: boolean;
  isPublished: boolean;
  publishAt: string | null;
  acknowledge: string[] | 'all';
  reason: string | null;
  isJson: boolean;
  showsAll: boolean;
  url: string | undefined;
  token: string | undefined;
};

/** What the sender may say of a file: the option, and its name in the API. */
const SAID = {
  index: 'index',
  period: 'period',
  set: 'set',
  edition: 'edition',
  methodology: 'methodology',
  layout: 'layout',
  extent: 'extent',
  title: 'title',
  publisher: 'publisher',
  kind: 'kind',
  certainty: 'certainty',
  document: 'document',
  'published-on': 'published_on',
  signatory: 'signatory',
  'source-url': 'url',
} as const;

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;

const OPTIONS = {
  ...(Object.fromEntries(Object.keys(SAID).map((option) => [option, text])) as Record<
    keyof typeof SAID,
    { type: 'string' }
  >),
  mapping: text,
  'dry-run': flag,
  publish: flag,
  'publish-at': text,
  acknowledge: text,
  reason: text,
  json: flag,
  all: flag,
  url: text,
  token: text,
  lang: text,
  help: { ...flag, short: 'h' },
} as const satisfies ParseArgsOptionsConfig;

const CHOICES: Partial<Record<string, readonly string[]>> = {
  extent: EXTENTS,
  kind: ['publisher', 'official', 'province', 'press', 'compilation'],
  certainty: ['confirmed', 'derived', 'unknown'],
  lang: ['vi', 'en'],
};

export const askedFor = (args: readonly string[]): Asked => {
  const lang = langOf(args);
  const wrong = (vi: string, en: string): Asked => ({ kind: 'wrong', lang, why: { vi, en } });
  if (args.length === 0) return { kind: 'help', lang };
  let read: ReturnType<typeof parse>;
  try {
    read = parse(args);
  } catch (error) {
    const why = (error as Error).message;
    return wrong(`Không hiểu dòng lệnh: ${why}`, why);
  }
  const { values, positionals } = read;
  const [command, ...files] = positionals;
  if (values.help || (command === 'help' && files.length === 0)) return { kind: 'help', lang };
  if (command !== 'ingest') {
    return wrong(
      `Không có lệnh "${command ?? ''}"; có: ingest`,
      `There is no command "${command ?? ''}"; there is: ingest`,
    );
  }
  const given: Record<string, string | boolean | undefined> = values;
  for (const [option, choices] of Object.entries(CHOICES)) {
    const value = given[option];
    if (value === undefined || choices?.includes(String(value))) continue;
    const list = choices?.join(', ');
    return wrong(`--${option} thuộc: ${list}; không phải "${value}"`, `--${option} is one of: ${list}; not "${value}"`);
  }
  if (files.length === 0) return wrong('Chưa nêu tệp nào', 'No file is named');
  const publishAt = values['publish-at'] === undefined ? null : instantOf(values['publish-at']);
  if (publishAt === undefined) {
    return wrong(
      `--publish-at là một thời điểm có múi giờ, như 2027-01-01T02:00:00Z hay 2027-01-01T09:00:00+07:00; không phải "${values['publish-at']}"`,
      `--publish-at is an instant with its offset, such as 2027-01-01T02:00:00Z or 2027-01-01T09:00:00+07:00; not "${values['publish-at']}"`,
    );
  }
  const isPublished = values.publish || publishAt !== null;
  const acknowledge = rulesOf(values.acknowledge);
  const reason = values.reason?.trim() || null;
  if (acknowledge.length > 0 && !isPublished) {
    return wrong(
      '--acknowledge đi cùng --publish hay --publish-at',
      '--acknowledge goes with --publish or --publish-at',
    );
  }
  if (acknowledge.length > 0 && reason === null) {
    return wrong('--acknowledge cần --reason "lý do"', '--acknowledge needs --reason "why"');
  }
  return {
    kind: 'ingest',
    lang,
    files,
    said: saidIn(given),
    mapping: values.mapping,
    isDryRun: values['dry-run'],
    isPublished,
    publishAt,
    acknowledge,
    reason,
    isJson: values.json,
    showsAll: values.all,
    url: values.url,
    token: values.token,
  };
};

const parse = (args: readonly string[]) =>
  parseArgs({ args: [...args], options: OPTIONS, strict: true, allowPositionals: true });

/** Read by itself, so that a command line that is wrong is told so in the right language. */
const langOf = (args: readonly string[]): Lang => {
  const { values } = parseArgs({ args: [...args], options: { lang: text }, strict: false });
  return values.lang === 'en' ? 'en' : 'vi';
};

const saidIn = (values: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(SAID).flatMap(([option, name]) => {
      const value = values[option];
      return typeof value === 'string' && value !== '' ? [[name, value]] : [];
    }),
  );

const rulesOf = (given: string | undefined): string[] | 'all' => {
  const rules = (given ?? '').split(',').flatMap((rule) => rule.trim() || []);
  return rules.includes('all') ? 'all' : rules;
};

/** A time without its offset would be another one on another machine. */
const instantOf = (given: string): string | undefined => {
  const isInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/.test(given);
  const time = isInstant ? Date.parse(given) : Number.NaN;
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
};
