import * as z from 'zod';
import { PEERS_BY } from '../analysis/peers-response.ts';
import { analysedUnit, analysisFields, points, Weights } from './analysis-fields.ts';
import { Group, MethodologyId, Rank, RankOf, ReleaseFields, RevisionNumber, Score, Unit, UnitName } from './fields.ts';
import { envelope, named } from './named.ts';

export const PeersRow = named(
  'PeersRow',
  z.strictObject({
    ...ReleaseFields,
    group: Group,
    unit: Unit,
    unit_name: UnitName,
    peer_of: Unit.meta({ description: 'The unit that is compared' }),
    score: Score,
    rank: Rank,
    rank_of: RankOf,
    peer_rank: Rank.meta({ description: 'Rank among the peers and the unit (hạng trong nhóm so sánh)' }),
    difference: points('Its score minus that of the unit (chênh lệch)', 1.2),
    distance: points('How far its profile is, in points of the total; null where peers are chosen otherwise', 2.4),
    methodology: MethodologyId,
    revision: RevisionNumber,
  }),
  'The unit or one of its peers',
);

const PeersMeta = z.strictObject({
  ...analysisFields,
  ...analysedUnit,
  by: z.enum(PEERS_BY),
  among: z
    .strictObject({ group: Group, group_name: z.string() })
    .nullable()
    .meta({ description: 'Region or group whose units they are' }),
  distance: z
    .string()
    .nullable()
    .meta({ description: 'Which distance it is', examples: ['euclidean-weighted-points'] }),
  weights: Weights.nullable(),
  peer_rank: Rank.meta({ description: 'Rank of the unit among them' }),
  peer_rank_of: z.int(),
});

export const PeersAnswer = named(
  'PeersAnswer',
  envelope(PeersRow, PeersMeta),
  'A unit among those that it is compared with (nhóm so sánh)',
);
