import { formatAddress, MOST_PEERS, type PageAddress } from '../address/page-address.ts';
import { useWords } from '../words/language.tsx';

type Props = { unit: string; name: string; address: PageAddress; peers: readonly string[] };

/** Takes a unit among the peers, or out of them: a link, since what is compared is part of the address. */
export function PeerLink({ unit, name, address, peers }: Props) {
  const { t } = useWords();
  const isPeer = peers.includes(unit);
  if (!isPeer && peers.length >= MOST_PEERS) return null;
  const next = isPeer ? peers.filter((peer) => peer !== unit) : [...peers, unit];
  return (
    <a
      class="peer"
      href={formatAddress({ ...address, peers: next })}
      aria-label={t(isPeer ? 'dropPeer' : 'addPeer', { unit: name })}
    >
      {isPeer ? '●' : '+'}
    </a>
  );
}
