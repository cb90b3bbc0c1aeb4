import type { LogId } from '@chi-so/domain/identity';
import { componentsOf, type LogEntry, logOfComponent, standings } from '@chi-so/domain/log';
import type { LabelledOutput } from '@chi-so/storage/labelled';
import { currentRankings } from './current-rankings.ts';
import type { Documents } from './documents.ts';
import { entryChange } from './entry-change.ts';
import type { PublishedLoader } from './published.ts';
import { rankingsAt } from './rankings-at.ts';
import { type KnownSeries, seriesOfComponent } from './series-of-component.ts';

/**
 * Everything that is stored of a log because of some of its entries, as a function of the log and of nothing else: no
 * clock, no trigger. In steps that must be put one after the other, since readers of the change feed go and read what it
 * speaks of: RANKING-AT, current rankings with the answer that is rendered
 * ahead, series, changes. What has the label of another entry is left alone.
 */
export const outputsOf = async function* (
  logId: LogId,
  log: readonly LogEntry[],
  entries: readonly LogEntry[],
  documents: Documents,
  load: PublishedLoader,
  known: KnownSeries,
): AsyncGenerator<LabelledOutput[]> {
  const due = new Set(entries.map(({ entry }) => entry));
  for (const entry of entries) yield rankingsAt(logId, log, entry, documents);

  const ever = [...new Set(log.flatMap(({ components }) => components ?? []))].sort();
  const ofComponents = ever.map((component) => ({ component, own: logOfComponent(log, component) }));
  const current = ofComponents.flatMap(({ component, own }) =>
    [...standings(own).values()]
      .filter(({ period, label }) => due.has(label) && componentsOf(log, period).ever.includes(component))
      .map((standing) => ({ component, standing })),
  );
  for (const [, ofPeriod] of Map.groupBy(current, ({ standing }) => standing.period)) {
    const outputs = await Promise.all(
      ofPeriod.map(({ component, standing }) => currentRankings(logId, log, component, standing, documents, load)),
    );
    yield outputs.flat();
  }
  yield Promise.all(
    ofComponents
      .filter(({ own }) => due.has(own.at(-1)?.entry ?? 0))
      .map(({ component, own }) => seriesOfComponent(logId, log, component, own, documents, load, known)),
  );
  for (const entry of entries) yield [await entryChange(logId, log, entry, documents)];
};
