import type { Lang } from '@chi-so/runtime/http';
import { type Fault, Refusal } from './refusal.ts';
import type { ServerAddress } from './server-address.ts';

/**
 * Speaks to the API. Every call of an ingester may be repeated without harm (writes are named by their content or carry
 * an idempotency key), so what fails on the way, or because the system is busy, is sent again.
 */

export type Api = {
  /** @throws Refusal for every answer but success. */
  send: (method: string, path: string, given?: Given) => Promise<Body>;
  /** PUTs bytes to an address that the API has given. */
  putBytes: (url: string, bytes: Buffer) => Promise<void>;
};

type Given = {
  query?: Record<string, string | undefined>;
  /** Bytes are sent as they are, anything else as JSON. */
  body?: unknown;
  headers?: Record<string, string>;
};

/** What the API answers: rows, and what is to be said of them all. */
export type Body = { data: unknown[]; meta: Record<string, unknown> };

/** Pauses before a request is sent again, in milliseconds. */
const PAUSES = [300, 900, 2700];
const TIME_LIMIT = 120_000;
/** Answers that pass by themselves. */
const PASSING = new Set([429, 502, 503, 504]);

export const apiOf = ({ url, token }: ServerAddress, lang: Lang, pauses: readonly number[] = PAUSES): Api => {
  const request = patientRequest(lang, pauses);
  return {
    send: async (method, path, { query = {}, body, headers } = {}) => {
      const isBytes = Buffer.isBuffer(body);
      const reply = await request(url + path + queryOf(query), {
        method,
        ...(body === undefined ? {} : { body: isBytes ? new Uint8Array(body) : JSON.stringify(body) }),
        headers: {
          authorization: `Bearer ${token}`,
          'accept-language': lang,
          ...(body === undefined ? {} : { 'content-type': isBytes ? 'application/octet-stream' : 'application/json' }),
          ...headers,
        },
      });
      const answer = parsed(reply.text);
      if (!isSuccess(reply)) throw refusalOf(reply.status, answer, lang);
      const { data, meta } = (answer ?? {}) as Partial<Body>;
      return { data: Array.isArray(data) ? data : [], meta: meta ?? {} };
    },
    putBytes: async (to, bytes) => {
      const reply = await request(to, { method: 'PUT', body: new Uint8Array(bytes) });
      if (!isSuccess(reply)) throw refusalOf(reply.status, null, lang);
    },
  };
};

type Reply = { status: number; text: string };

const isSuccess = ({ status }: Reply): boolean => status >= 200 && status < 300;

/** Sends again what fails on the way. Once a server has stayed away, it is not waited for with every further request. */
const patientRequest = (lang: Lang, pauses: readonly number[]) => {
  let isAway = false;
  return async (url: string, init: RequestInit): Promise<Reply> => {
    for (let attempt = 0; ; attempt++) {
      const reply = await replyTo(url, init);
      const pause = isAway ? undefined : pauses[attempt];
      if (!(reply instanceof Error)) {
        isAway = false;
        if (!PASSING.has(reply.status) || pause === undefined) return reply;
      } else if (pause === undefined) {
        isAway = true;
        throw unreachable(url, reply, lang);
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  };
};

/** The answer read to its end: a connection may break in the middle of it. */
const replyTo = async (url: string, init: RequestInit): Promise<Reply | Error> => {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(TIME_LIMIT) });
    return { status: response.status, text: await response.text() };
  } catch (error) {
    return error as Error;
  }
};

const unreachable = (url: string, { message, cause }: Error, lang: Lang): Refusal => {
  const { origin } = new URL(url);
  const why = (cause as { code?: string } | undefined)?.code ?? message;
  const title =
    lang === 'vi'
      ? `Không kết nối được với ${origin} (${why}): máy chủ có đang chạy không (npm start)?`
      : `${origin} cannot be reached (${why}): is the server running (npm start)?`;
  return new Refusal(0, 'unreachable', title);
};

const queryOf = (query: Record<string, string | undefined>): string => {
  const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

type ProblemBody = {
  code?: string;
  title?: string;
  detail?: string;
  message?: string;
  candidates?: unknown[];
  errors?: Fault[];
};

/** A problem of our own, or the gateway's bare message. */
const refusalOf = (status: number, body: unknown, lang: Lang): Refusal => {
  const { code, title, detail, message, candidates, errors } = (body ?? {}) as ProblemBody;
  if (code !== undefined && title !== undefined) {
    return new Refusal(status, code, (detail ?? title) + listOf(candidates), errors ?? []);
  }
  const [known, vi, en] = GATEWAY[status] ?? [
    `http-${status}`,
    `Máy chủ trả lời ${status}`,
    `The server answered ${status}`,
  ];
  return new Refusal(status, known, (lang === 'vi' ? vi : en) + (message ? ` (${message})` : ''));
};

const listOf = (candidates: unknown[] | undefined): string => {
  if (!candidates || candidates.length === 0) return '';
  return `: ${candidates.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join(', ')}`;
};

const GATEWAY: Record<number, [code: string, vi: string, en: string]> = {
  401: ['unauthorized', 'Mã truy cập không được chấp nhận hoặc đã hết hạn', 'The token is not accepted or has expired'],
  403: ['forbidden', 'Mã truy cập không có quyền này', 'The token lacks the scope for this'],
  413: ['too-large', 'Tệp quá lớn', 'The file is too large'],
};
