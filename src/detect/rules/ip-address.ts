import type { RuleDefinition } from '../rule.ts';

const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
// Four numbers after a `v`, or as part of a longer dotted or dashed name, are a version.
const CANDIDATE = new RegExp(
  `(?<![\\w.-])(?<!version\\W{1,3})(?:${OCTET}\\.){3}${OCTET}(?![\\w-]|\\.\\d)`,
  'gi',
);

/** Blocks that name nobody on the Internet (IANA IPv4 special-purpose registry, RFC 6890, RFC 5737). */
const SPECIAL: readonly { readonly network: string; readonly bits: number }[] = [
  { network: '0.0.0.0', bits: 8 },
  { network: '10.0.0.0', bits: 8 },
  { network: '100.64.0.0', bits: 10 },
  { network: '127.0.0.0', bits: 8 },
  { network: '169.254.0.0', bits: 16 },
  { network: '172.16.0.0', bits: 12 },
  { network: '192.0.0.0', bits: 24 },
  { network: '192.0.2.0', bits: 24 },
  { network: '192.88.99.0', bits: 24 },
  { network: '192.168.0.0', bits: 16 },
  { network: '198.18.0.0', bits: 15 },
  { network: '198.51.100.0', bits: 24 },
  { network: '203.0.113.0', bits: 24 },
  { network: '224.0.0.0', bits: 3 },
];

const RANGES = SPECIAL.map(({ network, bits }) => {
  const first = toNumber(network);
  return { first, last: first + 2 ** (32 - bits) - 1 };
});

/** IPv4 addresses of the public Internet. */
export const ipAddress: RuleDefinition = {
  id: 'ip-address',
  kinds: ['ip-address'],
  *find(content) {
    for (const { 0: address, index: start } of content.matchAll(CANDIDATE)) {
      const number = toNumber(address);
      if (RANGES.some(({ first, last }) => number >= first && number <= last)) continue;
      yield { kind: 'ip-address', start, end: start + address.length, evidence: 'shape' };
    }
  },
};

function toNumber(address: string): number {
  return address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0);
}
