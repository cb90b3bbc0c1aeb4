import type { DraftMeta } from '../data/drafts.ts';
import { FindingLine } from '../releases/finding-line.tsx';
import { instantText } from '../words/figures.ts';
import { useWords } from '../words/language.tsx';
import type { Numbered } from './draft-table-of.ts';

type Props = { findings: readonly Numbered[]; acknowledgements: DraftMeta['acknowledgements'] };

/** More warnings than these are mostly one, many times: they stand in the table too. */
const FEW = 8;
/** So many of them are told before the rest. */
const FIRST = 3;

/** What the gates found: errors stop publication, warnings wait for somebody's word, notes are there to be read. */
export function DraftFindings({ findings, acknowledgements }: Props) {
  const { t } = useWords();
  if (findings.length === 0) return <p>{t('noFindings')}</p>;
  return (
    <>
      {(['error', 'warning', 'info'] as const).map((severity) => {
        const own = findings.filter(({ finding }) => finding.severity === severity);
        if (own.length === 0) return null;
        const isAccepted = own.every(({ finding }) => acknowledgements.some(({ rule }) => rule === finding.rule));
        const title = severity === 'warning' && isAccepted ? 'gate-warning-accepted' : (`gate-${severity}` as const);
        return (
          <details key={severity} open={severity === 'error' || own.length <= FEW}>
            <summary>
              <h3>{t(title, { count: own.length })}</h3>
            </summary>
            {byRule(own).map((alike) => (
              <Alike key={alike[0]?.number} findings={alike} acknowledgements={acknowledgements} />
            ))}
          </details>
        );
      })}
    </>
  );
}

/** Those of one rule together, in the order in which the rules were first broken. */
const byRule = (findings: readonly Numbered[]): Numbered[][] => [
  ...Map.groupBy(findings, ({ finding }) => finding.rule).values(),
];

/** What breaks one rule: a few are told at once, and of many the rest is there to be opened. */
function Alike({ findings, acknowledgements }: Props) {
  const { t } = useWords();
  const shown = findings.length > FEW ? findings.slice(0, FIRST) : findings;
  const rest = findings.slice(shown.length);
  return (
    <>
      <Lines findings={shown} acknowledgements={acknowledgements} />
      {rest.length > 0 && (
        <details class="rest">
          <summary>{t('moreAlike', { count: rest.length })}</summary>
          <Lines findings={rest} acknowledgements={acknowledgements} />
        </details>
      )}
    </>
  );
}

function Lines({ findings, acknowledgements }: Props) {
  const { lang, t } = useWords();
  return (
    <ul class="findings">
      {findings.map(({ number, finding }) => {
        const accepted = finding.severity === 'warning' && acknowledgements.find(({ rule }) => rule === finding.rule);
        return (
          <FindingLine key={number} id={`finding-${number}`} finding={finding}>
            {finding.unit && (
              <a class="screen" href={`#line-${finding.unit}`}>
                {t('seeInTable')}
              </a>
            )}
            {accepted && (
              <span>
                {' '}
                {t('acknowledgedBy', {
                  ...{ reason: accepted.reason, actor: accepted.actor ?? t('inTheFile') },
                  at: accepted.at ? instantText(lang, accepted.at) : '',
                })}
              </span>
            )}
          </FindingLine>
        );
      })}
    </ul>
  );
}
