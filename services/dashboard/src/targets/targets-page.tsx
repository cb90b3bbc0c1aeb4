import type { PageAddress } from '../address/page-address.ts';
import type { TargetsAddress } from '../address/pages/targets.ts';
import { loadUnit } from '../data/catalogue.ts';
import { useAnswer } from '../data/use-answer.ts';
import { useTitle } from '../layout/use-title.ts';
import { mayDo } from '../session/claims.ts';
import { SignInLink } from '../session/sign-in-link.tsx';
import { useClaims } from '../session/token.ts';
import { useWords } from '../words/language.tsx';
import { nameIn } from '../words/name-in.ts';
import { PlanPage } from './plan-page.tsx';

/** **Chỉ tiêu**: what a unit wants of its indices, and how far it has come; for those whose unit it is. */
export function TargetsPage({ address }: { address: PageAddress & TargetsAddress }) {
  const claims = useClaims();
  if (mayDo(claims, 'targets:write')) return <PlanPage key={address.of} address={address} />;
  return <ClosedPage address={address} isSignedIn={claims !== null} />;
}

/** What stands in for a plan where nobody is signed in who may see one. Nothing of it is asked for. */
function ClosedPage({ address, isSignedIn }: { address: TargetsAddress; isSignedIn: boolean }) {
  const { lang, t } = useWords();
  const unit = useAnswer(`${lang}|${address.of}`, () => loadUnit(address.of, lang)).value?.data[0];
  const name = nameIn(lang, unit) ?? address.of;
  const period = address.period === 'latest' ? '' : address.period;
  const title = t('planTitlePlain', { period, unit: name }).replace(' ,', ',');
  useTitle(title);
  return (
    <main id="content" tabIndex={-1}>
      <h1>{title}</h1>
      <p class="state">
        {t(isSignedIn ? 'targetsNeedScope' : 'targetsNeedSignIn')} <SignInLink>{t('signIn')}</SignInLink>
      </p>
    </main>
  );
}
