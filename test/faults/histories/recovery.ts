import { createEventSourceMapping } from '@chi-so/local/event-source-mapping';
import { rebuild, verify } from '@chi-so/ranking/rebuild';
import type { Command } from './commands.ts';
import { Divergence, requireSame } from './divergence.ts';
import { recordsOf, requireNoOtherContent } from './misfortune.ts';
import { retryDelayMs, SETTINGS } from './poller.ts';
import { toolsOf } from './tools.ts';
import type { World } from './world.ts';

/** What is done once everything is healed: ranking again what was lost, and what that may cost. */

type Send = (command: Command) => Promise<unknown>;

/** Clients without faults. */
const healthyTools = ({ backend, names }: World, around: (send: Send) => Send = (send) => send) =>
  toolsOf(
    around(async (command) => backend.apply(command)),
    names,
    () => new Date(),
  );

/** The ranking function, mutated or not. */
const rankAll = (world: World, records: readonly unknown[], around: (send: Send) => Send) => {
  const { mutant, names } = world;
  return world.rank(records)(healthyTools(world, (send) => mutant.client?.(around(send), names) ?? around(send)));
};

/** The remedy for stream records that nobody delivers any more. */
export const rebuildAll = async (world: World): Promise<void> => {
  const { differences } = await rebuild(healthyTools(world), { write: true });
  requireNoOtherContent(differences);
};

/**
 * Everything that is stored is, byte for byte of its text, what Records says it should be, and nothing else is
 * stored.
 */
export const requireVerified = async (world: World): Promise<void> => {
  const { differences, quarantined } = await verify(healthyTools(world));
  requireSame('What a verification finds', differences, []);
  requireSame('What cannot be read', quarantined, []);
};

/** When all is done, having everything delivered again writes nothing, nor tries to. */
export const requireIdleReplay = async (world: World): Promise<void> => {
  let puts = 0;
  await rankAll(world, recordsOf(world.model.log.ledger), (send) => (command) => {
    if (command.constructor.name === 'PutItemCommand') puts++;
    return send(command);
  });
  requireSame('Puts that a replay of everything attempts', puts, 0);
};

/**
 * One record among others cannot be ranked: it is given up within so many invocations, and no other is held up by
 * it.
 */
export const requirePoisonBound = async (world: World): Promise<void> => {
  const { ledger } = world.model.log;
  const poisoned = ledger.find(({ edition }) => edition === 'web');
  const healthy = ledger.filter(({ edition }) => edition === 'main');
  if (!poisoned || healthy.length === 0) return;
  const records = Array.from({ length: 15 }, (_, i) => healthy[i % healthy.length]).flatMap((entry) => entry ?? []);
  const batch = recordsOf([...records, poisoned]);
  let invocations = 0;
  let givenUp = 0;
  let now = 0;
  const refuses =
    (send: Send): Send =>
    async (command) => {
      const { input } = command;
      if (String(input.ExpressionAttributeValues?.[':pk']?.S).endsWith('#web')) throw new Error('cannot be read');
      return send(command);
    };
  const mapping = createEventSourceMapping({
    settings: SETTINGS,
    clock: () => now,
    retryDelayMs,
    checkpoint: async () => {},
    invoke: async ({ Records }) => {
      if (givenUp === 0) invocations++;
      try {
        return { ok: true, response: await rankAll(world, Records, refuses) };
      } catch {
        return { ok: false, error: { errorType: 'Error', errorMessage: '' } };
      }
    },
    onFailure: async (failed) => {
      givenUp += failed.records.length;
    },
  });
  mapping.addShard('drill');
  mapping.offer('drill', batch);
  while (!mapping.isIdle()) {
    if ((await mapping.step('drill')) === 'waiting') now += 10_000;
  }
  const bound = SETTINGS.maximumRetryAttempts + Math.ceil(Math.log2(batch.length)) + 1;
  requireSame('Records that are given up', givenUp, 1);
  if (invocations > bound) throw new Divergence(`A poison record took ${invocations} invocations, more than ${bound}`);
};
