import { join } from 'node:path';
import { runtimeLicences } from '../lib/licences.ts';

/** `npm run licences`: every package of others that is deployed, with its version and licence. */
for (const { name, version, licence } of runtimeLicences(join(import.meta.dirname, '..', '..')))
  console.log(`${name}\t${version}\t${licence}`);
