import { Problem } from '@chi-so/runtime/problem';
import { factsOf, METHODOLOGIES } from './catalogue.ts';
import { type Correction, corrected, drawnContent, drawnCorrections } from './contents.ts';
import { Divergence, requireSame } from './divergence.ts';
import * as send from './requests.ts';
import type { Step } from './script.ts';
import { expectedDraft, servedDraft } from './served.ts';
import type { World } from './world.ts';
import { createAsking, type Told } from './writer-asks.ts';

/**
 * Somebody who brings releases in, and repeats a request with the same key until it is answered. Refused because others
 * were faster, it looks again and asks anew, or lets it be.
 */

/** How often it asks anew. */
const INSISTS = 3;

type Pins = { methodology: string; version: number };

/** Gives how the writer goes about one step of its script. */
export const createWriter = (world: World, name: string) => {
  const { asked, log } = world.model;
  const { nextId, look, ask, accepted } = createAsking(world, name);

  const publish = async (
    release: send.Release,
    { revision, pins, named }: { revision: number; pins: Pins | null; named: number | null },
    step: Step,
  ): Promise<void> => {
    let base = named;
    for (let attempt = 0; attempt < INSISTS; attempt++) {
      const own = asked.revisionsOf(release.edition, release.period).find((one) => one.revision === revision);
      const saw = base ?? own?.base ?? null;
      const told = await ask(release, { kind: 'publish', revision, pins }, { base, saw }, (tools, request) =>
        send.publish(tools, release, revision, pins, request),
      );
      if ('asked' in told) return accepted(release, told);
      const { code, status } = told.refused;
      if (!step.insists || (code !== 'stale-base' && status !== 428)) return;
      base = (await look(release, status === 428 ? 'log' : 'memory')).entry;
    }
  };

  /** An upload, with its warnings acknowledged. Null where the gates find errors in it: nobody can publish it. */
  const draft = async (release: send.Release, step: Step): Promise<number | null> => {
    const fitting = METHODOLOGIES.filter(({ from }) => from <= release.period);
    const { id: methodology } = fitting[step.methodology % fitting.length] ?? factsOf('plain');
    const content = drawnContent(methodology, step.figures);
    const id = nextId();
    const report = await world.untilAnswered(id, (tools) => send.upload(tools, release, content, id));
    if (report instanceof Problem) throw new Divergence(`An upload was refused: ${report.message}`);
    const { revision, base_entry: base, findings } = report;
    if (revision === null) throw new Divergence('An upload made no revision');
    asked.learn(release.edition, release.period, { revision, base, content, by: 'upload' });
    if (step.looks === 'ranking') await lookAtDraft(release, revision);
    if (findings.some(({ severity }) => severity === 'error')) return null;
    const rules = [...new Set(findings.filter(({ severity }) => severity === 'warning').map(({ rule }) => rule))];
    if (rules.length > 0) {
      const key = `${id}-ack`;
      await world.untilAnswered(key, (tools) => send.acknowledge(tools, release, revision, rules, key));
    }
    return revision;
  };

  /** How a draft would rank: the same whenever it is asked for. */
  const lookAtDraft = async (release: send.Release, revision: number): Promise<void> => {
    const answer = await world.untilAnswered(`${name} looks`, (tools) => send.readDraft(tools, release, revision));
    const known = asked.revisionsOf(release.edition, release.period).find((one) => one.revision === revision);
    const served = answer instanceof Problem ? answer.message : servedDraft(answer);
    if (known)
      requireSame(`The draft ${revision} of ${release.edition} ${release.period}`, served, expectedDraft(known));
  };

  const correct = async (release: send.Release, step: Step): Promise<void> => {
    let view = await look(release, step.looks);
    for (let attempt = 0; attempt < INSISTS; attempt++) {
      const official = log.of(release.edition).findLast(({ period }) => period === release.period);
      if (!official?.content) return;
      const corrections = drawnCorrections(official.content, step.figures + attempt);
      const base = step.namesBase ? view.entry : null;
      const told = await ask(release, { kind: 'correct', corrections }, { base, saw: base }, (tools, request) =>
        send.correct(tools, release, corrections, step.publishes, request),
      );
      if ('asked' in told) return answeredCorrection(release, corrections, told);
      if (!step.insists || told.refused.code !== 'stale-base') return;
      view = await look(release, 'memory');
    }
  };

  /** A correction that is not published is a draft that others may publish. */
  const answeredCorrection = (
    release: send.Release,
    corrections: readonly Correction[],
    told: Exclude<Told, { refused: Problem }>,
  ): void => {
    const { body } = told.answered as { body: { meta: { status: string; revision: number; base_entry: number } } };
    const { status, revision, base_entry: base } = body.meta;
    if (status !== 'draft') {
      accepted(release, told);
      return;
    }
    const before = log.of(release.edition)[base - 1];
    if (!before?.content) throw new Divergence(`${name} corrected entry ${base}, which holds nothing`);
    const content = corrected(before.content, corrections);
    asked.learn(release.edition, release.period, { revision, base, content, by: 'correction' });
  };

  const act: Record<Step['action'], (release: send.Release, step: Step) => Promise<void>> = {
    release: async (release, step) => {
      const revision = await draft(release, step);
      const named = step.namesBase ? (await look(release, step.looks)).entry : null;
      if (revision !== null) await publish(release, { revision, pins: null, named }, step);
    },
    draft: async (release, step) => void (await draft(release, step)),
    publish: async (release, step) => {
      const view = await look(release, step.looks);
      const others = asked
        .revisionsOf(release.edition, release.period)
        .filter(({ revision }) => revision !== view.revision);
      const chosen = others[step.pick % Math.max(1, others.length)];
      const named = step.action === 'roll-back' || step.namesBase ? view.entry : null;
      if (chosen) await publish(release, { revision: chosen.revision, pins: null, named }, step);
    },
    'roll-back': (release, step) => act.publish(release, step),
    're-rank': async (release, step) => {
      const { entry, revision } = await look(release, step.looks);
      const { id, versions } = METHODOLOGIES[step.methodology] ?? factsOf('plain');
      const pins = { methodology: id, version: 1 + (step.pick % versions) };
      if (revision !== null) await publish(release, { revision, pins, named: entry }, step);
    },
    correct,
    withdraw: async (release, step) => {
      const { entry } = await look(release, step.looks);
      const told = await ask(release, { kind: 'withdraw' }, { base: entry, saw: entry }, (tools, request) =>
        send.withdraw(tools, release, request),
      );
      if ('asked' in told) accepted(release, told);
    },
    rest: async () => {},
  };
  return (step: Step, release: send.Release): Promise<void> => act[step.action](release, step);
};
