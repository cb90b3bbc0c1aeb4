import type { Text } from '@chi-so/runtime/problem';

/** What an address itself tells against fetching from it. */
const OF_ADDRESSES = ['not-a-url', 'not-https', 'has-credentials', 'literal-address', 'host-not-allowed'] as const;
type AddressRefusal = (typeof OF_ADDRESSES)[number];

/** Why a file was not fetched. Constant, so that an operator can look for it. */
export type RefusalCode =
  | AddressRefusal
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

/** Whether the address is to blame: whoever gave it is told so at once. */
export const isAddressRefusal = (code: RefusalCode): code is AddressRefusal =>
  (OF_ADDRESSES as readonly RefusalCode[]).includes(code);
