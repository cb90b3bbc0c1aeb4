import { useEffect, useRef } from 'preact/hooks';
import { goTo } from '../address/navigation.ts';
import { formatAddress, type PageAddress } from '../address/page-address.ts';
import { useWords } from '../words/language.tsx';

/** Something that a page can show instead, by its address. */
export type Choice = { address: PageAddress; label: string; isCurrent: boolean };

type Props = { label: string; choices: readonly Choice[] };

/** One of a few, all in sight. */
export function LinkSwitch({ label, choices }: Props) {
  const line = useRef<HTMLDivElement>(null);
  const current = choices.find(({ isCurrent }) => isCurrent)?.label;
  // On a phone the line is longer than the screen: what is shown must be in sight.
  useEffect(() => {
    const shown = current && line.current?.querySelector<HTMLElement>('[aria-current]');
    if (shown && line.current) line.current.scrollLeft = shown.offsetLeft - line.current.clientWidth / 2;
  }, [current]);
  if (choices.length === 0) return null;
  return (
    <nav class="switch" aria-label={label}>
      <span class="label">{label}</span>
      <div ref={line}>
        {choices.map((choice) => (
          <a
            key={choice.label}
            href={formatAddress(choice.address)}
            aria-current={choice.isCurrent ? 'true' : undefined}
          >
            {choice.label}
          </a>
        ))}
      </div>
    </nav>
  );
}

/** One of many; where none of them is shown, nothing is chosen, so that each can be. */
export function SelectSwitch({ label, choices }: Props) {
  const { t } = useWords();
  const isNoneShown = !choices.some(({ isCurrent }) => isCurrent);
  return (
    <label class="select">
      <span class="label">{label}</span>
      <select
        onChange={(event) => {
          const chosen = choices[event.currentTarget.selectedIndex - (isNoneShown ? 1 : 0)];
          if (chosen) goTo(chosen.address);
        }}
      >
        {isNoneShown && (
          <option disabled selected>
            {t('chooseOne')}
          </option>
        )}
        {choices.map((choice) => (
          <option key={choice.label} selected={choice.isCurrent}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  );
}
