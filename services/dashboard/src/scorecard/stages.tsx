import { type ReleaseId, releaseName } from '@chi-so/domain/identity';
import { useId } from 'preact/hooks';
import { formatAddress, type PageAddress } from '../address/page-address.ts';
import type { ScorecardAddress } from '../address/pages/scorecard.ts';
import { loadMethodology, loadUnitSet } from '../data/catalogue.ts';
import { loadStages } from '../data/stages.ts';
import { useAnswer } from '../data/use-answer.ts';
import { AnswerState, Refusals } from '../layout/states.tsx';
import { componentTree } from '../ranking/component-tree.ts';
import { mayDo } from '../session/claims.ts';
import { SignInLink } from '../session/sign-in-link.tsx';
import { useClaims } from '../session/token.ts';
import { instantText } from '../words/figures.ts';
import { useWords } from '../words/language.tsx';
import { nameIn } from '../words/name-in.ts';
import { stageFigures, stagesIn } from './stage-figures.ts';
import { StageTable } from './stage-table.tsx';

type Props = {
  release: ReleaseId;
  component: string;
  /** The unit whose line is open. */
  open: string | null;
  address: PageAddress & ScorecardAddress;
};

/** What units scored themselves beside what the appraisal gave: for those who write the province's releases. */
export function Stages(props: Props) {
  const { t } = useWords();
  const claims = useClaims();
  const heading = useId();
  return (
    <section class="screen" aria-labelledby={heading}>
      <h2 id={heading}>{t('stages')}</h2>
      {claims === null ? (
        <p class="quiet">
          {t('stagesNeedSignIn')} <SignInLink>{t('signIn')}</SignInLink>
        </p>
      ) : mayDo(claims, 'releases:write', 'releases:publish') ? (
        // Another release begins anew: nobody sees one's figures under the name of another.
        <StagesOfRelease key={releaseName(props.release)} {...props} />
      ) : (
        <p class="quiet">{t('stagesNeedScope')}</p>
      )}
    </section>
  );
}

function StagesOfRelease({ release, component, open, address }: Props) {
  const { lang, t } = useWords();
  const { period, unit_set, edition } = release;
  const answer = useAnswer([lang, period, unit_set, edition].join('|'), (signal) => loadStages(release, lang, signal));
  const staged = answer.value;
  const rules = staged?.revision.methodology ?? null;
  const rulesAnswer = useAnswer(`${lang}|${rules}`, async () =>
    rules === null ? null : loadMethodology(release.index, rules, lang),
  );
  const unitsAnswer = useAnswer(`${lang}|${unit_set}|${rules}`, async () =>
    rules === null ? null : loadUnitSet(unit_set, lang),
  );
  const [methodology, units] = [rulesAnswer.current, unitsAnswer.current];
  if (staged === null)
    return answer.error || answer.isLoading ? <AnswerState answer={answer} /> : <p>{t('noRevision')}</p>;
  const { revision, scores } = staged;
  const stages = stagesIn(scores);
  const tree = methodology ? componentTree(methodology, lang) : [];
  const componentNames = new Map(tree.map((one) => [one.component, one.label]));
  const unitNames = new Map(units?.data.map((one) => [one.unit, nameIn(lang, one)]));
  const here = scores.filter((one) => one.component === component);
  const withStages = new Set(scores.flatMap((one) => (one.stage === 'result' ? [] : [one.component])));
  const ofOpen = scores.filter((one) => one.unit === open && withStages.has(one.component));
  const decimals = methodology?.decimals ?? 2;
  const openName = unitNames.get(open ?? '') ?? open ?? '';
  return (
    <>
      <Refusals answers={[rulesAnswer, unitsAnswer]} />
      <p class="lead">
        {t('revisionIs', {
          revision: revision.revision,
          status: t(`revision-${revision.status}`),
          at: instantText(lang, Date.parse(revision.recorded_at)),
        })}
      </p>
      {stages.length === 0 ? (
        <p>{t('noStages')}</p>
      ) : withStages.has(component) ? (
        <StageTable
          caption={t('stagesOf', { what: (componentNames.get(component) ?? component).trim() })}
          heading={t('unitColumn')}
          figures={stageFigures(here, 'unit')}
          {...{ stages, names: unitNames, decimals }}
        />
      ) : (
        <>
          <p>{t('noStagesHere')}</p>
          <ul class="plain">
            {[...withStages].map((one) => (
              <li key={one}>
                <a href={formatAddress({ ...address, component: one })}>{(componentNames.get(one) ?? one).trim()}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {ofOpen.length > 0 && (
        <StageTable
          caption={t('stagesOf', { what: openName })}
          heading={t('partColumn')}
          figures={inOrder(stageFigures(ofOpen, 'component'), [...componentNames.keys()])}
          {...{ stages, names: componentNames, decimals }}
        />
      )}
    </>
  );
}

/** Lines in the order of the methodology's tree. */
const inOrder = <T extends { id: string }>(lines: readonly T[], ids: readonly string[]): T[] =>
  [...lines].sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
