import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import type { Text } from '@chi-so/runtime/problem';

/** What the commands have in common when they read their command lines. */

export const text = { type: 'string' } as const;
export const flag = { type: 'boolean', default: false } as const;

/** What every command takes. */
export const COMMON = {
  json: flag,
  lang: text,
  help: { ...flag, short: 'h' },
} as const satisfies ParseArgsOptionsConfig;

/** The values of a command's options, and what was named besides without the command itself; a sentence where it is wrong. */
export const readArguments = <const O extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: O,
  choices: Partial<Record<string, readonly string[]>> = {},
): Text | ReadArguments<O> => {
  let read: ReturnType<typeof parse<O>>;
  try {
    read = parse(args, options);
  } catch (error) {
    const why = (error as Error).message;
    return { vi: `Không hiểu dòng lệnh: ${why}`, en: why };
  }
  const given: Record<string, unknown> = read.values;
  for (const [option, allowed] of Object.entries({ lang: ['vi', 'en'], ...choices })) {
    const value = given[option];
    if (value === undefined || allowed?.includes(String(value))) continue;
    const list = allowed?.join(', ');
    return {
      vi: `--${option} thuộc: ${list}; không phải "${value}"`,
      en: `--${option} is one of: ${list}; not "${value}"`,
    };
  }
  return { values: read.values, positionals: read.positionals.slice(1) };
};

type ReadArguments<O extends ParseArgsOptionsConfig> = {
  values: ReturnType<typeof parse<O>>['values'];
  positionals: string[];
};

const parse = <O extends ParseArgsOptionsConfig>(args: readonly string[], options: O) =>
  parseArgs({ args: [...args], options, strict: true, allowPositionals: true });
