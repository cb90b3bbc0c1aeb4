import { formatAddress, type PageAddress } from '../address/page-address.ts';
import { type ComponentsAddress, componentsOf } from '../address/pages/components.ts';
import { loadAnalysis, ofRelease } from '../data/analysis.ts';
import { notesOf, type UnitComponents } from '../data/components.ts';
import { useAnswer } from '../data/use-answer.ts';
import { AnalysisFoot } from '../layout/analysis-foot.tsx';
import { AnalysisState, shownOf } from '../layout/analysis-state.tsx';
import { PeerLink } from '../layout/peer-link.tsx';
import { toneOf } from '../ranking/dot-plot.tsx';
import { differenceText, scoreText } from '../words/figures.ts';
import { useWords } from '../words/language.tsx';
import { nearestFirst } from './nearest-first.ts';

type Props = { loaded: UnitComponents; unit: string; address: PageAddress & ComponentsAddress };

/** The units whose components are most like the unit's own, to be taken among the peers. */
export function NearSection({ loaded, unit, address }: Props) {
  const { lang, t } = useWords();
  const query = { ...ofRelease(loaded), unit, by: 'profile' };
  const answer = useAnswer([lang, ...Object.values(query)].join('|'), (signal) =>
    loadAnalysis('peers', query, lang, signal),
  );
  const found = shownOf(answer);
  const others = nearestFirst((found?.data ?? []).filter((row) => row.unit !== unit));
  const title =
    found && others.length > 0
      ? t('nearTitle', {
          unit: found.meta.unit_name,
          others: others
            .slice(0, 3)
            .map(({ unit_name }) => unit_name)
            .join(', '),
        })
      : t('near');
  return (
    <section aria-busy={answer.isLoading}>
      <h2>{title}</h2>
      <AnalysisState answer={answer} />
      {found && (
        <div class={answer.isLoading || answer.error ? 'stale' : undefined}>
          <table class="figures near">
            <caption class="hidden">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{t('unitColumn')}</th>
                <th scope="col" title={t('distanceAbout')}>
                  {t('distanceColumn')}
                </th>
                <th scope="col">{t('rankNow')}</th>
                <th scope="col">{t('score')}</th>
                <th scope="col">{t('gapToMine')}</th>
                <th scope="col" class="screen">
                  <span class="hidden">{t('peersColumn')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {others.map((row) => (
                <tr key={row.unit} class={toneOf(row.unit, unit, loaded.chosen.peers)}>
                  <th scope="row">
                    <a
                      href={formatAddress(componentsOf(address, row.unit, loaded.release.index, loaded.release.period))}
                    >
                      {row.unit_name}
                    </a>
                  </th>
                  <td>{row.distance === null ? '–' : scoreText(lang, row.distance, found.meta.decimals)}</td>
                  <td>{row.rank === null ? '–' : `${row.rank}/${row.rank_of}`}</td>
                  <td>{row.score === null ? '–' : scoreText(lang, row.score, found.meta.decimals)}</td>
                  <td>{row.difference === null ? '–' : differenceText(lang, row.difference, found.meta.decimals)}</td>
                  <td class="compare screen">
                    <PeerLink unit={row.unit} name={row.unit_name} address={address} peers={loaded.chosen.peers} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <AnalysisFoot known={notesOf(loaded)} analysis="peers" query={query} meta={found.meta} />
        </div>
      )}
    </section>
  );
}
