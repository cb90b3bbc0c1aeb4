import { AcknowledgeBody } from '@chi-so/contract/release-body';
import { type ReleaseId, releaseName } from '@chi-so/domain/identity';
import type { Answer, Request } from '@chi-so/runtime/http';
import { jsonBody } from '@chi-so/runtime/json-body';
import { parameters } from '@chi-so/runtime/parameters';
import { Problem } from '@chi-so/runtime/problem';
import { listAcknowledgements, putAcknowledgements } from '@chi-so/storage/acknowledgements';
import type { Table } from '@chi-so/storage/client';
import type { Revision } from '@chi-so/storage/revisions';
import { actorOf, requestIdOf } from './caller.ts';
import { shownFindings } from './report.ts';
import { namedRevision } from './revision-of-request.ts';
import type { Stores } from './stores.ts';

/** Warnings stand between a draft and its publication until somebody has said, with a reason, that they are known. */

/** Rules of a draft's warnings that nobody has acknowledged yet. */
const openRules = async (records: Table, release: ReleaseId, revision: Revision): Promise<string[]> => {
  const rules = new Set(revision.findings.filter(({ severity }) => severity === 'warning').map(({ rule }) => rule));
  for (const { rule } of revision.acknowledgements) rules.delete(rule);
  if (rules.size === 0) return [];
  for (const { rule } of await listAcknowledgements(records, release, revision.revision)) rules.delete(rule);
  return [...rules];
};

/** @throws Problem 422 for a draft with errors, or with warnings that nobody has acknowledged. */
export const requirePublishable = async (records: Table, release: ReleaseId, revision: Revision): Promise<void> => {
  const errors = revision.findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    throw new Problem(
      422,
      'draft-has-errors',
      {
        vi: `Bản ${revision.revision} có ${errors.length} lỗi nên không công bố được`,
        en: `Revision ${revision.revision} has ${errors.length} errors and cannot be published`,
      },
      { errors },
    );
  }
  const open = await openRules(records, release, revision);
  if (open.length === 0) return;
  throw new Problem(
    422,
    'unacknowledged-warnings',
    {
      vi: `Bản ${revision.revision} có cảnh báo chưa ai xác nhận: ${open.join(', ')}`,
      en: `Revision ${revision.revision} has warnings that nobody has acknowledged: ${open.join(', ')}`,
    },
    { errors: revision.findings.filter(({ rule, severity }) => severity === 'warning' && open.includes(rule)) },
  );
};

/** `POST …/revisions/{revision}/acknowledge`: warnings of a draft are known and accepted, for the reason given. */
export const postAcknowledge = async ({ records, now }: Stores, request: Request): Promise<Answer> => {
  parameters(request.query, ['set', 'edition']);
  const { rules, reason } = jsonBody(AcknowledgeBody, request);
  const { release, revision } = await namedRevision(records, request);
  const warned = new Set(revision.findings.filter(({ severity }) => severity === 'warning').map(({ rule }) => rule));
  const unknown = rules.filter((rule) => !warned.has(rule));
  if (unknown.length > 0) {
    throw new Problem(
      422,
      'no-such-warning',
      {
        vi: `Bản ${revision.revision} không có cảnh báo: ${unknown.join(', ')}`,
        en: `Revision ${revision.revision} has no warning: ${unknown.join(', ')}`,
      },
      { warnings: [...warned] },
    );
  }
  const [at, actor] = [now().toISOString(), actorOf(request)];
  const earlier = await listAcknowledgements(records, release, revision.revision);
  const fresh = rules.filter((rule) => !earlier.some((known) => known.rule === rule && known.reason === reason));
  if (fresh.length > 0)
    await putAcknowledgements(
      records,
      release,
      revision.revision,
      fresh.map((rule) => ({ rule, reason, actor, at })),
      {
        at,
        actor,
        action: 'acknowledge',
        target: releaseName(release),
        reason: `${fresh.join(', ')}: ${reason}`,
        request_id: requestIdOf(request),
      },
    );
  return {
    body: {
      data: rules.map((rule) => ({ ...release, revision: revision.revision, rule, reason, actor, at })),
      meta: {
        open: await openRules(records, release, revision),
        findings: shownFindings(revision.findings, request.lang),
      },
      next: null,
    },
  };
};
