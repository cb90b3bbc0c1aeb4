import type { ReleaseChange } from '@chi-so/domain/release-change';
import type { Entry } from './accepted-log.ts';
import type { Content } from './contents.ts';
import { officialGroupsOf, rankedRows } from './expected-ranking.ts';
import { standingAfter } from './model.ts';

/** An item of the change feed as it is served and as it should be, in one form. */

const FIELDS = ['id', 'edition', 'period', 'entry', 'at', 'cause', 'reason', 'action', 'revision'] as const;

export const servedChange = (change: ReleaseChange): string =>
  JSON.stringify([
    ...FIELDS.map((field) => change[field]),
    change.revision_before,
    change.periods,
    change.rows_changed,
    change.rows
      .map(({ component, group, unit, score_before, score, rank_before, rank }) =>
        JSON.stringify([component, group, unit, score_before, score, rank_before, rank]),
      )
      .sort(),
  ]);

export const expectedChange = (log: readonly Entry[], entry: Entry): string => {
  const before = log.findLast((one) => one.period === entry.period && one.entry < entry.entry);
  const [was, is] = [figuresOf(before?.content), figuresOf(entry.content)];
  const rows = [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [old, now] = [was.get(key), is.get(key)];
    if (old && now && old.score === now.score && old.rank === now.rank) return [];
    const [component, group, unit] = key.split(' ');
    return [
      JSON.stringify([
        component,
        group,
        unit,
        old?.score ?? null,
        now?.score ?? null,
        old?.rank ?? null,
        now?.rank ?? null,
      ]),
    ];
  });
  const action = !entry.content ? 'withdrawn' : before?.content ? 'revised' : 'published';
  const { ledger, edition, period, at, cause, reason, revision } = entry;
  return JSON.stringify([
    ...[ledger, edition, period, entry.entry, at, cause, reason, action, revision],
    before?.revision ?? null,
    periodsMoved(log, entry),
    rows.length,
    action === 'revised' ? rows.sort() : [],
  ]);
};

const figuresOf = (content: Content | null | undefined) =>
  new Map(
    Object.keys(content?.scores ?? {}).flatMap((component) =>
      content
        ? officialGroupsOf(content).flatMap((group) =>
            rankedRows(content, component, group).map((row) => [`${component} ${group} ${row.unit}`, row] as const),
          )
        : [],
    ),
  );

/** The periods whose last entry, or the last of the period before them, is another one since this entry. */
const periodsMoved = (log: readonly Entry[], { entry }: Entry): string[] =>
  [...new Set(log.map(({ period }) => period))].sort().filter((period) => {
    const [now, then] = [standingAfter(log, entry, period, 'total'), standingAfter(log, entry - 1, period, 'total')];
    return now?.last !== then?.last || now?.earlier !== then?.earlier;
  });
