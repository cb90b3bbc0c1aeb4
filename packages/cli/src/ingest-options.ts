import type { ParseArgsOptionsConfig } from 'node:util';
import { EXTENTS } from '@chi-so/domain/score';
import type { Lang } from '@chi-so/runtime/http';
import type { Text } from '@chi-so/runtime/problem';
import { COMMON, flag, readArguments, text } from './command-line.ts';

/** What `chiso ingest` was asked for. */
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

/** The options of `chiso ingest`. */
export const INGEST_OPTIONS = {
  ...COMMON,
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
  all: flag,
  url: text,
  token: text,
} as const satisfies ParseArgsOptionsConfig;

const CHOICES: Partial<Record<string, readonly string[]>> = {
  extent: EXTENTS,
  kind: ['publisher', 'official', 'province', 'press', 'compilation'],
  certainty: ['confirmed', 'derived', 'unknown'],
};

/** Reads the command line of `chiso ingest`; a sentence where it is wrong. */
export const askedIngest = (args: readonly string[], lang: Lang): AskedIngest | Text => {
  const read = readArguments(args, INGEST_OPTIONS, CHOICES);
  if ('vi' in read) return read;
  const { values, positionals: files } = read;
  const wrong = (vi: string, en: string): Text => ({ vi, en });
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
    said: saidIn(values),
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
