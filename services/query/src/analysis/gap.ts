import { gapResponse } from '@chi-so/contract/analysis/gap-response';
import { gapToTarget } from '@chi-so/domain/analysis/gap-to-target';
import type { Request } from '@chi-so/runtime/http';
import { parameters } from '@chi-so/runtime/parameters';
import { Problem, type Text } from '@chi-so/runtime/problem';
import { FORMAT_PARAMETERS } from '../formats/asked-format.ts';
import type { FoundTable } from '../formats/table-answer.ts';
import type { Tables } from '../tables.ts';
import { askedTarget } from './asked-target.ts';
import { knownWeights } from './known-weights.ts';
import { namesIn, spokenUnit, unitInRelease } from './unit-in-release.ts';

const KNOWN = ['index', 'unit', 'period', 'target', 'set', 'edition', 'group', ...FORMAT_PARAMETERS] as const;

/** `GET /v1/analysis/gap`: how far a unit is from a target, and what each component alone would have to do. */
export const findGap = async (
  tables: Tables,
  { query: given, lang }: Pick<Request, 'query' | 'lang'>,
): Promise<FoundTable> => {
  const query = parameters(given, KNOWN);
  const { unit, read, analysed } = await unitInRelease(tables, query);
  const { figures, degraded } = analysed;
  const weighing = knownWeights(read.methodology);
  const asked = query.target ?? 'next';
  const found = gapToTarget(figures, weighing, unit, askedTarget(figures, unit, asked));
  if (found === 'unranked') throw notRanked(spokenUnit(analysed, unit));
  if (found === 'unknown') throw unknownTarget(asked);
  const { data, meta } = gapResponse({ ...found, degraded, asked }, lang);
  const { index, period } = figures.release;
  return {
    table: 'gap',
    rows: data,
    meta,
    names: namesIn(analysed),
    file: [index, period, unit, 'gap', asked],
  };
};

const notRanked = ({ vi, en }: Text): Problem =>
  new Problem(422, 'no-figures', {
    vi: `${vi} không được xếp hạng ở kỳ này nên không có khoảng cách`,
    en: `${en} is not ranked in this period, so there is no gap`,
  });

const unknownTarget = (asked: string): Problem =>
  new Problem(422, 'target-unknown', {
    vi: `Không biết ngưỡng của "${asked}": danh mục không có, hoặc được chia lại mỗi năm`,
    en: `Nobody knows the threshold of "${asked}": the catalogue has none, or it is drawn anew each year`,
  });
