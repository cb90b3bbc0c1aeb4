import { regionsOf } from '@chi-so/domain/analysis/field';
import type { ReleaseFigures } from '@chi-so/domain/analysis/release-figures';
import type { Target } from '@chi-so/domain/analysis/required-figure';
import { TOTAL } from '@chi-so/domain/identity';
import { bandsOf } from '@chi-so/domain/places';
import type { GroupRanking } from '@chi-so/domain/ranking';
import { invalidParameter, Problem } from '@chi-so/runtime/problem';
import { numberOf } from './asked-number.ts';

/** What `target=` names. @throws Problem for what is no target, a rank that nobody can have, a score off the scale. */
export const askedTarget = (figures: ReleaseFigures, unit: string, asked: string): Target => {
  const [kind = '', value] = splitOnce(asked);
  if (value === undefined && (kind === 'next' || kind === 'median')) return { kind };
  if (value === undefined && kind === 'region') return { kind, region: regionOf(figures, unit, 'target').group };
  if (value !== undefined && kind === 'rank') return { kind, rank: askedRank(figures, value) };
  if (value !== undefined && kind === 'score') return { kind, score: askedScore(figures, value) };
  if (value !== undefined && kind === 'grade') return { kind, grade: askedGrade(figures, value) };
  throw invalidParameter(
    'target',
    `target phải là next, rank:10, grade:…, score:65.5, median hoặc region; không phải "${asked}"`,
    `target must be next, rank:10, grade:…, score:65.5, median or region; not "${asked}"`,
  );
};

const splitOnce = (text: string): [string, string | undefined] => {
  const at = text.indexOf(':');
  return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
};

/** The one region that a unit lives in. @throws Problem where it is in none, or in several. */
export const regionOf = (figures: ReleaseFigures, unit: string, parameter: string): GroupRanking => {
  const regions = regionsOf(figures, unit);
  const [only, ...others] = regions;
  if (only && others.length === 0) return only;
  if (!only) {
    throw new Problem(422, 'no-figures', {
      vi: `Tập đơn vị ${figures.release.unit_set} không chia vùng cho ${unit}`,
      en: `The unit set ${figures.release.unit_set} puts ${unit} in no region`,
    });
  }
  const list = regions.map(({ group }) => group).join(', ');
  throw invalidParameter(
    parameter,
    `${unit} thuộc nhiều nhóm (${list}): hãy nêu group thay vì region`,
    `${unit} is in several groups (${list}): name a group instead of the region`,
  );
};

const askedRank = ({ group }: ReleaseFigures, value: string): number => {
  const ranked = group.places.filter(({ rank }) => rank !== null).length;
  const rank = /^\d{1,6}$/.test(value) ? Number(value) : Number.NaN;
  if (rank >= 1 && rank <= ranked) return rank;
  throw invalidParameter(
    'target',
    `Hạng phải từ 1 đến ${ranked}, không phải "${value}"`,
    `A rank must be from 1 to ${ranked}, not "${value}"`,
  );
};

const askedScore = ({ methodology }: ReleaseFigures, value: string): number => {
  const score = numberOf(value);
  const total = methodology.components.find(({ component }) => component === TOTAL);
  const [least, most] = [total?.minimum ?? -Infinity, total?.maximum ?? Infinity];
  if (score !== undefined && score >= least && score <= most) return score;
  throw invalidParameter(
    'target',
    `Điểm phải là số trong thang ${least}–${most}, không phải "${value}"`,
    `A score must be a number on the scale ${least}–${most}, not "${value}"`,
  );
};

/** By its name in either language. Where the methodology has no grades, nobody knows what reaches one. */
const askedGrade = ({ methodology, group }: ReleaseFigures, value: string): string => {
  const bands = bandsOf(methodology, group.group) ?? [];
  const found = bands.find(({ grade, name_en }) => grade === value || name_en === value);
  if (found || bands.length === 0) return found?.grade ?? value;
  const list = bands.map(({ grade }) => grade).join(', ');
  throw invalidParameter(
    'target',
    `Không có loại "${value}"; có: ${list}`,
    `There is no grade "${value}"; there are: ${list}`,
  );
};
