import { unitSetOf } from '@chi-so/domain/identity';
import { loadUnitSet, type UnitSet } from '../data/catalogue.ts';
import type { RankingRow } from '../data/ranking.ts';
import { useAnswer } from '../data/use-answer.ts';
import { AnswerState } from '../layout/states.tsx';
import { useWords } from '../words/language.tsx';
import { toneOf } from './dot-plot.tsx';
import { type Outline, outlinesOf } from './outlines.ts';
import { shadeOf } from './tile-map.tsx';

type Props = {
  rows: readonly RankingRow[];
  unitSet: UnitSet;
  mine: string | null;
  peers: readonly string[];
};

/** The country by its outlines, which are fetched when a reader first asks for them. */
export function OutlineMap({ unitSet, ...seen }: Props) {
  const { lang, t } = useWords();
  const set = unitSetOf(unitSet.data[0]?.unit ?? '');
  const origin = OUTLINED.has(set) ? null : originSet(unitSet);
  const answer = useAnswer(`${set}|${lang}`, async () => {
    const [{ default: map }, before] = await Promise.all([
      import('@svg-maps/vietnam') as Promise<{ default: { viewBox: string; locations: Outline[] } }>,
      origin === null ? null : loadUnitSet(origin, lang),
    ]);
    return { viewBox: map.viewBox, paths: outlinesOf(map.locations, unitSet, before) };
  });
  if (answer.current === null) return <AnswerState answer={answer} />;
  const { viewBox, paths } = answer.current;
  return paths === null ? (
    <p class="state">{t('noOutlines')}</p>
  ) : (
    <Outlines viewBox={viewBox} paths={paths} {...seen} />
  );
}

/** The set whose units have outlines of their own. */
const OUTLINED: ReadonlySet<string> = new Set(['VN63']);

/** The set that the units came from; null for the first that is known. */
const originSet = ({ meta: { successions } }: UnitSet): string | null => {
  const [origin] = successions.flatMap(({ from }) => from);
  return origin === undefined ? null : unitSetOf(origin);
};

type DrawnProps = Omit<Props, 'unitSet'> & { viewBox: string; paths: ReadonlyMap<string, string[]> };

/** Each unit in the grey of its quarter, mine and its peers in their colours. */
export function Outlines({ viewBox, paths, rows, mine, peers }: DrawnProps) {
  const { t } = useWords();
  return (
    <svg class="outlines" viewBox={viewBox} role="img" aria-label={t('outlinesOf')}>
      {rows.map((row) => (
        <g key={row.unit} class={`tile ${toneOf(row.unit, mine, peers)} ${shadeOf(row)}`}>
          <title>{`${row.rank ?? '–'}. ${row.unit_name}`}</title>
          {paths.get(row.unit)?.map((path) => (
            <path key={path} d={path} />
          ))}
        </g>
      ))}
    </svg>
  );
}
