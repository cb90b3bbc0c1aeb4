import { createHash } from 'node:crypto';
import type { ReleaseId } from '@chi-so/domain/identity';
import type { Lang } from '@chi-so/runtime/http';
import type { Api } from './api.ts';
import { Refusal } from './refusal.ts';

/** How a draft is to become official. */
export type Publication = {
  /** An instant; null for now. */
  publishAt: string | null;
  /** Rules of the warnings that are known and accepted. */
  acknowledge: readonly string[] | 'all';
  reason: string | null;
};

export type Draft = {
  release: ReleaseId;
  revision: number;
  base_entry: number;
  sha256: string;
  errors: number;
  /** Rules of its warnings. */
  warned: readonly string[];
};

/**
 * Publishes a draft, after acknowledging those of its warnings that the user has named. Warnings that the file itself
 * acknowledges need no naming: which ones are left is for the server to say.
 *
 * @throws Refusal where it stays a draft, with what to do.
 */
export const publishDraft = async (
  api: Api,
  draft: Draft,
  { publishAt, acknowledge, reason }: Publication,
  lang: Lang,
): Promise<'published' | 'embargoed'> => {
  const { release, revision, warned } = draft;
  if (draft.errors > 0) throw hasErrors(draft, lang);
  const path = `/v1/releases/${release.index}/${release.period}/revisions/${revision}`;
  const query = { set: release.unit_set, edition: release.edition };
  const rules = acknowledge === 'all' ? warned : warned.filter((rule) => acknowledge.includes(rule));
  try {
    if (rules.length > 0) await api.send('POST', `${path}/acknowledge`, { query, body: { rules, reason } });
    await api.send('POST', `${path}/publish`, {
      query,
      body: { reason, ...(publishAt === null ? {} : { publish_at: publishAt }) },
      headers: { 'idempotency-key': idempotencyKey(draft, publishAt) },
    });
  } catch (error) {
    throw error instanceof Refusal && error.code === 'unacknowledged-warnings' ? unacknowledged(error, lang) : error;
  }
  return publishAt === null ? 'published' : 'embargoed';
};

/** The same bytes as the same release on the same base are one publication, however often they are sent. */
const idempotencyKey = ({ release, base_entry, sha256 }: Draft, publishAt: string | null): string => {
  const { index, period, unit_set, edition } = release;
  const what = JSON.stringify([sha256, index, period, unit_set, edition, base_entry, publishAt]);
  return `chiso-${createHash('sha256').update(what).digest('hex').slice(0, 32)}`;
};

const hasErrors = ({ revision, errors }: Draft, lang: Lang): Refusal =>
  new Refusal(
    422,
    'draft-has-errors',
    lang === 'vi'
      ? `Chưa công bố: bản ${revision} có ${errors} lỗi; hãy sửa tệp rồi gửi lại`
      : `Not published: revision ${revision} has ${errors} errors; mend the file and send it again`,
  );

const unacknowledged = ({ status, code, errors }: Refusal, lang: Lang): Refusal => {
  const open = [...new Set(errors.flatMap(({ rule }) => rule ?? []))].join(',');
  return new Refusal(
    status,
    code,
    lang === 'vi'
      ? `Chưa công bố: còn cảnh báo chưa ai xác nhận. Xem lại, rồi thêm --acknowledge ${open} --reason "lý do"`
      : `Not published: there are warnings that nobody has acknowledged. Look at them, then add --acknowledge ${open} --reason "why"`,
    errors,
  );
};
