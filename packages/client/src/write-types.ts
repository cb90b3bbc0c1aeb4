import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedTypes } from './generated-types.ts';

/** `npm run client:types` */
writeFileSync(join(import.meta.dirname, 'api.d.ts'), await generatedTypes());
