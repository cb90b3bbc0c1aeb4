import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Secrets } from './dynamic-references.ts';
import { asObject } from './json.ts';
import { refuseOtherProperties } from './resource-types.ts';
import { ACCOUNT, REGION, type TemplateValues } from './template-values.ts';

/** Makes every secret that the templates have generated, or finds it as it was at the last start. */
export function provideSecrets(values: TemplateValues, secrets: Secrets, file: string): void {
  const kept = readKept(file);
  for (const resource of values.resources('AWS::SecretsManager::Secret')) {
    const { logicalId, type, properties } = resource;
    // Replicas are the same secret in other Regions, of which there are none here.
    refuseOtherProperties(logicalId, type, properties, [
      'Description',
      'GenerateSecretString',
      'Name',
      'ReplicaRegions',
    ]);
    const where = `${logicalId}: GenerateSecretString`;
    const how = asObject(properties.GenerateSecretString, where);
    refuseOtherProperties(logicalId, where, how, ['ExcludePunctuation', 'PasswordLength']);
    const name = String(properties.Name ?? logicalId);
    const value =
      kept[name] ??
      randomBytes(Number(how.PasswordLength ?? 32))
        .toString('hex')
        .slice(0, Number(how.PasswordLength ?? 32));
    kept[name] = value;
    const arn = `arn:aws:secretsmanager:${REGION}:${ACCOUNT}:secret:${name}`;
    for (const id of [name, arn]) secrets.set(id, value);
    values.provide(resource, { ref: arn, attributes: { Id: arn } });
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(kept), { mode: 0o600 });
}

function readKept(file: string): Record<string, string> {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}
