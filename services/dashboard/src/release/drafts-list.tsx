import { formatAddress, type PageAddress } from '../address/page-address.ts';
import type { ReleaseAddress } from '../address/pages/releases.ts';
import { cancelEmbargo, type Drafts } from '../data/drafts.ts';
import { Confirm } from '../layout/confirm.tsx';
import { maySend } from '../session/token.ts';
import { instantText } from '../words/figures.ts';
import { useWords } from '../words/language.tsx';
import type { Decided } from './decided.ts';

type Props = { address: PageAddress & ReleaseAddress; drafts: Drafts } & Decided;

/** Every revision as those see it who write: which are drafts, how many errors each has, and what waits for its time. */
export function DraftsList({ address, drafts: { data, meta }, onDone, onLookAgain }: Props) {
  const { lang, t } = useWords();
  const { embargo } = meta;
  if (data.length === 0) return <p class="state">{t('noDrafts')}</p>;
  return (
    <section class="screen" aria-labelledby="drafts">
      <h2 id="drafts">{t('drafts')}</h2>
      {embargo && (
        <div class="notice">
          <p>
            {t('embargoed', { revision: embargo.revision, at: instantText(lang, embargo.publish_at) })}
            {embargo.reason && ` ${t('because', { reason: embargo.reason })}.`}
          </p>
          {maySend('releases:publish') && (
            <Confirm
              action={t('cancelEmbargo')}
              question={t('askCancelEmbargo', { revision: embargo.revision })}
              send={() => cancelEmbargo(address, lang)}
              done={t('embargoCancelled')}
              {...{ onDone, onLookAgain }}
            />
          )}
        </div>
      )}
      <table class="listed">
        <caption class="hidden">{t('drafts')}</caption>
        <thead>
          <tr>
            {(
              [
                'revision',
                'stateColumn',
                'errorsColumn',
                'warningsColumn',
                'recorded',
                'sender',
                'reasonOfRevision',
              ] as const
            ).map((word) => (
              <th key={word} scope="col">
                {t(word)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.map((one) => (
            <tr key={one.revision} aria-current={String(one.revision) === address.revision ? 'true' : undefined}>
              <th scope="row">
                <a href={formatAddress({ ...address, revision: String(one.revision) })}>
                  {t('revisionNumber', { revision: one.revision })}
                </a>
              </th>
              <td>{t(`state-${one.status}`)}</td>
              <td data-label={t('errorsColumn')} class={one.errors > 0 ? 'bad' : undefined}>
                {one.errors}
              </td>
              <td data-label={t('warningsColumn')}>{one.warnings}</td>
              <td data-label={t('recorded')}>{instantText(lang, one.recorded_at)}</td>
              <td data-label={t('sender')}>{one.actor}</td>
              <td>{one.reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
