import { useEffect, useState } from 'preact/hooks';
import type { PageAddress } from '../address/page-address.ts';
import type { ReleaseAddress } from '../address/pages/releases.ts';
import { loadMethodology, loadUnitSet } from '../data/catalogue.ts';
import { type Drafts, loadDiff, loadDraft, loadDraftRanking } from '../data/drafts.ts';
import { useAnswer } from '../data/use-answer.ts';
import { sourceText } from '../layout/source-rows.tsx';
import { AnswerState, Refusals } from '../layout/states.tsx';
import { maySend } from '../session/token.ts';
import { exactText, instantText, scoreText } from '../words/figures.ts';
import { useWords } from '../words/language.tsx';
import { nameIn } from '../words/name-in.ts';
import { Acknowledgement } from './acknowledgement.tsx';
import { ChangedFigures } from './changed-figures.tsx';
import type { Decided } from './decided.ts';
import { DraftFindings } from './draft-findings.tsx';
import { DraftTableView } from './draft-table.tsx';
import { draftTableOf, numbered } from './draft-table-of.ts';
import { Publishing } from './publishing.tsx';

type Props = { address: PageAddress & ReleaseAddress; drafts: Drafts } & Decided;

/** One revision: what the gates found, what it would change, its figures; and to acknowledge and publish it. */
export function DraftPart({ address, drafts, onDone, onLookAgain }: Props) {
  const { lang, t } = useWords();
  const { index, set, revision } = address;
  const key = [lang, index, address.period, set, address.edition, revision].join('|');
  const answer = useAnswer(key, (signal) => loadDraft(address, lang, signal));
  const differs = useAnswer(`${key}|${drafts.meta.entry}`, (signal) => loadDiff(address, lang, signal));
  const unitSet = useAnswer(`${lang}|${set}`, () => loadUnitSet(set, lang));
  const rules = answer.value?.meta.methodology ?? '';
  const methodology = useAnswer(`${lang}|${index}|${rules}`, async () =>
    rules ? loadMethodology(index, rules, lang) : null,
  );
  const diff = differs.current;
  const units = unitSet.current?.data ?? [];
  const listed = drafts.data.find((one) => String(one.revision) === revision);
  const title = t('revisionNumber', { revision: revision ?? '' });
  // Whoever comes from the upload begins at the draft, not above what was there before.
  useEffect(() => document.getElementById('draft')?.scrollIntoView(), []);

  const unitName = (unit: string) =>
    nameIn(
      lang,
      units.find((one) => one.unit === unit),
    ) ?? unit;
  const components = methodology.current?.components ?? [];
  const componentName = (id: string) =>
    nameIn(
      lang,
      components.find((one) => one.component === id),
    ) ?? id;
  const draft = answer.value;
  const findings = numbered(draft?.meta.findings ?? []);
  const acknowledged = new Set(draft?.meta.acknowledgements.map(({ rule }) => rule));
  const warned = new Set(findings.flatMap(({ finding }) => (finding.severity === 'warning' ? [finding.rule] : [])));
  const openRules = [...warned].filter((rule) => !acknowledged.has(rule));
  const changes = diff ? diff.meta.added + diff.meta.removed + diff.meta.changed : 0;
  return (
    <section aria-labelledby="draft" aria-busy={answer.isLoading}>
      <h2 id="draft">
        {title}
        {listed && `, ${t(`state-${listed.status}`)}`}
      </h2>
      <AnswerState answer={answer} />
      {draft && (
        <>
          <Refusals answers={[differs, unitSet, methodology]} />
          <p class="quiet">
            {t('madeBy', { actor: draft.meta.actor, at: instantText(lang, draft.meta.recorded_at) })} ·{' '}
            {sourceText({ source: draft.meta.source }, { lang, t })}
          </p>
          <DraftFindings findings={findings} acknowledgements={draft.meta.acknowledgements} />
          {maySend('releases:publish') && (
            <>
              {draft.meta.errors === 0 && openRules.length > 0 && (
                <Acknowledgement
                  address={address}
                  warnings={findings.filter(({ finding }) => openRules.includes(finding.rule))}
                  onDone={() => {
                    answer.retry();
                    onLookAgain();
                  }}
                />
              )}
              <Publishing
                address={address}
                drafts={drafts}
                blockers={{ errors: draft.meta.errors, openRules }}
                {...{ onDone, onLookAgain }}
              />
            </>
          )}
          {diff && diff.meta.against !== null && diff.meta.against !== diff.meta.revision && (
            <details open={changes > 0 && changes <= 20}>
              <summary>{t('diffOf', { against: diff.meta.against, ...counts(diff.meta) })}</summary>
              {changes > 0 && (
                <ChangedFigures
                  set={set}
                  caption={t('diffCaption')}
                  componentName={componentName}
                  cells={diff.data.map(({ unit, component, stage, before, after }) => ({
                    ...{ unit, component, stage: stage === 'result' ? null : t(`stage-${stage as 'self'}`) },
                    // A draft has what was sent; ranks are computed of what is published.
                    before: before && { ...before, rank: null },
                    after: after && { ...after, rank: null },
                  }))}
                />
              )}
            </details>
          )}
          {maySend('releases:write') && draft.meta.errors === 0 && <ProvisionalRanking address={address} />}
          <DraftTableView
            table={draftTableOf(
              draft.rows,
              findings,
              components.map(({ component }) => component),
            )}
            caption={t('draftFigures', { revision: revision ?? '' })}
            unitName={unitName}
            componentName={componentName}
          />
        </>
      )}
    </section>
  );
}

const counts = ({ added, removed, changed }: { added: number; removed: number; changed: number }) => ({
  ...{ added, removed, changed },
});

/** Made when it is asked for. */
function ProvisionalRanking({ address }: { address: ReleaseAddress }) {
  const { t } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details class="screen" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{t('provisionalRanking')}</summary>
      {isOpen && <LoadedRanking address={address} />}
    </details>
  );
}

function LoadedRanking({ address }: { address: ReleaseAddress }) {
  const { lang, t } = useWords();
  const key = [lang, address.index, address.period, address.set, address.edition, address.revision].join('|');
  const answer = useAnswer(key, (signal) => loadDraftRanking(address, lang, signal));
  const rows = answer.value?.data ?? [];
  return (
    <>
      <AnswerState answer={answer} />
      {rows.length > 0 && (
        <table class="listed narrow">
          <caption class="hidden">{t('provisionalRanking')}</caption>
          <thead>
            <tr>
              <th scope="col" class="number">
                {t('computedRank')}
              </th>
              <th scope="col">{t('unitColumn')}</th>
              <th scope="col" class="number">
                {t('score')}
              </th>
              <th scope="col" class="number">
                {t('publishedRank')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.group} ${row.unit}`}>
                <td class="number rank">{row.rank ?? '–'}</td>
                <th scope="row">{row.unit_name}</th>
                <td class="number">
                  {row.score === null ? (
                    <em>{t(row.reason ?? 'unknown')}</em>
                  ) : (
                    scoreText(lang, row.score, answer.value?.meta.decimals ?? 2)
                  )}
                </td>
                <td class="number">{row.rank_published === null ? '' : exactText(lang, row.rank_published)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
