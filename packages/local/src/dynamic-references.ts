import { withStrings } from './json.ts';

/** Secrets by name and by ARN. */
export type Secrets = Map<string, string>;

/** The value with every `{{resolve:secretsmanager:…:SecretString:::}}` in its strings replaced by the secret. */
export const withSecrets = (value: unknown, secrets: Secrets, where: string): unknown =>
  withStrings(value, (text) =>
    text.replace(/\{\{resolve:([^}]+)\}\}/g, (_, reference: string) => {
      const [, id = ''] = /^secretsmanager:(.+):SecretString:*$/.exec(reference) ?? [];
      const secret = secrets.get(id);
      if (secret === undefined) throw new Error(`${where}: the local run cannot resolve ${reference}`);
      return secret;
    }),
  );

/** Addresses of AWS by what stands for them here. */
export type Addresses = Map<string, string>;

/** The value with every such address in its strings replaced. */
export const withAddresses = (value: unknown, addresses: Addresses): unknown =>
  withStrings(value, (text) => [...addresses].reduce((all, [address, here]) => all.replaceAll(address, here), text));
