import { useEffect, useState } from 'preact/hooks';
import { goTo } from '../address/navigation.ts';
import { formatAddress, type PageAddress, parseAddress } from '../address/page-address.ts';
import type { Returned, SignInAddress } from '../address/pages/sign-in.ts';
import { Failure, sentenceOf } from '../data/failure.ts';
import { useWords } from '../words/language.tsx';
import { leaveForProvider, type Provider, takeAttempt, tokenFor } from './provider.ts';
import { keepToken } from './token.ts';

/** Leaves for the provider's sign-in, and takes the token when the reader comes back from it. */
export function ProviderSignIn({ provider, address }: { provider: Provider; address: PageAddress & SignInAddress }) {
  const { lang, t } = useWords();
  const [fault, setFault] = useState<string | null>(null);
  const { returned } = address;
  const here = formatAddress({ ...address, returned: null });

  const comeBack = async (came: Returned) => {
    const attempt = takeAttempt();
    const from = parseAddress(attempt?.from ?? here);
    try {
      const token = await tokenFor(provider, attempt, came);
      if (token === null) throw new Failure('gateway', 400);
      keepToken(token);
      goTo(from.page === 'signIn' && from.to !== null ? formatAddress(parseAddress(from.to)) : from, 'replace');
    } catch (error) {
      // A code is good for one attempt: what the provider refuses is begun again.
      const isRefused = error instanceof Failure && error.status >= 400 && error.status < 500;
      setFault(isRefused ? t('signInNotTaken') : sentenceOf(lang, error));
      goTo(from, 'replace');
    }
  };
  useEffect(() => {
    if (returned !== null) void comeBack(returned);
  }, [returned === null]);

  return (
    <section class="sign-in">
      <button
        type="button"
        class="main"
        disabled={returned !== null}
        onClick={() => void leaveForProvider(provider, here).catch(() => setFault(t('signInNotKept')))}
      >
        {t('signInAtProvider')}
      </button>
      <p role="alert" class="bad">
        {fault}
      </p>
    </section>
  );
}
