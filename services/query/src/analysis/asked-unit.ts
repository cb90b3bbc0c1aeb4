import { nearestUnit } from '@chi-so/domain/analysis/nearest-unit';
import { unitSetOf } from '@chi-so/domain/identity';
import type { GroupRanking } from '@chi-so/domain/ranking';
import type { RankingDocument } from '@chi-so/domain/ranking-document';
import { checkedId } from '@chi-so/runtime/checked-id';
import { invalidParameter, invalidRequest, Problem } from '@chi-so/runtime/problem';
import { noSuchGroup } from '../ranking-problems.ts';

/** The unit of a request, of the form that units have. @throws Problem where it is left out or has no era. */
export const askedUnit = (unit: string | undefined): string => {
  if (!unit) throw invalidRequest('Cần đơn vị: unit=VN63-46', 'A unit is needed: unit=VN63-46');
  if (checkedId('unit', unit).indexOf('-') > 0) return unit;
  throw invalidParameter(
    'unit',
    `"${unit}" không phải mã đơn vị như VN63-46; tra tên ở /v1/units/resolve`,
    `"${unit}" is not a unit's id such as VN63-46; look names up at /v1/units/resolve`,
  );
};

/** The unit set that is meant: that of the unit, which no other one has. */
export const setOfUnit = (unit: string, set: string | undefined): string => {
  const own = unitSetOf(unit);
  if (set === undefined || set === own) return own;
  throw invalidParameter(
    'set',
    `${unit} thuộc tập đơn vị ${own}, không phải ${set}`,
    `${unit} is of the unit set ${own}, not ${set}`,
  );
};

/** @throws Problem with a suggestion, where the release does not know the unit. */
export const requireUnit = ({ ranking }: RankingDocument, parameter: string, unit: string): void => {
  if (ranking.units.some((known) => known.unit === unit)) return;
  const suggestion = nearestUnit(unit, ranking.units);
  const message_vi = `Đợt công bố không có đơn vị "${unit}"${suggestion ? `; có phải ${suggestion} không?` : ''}`;
  const message_en = `The release has no unit "${unit}"${suggestion ? `; did you mean ${suggestion}?` : ''}`;
  throw new Problem(
    400,
    'invalid-parameter',
    { vi: message_vi, en: message_en },
    { errors: [{ parameter, suggestion, message_vi, message_en }] },
  );
};

/** The group that is asked for, or the only one in which the methodology ranks the unit. Nothing is guessed. */
export const groupOfUnit = (document: RankingDocument, unit: string, asked: string | undefined): string => {
  const holding = document.ranking.groups.filter(({ places }) => places.some((place) => place.unit === unit));
  const known = (groups: readonly GroupRanking[]) => groups.map(({ group }) => group).join(', ');
  if (asked !== undefined) {
    if (!document.ranking.groups.some(({ group }) => group === asked)) throw noSuchGroup(document, asked);
    if (holding.some(({ group }) => group === asked)) return asked;
    throw invalidParameter(
      'group',
      `${unit} không thuộc khối ${asked}; thuộc: ${known(holding)}`,
      `${unit} is not in the group ${asked}; it is in: ${known(holding)}`,
    );
  }
  const official = holding.filter(({ official }) => official);
  const [only, ...others] = official;
  if (only && others.length === 0) return only.group;
  throw invalidParameter(
    'group',
    `Hãy nêu khối của ${unit}: ${known(only ? official : holding)}`,
    `Name the group of ${unit}: ${known(only ? official : holding)}`,
  );
};
