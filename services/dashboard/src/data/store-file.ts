import type { Lang } from '@chi-so/contract/ranking-response';
import { Failure } from './failure.ts';
import type { Schemas } from './schemas.ts';
import { send } from './send.ts';

/** A file on its way to the store of files: what share of it is there, from 0 to 1. */
export type OnStored = (share: number) => void;

/**
 * Files that are too large for a request go to a place of their own, once: whatever is asked of them next names it.
 * Gives the name of the upload.
 */
export const storedFile = (bytes: Blob, lang: Lang, onStored: OnStored): Promise<string> => {
  const known = stored.get(bytes);
  if (known) return known;
  const upload = store(bytes, lang, onStored);
  stored.set(bytes, upload);
  upload.catch(() => stored.delete(bytes));
  return upload;
};

const stored = new WeakMap<Blob, Promise<string>>();

const store = async (bytes: Blob, lang: Lang, onStored: OnStored): Promise<string> => {
  const { data } = await send<Schemas['UploadAnswer']>('POST', 'uploads', {}, lang, { body: { bytes: bytes.size } });
  const [place] = data;
  if (!place) throw new Failure('unreadable');
  await put(place.url, bytes, onStored);
  return place.upload;
};

/** Only this way of asking tells how far a file has come. */
const put = (url: string, bytes: Blob, onStored: OnStored): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', url);
    request.upload.onprogress = ({ loaded }) => onStored(loaded / bytes.size);
    request.onload = () => (request.status < 300 ? resolve() : reject(new Failure('notStored', request.status)));
    request.onerror = () => reject(new Failure(navigator.onLine ? 'notStored' : 'offline'));
    request.send(bytes);
  });
