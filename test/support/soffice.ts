import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, parse } from 'node:path';

/** LibreOffice as a person who opens a file: with the locale of a profile of its own, and what it read given back. */

export const hasSoffice = spawnSync('soffice', ['--version']).status === 0;

const SETTINGS = (locale: string) => `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>${locale}</value></prop></item>
</oor:items>`;

/**
 * Of the filter for text: separator, quote ("), UTF-8, first line, no column formats, the profile's own language, no
 * text quoted for its own sake, and numbers and dates recognised as that language writes them.
 */
const TEXT_FILTER = (separator: ',' | ';') =>
  `Text - txt - csv (StarCalc):${separator.charCodeAt(0)},34,76,1,,0,false,true`;

/** Opens files in one locale and stores what it shows as workbooks. All files of a call are of one kind. */
export const opened = (
  files: Record<string, Buffer | string>,
  { locale, separator }: { locale: 'vi-VN' | 'en-US'; separator?: ',' | ';' },
): Record<string, Buffer> =>
  converted(files, locale, [
    ...(separator ? [`--infilter=${TEXT_FILTER(separator)}`] : []),
    ...['--convert-to', 'xlsx:Calc MS Excel 2007 XML'],
  ]);

/** Opens documents and stores what it reads in them as text. */
export const read = (files: Record<string, Buffer>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(converted(files, 'vi-VN', ['--convert-to', 'txt:Text (encoded):UTF8'])).map(([name, text]) => [
      name,
      text.toString('utf8'),
    ]),
  );

/** Lays documents out on pages: PDF. */
export const laidOut = (files: Record<string, Buffer>): Record<string, Buffer> =>
  converted(files, 'vi-VN', ['--convert-to', 'pdf:writer_pdf_Export']);

/** Whether the part that reads documents is installed: it may be missing beside the one for tables. */
export const hasWriter = (): boolean => {
  if (!hasSoffice) return false;
  try {
    return converted({ 'x.txt': 'x' }, 'vi-VN', ['--convert-to', 'odt']).x !== undefined;
  } catch {
    return false;
  }
};

const converted = (
  files: Record<string, Buffer | string>,
  locale: 'vi-VN' | 'en-US',
  how: readonly string[],
): Record<string, Buffer> => {
  const dir = mkdtempSync(join(tmpdir(), 'soffice-'));
  try {
    mkdirSync(join(dir, 'profile', 'user'), { recursive: true });
    mkdirSync(join(dir, 'in'));
    writeFileSync(join(dir, 'profile', 'user', 'registrymodifications.xcu'), SETTINGS(locale));
    for (const [name, content] of Object.entries(files)) writeFileSync(join(dir, 'in', name), content);
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${join(dir, 'profile')}`,
        ...['--headless', ...how, '--outdir', join(dir, 'out')],
        ...Object.keys(files).map((name) => join(dir, 'in', name)),
      ],
      { stdio: 'pipe', timeout: 110_000 },
    );
    return Object.fromEntries(
      readdirSync(join(dir, 'out')).map((name) => [parse(name).name, readFileSync(join(dir, 'out', name))]),
    );
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
};
