import type { Text } from '@chi-so/runtime/problem';

/** Why a file was not fetched. Constant, so that an operator can look for it. */
export type RefusalCode =
  | 'not-a-url'
  | 'not-https'
  | 'has-credentials'
  | 'literal-address'
  | 'host-not-allowed'
  | 'not-resolved'
  | 'address-not-public'
  | 'too-many-redirects'
  | 'bad-redirect'
  | 'bad-status'
  | 'too-large'
  | 'too-slow'
  | 'bad-encoding'
  | 'bad-certificate'
  | 'connection-failed';

/** A fetch that was not carried out, or not to its end. Nothing that it brought is used. */
export class FetchRefused extends Error {
  readonly code: RefusalCode;
  readonly text: Text;

  constructor(code: RefusalCode, vi: string, en: string, options?: ErrorOptions) {
    super(`${code}: ${en}`, options);
    this.name = 'FetchRefused';
    this.code = code;
    this.text = { vi, en };
  }
}
