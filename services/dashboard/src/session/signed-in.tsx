import type { Scope } from '@chi-so/contract/routes';
import { EVERY_SET } from '@chi-so/domain/ownership';
import { loadUnitSetNames } from '../data/catalogue.ts';
import { useAnswer } from '../data/use-answer.ts';
import { instantText } from '../words/figures.ts';
import { useWords } from '../words/language.tsx';
import type { Claims } from './claims.ts';
import { loadProvider, signedOutAddress } from './provider.ts';
import { keepToken } from './token.ts';

/** Those of the API; a token may have others, for other services. */
const SCOPES = [
  'releases:write',
  'releases:publish',
  'targets:write',
  'audit:read',
  'catalogue:write',
] as const satisfies readonly Scope[];

type Props = {
  claims: Claims;
  /** The address that the reader came from. */
  next: string | null;
};

/** What a token lets its bearer do, for whom and until when, in words. */
export function SignedIn({ claims, next }: Props) {
  const { lang, t } = useWords();
  const names = useAnswer(lang, () => loadUnitSetNames(lang)).value;
  const scopes = SCOPES.filter((scope) => claims.scopes.includes(scope));
  const named = (set: string) => (names?.has(set) ? `${set} (${names.get(set)})` : set);
  const sets = claims.unitSets.map((set) => (set === EVERY_SET ? t('everySet') : named(set)));
  const provider = useAnswer('provider', () => loadProvider(lang)).value;
  const signOut = () => {
    keepToken(null);
    if (provider && claims.client === provider.client_id) location.assign(signedOutAddress(provider));
  };
  return (
    <>
      <dl class="foot">
        <dt>{t('mayDo')}</dt>
        <dd>{scopes.map((scope) => t(scope)).join('; ') || t('mayDoNothing')}</dd>
        <dt>{t('ownSets')}</dt>
        <dd>{sets.join('; ') || t('noSet')}</dd>
        <dt>{t('endsAt')}</dt>
        <dd>{claims.expiresAt === null ? t('endsNever') : instantText(lang, claims.expiresAt)}</dd>
      </dl>
      <p class="acts">
        {next !== null && <a href={next}>{t('goOn')}</a>}{' '}
        <button type="button" onClick={signOut}>
          {t('signOut')}
        </button>
      </p>
    </>
  );
}
