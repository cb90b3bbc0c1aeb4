import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Secrets, withSecrets } from './dynamic-references.ts';
import { provideSecrets } from './secrets.ts';
import type { TemplateValues } from './template-values.ts';

const folder = mkdtempSync(join(tmpdir(), 'chi-so-secrets-'));
afterAll(() => rmSync(folder, { recursive: true }));

const started = (): Secrets => {
  const secrets: Secrets = new Map();
  const properties = { Name: 'origin', GenerateSecretString: { PasswordLength: 48, ExcludePunctuation: true } };
  const resource = { stack: 'Services', logicalId: 'Secret', type: 'AWS::SecretsManager::Secret', properties };
  const values = { resources: () => [resource], provide: () => {} } as unknown as TemplateValues;
  provideSecrets(values, secrets, join(folder, 'secrets.json'));
  return secrets;
};

describe('a secret on one machine', () => {
  it('is made at the first start, and is the same at the next', () => {
    const [first, next] = [started(), started()];

    expect(first.get('origin')).toMatch(/^[0-9a-f]{48}$/);
    expect(next.get('origin')).toBe(first.get('origin'));
  });

  it('stands where a template refers to it, by name or ARN, alone or among other text', () => {
    const secrets: Secrets = new Map([
      ['a', '1'],
      ['arn:aws:secretsmanager:x:0:secret:b', '2'],
    ]);
    const given = {
      A: [
        '{{resolve:secretsmanager:a:SecretString:::}},{{resolve:secretsmanager:arn:aws:secretsmanager:x:0:secret:b:SecretString:::}}',
      ],
    };

    expect(withSecrets(given, secrets, 'Query')).toEqual({ A: ['1,2'] });
  });

  it.each(['secretsmanager:c:SecretString:::', 'ssm:/a', 'secretsmanager:a:SecretString:key::'])(
    'stops the start where %s is referred to, which nothing here can resolve',
    (reference) => {
      expect(() => withSecrets(`{{resolve:${reference}}}`, new Map([['a', '1']]), 'Query')).toThrow(/Query.*resolve/);
    },
  );
});
