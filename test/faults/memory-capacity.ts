import { invalid, notInMemory } from './memory-refusals.ts';

type Units = { read: number; written: number; calls: number };

/** Request units as the service bills them: in all, and for each table and command. */
export type Consumed = Units & { itemised: (Units & { table: string; command: string })[] };

/** What a command consumed of one table. */
export type Used = { table: string; read?: number; written?: number };

/** Units of one read of so many bytes; what is not there costs as much as the smallest item. */
export const unitsRead = (bytes: number, isConsistent: boolean): number =>
  Math.max(1, Math.ceil(bytes / 4096)) * (isConsistent ? 1 : 0.5);

/** Units of one write: the larger of what was there and what comes counts, refused or not. */
export const unitsWritten = (before: number, after: number): number =>
  Math.max(1, Math.ceil(Math.max(before, after) / 1024));

export const capacityMeter = () => {
  const total: Units = { read: 0, written: 0, calls: 0 };
  const lines = new Map<string, Consumed['itemised'][number]>();
  return {
    consumed: {
      get read() {
        return total.read;
      },
      get written() {
        return total.written;
      },
      get calls() {
        return total.calls;
      },
      get itemised() {
        return [...lines.values()];
      },
    } satisfies Consumed,

    /** Counts a call; one that touches several tables is a call of each. */
    count: (command: string, used: readonly Used[]): void => {
      total.calls++;
      for (const { table, read = 0, written = 0 } of used) {
        const name = `${table} ${command}`;
        const line = lines.get(name) ?? { table, command, read: 0, written: 0, calls: 0 };
        lines.set(name, line);
        line.calls++;
        for (const units of [total, line]) {
          units.read += read;
          units.written += written;
        }
      }
    },
  };
};

type Reported = { TableName: string; CapacityUnits: number };

/** The capacity for a command's answer, one table a line, where it was asked for. */
export const reportedCapacity = (asked: string | undefined, used: readonly Used[]): Reported[] | undefined => {
  if (asked === undefined || asked === 'NONE') return undefined;
  if (asked === 'INDEXES') throw notInMemory('ReturnConsumedCapacity of indexes');
  if (asked !== 'TOTAL') throw invalid(`Value '${asked}' at 'returnConsumedCapacity' failed to satisfy constraint`);
  return used.map(({ table, read = 0, written = 0 }) => ({ TableName: table, CapacityUnits: read + written }));
};
