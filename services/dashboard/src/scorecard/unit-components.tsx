import { subtract } from '@chi-so/domain/decimal';
import { formatAddress, type PageAddress } from '../address/page-address.ts';
import type { ScorecardAddress } from '../address/pages/scorecard.ts';
import { targetsOf } from '../address/pages/targets.ts';
import { areRanksComputed } from '../components/component-standing.ts';
import type { Methodology, Release } from '../data/catalogue.ts';
import type { RankingRow } from '../data/ranking.ts';
import { loadComponents } from '../data/scorecard.ts';
import { useAnswer } from '../data/use-answer.ts';
import { AnswerState } from '../layout/states.tsx';
import { componentTree } from '../ranking/component-tree.ts';
import { scoreText } from '../words/figures.ts';
import { useWords } from '../words/language.tsx';

type Props = {
  row: RankingRow;
  shown: Release;
  methodology: Methodology | null;
  address: PageAddress & ScorecardAddress;
  decimals: number;
};

/** What an open line holds: the unit's areas and criteria with the points that each of them lost, and where it leads. */
export function UnitComponents({ row: { unit, unit_name }, shown, methodology, address, decimals }: Props) {
  const { lang, t } = useWords();
  const { lang: asked, peers } = address;
  const hasComponents = methodology !== null && methodology.components.length > 1;
  const answer = useAnswer(
    [lang, shown.unit_set, shown.edition, shown.period, shown.entry, hasComponents].join('|'),
    async (signal) => (hasComponents ? loadComponents(shown, lang, signal) : null),
  );
  const own = new Map(answer.current?.filter((one) => one.unit === unit).map((one) => [one.component, one]));
  const areComputed = areRanksComputed([...own.values()].map((part) => ({ row: part })));
  const tree = methodology ? componentTree(methodology, lang).filter(({ component }) => own.has(component)) : [];
  return (
    <div class="opened">
      {methodology && !hasComponents && <p>{t('onlyTotal')}</p>}
      {hasComponents && <AnswerState answer={{ ...answer, value: answer.current }} />}
      {tree.length > 0 && (
        <table class="parts">
          <caption class="hidden">{t('partsOf', { unit: unit_name })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('partColumn')}</th>
              {(['score', 'maximumColumn', 'lostColumn', areComputed ? 'computedRank' : 'rank'] as const).map(
                (word) => (
                  <th key={word} scope="col" class="number">
                    {t(word)}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {tree.map(({ component, label }) => {
              const part = own.get(component);
              if (!part) return null;
              const { score, reason, rank, rank_of } = part;
              // A bonus is worth nothing that could be lost, and neither is what does not apply.
              const maximum = part.maximum || null;
              const lost = score === null || maximum === null ? null : subtract(maximum, score);
              return (
                <tr key={component}>
                  <th scope="row">
                    <a
                      href={formatAddress({ ...address, component })}
                      aria-current={component === address.component ? 'true' : undefined}
                    >
                      {label}
                    </a>
                  </th>
                  <td class="number">
                    {score === null ? <em>{t(reason ?? 'unknown')}</em> : scoreText(lang, score, decimals)}
                  </td>
                  <td class="number quiet">{maximum === null ? '' : scoreText(lang, maximum, decimals)}</td>
                  <td class="number">{lost === null || lost < 0 ? '' : scoreText(lang, lost, decimals)}</td>
                  <td class="number">{rank === null ? '' : `${rank}/${rank_of ?? '?'}`}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      <p class="screen">
        <a href={formatAddress({ page: 'overview', of: unit, lang: asked, unit, peers })}>
          {t('overviewOf', { unit: unit_name })}
        </a>
        {' · '}
        <a href={formatAddress({ ...targetsOf(unit), lang: asked, unit, peers })}>
          {t('targetsOf', { unit: unit_name })}
        </a>
      </p>
    </div>
  );
}
