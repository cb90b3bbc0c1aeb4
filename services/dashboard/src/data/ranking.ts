import type { Lang } from '@chi-so/contract/ranking-response';
import { TOTAL, unitSetOf } from '@chi-so/domain/identity';
import type { Chosen } from '../address/page-kind.ts';
import type { RankingAddress } from '../address/pages/ranking.ts';
import { loadUnit } from './catalogue.ts';
import { apiAddress, get } from './get.ts';
import type { Schemas } from './schemas.ts';

export type RankingRow = Schemas['RankingRow'];
export type RankingMeta = Schemas['RankingMeta'];
export type Ranking = { rows: RankingRow[]; meta: RankingMeta };

type Wanted = RankingAddress;

/** One ranking, as the address asks for it: one request. */
export const loadRanking = async (wanted: Wanted, lang: Lang, signal: AbortSignal): Promise<Ranking> => {
  const { data, meta } = await get<Schemas['RankingAnswer']>(pathOf(wanted), queryOf(wanted), lang, signal);
  return { rows: data, meta: meta as RankingMeta };
};

/**
 * The reader's unit and its peers as a unit set knows them. Null where it has none of the kind; a peer that it does not have
 * stays in its place under its own id, so that the others keep their colours.
 */
export const loadChosenIn = async (set: string, { unit, peers }: Chosen, lang: Lang): Promise<Chosen> => {
  const [mine = null, ...others] = await Promise.all([unit ?? '', ...peers].map((one) => sameUnitIn(set, one, lang)));
  return { unit: mine, peers: peersInPlace(peers, others, mine) };
};

/** What the peers of an address are in a unit set, each at its own place. Two that were merged are one, the first. */
export const peersInPlace = (
  peers: readonly string[],
  found: readonly (string | null)[],
  mine: string | null,
): string[] =>
  peers.map((peer, i) => {
    const one = found[i] ?? null;
    return one === null || one === mine || found.indexOf(one) < i ? peer : one;
  });

const pathOf = ({ index, period }: Wanted): string =>
  `rankings/${encodeURIComponent(index)}/${encodeURIComponent(period)}`;

const queryOf = ({ set, edition, group, component }: Wanted) => ({
  ...{ set, edition, group },
  component: component === TOTAL ? null : component,
});

/** What the API calls the same ranking as a file, `2019.csv`, for the page's own address. */
export const fileAddress = (wanted: Wanted, lang: Lang, suffix: 'csv' | 'xlsx', profile?: 'excel-vi'): string =>
  apiAddress(
    suffix === 'xlsx' ? `exports/${pathOf(wanted)}.xlsx` : `${pathOf(wanted)}.${suffix}`,
    { ...queryOf(wanted), profile },
    lang,
  );

/** As many eras as lie between the first unit set of the country and the last. */
const MOST_STEPS = 2;

/**
 * The unit that has the same territory in another unit set, or that took it in: what VN63-46 is in VN34. Null where no
 * recorded succession leads there, as for a unit that was put together of several when looked at backwards.
 */
const sameUnitIn = async (set: string, unit: string, lang: Lang, steps = MOST_STEPS): Promise<string | null> => {
  if (unit === '' || set === '') return null;
  if (unitSetOf(unit) === set) return unit;
  if (steps === 0) return null;
  const answer = await loadUnit(unit, lang).catch(() => null);
  if (answer === null) return null;
  const { predecessors, successors } = answer.meta;
  const heirs = successors.flatMap(({ to }) => to);
  const forebears = predecessors.flatMap(({ kind, from }) => (kind === 'merged' ? [] : from));
  const next = [...heirs, ...forebears];
  const found = next.filter((one) => unitSetOf(one) === set);
  const [only = null] = found.length > 0 ? found : next;
  // An era further on, by the only way that there is.
  if (found.length === 0 && next.length === 1 && only !== null) return sameUnitIn(set, only, lang, steps - 1);
  return found.length === 1 ? only : null;
};
