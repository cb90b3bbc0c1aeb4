import type { Lang } from '@chi-so/contract/ranking-response';
import { releasePath } from './releases.ts';
import type { Schemas } from './schemas.ts';
import { ask, send } from './send.ts';

/** A file, or what was pasted, on its way in. */
export type Delivery = { name: string; bytes: Blob };

/** What the sender says of it; an empty text says nothing. */
export type Said = Readonly<Record<(typeof SAID)[number], string>>;
const SAID = [
  ...(['index', 'period', 'set', 'edition', 'extent'] as const),
  ...(['title', 'publisher', 'kind', 'certainty', 'document', 'published_on', 'url'] as const),
] as const;

export const NOTHING_SAID = Object.fromEntries(SAID.map((name) => [name, ''])) as Said;

/** As large as a file may be that is sent from here. */
export const MOST_BYTES = 4 * 1024 * 1024;

/** Which releases a file holds. Writes nothing. */
export const recognise = ({ name, bytes }: Delivery, said: Said, lang: Lang): Promise<Schemas['RecogniseAnswer']> =>
  ask('POST', 'releases/recognise', { ...said, filename: name }, lang, bytes);

/** Makes one of them a draft. */
export const sendDraft = ({ name, bytes }: Delivery, said: Said, lang: Lang): Promise<Schemas['UploadReport']> => {
  const { index, period, ...more } = said;
  return send('PUT', releasePath({ index, period }), { ...more, filename: name }, lang, { body: bytes });
};
