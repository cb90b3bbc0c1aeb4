import type { ComponentChildren } from 'preact';
import type { Said } from '../data/delivery.ts';
import { templateAddress } from '../data/releases.ts';
import { useWords } from '../words/language.tsx';

type Props = {
  said: Said;
  setNames: ReadonlyMap<string, string>;
  onSay: (more: Partial<Said>) => void;
};

/** What the file is and where it comes from, as it was recognised: to confirm or to correct. */
export function SaidForm({ said, setNames, onSay }: Props) {
  const { lang, t } = useWords();
  const of = (name: keyof Said) => ({
    name,
    value: said[name],
    onInput: (event: { currentTarget: { value: string } }) => onSay({ [name]: event.currentTarget.value.trim() }),
  });
  const labelled = (name: keyof Said, control: ComponentChildren) => (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is what it is given
    <label key={name}>
      <span class="label">{t(`said-${name}`)}</span>
      {control}
    </label>
  );
  const choice = (name: keyof Said, options: readonly (readonly [value: string, text: string])[], none: string) =>
    labelled(
      name,
      <select {...of(name)}>
        <option value="">{none}</option>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>,
    );
  const { index, period, set } = said;
  return (
    <>
      <div class="fields">
        {labelled('index', <input type="text" required placeholder="pci" {...of('index')} />)}
        {labelled('period', <input type="text" required placeholder="2025" {...of('period')} />)}
        {choice('set', [...setNames], t('notSaid'))}
        {labelled('edition', <input type="text" placeholder="main" {...of('edition')} />)}
      </div>
      {index && period && set && (
        <p class="label">
          <a href={templateAddress({ index, period, set }, lang)} download>
            {t('templateToFill')}
          </a>
        </p>
      )}
      <details>
        <summary>{t('sayTheSource')}</summary>
        <div class="fields">
          {labelled('title', <input type="text" {...of('title')} />)}
          {labelled('publisher', <input type="text" {...of('publisher')} />)}
          {choice(
            'kind',
            KINDS.map((kind) => [kind, t(kind)] as const),
            t('notSaid'),
          )}
          {choice(
            'certainty',
            CERTAINTIES.map((one) => [one, t(`certainty-${one}`)] as const),
            t('notSaid'),
          )}
          {choice(
            'extent',
            EXTENTS.map((extent) => [extent, t(`extent-${extent}`)] as const),
            t('notSaid'),
          )}
          {labelled('document', <input type="text" {...of('document')} />)}
          {labelled('published_on', <input type="date" {...of('published_on')} />)}
          {labelled('url', <input type="url" placeholder="https://" {...of('url')} />)}
        </div>
      </details>
    </>
  );
}

const KINDS = ['publisher', 'official', 'province', 'press', 'compilation'] as const;
const CERTAINTIES = ['confirmed', 'derived', 'unknown'] as const;
const EXTENTS = ['complete', 'top', 'partial'] as const;
