import type { ReleaseBody, ScoreBody } from '@chi-so/contract/release-body';
import type { ReleaseFile, ScoreRow } from '@chi-so/domain/release-file';

/** A release sent as JSON, in the terms of the domain. A row's number is its position in `scores`, from 1. */
export const releaseOfBody = (
  body: ReleaseBody,
  release: { index: string; period: string; unit_set: string; edition: string },
): ReleaseFile => ({
  release,
  methodology: body.methodology ?? null,
  source: body.source,
  announcement: body.announcement,
  rows: body.scores.map((score, i) => scoreRow(score, i + 1)),
});

/** What is left out takes its plain meaning: a score is normal, a missing one is M and must give its reason. */
const scoreRow = (body: ScoreBody, row: number): ScoreRow => ({
  row,
  unit: body.unit,
  component: body.component,
  stage: body.stage,
  score: body.score ?? null,
  status: body.status ?? (body.score == null ? 'M' : 'A'),
  reason: body.reason ?? null,
  rank_published: body.rank_published ?? null,
  grade_published: body.grade_published ?? null,
  rank_claimed: body.rank_claimed ?? null,
  source: body.source ?? null,
  note: body.note ?? null,
});
