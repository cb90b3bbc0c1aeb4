import { loadUnitSet } from '../data/catalogue.ts';
import { useAnswer } from '../data/use-answer.ts';
import { exactText } from '../words/figures.ts';
import { useWords } from '../words/language.tsx';
import { nameIn } from '../words/name-in.ts';
import { differingFigures, type Figure } from './differing-figures.ts';

type ChangedCell = {
  unit: string;
  component: string;
  stage: string | null;
  before: Figure | null;
  after: Figure | null;
};

/** As many as anybody reads; the files of the API have all. */
const MOST_SHOWN = 100;

type Props = {
  set: string;
  caption: string;
  componentName: (component: string) => string;
  cells: readonly ChangedCell[];
};

/** Cells that differ, before and after: the score, and what else is not the same. */
export function ChangedFigures({ set, caption, componentName, cells }: Props) {
  const { lang, t } = useWords();
  const units = useAnswer(`${lang}|${set}`, () => loadUnitSet(set, lang)).current?.data ?? [];
  const nameOf = (unit: string) => {
    const found = units.find((one) => one.unit === unit);
    return nameIn(lang, found) ?? unit;
  };
  const figure = (one: Figure | null, differing: ReturnType<typeof differingFigures>) => (
    <td class="number">
      {one?.score == null ? <em>{t('noFigure')}</em> : exactText(lang, one.score)}
      {one &&
        differing.map((field) => <small key={field}>{t(`changed-${field}`, { value: one[field] ?? '–' })}</small>)}
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
          {cells.slice(0, MOST_SHOWN).map((cell) => {
            const differing = differingFigures(cell.before, cell.after);
            return (
              <tr key={`${cell.unit} ${cell.component} ${cell.stage}`}>
                <th scope="row">{nameOf(cell.unit)}</th>
                <td>{[componentName(cell.component), cell.stage].filter(Boolean).join(', ')}</td>
                {figure(cell.before, differing)}
                {figure(cell.after, differing)}
              </tr>
            );
          })}
        </tbody>
      </table>
      {cells.length > MOST_SHOWN && <p class="label">{t('moreCells', { count: cells.length - MOST_SHOWN })}</p>}
    </>
  );
}
