import { gapResponse } from '@chi-so/contract/analysis/gap-response';
import { fieldOf } from '@chi-so/domain/analysis/field';
import { gapOf, requiredTotal } from '@chi-so/domain/analysis/gap';
import { rankedFigureAt } from '@chi-so/domain/analysis/release-figures';
import { type Required, requiredFigure } from '@chi-so/domain/analysis/required-figure';
import { rankAmong } from '@chi-so/domain/rank-among';
import type { Request } from '@chi-so/runtime/http';
import { parameters } from '@chi-so/runtime/parameters';
import { Problem } from '@chi-so/runtime/problem';
import { FORMAT_PARAMETERS } from '../formats/asked-format.ts';
import type { FoundTable } from '../formats/table-answer.ts';
import type { Tables } from '../tables.ts';
import { askedTarget } from './asked-target.ts';
import { knownWeights } from './known-weights.ts';
import { namesIn, unitInRelease } from './unit-in-release.ts';

const KNOWN = ['index', 'unit', 'period', 'target', 'set', 'edition', 'group', ...FORMAT_PARAMETERS] as const;

/** `GET /v1/analysis/gap`: how far a unit is from a target, and what each component alone would have to do. */
export const findGap = async (
  tables: Tables,
  { query: given, lang }: Pick<Request, 'query' | 'lang'>,
): Promise<FoundTable> => {
  const query = parameters(given, KNOWN);
  const { unit, read, analysed } = await unitInRelease(tables, query);
  const { figures } = analysed;
  const weighing = knownWeights(read.methodology);
  const asked = query.target ?? 'next';
  const target = askedTarget(figures, unit, asked);
  const region = target.kind === 'region' ? figures.groups.find(({ group }) => group === target.region) : undefined;
  const field = fieldOf(figures, unit, region);
  if (!field) throw notRanked(unit);

  const required = known(requiredFigure(target, field, read.methodology), asked);
  const isTotal = target.kind === 'score';
  const total = required && (isTotal ? required.figure : requiredTotal(figures, unit, required.figure));
  const gap = gapOf(figures, weighing, unit, total);
  if (!gap) throw notRanked(unit);
  const others = field.others.map(({ figure }) => figure);
  const reached = gap.required === null ? null : rankedFigureAt(figures, unit, gap.required);
  const parts = {
    analysed,
    unit,
    target: asked,
    weighing,
    gap,
    reference: required?.unit ?? null,
    rankReached: reached === null ? null : rankAmong(reached, others, read.methodology),
  };
  const { data, meta } = gapResponse(parts, lang);
  const { index, period } = figures.release;
  return {
    table: 'gap',
    rows: data,
    meta,
    names: namesIn(analysed),
    file: [index, period, unit, 'gap', asked],
  };
};

const notRanked = (unit: string): Problem =>
  new Problem(422, 'no-figures', {
    vi: `${unit} không được xếp hạng ở kỳ này nên không có khoảng cách`,
    en: `${unit} is not ranked in this period, so there is no gap`,
  });

/** @throws Problem where nobody knows what the target takes. */
const known = (required: Required, asked: string): Exclude<Required, 'unknown'> => {
  if (required !== 'unknown') return required;
  throw new Problem(422, 'target-unknown', {
    vi: `Không biết ngưỡng của "${asked}": danh mục không có, hoặc được chia lại mỗi năm`,
    en: `Nobody knows the threshold of "${asked}": the catalogue has none, or it is drawn anew each year`,
  });
};
