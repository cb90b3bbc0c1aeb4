import { createHash } from 'node:crypto';
import type { Pins } from '@chi-so/domain/log';
import type { Announcement, Source } from '@chi-so/domain/score';
import type { Manifest } from '@chi-so/storage/scores';

/** Equal content has an equal hash: what a revision says, and the catalogue versions that say how to read it. */
export const contentHash = (manifest: Manifest, announcement: Announcement, source: Source, pins: Pins): string =>
  createHash('sha256')
    .update(JSON.stringify([manifest, announcement, source, pins]))
    .digest('hex');
