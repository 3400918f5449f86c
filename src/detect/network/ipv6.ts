import { hit, NOTHING } from '../structures/reading.ts';
import type { Structure } from '../structures/structure.ts';

/** First groups of the blocks that registries give to networks (IANA IPv6 global unicast assignments). */
const ASSIGNED: readonly string[] = [
  '2001',
  '2003',
  '2610',
  '2620',
  ...['240', '241', '260', '263', '280', '2a0', '2a1', '2c0'].flatMap((start) =>
    Array.from('0123456789abcdef', (last) => start + last),
  ),
];

const ADDRESS = /[0-9a-f]{4}(?::{1,2}[0-9a-f]{1,4}){2,7}(?:::)?(?!\w|:[\w:]|\.\d)/iy;

/** Documentation and 2001::/23, which protocols and tunnels use (IANA IPv6 special-purpose registry). */
const SPECIAL = /^(?:2001:(?:0?db8:|0?[01]?[0-9a-f]{1,2}:|:)|2620:4f:8000:)/i;
/** Resolvers everybody uses: Google, Cloudflare, Quad9, OpenDNS. */
const WELL_KNOWN = /^(?:2001:4860:4860:|2606:4700:4700:|2620:fe:|2620:119:(?:35|53):|2a10:50c0:)/i;

/** IPv6 addresses of the public Internet. */
export const ipv6: Structure = {
  id: 'ipv6-address',
  literals: ASSIGNED.map((group) => `${group}:`),
  findAt(text, at) {
    if (isJoined(text.charAt(at - 1)) && !isLabel(text, at)) return NOTHING;
    ADDRESS.lastIndex = at;
    if (!ADDRESS.test(text)) return NOTHING;
    const end = ADDRESS.lastIndex;
    const address = text.slice(at, end);
    if (SPECIAL.test(address) || WELL_KNOWN.test(address) || !isWhole(address)) return NOTHING;
    return [hit('ip-address', { start: at, end }, 'shape')];
  },
};

const isJoined = (char: string): boolean => /[\w:.-]/.test(char);

/** Whether a colon before it ends a label (`ip:2a02:…`) and no group of a longer address. */
function isLabel(text: string, at: number): boolean {
  return text[at - 1] === ':' && !/[0-9A-Fa-f:]/.test(text.charAt(at - 2));
}

/** Eight groups, or fewer with one gap. */
function isWhole(address: string): boolean {
  const gaps = address.split('::').length - 1;
  const groups = address.split(':').filter((group) => group !== '').length;
  return gaps === 0 ? groups === 8 : gaps === 1 && groups < 8;
}
