import { formatAddress, type PageAddress } from '../address/page-address.ts';
import { type TargetsAddress, targetsOf } from '../address/pages/targets.ts';
import { loadPlan, type Plan } from '../data/targets.ts';
import { useAnswer } from '../data/use-answer.ts';
import { AnswerState } from '../layout/states.tsx';
import { LinkSwitch } from '../layout/switches.tsx';
import { useTitle } from '../layout/use-title.ts';
import { dayText, instantText } from '../words/figures.ts';
import { useWords, type Words } from '../words/language.tsx';
import { OfficeTable } from './office-table.tsx';
import { PlanTable } from './plan-table.tsx';
import { PlanWorkbook } from './plan-workbook.tsx';

/** A plan with its progress, and the workbook by which it is changed. */
export function PlanPage({ address }: { address: PageAddress & TargetsAddress }) {
  const { lang, t } = useWords();
  const { of, period, version } = address;
  const answer = useAnswer([lang, of, period, version].join('|'), (signal) =>
    loadPlan(of, period, version, lang, signal),
  );
  const plan = answer.value?.plan ?? null;
  const title = plan ? titleOf(plan, t) : t('targets');
  useTitle(title);
  const isNewest = plan !== null && plan.meta.version === (plan.meta.versions.at(-1)?.version ?? 0);
  const shown = plan?.meta.period ?? period;
  const periods = [...new Set([...(answer.value?.periods ?? []), shown])].sort();
  return (
    <main id="content" tabIndex={-1} aria-busy={answer.isLoading}>
      <h1>{title}</h1>
      {plan && plan.meta.version > 0 && <PlanHead plan={plan} />}
      <AnswerState answer={answer} />
      {plan && (
        <div class={answer.isLoading || answer.error ? 'stale' : undefined}>
          <div class="switches screen">
            <LinkSwitch
              label={t('periodSwitch')}
              choices={periods.map((one) => ({
                address: { ...address, ...targetsOf(of, one) },
                label: one,
                isCurrent: one === shown,
              }))}
            />
          </div>
          {!isNewest && <p class="state">{t('earlierVersion')}</p>}
          {plan.data.length > 0 && <PlanTable plan={plan} />}
          <OfficeTable offices={plan.meta.offices} />
          {plan.meta.version > 0 && <PlanFoot plan={plan} address={address} />}
          {isNewest && (
            <PlanWorkbook
              key={`${of} ${shown}`}
              unit={of}
              period={shown}
              version={plan.meta.version}
              onSaved={answer.retry}
            />
          )}
        </div>
      )}
    </main>
  );
}

/** The finding: how many targets are met, how many overdue. */
const titleOf = ({ data, meta }: Plan, t: Words['t']): string => {
  const what = { period: meta.period, unit: meta.unit_name };
  if (meta.version === 0) return t('planTitleNone', what);
  return t('planTitle', { ...what, met: meta.states.met, all: data.length, overdue: meta.overdue });
};

/** What the plan is called, by which document, and since when. */
function PlanHead({ plan: { meta } }: { plan: Plan }) {
  const { lang, t } = useWords();
  const parts = [
    meta.title,
    meta.document && t('documentIs', { document: meta.document }),
    meta.issued_on && t('planIssued', { date: dayText(lang, meta.issued_on) }),
  ];
  return (
    <p class="lead">
      {parts.filter(Boolean).join(', ')}. {t('overdueOn', { day: dayText(lang, meta.on) })}
    </p>
  );
}

/** Which version is shown, who wrote it and why; the others to look at again. */
function PlanFoot({ plan: { meta }, address }: { plan: Plan; address: PageAddress & TargetsAddress }) {
  const { lang, t } = useWords();
  const made = meta.at === null ? '' : instantText(lang, Date.parse(meta.at));
  const newest = meta.versions.at(-1)?.version;
  return (
    <dl class="foot">
      <dt>{t('planVersionLabel')}</dt>
      <dd>
        {t('planVersion', { version: meta.version, actor: meta.actor ?? '', at: made })}
        {meta.reason ? `: ${meta.reason}` : ''}
      </dd>
      {meta.versions.length > 1 && (
        <>
          <dt>{t('planVersions')}</dt>
          <dd>
            {meta.versions.toReversed().map(({ version, at, reason }, i) => (
              <span key={version}>
                {i > 0 && ' · '}
                <a
                  href={formatAddress({
                    ...address,
                    period: meta.period,
                    version: version === newest ? null : String(version),
                  })}
                  aria-current={version === meta.version ? 'true' : undefined}
                >
                  {t('versionIs', { version, at: dayText(lang, at) })}
                </a>
                {reason && `: ${reason}`}
              </span>
            ))}
          </dd>
        </>
      )}
    </dl>
  );
}
