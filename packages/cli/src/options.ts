import { parseArgs } from 'node:util';
import type { Lang } from '@chi-so/runtime/http';
import type { Text } from '@chi-so/runtime/problem';
import { text } from './command-line.ts';
import { type AskedIngest, askedIngest, INGEST_OPTIONS } from './ingest-options.ts';
import { type AskedOperation, askedOperation, OPERATIONS, OPERATOR_OPTIONS } from './operator-options.ts';

/** What was asked for on the command line. */
export type Asked =
  | { kind: 'help'; lang: Lang; about: Command | null }
  | { kind: 'wrong'; lang: Lang; about: Command | null; why: Text }
  | AskedIngest
  | AskedOperation;

const COMMANDS = ['ingest', ...OPERATIONS] as const;
export type Command = (typeof COMMANDS)[number];

export const askedFor = (args: readonly string[]): Asked => {
  const lang = langOf(args);
  const { command, about, isHelp } = glanceAt(args);
  if (isHelp) return { kind: 'help', lang, about };
  if (about === null) {
    const why = {
      vi: `Không có lệnh "${command}"; có: ${COMMANDS.join(', ')}`,
      en: `There is no command "${command}"; there are: ${COMMANDS.join(', ')}`,
    };
    return { kind: 'wrong', lang, about, why };
  }
  const asked = about === 'ingest' ? askedIngest(args, lang) : askedOperation(about, args, lang);
  return 'vi' in asked ? { kind: 'wrong', lang, about, why: asked } : asked;
};

const ALL_OPTIONS = Object.assign({}, INGEST_OPTIONS, ...Object.values(OPERATOR_OPTIONS));

/** Read by itself, so that a command line that is wrong is told so in the right language. */
const langOf = (args: readonly string[]): Lang => {
  const { values } = parseArgs({ args: [...args], options: { lang: text }, strict: false });
  return values.lang === 'en' ? 'en' : 'vi';
};

/** Which command it is, also where the line is wrong. */
const glanceAt = (args: readonly string[]) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: ALL_OPTIONS as typeof INGEST_OPTIONS,
    strict: false,
    allowPositionals: true,
  });
  const [first = '', second] = positionals;
  const command = first === 'help' ? (second ?? '') : first;
  return {
    command,
    about: COMMANDS.find((known) => known === command) ?? null,
    isHelp: args.length === 0 || values.help === true || (first === 'help' && positionals.length <= 2),
  };
};
