import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { indices } from './catalogue.ts';
import { methodologyGuide } from './methodology-guide.ts';

/** `npm run docs`: writes what is made from data. */
writeFileSync(join(import.meta.dirname, '..', '..', '..', 'docs', 'methodology.md'), methodologyGuide(indices()));
