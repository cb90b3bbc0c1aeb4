import { createHash } from 'node:crypto';
import type { ScheduledSource } from '@chi-so/storage/sources';

/** What a source asks for: its address and all that is read into the release. Its rhythm and its note are not. */
export const askedOf = ({ url, index, period, unit_set, edition, title, publisher }: ScheduledSource): string =>
  createHash('sha256')
    .update(JSON.stringify([url, index, period, unit_set, edition, title, publisher]))
    .digest('hex');
