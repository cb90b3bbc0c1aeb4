import type { Layout } from '@chi-so/domain/layout';
import type { Text } from '@chi-so/runtime/problem';
import { type Api, apiOf } from './api.ts';
import { exitCodeOf, type FileReport, refusedFile } from './file-report.ts';
import { ingestFile, type Wanted } from './ingest-file.ts';
import type { AskedIngest } from './ingest-options.ts';
import { readMapping } from './mapping.ts';
import { clearProgress, progressBar } from './progress-bar.ts';
import { Refusal } from './refusal.ts';
import { reportText, summaryText } from './report-text.ts';
import { serverAddress } from './server-address.ts';
import { readServing } from './serving.ts';

/** What a command has around it. */
export type Surroundings = {
  env: Partial<Record<string, string>>;
  /** Relative paths are from here. */
  from: string;
  out: (text: string) => void;
  /** Progress, and whatever is not the result. */
  err: { isTTY?: boolean; write: (text: string) => unknown };
  readServing?: typeof readServing;
  /** Pauses before a request is sent again, in milliseconds. */
  pauses?: readonly number[];
};

/** `chiso ingest`: brings files in, one after the other, since each is judged by what is published before it. */
export const ingest = async (asked: AskedIngest, around: Surroundings): Promise<0 | 1 | 2 | 3> => {
  const { lang } = asked;
  const complain = (text: string) => around.err.write(`${text}\n`);
  const { said, mapping } = mappingOf(asked, around.from);
  if (mapping && 'vi' in mapping) {
    complain(mapping[lang]);
    return 2;
  }
  const address = serverAddress(asked, around.env, (around.readServing ?? readServing)());
  if ('vi' in address) {
    complain(address[lang]);
    return 3;
  }
  const api = apiOf(address, lang, around.pauses);
  const away = await refusalOfServer(api);
  if (away) {
    complain(away.message);
    return 3;
  }

  const refusal = mapping && (await saveMapping(api, mapping));
  const { isDryRun, isPublished, publishAt, acknowledge, reason } = asked;
  const wanted: Wanted = {
    said,
    isDryRun,
    publication: isPublished && !isDryRun ? { publishAt, acknowledge, reason } : null,
    lang,
    from: around.from,
  };
  const isBar = asked.files.length > 1 && around.err.isTTY === true;
  const progress = isBar ? progressBar('Chỉ Số', around.err) : () => {};
  const reports: FileReport[] = [];
  for (const file of asked.files) {
    const report = refusal ? refusedFile(file, null, refusal) : await ingestFile(api, file, wanted);
    if (isBar) clearProgress(around.err);
    around.out(asked.isJson ? JSON.stringify(report) : reportText(report, lang, asked.showsAll));
    if (asked.isJson) for (const { title } of problemsIn(report)) complain(`${file}: ${title}`);
    // What was said is not needed any more, and the rows of many files are much.
    reports.push({ ...report, rows: [] });
    progress(lang === 'vi' ? 'tệp' : 'files', reports.length, asked.files.length);
  }
  if (reports.length > 1) (asked.isJson ? complain : around.out)(summaryText(reports, lang));
  return exitCodeOf(reports);
};

const problemsIn = ({ problem, releases }: FileReport) =>
  [problem, ...releases.map((release) => release.problem)].flatMap((one) => one ?? []);

/** A mapping names its index and its layout, and is what the files are read by. */
const mappingOf = (
  { said, mapping: path }: AskedIngest,
  from: string,
): { said: Record<string, string>; mapping: Layout | Text | null } => {
  if (path === undefined) return { said, mapping: null };
  const mapping = readMapping(path, from, { index: said.index, layout: said.layout, set: said.set });
  return 'vi' in mapping
    ? { said, mapping }
    : { said: { ...said, index: mapping.index, layout: mapping.layout }, mapping };
};

/** Whether anybody is there at all: any answer will do. */
const refusalOfServer = async (api: Api): Promise<Refusal | null> => {
  try {
    await api.send('GET', '/healthz');
    return null;
  } catch (error) {
    return error instanceof Refusal && error.status !== 0 ? null : (error as Error as Refusal);
  }
};

const saveMapping = async (api: Api, mapping: Layout): Promise<Refusal | null> => {
  try {
    await api.send('PUT', `/v1/indices/${mapping.index}/layouts/${mapping.layout}`, { body: mapping });
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
};
