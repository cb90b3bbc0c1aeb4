import { useEffect, useState } from 'preact/hooks';
import { goTo } from '../address/navigation.ts';
import { formatAddress, type PageAddress } from '../address/page-address.ts';
import type { SimulationAddress } from '../address/pages/simulation.ts';

/** Long enough for a hand on a slider to go on, short enough not to be waited for. */
const PAUSE_MS = 200;

/**
 * What is supposed, and how to suppose something else. A hand on a slider makes many changes: it shows each at once, and the
 * address, from which all the rest follows, has the last of them.
 */
export const useChanges = (
  address: PageAddress & SimulationAddress,
): [changes: readonly string[], suppose: (changes: readonly string[]) => void] => {
  const [draft, setDraft] = useState<readonly string[] | null>(null);
  useEffect(() => {
    if (draft === null) return undefined;
    const timer = setTimeout(() => {
      goTo({ ...address, change: draft }, 'replace');
      setDraft(null);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [draft, formatAddress(address)]);
  return [draft ?? address.change, setDraft];
};
