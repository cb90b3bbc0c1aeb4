import { useEffect, useRef } from 'preact/hooks';
import type { AnswerOf } from '../data/analysis.ts';
import { RankChange } from '../layout/rank-change.tsx';
import { toneOf } from '../ranking/dot-plot.tsx';
import { scoreText } from '../words/figures.ts';
import { useWords } from '../words/language.tsx';

type Props = {
  /** Of one group, by simulated rank. */
  rows: AnswerOf<'what-if'>['data'];
  mine: string;
  peers: readonly string[];
  decimals: number;
  caption: string;
};

/** The whole ranking as it would be, mine kept in sight. */
export function SimulatedRanking({ rows, mine, peers, decimals, caption }: Props) {
  const { lang, t } = useWords();
  const box = useRef<HTMLElement>(null);
  const rank = rows.find(({ unit }) => unit === mine)?.rank_simulated;
  useEffect(() => {
    const own = box.current?.querySelector<HTMLElement>('tr.mine');
    if (own && box.current) box.current.scrollTop = own.offsetTop - box.current.clientHeight / 2;
  }, [rank]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is longer than its box is scrolled by the keyboard too
    <section ref={box} class="simulated" aria-label={caption} tabIndex={0}>
      <table class="figures">
        <caption class="hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('simulatedRankColumn')}</th>
            <th scope="col" class="says">
              {t('unitColumn')}
            </th>
            <th scope="col">{t('simulatedScore')}</th>
            <th scope="col">{t('rankNow')}</th>
            <th scope="col" class="says">
              {t('change')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.unit} class={toneOf(row.unit, mine, peers)}>
              <td class="rank">{row.rank_simulated ?? '–'}</td>
              <th scope="row">{row.unit_name}</th>
              <td>{row.score_simulated === null ? '–' : scoreText(lang, row.score_simulated, decimals)}</td>
              <td>{row.rank ?? '–'}</td>
              <td class="says">{row.rank_change ? <RankChange places={row.rank_change} /> : null}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
