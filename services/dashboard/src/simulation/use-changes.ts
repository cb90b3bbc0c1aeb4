import { useEffect, useState } from 'preact/hooks';
import { goTo } from '../address/navigation.ts';
import { formatAddress, type PageAddress } from '../address/page-address.ts';
import type { SimulationAddress } from '../address/pages/simulation.ts';

/** Long enough for a hand on a slider to go on, short enough not to be waited for. */
const PAUSE_MS = 200;

/**
 * What is supposed, and how to suppose something else. A hand on a slider makes many changes: it shows each at once, and the
 * address, from which all the rest follows, has the last of them. Whoever goes to another address meanwhile leaves them behind.
 */
export const useChanges = (
  address: PageAddress & SimulationAddress,
): [changes: readonly string[], suppose: (changes: readonly string[]) => void] => {
  const here = formatAddress(address);
  const [draft, setDraft] = useState<{ of: string; changes: readonly string[] } | null>(null);
  const own = draft?.of === here ? draft : null;
  useEffect(() => {
    if (own === null) {
      setDraft(null);
      return undefined;
    }
    const timer = setTimeout(() => {
      goTo({ ...address, change: own.changes }, 'replace');
      setDraft(null);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [own, here]);
  return [own?.changes ?? address.change, (changes) => setDraft({ of: here, changes })];
};
