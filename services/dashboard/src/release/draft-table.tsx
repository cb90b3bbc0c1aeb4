import type { DraftRow } from '../data/drafts.ts';
import { scoreText } from '../words/figures.ts';
import { useWords } from '../words/language.tsx';
import {
  columnKey,
  type DraftColumn,
  type DraftLine,
  type DraftTable,
  findingsOf,
  type Numbered,
} from './draft-table-of.ts';

type Props = {
  table: DraftTable;
  caption: string;
  unitName: (unit: string) => string;
  componentName: (component: string) => string;
};

/** The figures of a draft as they were sent, with what was found pinned to its cell and told below its line. */
export function DraftTableView({ table: { columns, lines }, caption, unitName, componentName }: Props) {
  const { t } = useWords();
  const areStaged = columns.some(({ stage }) => stage !== 'result');
  const heading = ({ component, stage }: DraftColumn) => (
    <th key={columnKey({ component, stage })} scope="col" class="number">
      {componentName(component)}
      {areStaged && <small>{t(`stage-${stage}`)}</small>}
    </th>
  );
  return (
    // Wider than a phone, and than a page where an index has many components: it scrolls, by keyboard too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section class="wide" tabIndex={0} aria-label={caption}>
      <table class="draft">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('unitColumn')}</th>
            {columns.map(heading)}
          </tr>
        </thead>
        {lines.map((line) => (
          <DraftLineView key={line.unit} {...{ line, columns, unitName }} />
        ))}
      </table>
    </section>
  );
}

type LineProps = Pick<Props, 'unitName'> & { line: DraftLine; columns: readonly DraftColumn[] };

function DraftLineView({ line: { unit, cells, findings }, columns, unitName }: LineProps) {
  const { t } = useWords();
  return (
    <tbody id={`line-${unit}`}>
      <tr>
        <th scope="row">{unitName(unit)}</th>
        {columns.map((column) => {
          const own = findingsOf(findings, column);
          const row = cells.get(columnKey(column));
          return <FigureCell key={columnKey(column)} row={row} decimals={column.decimals} findings={own} />;
        })}
      </tr>
      {findings.length > 0 && (
        <tr class="found">
          <td colSpan={columns.length + 1}>
            {findings.map(({ number, finding }) => (
              <p key={number} class={finding.severity}>
                <a href={`#finding-${number}`}>{number}</a> <strong>{t(`finding-${finding.severity}`)}</strong>{' '}
                {finding.message}
              </p>
            ))}
          </td>
        </tr>
      )}
    </tbody>
  );
}

type CellProps = { row: DraftRow | undefined; decimals: number; findings: readonly Numbered[] };

function FigureCell({ row, decimals, findings }: CellProps) {
  const { lang, t } = useWords();
  const [worst] = findings;
  return (
    <td class={worst ? `number pinned-finding ${worst.finding.severity}` : 'number'}>
      {row && (row.score === null ? <em>{t(row.reason ?? 'unknown')}</em> : scoreText(lang, row.score, decimals))}
      {findings.map(({ number, finding }) => (
        <sup key={number}>
          <a href={`#finding-${number}`} title={finding.message}>
            {number}
            <span class="hidden"> {finding.message}</span>
          </a>
        </sup>
      ))}
      {row?.rank_published != null && <small>{t('ranked', { rank: row.rank_published })}</small>}
      {row?.grade_published && <small>{row.grade_published}</small>}
    </td>
  );
}
