import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePeriods } from './identity.ts';
import { baseEntryOf, componentsOf, isPublication, type LogEntry, lastEntryOf, standings } from './log.ts';

const pins = { methodology: 'test-2010', methodology_version: 1, unit_set_version: 1 };

/** A log from `period` (published) and `-period` (withdrawn). */
const aLog = (...steps: string[]): LogEntry[] =>
  steps.map((step, i) => {
    const withdrawn = step.startsWith('-');
    return {
      entry: i + 1,
      period: withdrawn ? step.slice(1) : step,
      revision: withdrawn ? null : i + 1,
      pins: withdrawn ? null : pins,
      components: withdrawn ? null : ['total'],
      touches: null,
      at: '2026-01-01T00:00:00.000Z',
      cause: withdrawn ? 'withdraw' : 'publish',
      actor: 'test',
      reason: null,
      request_id: String(i),
      ledger: i + 1,
    };
  });

const pairs = (log: LogEntry[]) =>
  Object.fromEntries(
    [...standings(log)].map(([period, { last, previous, label }]) => [
      period,
      [last.entry, previous?.entry ?? null, label],
    ]),
  );

describe('the log', () => {
  it('measures a period against the nearest earlier one that is published', () => {
    expect(pairs(aLog('2017', '2019', '2018'))).toEqual({ 2017: [1, null, 1], 2018: [3, 1, 3], 2019: [2, 3, 3] });
  });

  it('dirties the later period again when the one between is withdrawn', () => {
    expect(pairs(aLog('2017', '2019', '2018', '-2018'))).toEqual({
      2017: [1, null, 1],
      2018: [4, 1, 4],
      2019: [2, 1, 4],
    });
  });

  it('leaves periods alone that a publication does not touch', () => {
    expect(pairs(aLog('2017', '2018', '2019', '2017'))).toEqual({
      2017: [4, null, 4],
      2018: [2, 4, 4],
      2019: [3, 2, 3],
    });
  });

  it('orders half-years and quarters by their end', () => {
    expect(['2025', '2025-H2', '2026-Q1', '2025-Q1', '2025-H1', '2025-Q4'].sort(comparePeriods)).toEqual([
      '2025-Q1',
      '2025-H1',
      '2025-Q4',
      '2025-H2',
      '2025',
      '2026-Q1',
    ]);
  });

  it('names the state that a writer saw by the last entry of the release, not of the log', () => {
    const log = aLog('2017', '2018', '2017', '2019');

    expect(baseEntryOf(log, '2017')).toBe(3);
    expect(baseEntryOf(log, '2020')).toBe(0);
    expect(lastEntryOf(log, '2017', 3)?.entry).toBe(1);
  });

  it('remembers components that a later revision dropped', () => {
    const [first, second, third] = aLog('2017', '2017', '-2017') as [LogEntry, LogEntry, LogEntry];
    const log = [{ ...first, components: ['total', 'land'] }, { ...second, components: ['total'] }, third];

    expect(componentsOf(log.slice(0, 2), '2017')).toMatchObject({ current: ['total'], ever: ['total', 'land'] });
    expect(componentsOf(log, '2017')).toEqual({ current: [], last: ['total'], ever: ['total', 'land'] });
  });

  const steps = fc.array(fc.tuple(fc.constantFrom('2015', '2016', '2017', '2018'), fc.boolean()), { maxLength: 30 });

  it('labels each period with the last entry that changed its pair, and with nothing later', () => {
    fc.assert(
      fc.property(steps, (given) => {
        const log = aLog(...given.map(([period, published]) => (published ? period : `-${period}`)));
        const pairAt = (prefix: number, period: string) => {
          const standing = standings(log.slice(0, prefix)).get(period);
          return standing && `${standing.last.entry} ${standing.previous?.entry}`;
        };
        for (const { period, label, last, previous } of standings(log).values()) {
          expect(pairAt(label, period)).not.toBe(pairAt(label - 1, period));
          for (let prefix = label; prefix <= log.length; prefix++) {
            expect(pairAt(prefix, period)).toBe(`${last.entry} ${previous?.entry}`);
          }
          if (previous) expect(isPublication(previous) && comparePeriods(previous.period, period) < 0).toBe(true);
        }
      }),
    );
  });
});
