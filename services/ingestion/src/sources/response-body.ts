import type { IncomingMessage } from 'node:http';
import { PassThrough, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { FetchRefused } from './fetch-refused.ts';

const DECODERS: Record<string, () => Transform> = {
  identity: () => new PassThrough(),
  gzip: () => createGunzip(),
  'x-gzip': () => createGunzip(),
  deflate: () => createInflate(),
  br: () => createBrotliDecompress(),
};

const tooLarge = (maxBytes: number): FetchRefused =>
  new FetchRefused('too-large', `Tệp lớn hơn ${maxBytes} byte`, `The file is larger than ${maxBytes} bytes`);

/**
 * The body, inflated where the server compressed it unasked. Both what arrives and what comes out of it are counted as
 * they come: neither an endless body nor a small one that unfolds to gigabytes is ever held.
 */
export const readBody = async (response: IncomingMessage, maxBytes: number, signal: AbortSignal): Promise<Buffer> => {
  const encoding = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase() || 'identity';
  const decoder = Object.hasOwn(DECODERS, encoding) ? DECODERS[encoding]?.() : undefined;
  if (!decoder) {
    throw new FetchRefused(
      'bad-encoding',
      `Máy chủ nén bằng "${encoding.slice(0, 60)}", không đọc được`,
      `The server encoded it as "${encoding.slice(0, 60)}", which is not read here`,
    );
  }
  if (Number(response.headers['content-length'] ?? 0) > maxBytes) throw tooLarge(maxBytes);

  const chunks: Buffer[] = [];
  await pipeline(
    response,
    counted(maxBytes),
    decoder,
    counted(maxBytes),
    async (inflated: AsyncIterable<Buffer>) => {
      for await (const chunk of inflated) chunks.push(chunk);
    },
    { signal },
  );
  return Buffer.concat(chunks);
};

/** Passes chunks on until there have been too many bytes. */
const counted = (maxBytes: number) =>
  async function* (source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let bytes = 0;
    for await (const chunk of source) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw tooLarge(maxBytes);
      yield chunk;
    }
  };
