import type { Peer } from '@chi-so/domain/analysis/peers';
import type { Weighing } from '@chi-so/domain/analysis/weighing';
import type { GroupRanking } from '@chi-so/domain/ranking';
import type { Lang } from '../ranking-response.ts';
import {
  type Analysed,
  analysisMeta,
  releaseColumns,
  totalOf,
  unitNameIn,
  weightsMeta,
  weightsNote,
} from './analysis-meta.ts';

/** The answer to `GET /v1/analysis/peers`: the unit among those that it is compared with. */

/** How peers are chosen. */
export const PEERS_BY = ['region', 'group', 'profile', 'list'] as const;
export type PeersBy = (typeof PEERS_BY)[number];

/** How far apart two profiles are. */
const DISTANCE = 'euclidean-weighted-points';

export type PeersParts = {
  analysed: Analysed;
  unit: string;
  by: PeersBy;
  /** The region or group whose units they are; null where they are not of one. */
  among: Pick<GroupRanking, 'group' | 'name_vi' | 'name_en'> | null;
  /** Only where peers are chosen by their profile. */
  weighing: Weighing | null;
  peers: readonly Peer[];
};

export const peersResponse = ({ analysed, unit, by, among, weighing, peers }: PeersParts, lang: Lang) => {
  const { figures, degraded } = analysed;
  const document = totalOf(figures);
  const own = peers.find((peer) => peer.unit === unit);
  return {
    data: peers.map((peer) => ({
      ...releaseColumns(figures),
      unit: peer.unit,
      unit_name: unitNameIn(figures, peer.unit, lang),
      peer_of: unit,
      score: peer.score,
      rank: peer.rank,
      rank_of: figures.group.rank_of,
      peer_rank: peer.peer_rank,
      difference: peer.difference,
      distance: peer.distance,
      methodology: document.methodology,
      revision: document.publication.revision,
    })),
    meta: {
      ...analysisMeta(document, degraded, [...notes(by, lang), ...(weighing ? weightsNote(weighing, lang) : [])], lang),
      unit,
      unit_name: unitNameIn(figures, unit, lang),
      by,
      among: among && { group: among.group, group_name: lang === 'vi' ? among.name_vi : among.name_en },
      distance: by === 'profile' ? DISTANCE : null,
      weights: weighing && weightsMeta(weighing),
      peer_rank: own?.peer_rank ?? null,
      peer_rank_of: peers.filter(({ peer_rank }) => peer_rank !== null).length,
    },
    next: null,
  };
};

const notes = (by: PeersBy, lang: Lang): string[] => {
  if (by !== 'profile') return [];
  return [
    lang === 'vi'
      ? 'Khoảng cách Euclid giữa các chỉ số thành phần nhân hệ số, tính bằng điểm của tổng điểm (suy ra).'
      : 'Euclidean distance of the components times their coefficients, in points of the total (derived).',
  ];
};
