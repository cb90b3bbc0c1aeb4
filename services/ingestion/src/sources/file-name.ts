/** What a response says of its file's name. A name from outside: only ever shown and read for its ending. */

/** Header bytes arrive as Latin-1; Vietnamese servers send UTF-8 in them, against the letter of the standard. */
export const headerText = (value: string): string => {
  const text = Buffer.from(value, 'latin1').toString('utf8');
  return text.includes('\uFFFD') ? value : text;
};

/** The name in Content-Disposition, else the last part of the address; null where neither has one. */
export const fileNameOf = (disposition: string | undefined, url: URL): string | null => {
  const header = headerText(disposition ?? '');
  const [, extended] = /filename\*\s*=\s*utf-8''([^;\s]+)/i.exec(header) ?? [];
  const [, quoted, bare] = /filename\s*=\s*(?:"([^"]*)"|([^;\s]+))/i.exec(header) ?? [];
  const candidates = [decoded(extended), quoted ?? bare, decoded(url.pathname)];
  return candidates.map(plainName).find((name) => name !== '') ?? null;
};

const decoded = (text: string | undefined): string => {
  try {
    return decodeURIComponent(text ?? '');
  } catch {
    return '';
  }
};

/** The last part of a path, without control characters. */
const plainName = (path: string | undefined): string =>
  (path ?? '').split(/[/\\]/).at(-1)?.replace(/\p{C}/gu, '').trim().slice(0, 200) ?? '';
