import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { asObject, isObject } from './json.ts';

/** Where a mapping stands in a shard. The event id tells whether the record there is still the same one. */
export interface Position {
  readonly sequenceNumber: string;
  readonly eventId: string;
}

/** Positions by mapping, stream and shard, in one small file. */
export interface CheckpointFile {
  readonly read: (key: string) => Position | undefined;
  readonly write: (key: string, position: Position) => void;
}

/** Opens the file; one that is missing or broken is an empty one, by which streams are read again from their beginning. */
export function openCheckpointFile(path: string): CheckpointFile {
  const positions = new Map<string, Position>();
  try {
    for (const [key, value] of Object.entries(asObject(JSON.parse(readFileSync(path, 'utf8')), path))) {
      if (!isObject(value)) continue;
      positions.set(key, { sequenceNumber: String(value.sequenceNumber), eventId: String(value.eventId) });
    }
  } catch {
    positions.clear();
  }
  return {
    read: (key) => positions.get(key),
    write: (key, position) => {
      positions.set(key, position);
      // Whole or not at all, whenever we are killed.
      writeFileSync(`${path}.new`, JSON.stringify(Object.fromEntries(positions)));
      renameSync(`${path}.new`, path);
    },
  };
}
