import { PROBLEMS } from '@chi-so/contract/problem-codes';
import type { Answer } from './answer.ts';
import { Problem } from './problem.ts';
import type { Request } from './request.ts';

/** Errors become problems (RFC 9457): the caller learns what was wrong, and never how the code looks inside. */

export type Where = Pick<Request, 'lang' | 'url' | 'requestId'>;

export const problemAnswer = async (error: unknown, { lang, url, requestId }: Where): Promise<Answer> => {
  const problem: Problem = error instanceof Problem ? error : await unexpected(error);
  const { status, code, text, errors, headers, more } = problem;
  return {
    status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', ...headers },
    cache: 'none',
    body: {
      type: `/docs/problems#${code}`,
      status,
      code,
      title: PROBLEMS[code][lang],
      detail: text[lang],
      instance: url,
      request_id: requestId,
      ...more,
      ...(errors.length > 0
        ? {
            errors: errors.map(({ message_vi, message_en, ...place }) => ({
              ...place,
              message: lang === 'vi' ? message_vi : message_en,
            })),
          }
        : {}),
    },
  };
};

/** What passes by itself: the database was slow, busy or between two states for a moment. */
const TRANSIENT =
  /Timeout|Throttl|ProvisionedThroughput|RequestLimit|TransactionInProgress|TransactionCanceled|InternalServer|ServiceUnavailable|Busy/;

/**
 * The caller learns that it failed and whether to try again, the log learns why. The logger is loaded by the first
 * request that fails: those that succeed have nothing to log, and a cold function would wait for it.
 */
const unexpected = async (error: unknown): Promise<Problem> => {
  const { logger } = await import('./logger.ts');
  if (error instanceof Error && TRANSIENT.test(error.name)) {
    logger.warn('request not carried out', error);
    return new Problem(
      503,
      'busy',
      { vi: 'Hệ thống đang bận; hãy gửi lại', en: 'The system is busy; send it again' },
      { headers: { 'retry-after': '1' } },
    );
  }
  logger.error('request failed', error as Error);
  return new Problem(500, 'internal', {
    vi: 'Lỗi hệ thống; yêu cầu chưa được thực hiện trọn vẹn, hãy thử lại',
    en: 'Something failed on our side; try again',
  });
};
