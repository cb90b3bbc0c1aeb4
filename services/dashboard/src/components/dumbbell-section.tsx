import { componentsFile, notesOf, type UnitComponents, unitReportFile } from '../data/components.ts';
import { Chart } from '../layout/chart.tsx';
import { FootLine } from '../layout/foot-line.tsx';
import { sourceRows, sourceText } from '../layout/source-rows.tsx';
import { exactText, scoreText } from '../words/figures.ts';
import { useWords } from '../words/language.tsx';
import { nameIn } from '../words/name-in.ts';
import { areRanksComputed, type ComponentStanding } from './component-standing.ts';
import { Dumbbells } from './dumbbells.tsx';

type Props = {
  loaded: UnitComponents;
  standings: readonly ComponentStanding[];
  region: string | null;
  title: string;
};

/** Every component beside the others, as a chart and as a table. */
export function DumbbellSection({ loaded, standings, region, title }: Props) {
  const { lang, t } = useWords();
  const { meta, methodology, release } = loaded;
  const rules = nameIn(lang, methodology) ?? meta.methodology.methodology;
  const areComputed = areRanksComputed(standings);
  const about = [t('dumbbellsAbout'), areComputed && t('dumbbellsComputed')].filter(Boolean).join(' ');
  const source = `${t('source')}: ${sourceText(meta, { lang, t })}. ${rules}. ${about}`;
  return (
    <section>
      <h2>{t('dumbbells')}</h2>
      <Chart name={[release.index, release.period, 'components'].join('-')} title={title} source={source}>
        <Dumbbells standings={standings} region={region} decimals={meta.decimals} />
      </Chart>
      <details class="figures">
        <summary>{t('figuresOfChart')}</summary>
        <DumbbellTable standings={standings} decimals={meta.decimals} caption={title} />
      </details>
      <ul class="plain notes">
        {standings.some(({ median, regionMean }) => median !== null || regionMean !== null) && (
          <li>{t('dumbbellsAbout')}</li>
        )}
        {areComputed && <li>{t('dumbbellsComputed')}</li>}
        {[...notesOf(loaded), ...meta.source.notes].map((note) => (
          <li key={note}>{note}</li>
        ))}
        {reasonsOf(standings, loaded).map(({ period, reason, components }) => (
          <li key={reason}>{t('notComparedWith', { components: components.join(', '), period, reason })}</li>
        ))}
      </ul>
      <FootLine
        rows={[...sourceRows(meta, { lang, t }), { label: t('methodology'), content: rules }]}
        files={[
          { name: 'CSV', address: componentsFile(loaded, lang, 'csv') },
          { name: t('csvExcel'), address: componentsFile(loaded, lang, 'csv', 'excel-vi') },
          { name: 'XLSX', address: componentsFile(loaded, lang, 'xlsx') },
          { name: t('reportFile'), address: unitReportFile(loaded, loaded.chosen.unit ?? '', lang) },
        ]}
        link={componentsFile(loaded, lang, 'csv')}
      />
    </section>
  );
}

/** Why some have no point of the period before, each reason once. */
const reasonsOf = (standings: readonly ComponentStanding[], { meta }: UnitComponents) =>
  [...Map.groupBy(standings, ({ withheld }) => withheld)].flatMap(([reason, those]) => {
    const period = meta.components[those[0]?.component ?? '']?.change.against;
    return reason === null || !period ? [] : [{ reason, period, components: those.map(({ name }) => name) }];
  });

type TableProps = { standings: readonly ComponentStanding[]; decimals: number; caption: string };

function DumbbellTable({ standings, decimals, caption }: TableProps) {
  const { lang, t } = useWords();
  const text = (score: number | null | undefined) => (score == null ? '–' : scoreText(lang, score, decimals));
  const before = standings.find((one) => one.before)?.before?.period;
  const has = (name: 'median' | 'regionMean' | 'leader') => standings.some((one) => one[name] !== null);
  const peers = standings[0]?.peers ?? [];
  const areComputed = areRanksComputed(standings);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the screen is scrolled by the keyboard too
    <section class="wide" aria-label={caption} tabIndex={0}>
      <table class="figures">
        <caption class="hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('componentColumn')}</th>
            <th scope="col">{t('score')}</th>
            <th scope="col">{t(areComputed ? 'rankNow' : 'rank')}</th>
            {before && <th scope="col">{before}</th>}
            {has('median') && <th scope="col">{t('computedMedianColumn')}</th>}
            {has('regionMean') && <th scope="col">{t('regionColumn')}</th>}
            {has('leader') && <th scope="col">{t('firstColumn')}</th>}
            {peers.map(({ unit, unit_name }) => (
              <th key={unit} scope="col">
                {unit_name}
              </th>
            ))}
            <th scope="col">{t('scaleColumn')}</th>
          </tr>
        </thead>
        <tbody>
          {standings.map(({ component, name, row, scale, leader, ...one }) => (
            <tr key={component}>
              <th scope="row">{name}</th>
              <td>
                {row.score === null ? <em>{t(row.reason ?? 'unknown')}</em> : text(row.score)}
                {row.status === 'E' && <small>{t('estimate')}</small>}
                {row.status === 'P' && <small>{t('provisional')}</small>}
              </td>
              <td>{row.rank === null ? '–' : `${row.rank}/${row.rank_of}`}</td>
              {before && <td>{text(one.before?.score)}</td>}
              {has('median') && <td>{text(one.median)}</td>}
              {has('regionMean') && <td>{text(one.regionMean)}</td>}
              {has('leader') && (
                <td>
                  {text(leader?.score)}
                  <small>{leader?.unit_name}</small>
                </td>
              )}
              {one.peers.map(({ unit, score }) => (
                <td key={unit}>{text(score)}</td>
              ))}
              <td>{scale.isKnown ? `${exactText(lang, scale.low)}–${exactText(lang, scale.high)}` : t('unknown')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
