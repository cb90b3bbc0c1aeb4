import { formatAddress, MOST_PEERS, type PageAddress } from '../address/page-address.ts';
import { useWords } from '../words/language.tsx';

type Props = {
  unit: string;
  name: string;
  address: PageAddress;
  /** The peers of the address, each at its place, as the units shown know them. */
  peers: readonly string[];
};

/** Takes a unit among the peers, or out of them: a link, since what is compared is part of the address. */
export function PeerLink({ unit, name, address, peers }: Props) {
  const { t } = useWords();
  const isPeer = peers.includes(unit);
  if (!isPeer && address.peers.length >= MOST_PEERS) return null;
  return (
    <a
      class="peer"
      href={formatAddress({ ...address, peers: peersWith(address.peers, peers, unit) })}
      aria-label={t(isPeer ? 'dropPeer' : 'addPeer', { unit: name })}
    >
      {isPeer ? '●' : '+'}
    </a>
  );
}

/** The peers of an address with one more unit, or without it: those that are not shown here stay as they are. */
export const peersWith = (given: readonly string[], shown: readonly string[], unit: string): string[] =>
  shown.includes(unit) ? given.filter((_, i) => shown[i] !== unit) : [...given, unit];
