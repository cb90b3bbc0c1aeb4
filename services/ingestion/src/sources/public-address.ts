import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** All that is handed out to hosts of the public IPv6 internet. Outside it lie `::127.0.0.1`, NAT64 and what is to come. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an address is a host of the public internet. Private and loopback addresses, link-local ones (where clouds
 * keep their metadata), carriers' NAT, multicast, reserved and documentation ranges are not; nor is any IPv6 form that
 * carries an IPv4 address inside (mapped, NAT64, 6to4, Teredo), whatever it carries.
 */
export const isPublicAddress = (address: string): boolean => {
  // The parser also takes `0x7f.1` and zones; a resolver that answers so is not believed.
  if (isIP(address) === 0 || address.includes('%')) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4' || parsed.match(GLOBAL_UNICAST);
};
