import { formatAddress, type PageAddress } from '../address/page-address.ts';
import { rankingOf } from '../address/pages/ranking.ts';
import { loadCalendar } from '../data/catalogue.ts';
import { apiAddress } from '../data/get.ts';
import type { Schemas } from '../data/schemas.ts';
import { useAnswer } from '../data/use-answer.ts';
import { AnswerState } from '../layout/states.tsx';
import { dayText, monthText } from '../words/figures.ts';
import { shortIndexName, useWords } from '../words/language.tsx';

type Props = { address: PageAddress; setNames: ReadonlyMap<string, string> };

/** Of each index what was published last, what is expected next, and how certain that is. */
export function Calendar({ address, setNames }: Props) {
  const { lang, t } = useWords();
  const answer = useAnswer(lang, () => loadCalendar(lang));
  return (
    <section aria-labelledby="calendar">
      <h2 id="calendar">{t('calendar')}</h2>
      <p class="quiet">
        {t('calendarAbout')}{' '}
        <a class="screen" href={apiAddress('calendar.ics', {}, lang)} download>
          {t('calendarFile')}
        </a>
      </p>
      <AnswerState answer={answer} />
      {answer.value && (
        <table class="listed">
          <caption class="hidden">{t('calendar')}</caption>
          <thead>
            <tr>
              {(['indexColumn', 'latestPeriod', 'nextRelease', 'basisOfDate'] as const).map((word) => (
                <th key={word} scope="col">
                  {t(word)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {answer.value.map((row) => (
              <CalendarRow key={`${row.index} ${row.unit_set}`} {...{ row, address, setNames }} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function CalendarRow({ row, address, setNames }: Props & { row: Schemas['CalendarRow'] }) {
  const { lang, t } = useWords();
  const { index, index_name, unit_set, latest_period, published_on, next_expected, certainty, source } = row;
  return (
    <tr>
      <th scope="row">
        {shortIndexName(index)}
        <small>{unit_set === null ? index_name : (setNames.get(unit_set) ?? unit_set)}</small>
      </th>
      <td data-label={t('latestPeriod')}>
        {latest_period === null ? (
          <em>{t('noFigure')}</em>
        ) : (
          <a href={formatAddress(rankingOf(address, index, latest_period, unit_set))}>{latest_period}</a>
        )}
        {latest_period !== null && <small>{published_on ? dayText(lang, published_on) : t('dateUnknown')}</small>}
      </td>
      <td data-label={t('nextRelease')}>
        {next_expected === null ? (
          <em>{t('nobodyKnows')}</em>
        ) : (
          <>
            {next_expected.period}: {monthText(lang, next_expected.from)}–{monthText(lang, next_expected.to)}
            {next_expected.overdue && <small class="bad">{t('isExpectedOverdue')}</small>}
          </>
        )}
      </td>
      <td class="basis">
        {t(`expected-${certainty}`)}
        {/* The catalogue words its sources in one language. */}
        {source && <small lang="en">{source}</small>}
      </td>
    </tr>
  );
}
