import type { Lang } from '@chi-so/contract/ranking-response';
import { FIELD_WORDS } from '@chi-so/domain/target-words';
import type { Schemas } from '../data/schemas.ts';
import { useWords } from '../words/language.tsx';

/** Something found in a file, with its place as far as it has one. */
export type Finding = Pick<
  NonNullable<Schemas['Problem']['errors']>[number],
  'severity' | 'sheet' | 'row' | 'column' | 'value' | 'message'
>;

/** What was found in a file, cell by cell, as the API says it. */
export function FindingsTable({ findings }: { findings: readonly Finding[] }) {
  const { lang, t } = useWords();
  if (findings.length === 0) return null;
  return (
    <table class="findings">
      <caption class="hidden">{t('findings')}</caption>
      <thead>
        <tr>
          {(['findingPlace', 'findingValue', 'findingText'] as const).map((word) => (
            <th key={word} scope="col">
              {t(word)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {inOrder(findings).map(({ severity, sheet, row, column, value, message }, i) => {
          const place = [
            sheet,
            row === null || row === undefined ? null : t('placeRow', { row }),
            column ? t('placeColumn', { column: columnText(column, lang) }) : null,
          ];
          return (
            // Two findings may say the same of the same cell, and no list of them ever changes.
            <tr key={i}>
              <td>{place.filter(Boolean).join(', ')}</td>
              <td>{value ?? ''}</td>
              <td>
                <span class={severity === 'error' ? 'bad' : 'quiet'}>{t(`finding-${severity ?? 'error'}`)}</span>{' '}
                {message}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** From the top of the file on; what has no row concerns all of it. */
const inOrder = (findings: readonly Finding[]): Finding[] => [...findings].sort((a, b) => (a.row ?? 0) - (b.row ?? 0));

/** A column's letter, or what the field is called that no column gave. */
const columnText = (column: string, lang: Lang): string =>
  Object.hasOwn(FIELD_WORDS, column) ? `“${FIELD_WORDS[column as keyof typeof FIELD_WORDS][lang]}”` : column;
