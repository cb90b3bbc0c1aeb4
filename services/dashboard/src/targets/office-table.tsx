import type { Plan } from '../data/targets.ts';
import { LOST_DECIMALS, scoreText } from '../words/figures.ts';
import { shortIndexName, useWords } from '../words/language.tsx';

/** What the components that each office answers for have lost, most first; points of different indices are never added. */
export function OfficeTable({ offices }: { offices: Plan['meta']['offices'] }) {
  const { lang, t } = useWords();
  if (offices.length === 0) return null;
  return (
    <section>
      <h2>{t('officesTitle')}</h2>
      <p class="quiet">{t('officesAbout')}</p>
      <table class="offices">
        <thead>
          <tr>
            <th scope="col">{t('indexColumn')}</th>
            <th scope="col">{t('officeColumn')}</th>
            <th scope="col" class="number">
              {t('officeComponents')}
            </th>
            <th scope="col" class="number">
              {t('lostColumn')}
            </th>
          </tr>
        </thead>
        <tbody>
          {offices.map(({ index, edition, period, office, points_lost, components, unknown }) => (
            <tr key={[index, edition, period, office].join()}>
              <th scope="row">
                {shortIndexName(index)}
                {period !== null && <small>{period}</small>}
              </th>
              <td>{office}</td>
              <td class="number" data-label={t('officeComponents')}>
                {components}
                {unknown > 0 && <small>{t('officeUnknown', { unknown })}</small>}
              </td>
              <td class="number" data-label={t('lostColumn')}>
                {points_lost === null ? <em>{t('unknown')}</em> : scoreText(lang, points_lost, LOST_DECIMALS)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
