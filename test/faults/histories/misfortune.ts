import { type Difference, rebuild } from '@chi-so/ranking/rebuild';
import { INDEX, SET } from './catalogue.ts';
import { requireSame } from './divergence.ts';
import { recordOf } from './stream.ts';
import type { World } from './world.ts';

/** What strikes between two events: processes end, pollers begin again, shards split, days pass. */
export const misfortune = (world: World) => {
  const { faults, poller, scheduler, stream, running, state } = world;
  const { random } = faults;
  const note = (what: string) => scheduler.note('misfortune', what);

  const endWorkers = () => {
    for (const one of [...running]) if (one.kind === 'worker') world.kill(one);
  };

  const strike = {
    crash: () => {
      const struck = random.pick(running);
      if (!struck) return;
      note(`${struck.invocation.name} crashes`);
      world.kill(struck);
    },
    abandoned: () => {
      const struck = random.pick(running);
      if (!struck) return;
      note(`nobody waits for ${struck.invocation.name} any more`);
      const asked = world.model.asked.requests.get(struck.invocation.name.split(' ')[0] ?? '');
      if (asked) asked.isLeftRunning = true;
      world.abandon(struck);
    },
    'poller-crash': () => {
      note('the poller and its workers end, and another one begins');
      endWorkers();
      poller.restart(0);
    },
    'taken-over': () => {
      note('another poller takes over, and the old workers go on');
      poller.restart(0);
    },
    'old-checkpoint': () => {
      const back = 1 + random.below(60);
      note(`another poller begins ${back} records before the checkpoint`);
      poller.restart(back);
    },
    'shard-split': () => {
      const open = stream.shards.filter(({ isClosed }) => !isClosed);
      const shard = random.pick(open);
      if (!shard || open.length > 6) return;
      note(`${shard.id} splits`);
      stream.split(shard);
    },
    trim: () => {
      note('a day passes, and the stream forgets');
      poller.trim();
    },
    outage: () => {
      note('the ranking function reaches nothing');
      state.outUntil = scheduler.count() + 60 + random.below(140);
    },
    clock: () => {
      state.skew = Math.floor((random.next() - 0.5) * 4 * 3600_000);
      note(`clocks are set by ${state.skew} ms`);
    },
    rebuild: () => {
      note('everything is rebuilt');
      const name = `worker-${world.counts.invocations} (rebuild)`;
      const rebuilding = world.invoke('worker', name, (tools) => rebuild(tools, { index: INDEX, write: true }));
      rebuilding.then(
        ({ differences }) => scheduler.orFail(() => requireNoOtherContent(differences)),
        () => {},
      );
    },
    replay: () => {
      const entries = world.model.log.ledger.filter(() => random.below(2) === 0);
      if (entries.length === 0) return;
      note(`${entries.length} entries are ranked again`);
      void world
        .invoke('worker', `worker-${world.counts.invocations} (replay)`, world.rank(recordsOf(entries)))
        .catch(() => {});
    },
  };
  type Struck = keyof typeof strike;
  const kinds = Object.keys(strike) as Struck[];

  return (): void => {
    const struck = faults.strikes(...kinds);
    if (struck) strike[struck]();
  };
};

/** What has the same label is the same, whoever made it. */
export const requireNoOtherContent = (differences: readonly Difference[]): void =>
  requireSame(
    'Outputs that differ under an equal label',
    differences.filter(({ fault }) => fault === 'other-content'),
    [],
  );

/** The stream records of some entries, made up. */
export const recordsOf = (entries: readonly { edition: string; entry: number }[]) =>
  entries.map(({ edition, entry }, i) =>
    recordOf(i + 1, { pk: { S: `LOG#${INDEX}#${SET}#${edition}` }, sk: { S: String(entry).padStart(10, '0') } }, 0),
  );
