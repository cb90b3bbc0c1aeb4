import type { Text } from '@chi-so/runtime/problem';
import type { Serving } from './serving.ts';

/** Which server a command speaks to: the one that is named, else `CHISO_URL`, else the one that runs on this machine. */

export type ServerAddress = { url: string; token: string };
type Named = { url?: string | undefined; token?: string | undefined };

/** @returns a sentence where there is no server, or no token for it. */
export const serverAddress = (
  named: Named,
  { CHISO_URL, TOKEN }: Partial<Record<string, string>>,
  serving: Serving | null,
): ServerAddress | Text => {
  const url = named.url ?? (CHISO_URL || undefined) ?? serving?.url;
  if (url === undefined) return NOTHING_SERVES;
  if (!URL.canParse(url) || !/^https?:/.test(url)) {
    return { vi: `Địa chỉ máy chủ không hợp lệ: ${url}`, en: `This is no address of a server: ${url}` };
  }
  // The local token opens the local server only, and is sent nowhere else.
  const ownToken = serving && isSameServer(url, serving.url) ? serving.token : undefined;
  const token = named.token ?? (TOKEN || undefined) ?? ownToken;
  if (token === undefined) {
    return {
      vi: `Thiếu mã truy cập cho ${url}: --token hoặc biến môi trường TOKEN`,
      en: `There is no token for ${url}: give --token or the environment variable TOKEN`,
    };
  }
  return { url: url.replace(/\/+$/, ''), token };
};

const NOTHING_SERVES: Text = {
  vi: 'Không có máy chủ nào đang chạy trên máy này: hãy chạy npm start, hoặc nêu --url (hay CHISO_URL)',
  en: 'Nothing is serving on this machine: run npm start, or name a server with --url (or CHISO_URL)',
};

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** Whether an address is one of this very machine. */
export const isLoopback = (url: string): boolean => URL.canParse(url) && LOOPBACK.includes(new URL(url).hostname);

const isSameServer = (a: string, b: string): boolean => {
  const [one, other] = [new URL(a), new URL(b)];
  return one.origin === other.origin || (isLoopback(a) && isLoopback(b) && one.port === other.port);
};
