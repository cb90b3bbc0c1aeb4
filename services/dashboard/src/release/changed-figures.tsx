import { loadUnitSet } from '../data/catalogue.ts';
import { useAnswer } from '../data/use-answer.ts';
import { exactText } from '../words/figures.ts';
import { useWords } from '../words/language.tsx';

type Figure = { score: number | null; rank: number | null };
export type ChangedCell = {
  unit: string;
  component: string;
  stage: string | null;
  before: Figure | null;
  after: Figure | null;
};

/** As many as anybody reads; the files of the API have all. */
const MOST_SHOWN = 100;

/** Cells that differ, before and after. */
export function ChangedFigures({
  set,
  caption,
  cells,
}: {
  set: string;
  caption: string;
  cells: readonly ChangedCell[];
}) {
  const { lang, t } = useWords();
  const units = useAnswer(`${lang}|${set}`, () => loadUnitSet(set, lang)).value?.data ?? [];
  const nameOf = (unit: string) => {
    const found = units.find((one) => one.unit === unit);
    return (lang === 'vi' ? found?.name_vi : found?.name_en) ?? unit;
  };
  const figure = (one: Figure | null) => (
    <td class="number">
      {one?.score == null ? <em>{t('noFigure')}</em> : exactText(lang, one.score)}
      {one?.rank != null && <small>{t('ranked', { rank: one.rank })}</small>}
    </td>
  );
  return (
    <>
      <table class="listed narrow">
        <caption class="hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('unitColumn')}</th>
            <th scope="col">{t('componentSwitch')}</th>
            <th scope="col" class="number">
              {t('before')}
            </th>
            <th scope="col" class="number">
              {t('after')}
            </th>
          </tr>
        </thead>
        <tbody>
          {cells.slice(0, MOST_SHOWN).map((cell) => (
            <tr key={`${cell.unit} ${cell.component} ${cell.stage}`}>
              <th scope="row">{nameOf(cell.unit)}</th>
              <td>{[cell.component, cell.stage].filter(Boolean).join(', ')}</td>
              {figure(cell.before)}
              {figure(cell.after)}
            </tr>
          ))}
        </tbody>
      </table>
      {cells.length > MOST_SHOWN && <p class="label">{t('moreCells', { count: cells.length - MOST_SHOWN })}</p>}
    </>
  );
}
