import { createEventSourceMapping, type EventSourceMapping } from '@chi-so/local/event-source-mapping';
import { readEventSourceSettings } from '@chi-so/local/event-source-settings';
import type { Invocation as Invoked, StreamRecord } from '@chi-so/local/event-source-types';
import { RANKING_MAPPING } from './event-source-template.ts';
import type { Faults } from './faults.ts';
import type { Chance } from './scheduler.ts';
import type { Stream, StreamShard } from './stream.ts';

/** Lambda's event source mapping on the history's stream: it polls when picked, and may begin again at any time. */

export const SETTINGS = readEventSourceSettings(RANKING_MAPPING, 'the ranking function');

/** How long a failed batch waits for its nth retry, in milliseconds. */
export const retryDelayMs = (failures: number): number => 20 * Math.min(10, failures);

export type PollerOptions = {
  stream: Stream;
  faults: Faults;
  clock: { now: number };
  invoke: (records: readonly StreamRecord[]) => Promise<Invoked>;
  note: (what: string) => void;
};

/** Where a life of the poller stands in a shard, as positions among its records. */
type Place = { next: number; handed: number; done: number; hasEnded: boolean; isBusy: boolean };

/** One life of the poller: what it was working on when it ended is none of its successor's business. */
type Life = { mapping: EventSourceMapping; places: Map<string, Place>; isOver: boolean };

export const createPoller = ({ stream, faults, clock, invoke, note }: PollerOptions) => {
  const checkpoints = new Map<string, number>();
  /** What nobody will deliver any more: given up, or trimmed before it was read. */
  const given: StreamRecord[] = [];
  const lost: StreamRecord[] = [];
  const counts = { invocations: 0 };

  const isDone = ({ id, isClosed, records }: StreamShard) => isClosed && checkpoints.get(id) === records.length;

  const born = (back: number): Life => {
    const places = new Map<string, Place>();
    const own: Life = { places, isOver: false, mapping: mappingOf(places, () => own.isOver) };
    for (const shard of stream.shards) {
      if (isDone(shard)) continue;
      const done = checkpoints.get(shard.id) ?? 0;
      lost.push(...shard.records.slice(done, shard.trimmed).filter(SETTINGS.filter));
      checkpoints.set(shard.id, Math.max(done, shard.trimmed));
      addTo(own, shard, Math.max(done - back, shard.trimmed));
    }
    return own;
  };

  const addTo = ({ mapping, places }: Life, { id, parent }: StreamShard, at: number) => {
    mapping.addShard(id, parent);
    places.set(id, { next: at, handed: at, done: at, hasEnded: false, isBusy: false });
  };

  const mappingOf = (places: Life['places'], isOver: () => boolean) =>
    createEventSourceMapping({
      settings: SETTINGS,
      clock: () => clock.now,
      retryDelayMs,
      checkpoint: async (id, record) => {
        const [shard, place] = [stream.shards.find((one) => one.id === id), places.get(id)];
        if (isOver() || !shard || !place) return;
        place.done = shard.records.indexOf(record) + 1;
        checkpoints.set(id, place.done);
      },
      invoke: async ({ Records }) => {
        if (faults.strikes('not-invoked')) throw new Error('The function cannot be invoked now');
        counts.invocations++;
        return invoke(Records);
      },
      onFailure: async ({ records }) => {
        if (faults.strikes('destination-down')) throw new Error('The destination is out of reach');
        note(`${records.length} records are given up`);
        given.push(...records);
      },
    });

  let life = born(0);

  /** Hands over some records, and does what there is to do until something has to be waited for. */
  const poll = async (own: Life, shard: StreamShard, place: Place): Promise<void> => {
    place.isBusy = true;
    const until = Math.min(shard.records.length, place.next + 1 + faults.random.below(faults.isHealed() ? 200 : 40));
    if (until > place.next) {
      own.mapping.offer(shard.id, shard.records.slice(place.next, until));
      place.handed = until;
      place.next = until;
    }
    if (shard.isClosed && place.next === shard.records.length) {
      own.mapping.endShard(shard.id);
      place.hasEnded = true;
    }
    while (!own.isOver && (await own.mapping.step(shard.id)) === 'worked');
    clock.now += 100;
    place.isBusy = false;
  };

  /** The polls that could be made now. */
  const chances = (): Chance[] => {
    const own = life;
    for (const shard of stream.shards) if (!own.places.has(shard.id) && !isDone(shard)) addTo(own, shard, 0);
    const open = own.mapping.openShards();
    return stream.shards.flatMap((shard) => {
      const place = own.places.get(shard.id);
      if (!place || place.isBusy || !open.includes(shard.id)) return [];
      const hasWork = place.next < shard.records.length || place.done < place.handed;
      if (!hasWork && (!shard.isClosed || place.hasEnded)) return [];
      return [{ speed: 1, what: () => `polls ${shard.id}`, happen: () => void poll(own, shard, place) }];
    });
  };

  return {
    chances,
    /** Ends the poller and starts another one, `back` records before its checkpoints. */
    restart: (back: number): void => {
      life.isOver = true;
      life = born(back);
    },
    /** A day passes: what was not read is gone. */
    trim: (): void => {
      clock.now += 24 * 3600_000;
      for (const shard of stream.shards) {
        const place = life.places.get(shard.id);
        if (place) {
          lost.push(...shard.records.slice(place.next).filter(SETTINGS.filter));
          place.next = shard.records.length;
        }
        shard.trimmed = shard.records.length;
      }
    },
    given,
    lost,
    counts,
  };
};
