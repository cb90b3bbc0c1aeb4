import { PEERS_BY, type PeersBy, type PeersParts, peersResponse } from '@chi-so/contract/analysis/peers-response';
import { nearestProfiles, peersAmong } from '@chi-so/domain/analysis/peers';
import type { Request } from '@chi-so/runtime/http';
import { parameters, wholeNumber } from '@chi-so/runtime/parameters';
import { invalidParameter, invalidRequest, Problem, type Text } from '@chi-so/runtime/problem';
import { FORMAT_PARAMETERS } from '../formats/asked-format.ts';
import type { FoundTable } from '../formats/table-answer.ts';
import type { Tables } from '../tables.ts';
import { regionOf } from './asked-target.ts';
import { requireUnit } from './asked-unit.ts';
import { knownWeights } from './known-weights.ts';
import { namesIn, spokenUnit, type UnitInRelease, unitInRelease } from './unit-in-release.ts';

const KNOWN = [
  ...['index', 'unit', 'period', 'by', 'units', 'count', 'set', 'edition', 'group'],
  ...FORMAT_PARAMETERS,
] as const;
type Query = Record<string, string | undefined>;

/** How many are near, where nobody says. */
const NEAREST = '5';
const MOST = 100;

/** `GET /v1/analysis/peers`: a unit among those that it is compared with. */
export const findPeers = async (
  tables: Tables,
  { query: given, lang }: Pick<Request, 'query' | 'lang'>,
): Promise<FoundTable> => {
  const query: Query = parameters(given, KNOWN);
  const by = askedBy(query);
  const found = await unitInRelease(tables, query);
  const { data, meta } = peersResponse(chosenPeers(found, by, query), lang);
  const { index, period } = found.read.release;
  return {
    table: 'peers',
    rows: data,
    meta,
    names: namesIn(found.analysed),
    file: [index, period, found.unit, 'peers', by],
  };
};

const askedBy = ({ by, units, count }: Query): PeersBy => {
  const found = PEERS_BY.find((one) => one === (by ?? (units === undefined ? 'region' : 'list')));
  if (!found) {
    const list = PEERS_BY.join(', ');
    throw invalidParameter('by', `by phải là ${list}; không phải "${by}"`, `by must be ${list}; not "${by}"`);
  }
  if ((found === 'list') !== (units !== undefined)) {
    throw invalidRequest('by=list đi cùng units=VN63-48,VN63-49', 'by=list goes with units=VN63-48,VN63-49');
  }
  if (count !== undefined && found !== 'profile') {
    throw invalidParameter('count', 'count chỉ dùng với by=profile', 'count is for by=profile only');
  }
  return found;
};

const chosenPeers = (
  { unit, read, analysed }: UnitInRelease,
  by: PeersBy,
  { units = '', count }: Query,
): PeersParts => {
  const { figures } = analysed;
  const parts = { analysed, unit, by, among: null, weighing: null };
  if (by === 'profile') {
    const weighing = knownWeights(read.methodology);
    const most = wholeNumber('count', count ?? NEAREST, 1, MOST);
    const distances = nearestProfiles(figures, weighing, unit, most);
    if (!distances) throw noProfile(spokenUnit(analysed, unit));
    return { ...parts, weighing, peers: peersAmong(figures, unit, [...distances.keys()], distances) };
  }
  if (by === 'list') {
    const listed = units.split(',').filter(Boolean);
    if (listed.length === 0) throw invalidRequest('Cần units=VN63-48,VN63-49', 'units=VN63-48,VN63-49 is needed');
    for (const one of listed) requireUnit(read.total, 'units', one);
    return { ...parts, peers: peersAmong(figures, unit, listed) };
  }
  const among = by === 'region' ? regionOf(figures, unit, 'by') : figures.group;
  const members = among.places.map((place) => place.unit);
  return { ...parts, among, peers: peersAmong(figures, unit, members) };
};

const noProfile = ({ vi, en }: Text): Problem =>
  new Problem(422, 'no-figures', {
    vi: `${vi} thiếu điểm của một số chỉ số thành phần nên không có hồ sơ để so`,
    en: `${en} lacks some components, so it has no profile to compare`,
  });
