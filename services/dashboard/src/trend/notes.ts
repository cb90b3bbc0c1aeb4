import type { Lang } from '@chi-so/contract/ranking-response';
import { comparePeriods, monthsOf } from '@chi-so/domain/identity';
import type { Trend, TrendRow, UnitSetSummary } from '../data/trend.ts';
import { say } from '../words/dictionary.ts';
import { dayText } from '../words/figures.ts';
import type { Line } from './lines.ts';

/** A hairline across the drawings: between two periods, or at a month after the last one; the numbers are those of the texts. */
export type Hairline = { from: string; to: string | null; month: number; notes: { number: number; text: string }[] };

type Event = { from: string; to: string | null; month: number; text: string };

/** What interrupts the lines, in the order of time: other methodologies, and mergers of provinces. Several at one place share a hairline. */
export const hairlinesOf = (trend: Trend, lines: readonly Line[], lang: Lang): Hairline[] => {
  const shown = lines.length > 0 ? lines.flatMap(({ rows }) => [...rows]) : trend.rows;
  const events = [...methodEvents(trend, lines, shown, lang), ...mergerEvents(trend, shown, lang)].sort(
    (a, b) => a.month - b.month,
  );
  const numbered = events.map((event, i) => ({ ...event, number: i + 1 }));
  return [...Map.groupBy(numbered, ({ month }) => month)].flatMap(([month, those]) =>
    those[0]
      ? [{ from: those[0].from, to: those[0].to, month, notes: those.map(({ number, text }) => ({ number, text })) }]
      : [],
  );
};

const between = (from: string, to: string): number => (monthsOf(from).last + monthsOf(to).last) / 2;

const methodEvents = ({ meta }: Trend, lines: readonly Line[], shown: readonly TrendRow[], lang: Lang): Event[] => {
  const periods = new Set(shown.map(({ period, unit_set }) => `${period} ${unit_set}`));
  const own = meta.breaks.filter(
    (gap) =>
      periods.has(`${gap.to} ${gap.unit_set}`) && (gap.unit === null || lines.some(({ unit }) => unit === gap.unit)),
  );
  return [...Map.groupBy(own, ({ from, to, reason }) => `${from} ${to} ${reason}`).values()].flatMap(([gap]) =>
    gap
      ? [
          {
            from: gap.from,
            to: gap.to,
            month: between(gap.from, gap.to),
            text: say(lang, gap.unit === null ? 'breakAt' : 'territoryAt', {
              from: gap.from,
              to: gap.to,
              reason: gap.reason,
              unit: lines.find(({ unit }) => unit === gap.unit)?.name ?? '',
            }),
          },
        ]
      : [],
  );
};

/** A merger that came later than this after the last period did not end these series. */
const NEAR_MONTHS = 12;

const mergerEvents = ({ knownSets }: Trend, shown: readonly TrendRow[], lang: Lang): Event[] => {
  const national = knownSets.filter(({ parent }) => parent === null);
  const setAt = new Map(shown.map(({ period, unit_set }) => [period, unit_set]));
  const periods = [...setAt.keys()].sort(comparePeriods);
  const last = periods.at(-1);
  if (last === undefined || !national.some(({ unit_set }) => unit_set === setAt.get(last))) return [];
  const changes = periods.flatMap((to, i): Event[] => {
    const from = periods[i - 1];
    const set = national.find(({ unit_set }) => unit_set === setAt.get(to));
    if (from === undefined || set === undefined || setAt.get(from) === set.unit_set) return [];
    return [{ from, to, month: between(from, to), text: mergerText(set, lang) }];
  });
  const end = monthsOf(last).last;
  const after = national.flatMap((set): Event[] => {
    const month =
      set.valid_from === null ? null : monthsOf(set.valid_from.slice(0, 4)).first + monthIn(set.valid_from) - 1;
    return month !== null && month > end && month <= end + NEAR_MONTHS
      ? [{ from: last, to: null, month, text: mergerText(set, lang) }]
      : [];
  });
  return [...changes, ...after];
};

const monthIn = (day: string): number => Number(day.slice(5, 7)) - 1;

const mergerText = (set: UnitSetSummary, lang: Lang): string =>
  say(lang, 'mergerAt', { date: dayText(lang, set.valid_from ?? ''), units: set.units });
