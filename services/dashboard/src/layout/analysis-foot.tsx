import { type Analysis, analysisFile } from '../data/analysis.ts';
import type { Query } from '../data/get.ts';
import type { RankingMeta } from '../data/ranking.ts';
import type { Schemas } from '../data/schemas.ts';
import { useWords } from '../words/language.tsx';
import { FootLine } from './foot-line.tsx';
import { sourceRows } from './source-rows.tsx';

type Props = {
  /** What is said of the release already, and need not be said again. */
  known?: readonly string[];
  analysis: Analysis;
  query: Query;
  meta: Pick<RankingMeta, 'source' | 'publication' | 'methodology' | 'notes'> & {
    status?: 'simulated';
    weights: Schemas['Weights'] | null;
  };
};

/** Under what an analysis gives: that nobody published it, what it was computed from, and how to take it along. */
export function AnalysisFoot({ analysis, query, meta, known = [] }: Props) {
  const { lang, t } = useWords();
  const { weights } = meta;
  const notes = meta.notes.filter((note) => !known.includes(note));
  return (
    <>
      {notes.length > 0 && (
        <ul class="plain notes">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <FootLine
        rows={[
          { label: t('figuresAre'), content: t(meta.status === 'simulated' ? 'simulatedHere' : 'derivedHere') },
          ...sourceRows(meta, { lang, t }),
          { label: t('methodology'), content: meta.methodology.methodology },
          {
            label: t('weightsRow'),
            content:
              weights &&
              (weights.certainty === 'derived' ? t('weightsDerived', { source: weights.source }) : weights.source),
          },
        ]}
        files={[
          { name: 'CSV', address: analysisFile(analysis, query, lang, 'csv') },
          { name: t('csvExcel'), address: analysisFile(analysis, query, lang, 'csv', 'excel-vi') },
          { name: 'XLSX', address: analysisFile(analysis, query, lang, 'xlsx') },
        ]}
        link={analysisFile(analysis, query, lang, 'csv')}
      />
    </>
  );
}
