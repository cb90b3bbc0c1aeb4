import type { ComponentChildren } from 'preact';
import { useAddress } from '../address/navigation.ts';
import { formatAddress, type PageAddress } from '../address/page-address.ts';

/** Where one signs in, to come back here after it. */
export const signInFrom = (here: PageAddress): PageAddress => {
  const { lang, unit, peers } = here;
  const to = here.page === 'signIn' ? here.to : formatAddress(here);
  return { page: 'signIn', to, returned: null, lang, unit, peers };
};

/** A link to the sign-in that leads back to what is shown. */
export function SignInLink({ children }: { children: ComponentChildren }) {
  return <a href={formatAddress(signInFrom(useAddress()))}>{children}</a>;
}
