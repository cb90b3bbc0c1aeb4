import type { Lang } from '@chi-so/contract/ranking-response';
import { releasePath } from './releases.ts';
import type { Schemas } from './schemas.ts';
import { ask, send } from './send.ts';
import { type OnStored, storedFile } from './store-file.ts';

/** A file, or what was pasted, on its way in. */
export type Delivery = { name: string; bytes: Blob };

/** What the sender says of it; an empty text says nothing. */
export type Said = Readonly<Record<(typeof SAID)[number], string>>;
const SAID = [
  ...(['index', 'period', 'set', 'edition', 'extent'] as const),
  ...(['title', 'publisher', 'kind', 'certainty', 'document', 'published_on', 'url'] as const),
] as const;

export const NOTHING_SAID = Object.fromEntries(SAID.map((name) => [name, ''])) as Said;

/** As large as a file may be: of the API. */
export const MOST_BYTES = 32 * 1024 * 1024;

/** As large as it may be in the body of a request. */
const MOST_IN_BODY = 4 * 1024 * 1024;

/** Which releases a file holds. Writes nothing but the file, where it is large. */
export const recognise = async (
  delivery: Delivery,
  said: Said,
  lang: Lang,
  onStored: OnStored,
): Promise<Schemas['RecogniseAnswer']> => {
  const { query, body } = await sentBy(delivery, lang, onStored);
  return ask('POST', 'releases/recognise', { ...said, ...query }, lang, body);
};

/** Makes one of them a draft. */
export const sendDraft = async (
  delivery: Delivery,
  said: Said,
  lang: Lang,
  onStored: OnStored,
): Promise<Schemas['UploadReport']> => {
  const { index, period, ...more } = said;
  const { query, body } = await sentBy(delivery, lang, onStored);
  return send('PUT', releasePath({ index, period }), { ...more, ...query }, lang, body ? { body } : {});
};

const sentBy = async ({ name: filename, bytes }: Delivery, lang: Lang, onStored: OnStored) =>
  bytes.size > MOST_IN_BODY
    ? { query: { filename, upload: await storedFile(bytes, lang, onStored) }, body: undefined }
    : { query: { filename }, body: bytes };
