import * as z from 'zod';
import { LIMITS } from '../limits.ts';
import {
  AcknowledgeBody,
  CorrectionBody,
  PublishBody,
  ReleaseBody,
  UploadBody,
  WithdrawBody,
} from '../release-body.ts';
import type { RouteKey } from '../routes.ts';
import { SourceBody } from '../source-body.ts';
import { AuditAnswer } from './audit-schemas.ts';
import {
  AcknowledgeAnswer,
  CorrectionAnswer,
  DiffAnswer,
  DraftAnswer,
  DraftsAnswer,
  EmbargoAnswer,
  RecogniseAnswer,
  UploadAnswer,
  UploadReport,
} from './draft-schemas.ts';
import { examples } from './examples.ts';
import { named } from './named.ts';
import { json, type Operation, ok } from './operation.ts';
import { headers, path, query, saidOfFile, whichRelease } from './parameters.ts';
import { DraftRankingAnswer } from './ranking-schemas.ts';
import { PublicationAnswer } from './release-schemas.ts';
import { FetchAnswer, SavedSourceAnswer, SourcesAnswer } from './source-schemas.ts';

const release = { index: path.index, period: path.exactPeriod };
const revision = { ...release, revision: path.revision };
const { ifMatch, idempotencyKey } = headers;

const file = {
  'application/json': named('ReleaseBody', ReleaseBody, 'A whole release in JSON'),
  'application/octet-stream': 'bytes',
} as const;
const jsonOf = (schema: Parameters<typeof named>[1]) => ({ 'application/json': schema });

const OF_FILES = [
  ...(['not-found', 'ambiguous-release', 'too-large', 'methodology', 'invalid-release', 'invalid-body'] as const),
  ...(['not-a-release', 'not-utf8', 'pdf', 'encrypted', 'legacy-workbook', 'legacy-font', 'encoding'] as const),
  ...(['not-text', 'macros', 'no-workbook', 'damaged-workbook', 'workbook-too-large', 'text-too-large'] as const),
  'no-table',
] as const;
const OF_BODIES = ['invalid-body', 'not-utf8'] as const;
const OF_RELEASES = ['ambiguous-release', 'not-found', 'not-your-release'] as const;
const OF_LOGS = ['stale-base', 'not-published', 'if-match-required', 'idempotency-key-reused'] as const;

/** What those may do who bring releases in and decide on them. */
export const WRITE = {
  'PUT /v1/releases/{index}/{period}': {
    id: 'putRelease',
    tag: 'Drafts',
    summary: 'Send a release file: it becomes a draft (nộp tệp số liệu)',
    description:
      'CSV, XLSX, a pasted table or JSON. The file is recognised by its content and checked; nothing is published. ' +
      'The same file on the same base is the same revision. `dry_run=true` writes nothing.',
    path: release,
    query: { ...saidOfFile, dry_run: query.flag('Only check, write nothing (kiểm tra thử)') },
    headers: { 'Idempotency-Key': idempotencyKey },
    body: { content: file, example: examples.release },
    answers: { 200: json(UploadReport, 'Known already, or a dry run'), 201: json(UploadReport, 'A new draft') },
    problems: [...OF_FILES, 'not-your-release', 'unreadable'],
  },
  'POST /v1/releases/recognise': {
    id: 'recogniseFile',
    tag: 'Drafts',
    summary: 'Which releases a file holds; writes nothing (nhận dạng tệp)',
    query: { index: path.index.optional(), period: path.exactPeriod.optional(), ...saidOfFile },
    body: { content: file, example: examples.release },
    answers: ok(RecogniseAnswer),
    problems: OF_FILES,
  },
  'POST /v1/uploads': {
    id: 'createUpload',
    tag: 'Drafts',
    summary: 'Where to PUT a file that is too large for a body (tải tệp lớn)',
    body: { content: jsonOf(named('UploadBody', UploadBody, 'How long the file is')), example: { bytes: 5_000_000 } },
    answers: { 201: json(UploadAnswer) },
    problems: [...OF_BODIES, 'too-large'],
  },
  'PATCH /v1/releases/{index}/{period}/scores': {
    id: 'correctScores',
    tag: 'Drafts',
    summary: 'Correct what is published (đính chính)',
    description: 'A reason is required. `publish=true` makes it official at once and needs `releases:publish` too.',
    path: release,
    query: { ...whichRelease, publish: query.flag('Make it official at once (công bố ngay)') },
    headers: { 'If-Match': ifMatch, 'Idempotency-Key': idempotencyKey },
    body: {
      content: jsonOf(named('CorrectionBody', CorrectionBody, 'Figures in the place of those that stand')),
      example: examples.correction,
    },
    answers: { 200: json(CorrectionAnswer, 'Published'), 201: json(CorrectionAnswer, 'A new draft') },
    problems: [...OF_BODIES, ...OF_RELEASES, ...OF_LOGS, 'missing-scope', 'four-eyes', 'invalid-release'],
  },
  'GET /v1/drafts/{index}/{period}': {
    id: 'listDrafts',
    tag: 'Drafts',
    summary: 'Every revision of a release (các bản, kể cả dự thảo)',
    path: release,
    query: whichRelease,
    answers: ok(DraftsAnswer),
    problems: OF_RELEASES,
  },
  'GET /v1/drafts/{index}/{period}/{revision}': {
    id: 'getDraft',
    tag: 'Drafts',
    summary: 'One revision: rows, findings, acknowledgements',
    path: revision,
    query: { ...whichRelease, offset: query.offset },
    answers: ok(DraftAnswer),
    problems: OF_RELEASES,
  },
  'GET /v1/drafts/{index}/{period}/{revision}/diff': {
    id: 'getDraftDiff',
    tag: 'Drafts',
    summary: 'A revision against what is published, cell by cell (so sánh)',
    path: revision,
    query: { ...whichRelease, against: query.against },
    answers: ok(DiffAnswer),
    problems: OF_RELEASES,
  },
  'GET /v1/drafts/{index}/{period}/{revision}/ranking': {
    id: 'getDraftRanking',
    tag: 'Drafts',
    summary: 'How a revision would rank (xếp hạng thử)',
    path: revision,
    query: { ...whichRelease, component: query.component, group: query.group },
    answers: ok(DraftRankingAnswer),
    problems: [...OF_RELEASES, 'no-such-group'],
  },
  'POST /v1/releases/{index}/{period}/revisions/{revision}/acknowledge': {
    id: 'acknowledgeWarnings',
    tag: 'Drafts',
    summary: 'Accept warnings of a draft, with a reason (xác nhận cảnh báo)',
    path: revision,
    query: whichRelease,
    headers: { 'Idempotency-Key': idempotencyKey },
    body: {
      content: jsonOf(named('AcknowledgeBody', AcknowledgeBody, 'Warnings that are known and accepted')),
      example: { rules: ['implausible-move'], reason: 'Đã hỏi cơ quan công bố' },
    },
    answers: ok(AcknowledgeAnswer),
    problems: [...OF_BODIES, ...OF_RELEASES, 'no-such-warning'],
  },
  'POST /v1/releases/{index}/{period}/revisions/{revision}/publish': {
    id: 'publishRevision',
    tag: 'Drafts',
    summary: 'Make a revision official, now or at a time (công bố)',
    description: 'An older revision becomes official again (rollback) only with `If-Match`.',
    path: revision,
    query: whichRelease,
    headers: { 'If-Match': ifMatch, 'Idempotency-Key': idempotencyKey },
    body: {
      content: jsonOf(named('PublishBody', PublishBody, 'Why, when, and under which methodology')),
      example: { reason: 'Theo Quyết định 1149/QĐ-BNV' },
    },
    answers: { 200: json(PublicationAnswer, 'Official'), 202: json(EmbargoAnswer, 'Waits for its time') },
    problems: [
      ...OF_BODIES,
      ...OF_RELEASES,
      ...OF_LOGS,
      ...(['draft-has-errors', 'unacknowledged-warnings', 'invalid-release', 'four-eyes', 'moved'] as const),
    ],
  },
  'DELETE /v1/releases/{index}/{period}/embargo': {
    id: 'cancelEmbargo',
    tag: 'Drafts',
    summary: 'What waits is not published by itself any more (huỷ hẹn giờ)',
    path: release,
    query: whichRelease,
    headers: { 'Idempotency-Key': idempotencyKey },
    answers: ok(EmbargoAnswer),
    problems: [...OF_RELEASES, 'moved'],
  },
  'POST /v1/releases/{index}/{period}/withdraw': {
    id: 'withdrawRelease',
    tag: 'Drafts',
    summary: 'Nothing of it is official any more (thu hồi)',
    path: release,
    query: whichRelease,
    headers: { 'If-Match': ifMatch, 'Idempotency-Key': idempotencyKey },
    body: {
      content: jsonOf(named('WithdrawBody', WithdrawBody, 'Why')),
      example: { reason: 'Cơ quan công bố thu hồi' },
    },
    answers: ok(PublicationAnswer),
    problems: [...OF_BODIES, ...OF_RELEASES, ...OF_LOGS],
  },
  'GET /v1/audit': {
    id: 'getAudit',
    tag: 'Audit',
    summary: 'Who wrote what, newest first (nhật ký)',
    query: {
      since: z
        .string()
        .optional()
        .meta({ description: 'A day or an instant in UTC; a month ago where it is left out' }),
      until: z.string().optional().meta({ description: 'A day or an instant in UTC; now where it is left out' }),
      actor: z.string().optional(),
      action: z.string().optional(),
      target: z.string().optional().meta({
        description: 'pci/VN63/main/2019, or the beginning of it up to a slash, such as pci or targets/VN63-46',
      }),
      limit: z
        .int()
        .min(1)
        .max(LIMITS.rows)
        .optional()
        .meta({ description: 'Rows of a page; 100 where it is left out' }),
      cursor: z.string().optional().meta({ description: 'As `next` of the page before has it' }),
    },
    answers: ok(AuditAnswer),
    problems: ['invalid-parameter', 'unknown-parameter'],
  },
  'GET /v1/sources': {
    id: 'listSources',
    tag: 'Sources',
    summary: 'Sources and what came of their last checks (nguồn)',
    answers: ok(SourcesAnswer),
  },
  'PUT /v1/sources/{source}': {
    id: 'putSource',
    tag: 'Sources',
    summary: 'Add or change a source',
    path: { source: path.source },
    headers: { 'Idempotency-Key': idempotencyKey },
    body: {
      content: jsonOf(named('SourceBody', SourceBody, 'An address and what the file does not say of itself')),
      example: examples.source,
    },
    answers: { 200: json(SavedSourceAnswer), 201: json(SavedSourceAnswer, 'A new source') },
    problems: [
      ...OF_BODIES,
      'moved',
      ...(['not-a-url', 'not-https', 'has-credentials', 'literal-address', 'host-not-allowed'] as const),
    ],
  },
  'POST /v1/sources/{source}/fetch': {
    id: 'fetchSource',
    tag: 'Sources',
    summary: 'Look at a source now',
    path: { source: path.source },
    headers: { 'Idempotency-Key': idempotencyKey },
    answers: ok(FetchAnswer),
    problems: ['not-found', 'being-fetched'],
  },
} as const satisfies Partial<Record<RouteKey, Operation>>;
