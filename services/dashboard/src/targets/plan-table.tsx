import { TOTAL } from '@chi-so/domain/identity';
import { STATUS_WORDS } from '@chi-so/domain/target-words';
import { loadUnitSet } from '../data/catalogue.ts';
import type { Plan, TargetRow } from '../data/targets.ts';
import { useAnswer } from '../data/use-answer.ts';
import { dayText, LOST_DECIMALS, scoreText } from '../words/figures.ts';
import { shortIndexName, useWords } from '../words/language.tsx';
import { nameIn } from '../words/name-in.ts';
import { overdueFirst } from './plan-order.ts';
import { ProgressBar } from './progress-bar.tsx';
import { standingText, targetText } from './target-text.ts';

/** Every target of a plan with where the unit stands, how far it has come, and who answers for it. */
export function PlanTable({ plan: { data, meta } }: { plan: Plan }) {
  const { lang, t } = useWords();
  const set = data.find(({ group }) => group !== null)?.unit_set;
  const groups = useAnswer(`${lang}|${set}`, async () => (set ? loadUnitSet(set, lang) : null)).value?.meta.groups;
  const groupNames = new Map(groups?.map((one) => [one.group, nameIn(lang, one)]));
  return (
    <table class="plan">
      <caption class="hidden">{t('planTable', { unit: meta.unit_name, period: meta.period })}</caption>
      <thead>
        <tr>
          {COLUMNS.map((word) => (
            <th key={word} scope="col">
              {t(word)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {overdueFirst(data).map((row) => (
          <PlanRow
            key={[row.index, row.edition, row.component, row.group, row.target_kind, row.target].join()}
            row={row}
            groupNames={groupNames}
          />
        ))}
      </tbody>
    </table>
  );
}

const COLUMNS = [
  ...(['indexColumn', 'targetColumn', 'standingColumn', 'progressColumn'] as const),
  ...(['officeColumn', 'deadlineColumn', 'workColumn'] as const),
];

function PlanRow({ row, groupNames }: { row: TargetRow; groupNames: ReadonlyMap<string, string> }) {
  const { lang, t } = useWords();
  const { index, component, component_name, group, actual, actual_period, actual_basis, deadline, overdue } = row;
  return (
    <tr class={overdue ? 'overdue' : undefined}>
      <th scope="row">
        {shortIndexName(index)}
        {component !== TOTAL && <small>{component_name ?? component}</small>}
        {group !== null && <small>{t('inGroup', { group: groupNames.get(group) ?? group })}</small>}
      </th>
      <td data-label={t('targetColumn')}>{targetText(lang, row)}</td>
      <td data-label={t('standingColumn')}>
        {actual === null ? (
          <em>{row.actual_reason ? t(row.actual_reason) : t('noFigure')}</em>
        ) : (
          standingText(lang, row.target_kind, actual)
        )}
        {actual_period !== null && (
          <small>
            {t('periodOf', { period: actual_period })}
            {actual_basis && `, ${t(`basis-${actual_basis}`)}`}
            {row.actual_status === 'E' && `, ${t('estimate')}`}
          </small>
        )}
      </td>
      <td>
        <Progress row={row} />
      </td>
      <td data-label={t('officeColumn')}>
        {row.office}
        {row.points_lost !== null && (
          <small>
            {t('componentLost', { points: scoreText(lang, row.points_lost, LOST_DECIMALS) })}
            {row.points_lost_weights === 'derived' && `, ${t('derivedWeights')}`}
          </small>
        )}
      </td>
      <td data-label={t('deadlineColumn')}>
        {deadline === null ? <em>{t('noDeadline')}</em> : dayText(lang, deadline)}
        {overdue && <small class="bad">{t('isOverdue')}</small>}
      </td>
      <td data-label={t('workColumn')}>
        {STATUS_WORDS[row.action_status][lang]}
        {row.action && <small>{row.action}</small>}
        {row.note && <small>{row.note}</small>}
      </td>
    </tr>
  );
}

/** The state in words, with the way that was gone or why nobody can say. */
function Progress({ row }: { row: TargetRow }) {
  const { lang, t } = useWords();
  const { state, share, share_note, baseline_period } = row;
  const tone = state === 'met' ? 'good' : state === 'behind' ? 'bad' : undefined;
  const decimals = share !== null && Number.isInteger(share) ? 0 : 1;
  return (
    <>
      <span class={tone}>{t(`state-${state}`)}</span>
      <ProgressBar row={row} />
      <small>
        {share !== null && baseline_period !== null
          ? t('sharePercent', { share: scoreText(lang, share, decimals), period: baseline_period })
          : share_note}
      </small>
    </>
  );
}
