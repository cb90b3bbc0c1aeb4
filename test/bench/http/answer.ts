import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { answerText, type Found, type StoredRelease, storedReleases } from './tables.ts';

const compressed = promisify(gzip);

const releases = new Map(storedReleases().map((release) => [release.path, release]));

/** Answers as a careful server does: an ETag of the content, 304 where it is known, else compressed. */
export const answering =
  (find: (release: StoredRelease) => Promise<Found[]> | Found[]) =>
  async ({ url = '', headers }: IncomingMessage, response: ServerResponse): Promise<void> => {
    const release = releases.get(url);
    if (!release) return void response.writeHead(404).end();
    const text = answerText(release, await find(release));
    const etag = `W/"${createHash('sha1').update(text).digest('base64url')}"`;
    if (headers['if-none-match'] === etag) return void response.writeHead(304, { etag }).end();
    const bytes = await compressed(text);
    response
      .writeHead(200, {
        'content-type': 'application/json; charset=utf-8',
        'content-encoding': 'gzip',
        'content-length': bytes.length,
        'cache-control': 'public, max-age=60',
        etag,
        vary: 'Accept-Encoding',
      })
      .end(bytes);
  };
