import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Severity } from '@chi-so/domain/finding';
import type { ReleaseId } from '@chi-so/domain/identity';
import type { Lang } from '@chi-so/runtime/http';
import type { Api } from './api.ts';
import {
  type FileReport,
  findingsOf,
  problemOf,
  type ReportedFinding,
  type ReportedRelease,
  refusedFile,
  reportedFinding,
  statusOf,
} from './file-report.ts';
import { type Draft, type Publication, publishDraft } from './publish-draft.ts';
import { type Fault, Refusal } from './refusal.ts';

/** Brings one file in: asks which releases it holds, sends each of them, and publishes them where this is wanted. */

export type Wanted = {
  /** What the sender says of the file, by the names of the API. */
  said: Record<string, string>;
  isDryRun: boolean;
  publication: Publication | null;
  lang: Lang;
  /** Relative paths are from here. */
  from: string;
};

/** Larger files have a way of their own. */
const MAX_BODY = 4 * 1024 * 1024;

/** Never fails: what goes wrong is said in the report. */
export const ingestFile = async (api: Api, file: string, wanted: Wanted): Promise<FileReport> => {
  const { said, lang, from } = wanted;
  let sha256: string | null = null;
  try {
    const { bytes, upload } = await fileToSend(api, resolve(from, file), file, lang);
    sha256 = createHash('sha256').update(bytes).digest('hex');
    const sent = { bytes: upload === undefined ? bytes : undefined, sha256, upload, filename: basename(file) };
    const recognised = await api.send('POST', '/v1/releases/recognise', {
      query: { ...said, filename: sent.filename, upload },
      body: sent.bytes,
    });
    const outcomes: Outcome[] = [];
    for (const release of recognised.data as ReleaseId[]) outcomes.push(await sendRelease(api, release, sent, wanted));
    const left = (recognised.meta.findings ?? []) as Fault[];
    const releases = outcomes.map(({ release }) => release);
    return {
      file,
      sha256,
      status: statusOf(releases),
      problem: null,
      releases,
      findings: [
        ...left.map((fault) => reportedFinding(fault, { index: null, period: null })),
        ...outcomes.flatMap(({ findings }) => findings),
      ],
      rows: outcomes.flatMap(({ rows }) => rows),
    };
  } catch (error) {
    return refusedFile(file, sha256, refusalOf(error));
  }
};

/** A file that cannot be brought in must not stop the others, whatever the reason. */
const refusalOf = (error: unknown): Refusal =>
  error instanceof Refusal ? error : new Refusal(null, 'failed', String((error as Error).message ?? error));

type Sent = { bytes: Buffer | undefined; sha256: string; upload: string | undefined; filename: string };

const fileToSend = async (
  api: Api,
  path: string,
  shown: string,
  lang: Lang,
): Promise<{ bytes: Buffer; upload: string | undefined }> => {
  const say = (vi: string, en: string) => (lang === 'vi' ? vi : en);
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => error);
  if (found instanceof Error) {
    if (found.code !== 'ENOENT') throw unreadable(shown, found, lang);
    const why = /[*?[]/.test(shown)
      ? say(`Không có tệp nào khớp với ${shown}`, `No file matches ${shown}`)
      : say(`Không có tệp ${shown}`, `There is no file ${shown}`);
    throw new Refusal(null, 'no-such-file', why);
  }
  if (found.isDirectory()) {
    throw new Refusal(
      null,
      'directory',
      say(
        `${shown} là thư mục: hãy nêu các tệp trong đó, như ${shown.replace(/\/+$/, '')}/*.xlsx`,
        `${shown} is a directory: name the files in it, such as ${shown.replace(/\/+$/, '')}/*.xlsx`,
      ),
    );
  }
  // The server says what is too large before anything of that size is read.
  const place = found.size > MAX_BODY ? await uploadPlace(api, found.size) : undefined;
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw unreadable(shown, error, lang);
  });
  if (place === undefined) return { bytes, upload: undefined };
  await api.putBytes(place.url, bytes);
  return { bytes, upload: place.upload };
};

const unreadable = (shown: string, { code, message }: NodeJS.ErrnoException, lang: Lang): Refusal =>
  new Refusal(
    null,
    'unreadable-file',
    lang === 'vi' ? `Không đọc được tệp ${shown} (${code ?? message})` : `${shown} cannot be read (${code ?? message})`,
  );

const uploadPlace = async (api: Api, bytes: number): Promise<{ upload: string; url: string }> => {
  const { data } = await api.send('POST', '/v1/uploads', { body: { bytes } });
  return data[0] as { upload: string; url: string };
};

type Outcome = { release: ReportedRelease; findings: ReportedFinding[]; rows: unknown[] };

/** What `PUT` says of a release besides its rows. */
type DraftMeta = {
  revision: number | null;
  status: 'draft' | 'published' | 'dry-run';
  base_entry: number;
  methodology: string;
  layout: string;
  sheet: string | null;
  diff: ReportedRelease['diff'];
  findings: Fault[];
};

const sendRelease = async (
  api: Api,
  { index, period, unit_set, edition }: ReleaseId,
  { bytes, sha256, upload, filename }: Sent,
  { said, isDryRun, publication, lang }: Wanted,
): Promise<Outcome> => {
  const id = { index, period, unit_set, edition };
  const { index: _index, period: _period, ...other } = said;
  try {
    const answer = await api.send('PUT', `/v1/releases/${index}/${period}`, {
      query: { ...other, set: unit_set, edition, filename, upload, ...(isDryRun ? { dry_run: 'true' } : {}) },
      body: bytes,
    });
    const meta = answer.meta as DraftMeta;
    const count = (severity: Severity) => meta.findings.filter((finding) => finding.severity === severity).length;
    const drafted: ReportedRelease = {
      ...id,
      revision: meta.revision,
      status: meta.status === 'published' ? 'unchanged' : isDryRun ? 'dry-run' : 'drafted',
      base_entry: meta.base_entry,
      layout: meta.layout,
      sheet: meta.sheet,
      methodology: meta.methodology,
      errors: count('error'),
      warnings: count('warning'),
      diff: meta.diff && { added: meta.diff.added, changed: meta.diff.changed, removed: meta.diff.removed },
      problem: null,
    };
    const draft = (): Draft => ({
      release: id,
      revision: meta.revision ?? 0,
      base_entry: meta.base_entry,
      sha256,
      errors: drafted.errors,
      warned: warnedRules(meta.findings),
    });
    const isToPublish = publication !== null && drafted.status === 'drafted';
    return {
      release: isToPublish ? { ...drafted, ...(await published(api, draft(), publication, lang)) } : drafted,
      findings: meta.findings.map((fault) => reportedFinding(fault, id)),
      rows: answer.data,
    };
  } catch (error) {
    const refusal = refusalOf(error);
    return { release: { ...refused(id), problem: problemOf(refusal) }, findings: findingsOf(refusal, id), rows: [] };
  }
};

const warnedRules = (findings: readonly Fault[]): string[] => [
  ...new Set(findings.flatMap(({ rule, severity }) => (severity === 'warning' && rule ? [rule] : []))),
];

/** A draft that cannot be published stays one, and its report says why. */
const published = async (
  api: Api,
  draft: Draft,
  publication: Publication,
  lang: Lang,
): Promise<Partial<ReportedRelease>> => {
  try {
    return { status: await publishDraft(api, draft, publication, lang) };
  } catch (error) {
    return { problem: problemOf(refusalOf(error)) };
  }
};

const refused = (id: ReleaseId): Omit<ReportedRelease, 'problem'> => ({
  ...id,
  revision: null,
  status: 'refused',
  base_entry: null,
  layout: null,
  sheet: null,
  methodology: null,
  errors: 0,
  warnings: 0,
  diff: null,
});
