import { createHash } from 'node:crypto';
import { errorsIn, type Finding } from '@chi-so/domain/finding';
import type { ReleaseId } from '@chi-so/domain/identity';
import { logger } from '@chi-so/runtime/logger';
import { Problem, type Text } from '@chi-so/runtime/problem';
import type { ScheduledSource, SourceItems, SourceOutcome, SourceState } from '@chi-so/storage/sources';
import type { LevelOf } from '../caller.ts';
import type { AllowedHost } from './allowed-hosts.ts';
import { askedOf } from './asked.ts';
import { isDue } from './due.ts';
import { FetchRefused } from './fetch-refused.ts';
import type { Fetched, Known } from './guarded-fetch.ts';

/** Reads a file into drafts. The same bytes on the same base are the same revision, however often they come. */
export type Ingest = (
  file: {
    bytes: Buffer;
    filename: string | null;
    url: string;
    /** What the source says that the file may not. */
    said: {
      index?: string;
      period?: string;
      unit_set?: string;
      edition?: string;
      title?: string;
      publisher?: string;
    };
  },
  by: { actor: string; request_id: string },
) => Promise<{ releases: (ReleaseId & { revision: number | null; status: string })[]; findings: Finding[] }>;

export type SourceStores = {
  sources: SourceItems;
  fetch: (url: string, known: Known | undefined) => Promise<Fetched>;
  ingest: Ingest;
  allowedHosts: readonly AllowedHost[];
  levelOf: LevelOf;
  now: () => Date;
};

/** The function's own time limit: a check that has been under way for longer was cut off. */
const LONGEST_CHECK = 60_000;
/** What a state keeps of a file that made or found more than anybody reads in a list. */
const KEPT_FINDINGS = 20;
const KEPT_RELEASES = 200;

/** Looks at one source now, due or not. `busy`: that is being done already. */
export const fetchSource = async (
  stores: SourceStores,
  id: string,
  requestId: string,
): Promise<{ source: ScheduledSource; state: SourceState } | 'unknown' | 'busy'> => {
  const [source, [before]] = await Promise.all([stores.sources.get(id), stores.sources.states([id])]);
  if (!source) return 'unknown';
  const age = stores.now().getTime() - Date.parse(before?.checked_at ?? '');
  if (before?.outcome === 'checking' && age < LONGEST_CHECK) return 'busy';
  const state = await check(stores, source, before, requestId);
  return state === 'busy' ? 'busy' : { source, state };
};

/**
 * Looks at all sources that are due, one after the other, the longest unseen first, while there is time; the rest is
 * due at the next call. Whatever becomes of one, the others have their turn.
 */
export const fetchDue = async (
  stores: SourceStores,
  requestId: string,
  hasTime: () => boolean,
): Promise<{ states: SourceState[]; left: number; failed: number }> => {
  const sources = await stores.sources.list();
  const known = await stores.sources.states(sources.map(({ source }) => source));
  const before = new Map(known.map((state) => [state.source, state]));
  const seen = ({ source }: ScheduledSource) => before.get(source)?.checked_at ?? '';
  const due = sources
    .filter((source) => isDue(source, before.get(source.source), stores.now()))
    .sort((a, b) => (seen(a) < seen(b) ? -1 : seen(a) > seen(b) ? 1 : 0));

  const states: SourceState[] = [];
  let failed = 0;
  while (due.length > 0 && hasTime()) {
    const source = due.shift();
    if (!source) break;
    try {
      const state = await check(stores, source, before.get(source.source), `${requestId}:${source.source}`);
      if (state !== 'busy') states.push(state);
    } catch (error) {
      failed++;
      logger.error('source not checked', { source: source.source, error: error as Error });
    }
  }
  return { states, left: due.length, failed };
};

/**
 * One check. It is announced first, as a failure until it is known to be none: of two workers one is refused there, and
 * a file that kills the function every time waits longer and longer instead of standing before all others for ever.
 * What was found is written after the drafts: cut off in between, the same bytes are read again into the same revision.
 */
const check = async (
  stores: SourceStores,
  source: ScheduledSource,
  latest: SourceState | undefined,
  requestId: string,
): Promise<SourceState | 'busy'> => {
  const asked = askedOf(source);
  const before = latest?.asked === asked ? latest : undefined;
  const announced: SourceState = {
    source: source.source,
    version: (latest?.version ?? 0) + 1,
    checked_at: stores.now().toISOString(),
    asked,
    outcome: 'checking',
    code: null,
    message_vi: 'Đang kiểm tra, hoặc lần kiểm tra đã bị ngắt',
    message_en: 'Being checked, or the check was cut off',
    failures: (before?.failures ?? 0) + 1,
    content: before?.content ?? null,
    releases: before?.releases ?? [],
    findings: before?.findings ?? [],
  };
  if ((await stores.sources.putState(announced)) === 'refused') return 'busy';
  const state = { ...announced, version: announced.version + 1, ...(await look(stores, source, announced, requestId)) };
  // Refused only where a later check took this one for dead: then that one's state is the newer.
  await stores.sources.putState(state);
  const { outcome, code, failures } = state;
  logger.info('source checked', { source: source.source, request_id: requestId, outcome, code, failures });
  return state;
};

type Seen = Partial<SourceState> & { outcome: SourceOutcome };

const look = async (
  { fetch, ingest, now }: SourceStores,
  source: ScheduledSource,
  { content, findings: earlier }: SourceState,
  requestId: string,
): Promise<Seen> => {
  try {
    const known = content && { finalUrl: content.final_url, etag: content.etag, lastModified: content.last_modified };
    const file = await fetch(source.url, known ?? undefined);
    const validators = { final_url: file.finalUrl, etag: file.etag, last_modified: file.lastModified };
    // Errors were those of some other content, which is gone.
    const sound = { failures: 0, findings: earlier.filter(({ severity }) => severity !== 'error') };
    if (content && file.status === 304) {
      return { ...said('not-modified', SAME), ...sound, content: { ...content, ...validators } };
    }
    const sha256 = createHash('sha256').update(file.bytes).digest('hex');
    if (content?.sha256 === sha256) {
      return { ...said('unchanged', SAME), ...sound, content: { ...content, ...validators } };
    }

    const { releases, findings } = await ingest(
      { bytes: file.bytes, filename: file.filename, url: file.finalUrl, said: wordsOf(source) },
      { actor: `source:${source.source}`, request_id: requestId },
    );
    const made = releases.slice(0, KEPT_RELEASES).map(({ index, period, unit_set, edition, revision, status }) => ({
      index,
      period,
      unit_set,
      edition,
      revision,
      status,
    }));
    const found = { releases: made, findings: gravestFirst(findings).slice(0, KEPT_FINDINGS) };
    const errors = errorsIn(findings).length;
    const drafts = releases.filter(({ status }) => status === 'draft').length;
    if (errors > 0 || releases.length === 0) {
      // Not remembered: mending the catalogue may be all that it takes, so the next check reads it again.
      return { ...said(drafts > 0 ? 'drafted' : 'rejected', faulty(errors, drafts), 'invalid-release'), ...found };
    }
    return {
      ...said(drafts > 0 ? 'drafted' : 'unchanged', drafts > 0 ? drafted(drafts) : SAME),
      ...found,
      failures: 0,
      content: { sha256, ...validators, taken_at: now().toISOString() },
    };
  } catch (error) {
    if (error instanceof FetchRefused) return said('not-fetched', error.text, error.code);
    if (error instanceof Problem && error.status < 500) return said('rejected', error.text, error.code);
    logger.error('source failed', { source: source.source, error: error as Error });
    return said('failed', OURS, 'internal');
  }
};

const said = (outcome: SourceOutcome, { vi, en }: Text, code: string | null = null) => ({
  outcome,
  code,
  message_vi: vi,
  message_en: en,
});

const SAME: Text = { vi: 'Nội dung không đổi', en: 'The content is the same' };
const OURS: Text = {
  vi: 'Lỗi hệ thống khi đọc tệp; sẽ thử lại',
  en: 'Something failed on our side; tried again later',
};
const drafted = (drafts: number): Text => ({
  vi: `Nội dung mới: ${drafts} dự thảo`,
  en: `New content: ${drafts} ${drafts === 1 ? 'draft' : 'drafts'}`,
});
const faulty = (errors: number, drafts: number): Text => ({
  vi: `Tệp có ${errors} lỗi; ${drafts} dự thảo`,
  en: `The file has ${errors} ${errors === 1 ? 'error' : 'errors'}; ${drafts} ${drafts === 1 ? 'draft' : 'drafts'}`,
});

const GRAVITY = { error: 0, warning: 1, info: 2 } as const;
const gravestFirst = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity]);

/** Only what the source does say. */
const wordsOf = ({ index, period, unit_set, edition, title, publisher }: ScheduledSource) => ({
  ...(index === null ? {} : { index }),
  ...(period === null ? {} : { period }),
  ...(unit_set === null ? {} : { unit_set }),
  ...(edition === null ? {} : { edition }),
  ...(title === null ? {} : { title }),
  ...(publisher === null ? {} : { publisher }),
});
