import type { RuleDefinition, RuleHit } from '../rule.ts';
import { hit, NOTHING } from '../structures/reading.ts';
import type { Structure } from '../structures/structure.ts';
import { labelledValue } from './labelled.ts';

/** Six pairs between colons, hyphens or points. */
const SIX =
  /(?<![\w]|[\w][:.-])[0-9A-Fa-f]{2}([:.-])[0-9A-Fa-f]{2}(?:\1[0-9A-Fa-f]{2}){4}(?![\w]|[:.-][\w])/y;
const LENGTH = 17;

/** Kept for documents (RFC 7042), shared by routers (RFC 5798), made by container engines, and what people type for want of one. */
const NOBODYS = /^(?:00005e0053|00005e0001|00000c07ac|0053|0242ac|000000|ffffff)/;
const TYPED: ReadonlySet<string> = new Set([
  'aabbccddeeff',
  '001a2b3c4d5e',
  '001122334455',
  '112233445566',
  '0123456789ab',
  '123456789abc',
  'abcdef123456',
  '00deadbeef00',
  'deadbeefcafe',
]);

/** Addresses of network adapters. */
export const macAddress: RuleDefinition = {
  id: 'mac-address',
  kinds: ['mac-address'],
  *find(content, { pairs, points }) {
    for (let i = 0; i < pairs.length; i++) {
      const hit = addressAt(content, pairs.first(i) - 2);
      if (hit) yield hit;
    }
    for (let i = 0; i < points.length; i++) {
      if (points.second(i) - points.first(i) !== FOUR + 1) continue;
      const hit = inFoursAt(content, points.first(i) - FOUR);
      if (hit) yield hit;
    }
  },
};

/** Three fours between points, as switches write them; letters and digits, or it is a version or a sum. */
const FOURS = /(?<![\w.])[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}(?![\w]|\.\w)/iy;
const FOUR = 4;

function inFoursAt(content: string, start: number): RuleHit | undefined {
  if (start < 0) return undefined;
  const end = start + 3 * FOUR + 2;
  FOURS.lastIndex = start;
  // A weight in a table of collation: `[*040C.0020.0002]`.
  if (/[[*]/.test(content.charAt(start - 1)) && content[end] === ']') return undefined;
  if (!FOURS.test(content) || !isAdapter(content.slice(start, end), false)) return undefined;
  return { kind: 'mac-address', start, end, evidence: 'shape' };
}

function addressAt(content: string, at: number): RuleHit | undefined {
  if (at < 0) return undefined;
  SIX.lastIndex = at;
  if (!SIX.test(content) || !isAdapter(content.slice(at, at + LENGTH), false)) return undefined;
  return { kind: 'mac-address', start: at, end: at + LENGTH, evidence: 'shape' };
}

const WORDS = ['mac', 'hwaddr', 'lladdr', 'bssid', 'ether', 'physical address', 'hardware address'];
const VALUE = labelledValue(
  '[0-9a-f]{4}\\.[0-9a-f]{4}\\.[0-9a-f]{4}|[0-9a-f]{2}(?:[:.-][0-9a-f]{2}){5}|(?=[a-f]{0,11}\\d)(?=\\d{0,11}[a-f])[0-9a-f]{12}',
);

/** Addresses of network adapters behind a word for them, in the writings that need one. */
export const labelledMac: Structure = {
  id: 'labelled-mac-address',
  literals: WORDS,
  bounds: () => ({ noSmallAfter: true }),
  findAt(text, at) {
    const written = text.slice(at, at + 16).toLowerCase();
    const word = WORDS.find((one) => written.startsWith(one)) ?? '';
    const value = VALUE.behind(text, at, at + word.length);
    return value && isAdapter(value.value, true) ? [hit('mac-address', value, 'context')] : NOTHING;
  },
};

function isAdapter(address: string, labelled: boolean): boolean {
  const digits = address.replace(/[^0-9A-Fa-f]/g, '').toLowerCase();
  // The lowest bit of the first byte says that it is for a group.
  const group = (Number.parseInt(digits.slice(1, 2), 16) & 1) === 1;
  // Pairs of digits only are dates, times and versions more often.
  if (group || (!labelled && !(/[a-f]/.test(digits) && /\d/.test(digits)))) return false;
  return !NOBODYS.test(digits) && !TYPED.has(digits) && !/^(..)\1{3}/.test(digits);
}
