import { isObject } from './json.ts';

/** Secrets by name and by ARN. */
export type Secrets = Map<string, string>;

/** The value with every `{{resolve:secretsmanager:…:SecretString:::}}` in its strings replaced by the secret. */
export function withSecrets(value: unknown, secrets: Secrets, where: string): unknown {
  if (typeof value === 'string') {
    return value.replace(/\{\{resolve:([^}]+)\}\}/g, (_, reference: string) => {
      const [, id = ''] = /^secretsmanager:(.+):SecretString:*$/.exec(reference) ?? [];
      const secret = secrets.get(id);
      if (secret === undefined) throw new Error(`${where}: the local run cannot resolve ${reference}`);
      return secret;
    });
  }
  if (Array.isArray(value)) return value.map((item) => withSecrets(item, secrets, where));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withSecrets(item, secrets, where)]));
}
