import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { generatedTypes } from './generated-types.ts';

it("the client's types are those of the document (npm run client:types)", async () => {
  expect(readFileSync(join(import.meta.dirname, 'api.d.ts'), 'utf8')).toBe(await generatedTypes());
});
