import { rankBatch } from '@chi-so/ranking/rank-batch';
import type { Tables } from '@chi-so/ranking/recompute';
import type { DynamoDBRecord } from 'aws-lambda';
import { INDEX, METHODOLOGIES, SET, UNITS } from './catalogue.ts';
import type { Command } from './commands.ts';
import type { Content } from './contents.ts';
import { publish, upload } from './requests.ts';
import { recordOf } from './stream.ts';
import { toolsOf } from './tools.ts';

/**
 * The ranking function keeps catalogue versions for as long as it lives, and it lives longer here than a history. So that
 * each history comes out the same whatever ran before it, every version is ranked once before the first.
 */
export const warmUp = async ({ records, rankings }: Tables): Promise<void> => {
  const send = async (command: Command) =>
    command.constructor.name === 'PutObjectCommand' ? {} : records.db.send(command as never);
  const tools = toolsOf(send, { records: records.name, rankings: rankings.name }, () => new Date());
  let entry = 0;
  for (const [i, facts] of METHODOLOGIES.entries()) {
    const release = { edition: 'main', period: String(2017 + i) };
    const { revision } = await upload(tools, release, contentOf(facts, i), facts.id);
    for (let version = facts.versions; version > 0; version--) {
      const pins = version === facts.versions ? null : { methodology: facts.id, version };
      const named = { id: `${facts.id} ${version}`, reason: 'warm', base: pins ? entry : null };
      await publish(tools, release, revision ?? 0, pins, named);
      entry++;
    }
  }
  const pk = { S: `LOG#${INDEX}#${SET}#main` };
  const named = Array.from({ length: entry }, (_, i) => ({ pk, sk: { S: String(i + 1).padStart(10, '0') } }));
  const records_ = named.map((keys, i) => recordOf(i + 1, keys, 0) as unknown as DynamoDBRecord);
  const { batchItemFailures } = await rankBatch(tools, records_);
  if (batchItemFailures.length > 0) throw new Error('The ranking function does not rank a release without faults');
};

const contentOf = ({ id, versions, components }: (typeof METHODOLOGIES)[number], shift: number): Content => ({
  methodology: id,
  version: versions,
  extent: 'complete',
  scores: Object.fromEntries(
    components.map((component, c) => [
      component,
      Object.fromEntries(
        UNITS.map((unit, u) => [unit, { score: 10 + 7 * u + 3 * c + 17 * shift, status: 'A', reason: null }]),
      ),
    ]),
  ),
});
