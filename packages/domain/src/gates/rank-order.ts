import { roundHalfUp } from '../decimal.ts';
import { type Finding, finding } from '../finding.ts';
import { ALL } from '../identity.ts';
import { rankComponent } from '../ranking.ts';
import type { ScoreRow } from '../release-file.ts';
import { unitScoresOf } from '../release-file.ts';
import { capped } from './capped.ts';
import { columnsOf, type FileColumns, isScored, type ScoredRow } from './columns.ts';
import type { GateContext } from './context.ts';
import { namesIn } from './names.ts';
import { spotOf } from './spot.ts';

/**
 * Printed ranks against the ranks that the scores give (derived rule). A rank that contradicts the scores is a warning,
 * for the publisher may have ranked by what it did not print; one that ties or unprinted digits explain is only told.
 * Ranks that no scores could give are errors: a rank beyond the number of units, or the same rank for two units with
 * another unit between them.
 */

const MOST_FINDINGS = 20;

export const rankOrder = (context: GateContext): Finding[] => {
  const columns = columnsOf(context.file);
  const printed = [...columns].filter(([, column]) => [...column.values()].some((row) => row.rank_published !== null));
  return [
    ...beyondPopulation(context, columns),
    ...printed.flatMap(([, column]) => impossible(context, column)),
    ...contradictions(context, printed),
  ];
};

/** The groups in which the publisher ranks the unit. */
const leaguesOf = ({ unitSet, methodology }: GateContext) => {
  const groups = new Map(unitSet.units.map(({ unit, groups }) => [unit, [ALL, ...groups]]));
  return (unit: string): string[] =>
    (groups.get(unit) ?? []).filter((group) => methodology.ranked_groups.includes(group));
};

const beyondPopulation = (context: GateContext, columns: FileColumns): Finding[] => {
  const { unitSet, file } = context;
  const leagues = leaguesOf(context);
  const name = namesIn(context).unit;
  const populations = new Map<string, number | null>(
    [{ group: ALL, roster: unitSet.roster }, ...unitSet.groups].map(({ group, roster }) => {
      const members = unitSet.units.filter(({ groups }) => group === ALL || groups.includes(group)).length;
      return [group, file.announcement.population[group] ?? (roster === 'complete' ? members : null)];
    }),
  );
  return [...columns.values()]
    .flatMap((column) => [...column.values()])
    .flatMap((row) => {
      const sizes = leagues(row.unit).map((group) => populations.get(group) ?? null);
      const most = sizes.length === 0 || sizes.includes(null) ? null : Math.max(...sizes.map(Number));
      return (['rank_published', 'rank_claimed'] as const).flatMap((field) => {
        const rank = row[field];
        if (rank === null || most === null || rank <= most) return [];
        const { vi, en } = name(row.unit);
        return [
          finding(
            'error',
            'rank',
            spotOf(row, field),
            `${vi}: hạng ${rank} lớn hơn số đơn vị được xếp hạng (${most})`,
            `${en}: the rank ${rank} is beyond the number of ranked units (${most})`,
          ),
        ];
      });
    });
};

type Ranked = { row: ScoredRow; rank: number; key: number };

/** The same rank for two units, and another rank for one whose score is between theirs: no order of scores does that. */
const impossible = (context: GateContext, column: ReadonlyMap<string, ScoreRow>): Finding[] => {
  const { methodology } = context;
  const leagues = leaguesOf(context);
  const ranked = [...column.values()].filter(isScored).flatMap((row): Ranked[] => {
    const { score, rank_published: rank } = row;
    const key = methodology.tie_decimals === null ? score : roundHalfUp(score, methodology.tie_decimals);
    return rank === null ? [] : [{ row, rank, key }];
  });
  // Percentages of a scorecard are ranked by what this file does not print.
  if (methodology.rank_by === 'percent') return [];
  return methodology.ranked_groups.flatMap((group) => {
    const members = ranked.filter(({ row }) => leagues(row.unit).includes(group));
    const sorted = [...members].sort((a, b) => a.key - b.key);
    return [...Map.groupBy(members, ({ rank }) => rank)].flatMap(([rank, sharing]) => {
      const first = sharing[0];
      if (!first || sharing.length < 2) return [];
      const low = sharing.reduce((a, b) => (b.key < a.key ? b : a));
      const high = sharing.reduce((a, b) => (b.key > a.key ? b : a));
      const between = sorted.find((one) => one.key > low.key && one.key < high.key && one.rank !== rank);
      return between ? [sharedRank(context, rank, high, low, between)] : [];
    });
  });
};

const sharedRank = (context: GateContext, rank: number, high: Ranked, low: Ranked, between: Ranked): Finding => {
  const { unit, component } = namesIn(context);
  const of = component(low.row.component);
  const tell = (lang: 'vi' | 'en') => ({
    high: `${unit(high.row.unit)[lang]} (${high.row.score})`,
    low: `${unit(low.row.unit)[lang]} (${low.row.score})`,
    between: `${unit(between.row.unit)[lang]} (${between.row.score})`,
  });
  const [vi, en] = [tell('vi'), tell('en')];
  return finding(
    'error',
    'rank-order',
    spotOf(low.row, 'rank_published'),
    `${of.vi}: hạng ${rank} ghi cho cả ${vi.high} và ${vi.low}, nhưng ${vi.between} ở giữa lại là hạng ${between.rank}`,
    `${of.en}: rank ${rank} is printed for both ${en.high} and ${en.low}, but ${en.between}, between them, has rank ${between.rank}`,
  );
};

type Reasoned = { row: ScoreRow; rank: number; reason: 'tie-order' | 'rounding' | 'different-population' | 'conflict' };

const contradictions = (
  { file, unitSet, methodology }: GateContext,
  printed: readonly (readonly [string, ReadonlyMap<string, ScoreRow>])[],
): Finding[] => {
  const context = { unitSet, methodology };
  const units = unitScoresOf(file.rows);
  const input = { announcement: file.announcement, units, methodology, unit_set: unitSet };
  return printed.flatMap(([component, column]) => {
    const places = rankComponent(input, component)
      .groups.filter(({ official }) => official)
      .flatMap((group) => group.places);
    const reasoned = places
      .flatMap(({ unit, rank, rank_reason: reason }): Reasoned[] => {
        const row = column.get(unit);
        return !row || rank === null || reason === null || reason === 'partial-release' ? [] : [{ row, rank, reason }];
      })
      .sort((a, b) => displacement(b) - displacement(a));
    const name = namesIn(context).component(component);
    const of = (wanted: Reasoned['reason']) =>
      reasoned.filter(({ reason }) => reason === wanted).map((one) => contradiction(context, one));
    return [
      ...capped(of('conflict'), MOST_FINDINGS, {
        vi: `${name.vi}: hạng trái với điểm`,
        en: `${name.en}: rank and score contradict each other`,
      }),
      ...of('tie-order'),
      ...of('rounding'),
      ...otherPopulation(context, component, reasoned),
    ];
  });
};

/** Where one figure is wrong, many ranks shift by one: the one that is far off is told first. */
const displacement = ({ row, rank }: Reasoned): number => Math.abs((row.rank_published ?? rank) - rank);

const REASONS_VI = {
  'tie-order': 'nơi công bố xếp các đơn vị bằng điểm thành hạng liên tiếp',
  rounding: 'nơi công bố xếp theo những chữ số không in ra',
  conflict: 'hạng trái với điểm',
};
const REASONS_EN = {
  'tie-order': 'the publisher gave units with the same score consecutive ranks',
  rounding: 'the publisher ranked by digits that it did not print',
  conflict: 'rank and score contradict each other',
};

const contradiction = (
  context: Pick<GateContext, 'unitSet' | 'methodology'>,
  { row, rank, reason }: Reasoned,
): Finding => {
  const { unit, component } = namesIn(context);
  const [one, of] = [unit(row.unit), component(row.component)];
  const why = reason === 'different-population' ? 'conflict' : reason;
  return finding(
    why === 'conflict' ? 'warning' : 'info',
    'rank-order',
    spotOf(row, 'rank_published'),
    `${one.vi}, ${of.vi}: ghi hạng ${row.rank_published}, điểm ${row.score} cho hạng ${rank}: ${REASONS_VI[why]}`,
    `${one.en}, ${of.en}: rank ${row.rank_published} is printed, the score ${row.score} gives rank ${rank}: ${REASONS_EN[why]}`,
  );
};

/** The order agrees and the numbers do not: other units were ranked too. One finding, since all of them shift together. */
const otherPopulation = (
  context: Pick<GateContext, 'unitSet' | 'methodology'>,
  component: string,
  reasoned: readonly Reasoned[],
): Finding[] => {
  const shifted = reasoned.filter(({ reason }) => reason === 'different-population');
  if (shifted.length === 0) return [];
  const name = namesIn(context).component(component);
  return [
    finding(
      'info',
      'rank-order',
      { sheet: shifted[0]?.row.sheet ?? null, column: 'rank_published', value: shifted.length },
      `${name.vi}: ${shifted.length} hạng đúng thứ tự nhưng khác số; nơi công bố có lẽ xếp hạng cả đơn vị khác`,
      `${name.en}: ${shifted.length} ranks are in order but differ in number; the publisher probably ranked other units too`,
    ),
  ];
};
