import { join } from 'node:path';
import { readAssembly } from '@chi-so/local/assembly';
import { asObject, isObject } from '@chi-so/local/json';
import { synthesize } from '@chi-so/local/synthesize';
import { ownFolder } from '../processes.ts';

/** A function as it is deployed: its bundle, and the names of what it finds in its environment. */
export type DeployedFunction = { name: string; file: string; environment: string[] };

/** Every function of ours in the synthesized templates; those that CDK brings for itself have no SERVICE. */
export const deployedFunctions = async (): Promise<DeployedFunction[]> => {
  const { stacks, assets } = readAssembly(await synthesize(join(ownFolder(), 'cdk.out')));
  return stacks.flatMap(({ resources }) =>
    Object.entries(resources).flatMap(([id, { type, properties }]) => {
      if (type !== 'AWS::Lambda::Function' || !isObject(properties.Environment)) return [];
      const environment = Object.keys(asObject(properties.Environment.Variables, id));
      if (!environment.includes('SERVICE')) return [];
      const folder = assets.get(String(asObject(properties.Code, id).S3Key).replace(/\.zip$/, ''));
      if (folder === undefined) throw new Error(`${id} has no bundle in the assembly`);
      // CDK's ids end with eight digits of a hash.
      return [{ name: id.replace(/[0-9A-F]{8}$/, ''), file: join(folder, 'index.mjs'), environment }];
    }),
  );
};
