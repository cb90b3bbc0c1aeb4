import { useEffect, useRef } from 'preact/hooks';
import { goTo } from '../address/navigation.ts';
import { formatAddress, type PageAddress } from '../address/page-address.ts';

/** One of several things that a page can show, by the address that shows it. */
type Choice = { address: PageAddress; label: string; isCurrent: boolean };

/** Links side by side, for what has few and short names. */
export function LinkSwitch({ label, choices }: { label: string; choices: readonly Choice[] }) {
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

/** A list to choose from, for what has many or long names. */
export function SelectSwitch({ label, choices }: { label: string; choices: readonly Choice[] }) {
  return (
    <label class="select">
      <span class="label">{label}</span>
      <select
        onChange={(event) => {
          const chosen = choices[event.currentTarget.selectedIndex];
          if (chosen) goTo(chosen.address);
        }}
      >
        {choices.map((choice) => (
          <option key={choice.label} selected={choice.isCurrent}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  );
}
