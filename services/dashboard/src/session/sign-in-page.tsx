import type { Lang } from '@chi-so/contract/ranking-response';
import { useRef, useState } from 'preact/hooks';
import { goTo } from '../address/navigation.ts';
import { formatAddress, type PageAddress, parseAddress } from '../address/page-address.ts';
import type { SignInAddress } from '../address/pages/sign-in.ts';
import { useAnswer } from '../data/use-answer.ts';
import { AnswerState } from '../layout/states.tsx';
import { useTitle } from '../layout/use-title.ts';
import { say } from '../words/dictionary.ts';
import { instantText } from '../words/figures.ts';
import { useWords } from '../words/language.tsx';
import { claimsOf, hasEnded, tokenIn } from './claims.ts';
import { loadProvider } from './provider.ts';
import { ProviderSignIn } from './provider-sign-in.tsx';
import { SignedIn } from './signed-in.tsx';
import { keepToken, useClaims } from './token.ts';

/** **Đăng nhập**: at the provider, or with a token that is pasted; it is kept in this tab; then who it makes the reader. */
export function SignInPage({ address }: { address: PageAddress & SignInAddress }) {
  const { t } = useWords();
  const claims = useClaims();
  const title = claims ? t('signedInAs', { subject: claims.subject || t('nameless') }) : t('signIn');
  useTitle(title);
  // Read as an address of the page: whatever else a link may have put there leads nowhere else.
  const next = address.to === null ? null : formatAddress(parseAddress(address.to));
  return (
    <main id="content" tabIndex={-1}>
      <h1>{title}</h1>
      <p class="lead">{t('signInAbout')}</p>
      {claims ? <SignedIn claims={claims} next={next} /> : <SignInWays address={address} next={next} />}
    </main>
  );
}

/** Where the stage has its users, or with a token from elsewhere. */
function SignInWays({ address, next }: { address: PageAddress & SignInAddress; next: string | null }) {
  const { lang, t } = useWords();
  const provider = useAnswer('provider', () => loadProvider(lang));
  return (
    <>
      <AnswerState answer={provider} />
      {provider.value && <ProviderSignIn provider={provider.value} address={address} />}
      {provider.value && <h2>{t('signInByToken')}</h2>}
      <TokenForm next={next} />
    </>
  );
}

function TokenForm({ next }: { next: string | null }) {
  const { lang, t } = useWords();
  const box = useRef<HTMLTextAreaElement>(null);
  const [fault, setFault] = useState<string | null>(null);
  const submit = (event: Event) => {
    event.preventDefault();
    const token = tokenIn(box.current?.value ?? '');
    const found = faultOf(token, lang);
    setFault(found);
    if (found !== null) return box.current?.focus();
    keepToken(token);
    if (next !== null) goTo(next);
  };
  return (
    <form class="sign-in" onSubmit={submit}>
      <label for="token">{t('tokenLabel')}</label>
      <textarea
        ref={box}
        id="token"
        rows={5}
        spellcheck={false}
        autocomplete="off"
        aria-describedby="token-about token-fault"
        aria-invalid={fault !== null}
      />
      <p id="token-about" class="label">
        {t('tokenAbout')}
      </p>
      <p id="token-fault" role="alert" class="bad">
        {fault}
      </p>
      <button type="submit">{t('signIn')}</button>
    </form>
  );
}

/** Why a text cannot be signed in with, in one sentence; null where it can. */
const faultOf = (token: string, lang: Lang): string | null => {
  if (token === '') return say(lang, 'tokenEmpty');
  const claims = claimsOf(token);
  if (claims === null) return say(lang, 'tokenIsNone');
  return claims.expiresAt !== null && hasEnded(claims, Date.now())
    ? say(lang, 'tokenHasEnded', { at: instantText(lang, claims.expiresAt) })
    : null;
};
