import { isDay } from '@chi-so/domain/day';
import { provinceOf, unitSetOf } from '@chi-so/domain/identity';
import { type Candidate, type Resolution, resolveName } from '@chi-so/domain/resolve-name';
import type { UnitSet } from '@chi-so/domain/unit-set';
import type { Answer, Request } from '@chi-so/runtime/http';
import { parameters } from '@chi-so/runtime/parameters';
import { invalidRequest, notFound } from '@chi-so/runtime/problem';
import { getUnitSet, getUnitSetsOf } from '@chi-so/storage/catalogue';
import type { Tables } from './tables.ts';

const LONGEST = 300;

type Asked = { name: string; on: string | undefined; set: string | undefined; parent: string | undefined };

/**
 * `GET /v1/units/resolve?name=TT-Huế&on=2019-12-31`: the one unit that a name means, as a row of `data`, or none and
 * what it could mean as `candidates`. `on` picks the sets in force that day, `set` one set, `parent` the units inside
 * a province; without these two only provinces are looked at, since every province has a Sở Nội vụ.
 */
export const getResolvedUnit = async ({ records }: Tables, request: Request): Promise<Answer> => {
  const asked = askedBy(request);
  const pool = await setsAskedFor(records, asked);
  const inForce = pool.filter((set) => isInForce(set, asked.on));
  const { match, candidates } = resolveName(asked.name, inForce, asked.on);
  const meta = { name: asked.name, on: asked.on ?? null, set: asked.set ?? null, parent: asked.parent ?? null };
  if (match) {
    const { unit_set, valid_from, valid_to } = match.unit_set;
    const data = [{ unit_set, ...match.unit, valid_from, valid_to, rule: match.rule }];
    return { body: { data, candidates: [], meta, next: null } };
  }
  const inside = await setsInside(records, candidates);
  const elsewhere = [...inside, ...pool.filter((set) => !inForce.includes(set))];
  const further = elsewhere.flatMap((set) => fitting(resolveName(asked.name, [set], asked.on)));
  const dated = [...candidates, ...further].map((candidate) => withDates(candidate, [...pool, ...inside]));
  return { body: { data: [], candidates: dated, meta, next: null } };
};

const askedBy = (request: Request): Asked => {
  const { name = '', on, set, parent } = parameters(request.query, ['name', 'on', 'set', 'parent']);
  if (name.trim() === '' || name.length > LONGEST) {
    throw invalidRequest(
      `Cần tên đơn vị, nhiều nhất ${LONGEST} ký tự: ?name=TT-Huế`,
      `A name is needed, at most ${LONGEST} characters: ?name=TT-Huế`,
    );
  }
  if (on !== undefined && !isDay(on)) {
    throw invalidRequest(
      `on phải là ngày (2024-12-31), không phải "${on}"`,
      `on must be a day (2024-12-31), not "${on}"`,
    );
  }
  return { name, on, set, parent };
};

/** The sets that the question is about, whatever the day: by one Query, or one read. An id names its own set besides. */
const setsAskedFor = async (records: Tables['records'], { name, set, parent }: Asked): Promise<UnitSet[]> => {
  if (set !== undefined) {
    const found = (await load(records, [set])).filter((one) => parent === undefined || one.parent === parent);
    if (found.length > 0) return found;
    throw notFound(`Không có tập đơn vị "${set}" như vậy`, `There is no such unit set as "${set}"`);
  }
  if (parent !== undefined) {
    const inside = (await getUnitSetsOf(records, parent)).filter((one) => one.parent === parent);
    if (inside.length > 0) return inside;
    throw notFound(`Không có tập đơn vị nào thuộc "${parent}"`, `There is no unit set inside "${parent}"`);
  }
  const idSet = unitSetOf(name.trim().toUpperCase());
  const [national, own] = await Promise.all([
    getUnitSetsOf(records, null),
    provinceOf(idSet) === null ? [] : load(records, [idSet]),
  ]);
  return [...national, ...own];
};

const load = async (records: Tables['records'], names: readonly string[]): Promise<UnitSet[]> =>
  (await Promise.all(names.map((name) => getUnitSet(records, name)))).filter((set) => set !== undefined);

const isInForce = ({ valid_from, valid_to }: UnitSet, on: string | undefined): boolean =>
  on === undefined || ((valid_from ?? '') <= on && on <= (valid_to ?? '9999'));

/** Where a kind word contradicts a province's kind, a unit inside it may be meant: Thành phố Cà Mau in Cà Mau. */
const setsInside = (records: Tables['records'], candidates: readonly Candidate[]): Promise<UnitSet[]> =>
  load(
    records,
    candidates.filter(({ rule }) => rule === 'other-kind').map(({ unit }) => unit),
  );

/** What fits by a rule, not what is merely near. */
const fitting = ({ match, candidates }: Resolution): Candidate[] => {
  if (!match) return candidates.filter(({ rule }) => rule !== 'near');
  const { unit, unit_set, rule } = match;
  return [{ unit: unit.unit, unit_set: unit_set.unit_set, name_vi: unit.name_vi, rule }];
};

/** A candidate says when it was one, so that a reader sees why the day did not fit. */
const withDates = (candidate: Candidate, sets: readonly UnitSet[]) => {
  const { valid_from, valid_to } = sets.find(({ unit_set }) => unit_set === candidate.unit_set) ?? {};
  return { ...candidate, valid_from: valid_from ?? null, valid_to: valid_to ?? null };
};
