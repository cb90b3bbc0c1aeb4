import { useState } from 'preact/hooks';
import { formatAddress, type PageAddress } from '../address/page-address.ts';
import type { ChoiceAddress } from '../address/pages/choice.ts';
import { remember } from '../address/remembered.ts';
import { loadReleases, loadUnitSet, type UnitSet } from '../data/catalogue.ts';
import { useAnswer } from '../data/use-answer.ts';
import { AnswerState } from '../layout/states.tsx';
import { useTitle } from '../layout/use-title.ts';
import { fold } from '../words/fold.ts';
import { useWords } from '../words/language.tsx';
import { nameIn } from '../words/name-in.ts';

/** The provinces of both eras: a code or a name without its era is nobody. */
const SETS = ['VN34', 'VN63'] as const;

/** A reader's first step, taken once: which province is theirs. */
export function UnitChoicePage({ address }: { address: PageAddress & ChoiceAddress }) {
  const { lang, t } = useWords();
  const [find, setFind] = useState('');
  const answer = useAnswer(lang, async () => {
    const [releases, ...sets] = await Promise.all([loadReleases(lang), ...SETS.map((set) => loadUnitSet(set, lang))]);
    const hasReleases = (set: UnitSet) => releases.some(({ unit_set }) => unit_set === set.meta.unit_set);
    // The newest era that has figures first: there is something to see at the other end of the link.
    return sets.toSorted((a, b) => Number(hasReleases(b)) - Number(hasReleases(a)));
  });
  useTitle(t('chooseTitle'));
  return (
    <main id="content" tabIndex={-1}>
      <h1>{t('chooseTitle')}</h1>
      <p class="lead">{t('chooseAbout')}</p>
      <label class="find">
        <span class="label">{t('find')}</span>
        <input
          type="search"
          value={find}
          placeholder={t('findHint')}
          onInput={(event) => setFind(event.currentTarget.value)}
        />
      </label>
      <AnswerState answer={answer} />
      {answer.value?.map(({ meta, data }) => (
        <section key={meta.unit_set}>
          <h2>{nameIn(lang, meta)}</h2>
          <ul class="choices">
            {data
              .filter((unit) => [nameIn(lang, unit), ...unit.aliases].some((one) => fold(one).includes(fold(find))))
              .toSorted((a, b) => nameIn(lang, a).localeCompare(nameIn(lang, b), lang))
              .map((unit) => (
                <li key={unit.unit}>
                  <a
                    href={formatAddress({ ...address, page: 'overview', of: unit.unit, unit: unit.unit })}
                    onClick={() => remember('unit', unit.unit)}
                  >
                    {nameIn(lang, unit)}
                  </a>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </main>
  );
}
