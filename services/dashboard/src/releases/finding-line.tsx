import type { ComponentChildren } from 'preact';
import type { Schemas } from '../data/schemas.ts';
import { exactText } from '../words/figures.ts';
import { useWords } from '../words/language.tsx';

/** A finding of a draft, or of a file that was refused. */
type Found = Partial<Omit<Schemas['Finding'], 'message'>> & { message: string };

/** What is wrong or remarkable, how much that matters, and where in the file. */
export function FindingLine({ finding, id, children }: { finding: Found; id?: string; children?: ComponentChildren }) {
  const { lang, t } = useWords();
  const { severity, sheet, row, column, value, message, rule } = finding;
  const place = [
    sheet && t('placeSheet', { sheet }),
    row != null && t('placeRow', { row }),
    column && t('placeColumn', { column }),
    value != null && t('placeValue', { value: typeof value === 'number' ? exactText(lang, value) : value }),
  ].filter(Boolean);
  return (
    <li id={id} class={severity}>
      {severity && <strong>{t(`finding-${severity}`)}</strong>} {message}
      <small>
        {[...place, rule].filter(Boolean).join(' · ')} {children}
      </small>
    </li>
  );
}
