import { type OnPassed, TOO_WEAK } from '../exclusions/passed.ts';
import { after, before, hit, NOTHING, valueAt } from './reading.ts';
import type { Structure, StructureHit } from './structure.ts';

/** The longest half of an object around a value, in UTF-16 code units: a key of 4,096 bits. */
const REACH = 4096;

const MEMBER =
  /(\\{0,3}["'](?:d|k|p|q|dp|dq|qi)\\{0,3}["']\s{0,4}:\s{0,4}\\{0,3}["'])([A-Za-z0-9_-]{16,1400}={0,2})(?=\\{0,3}["'])/y;

/** The same in any language: names without quotes, single quotes, arrows, keyword arguments, plain YAML. */
const MEMBERS =
  /(?<![\w.$-])((?:d|k|p|q|dp|dq|qi)\\{0,3}["']?(?:[ \t]{0,4}(?::|=>|=)\s{0,4})\\{0,3}["'`]?)([A-Za-z0-9_-]{16,1400}={0,2})(?=\\{0,3}["'`]|[\s,})]|$)/g;
const TYPE = /^kty\\{0,3}["']?\s{0,4}(?::|=>|=)\s{0,4}\\{0,3}["'`]?(RSA|EC|OKP|oct)(?![A-Za-z])/;

/** The least an object with a type and one private member has, in UTF-16 code units. */
const SHORTEST = 24;

/** What an object does not reach beyond, before its `kty` or behind it. */
const EDGES = ['kty', '{', '}', '(', ')', '\n\n'];

/** A number in base64 has more letters than that; a run of zeros or of `x` is a stand-in. */
const isKey = (value: string): boolean => new Set(value).size >= 10;

/** Why a member is no key: one sign over and over is a mask. */
const whyNoKey = (value: string): string => (new Set(value).size < 3 ? 'masked' : TOO_WEAK);

/** Private members of a JSON web key: each value by itself; what is public stays. */
export const jwk: Structure = {
  id: 'jwk-private-member',
  literals: ['"d"', '"k"', '"p"', '"q"', '"dp"', '"dq"', '"qi"', 'd\\"', "'d'", "'k'", 'kty'],
  findAt(text, at, onPassed) {
    if (text.startsWith('kty', at)) return membersAround(text, at, onPassed);
    // In JSON inside a string the quotes are escaped, and a literal of two characters and a quote begins at the name.
    const from = text[at] === 'd' ? at - 2 : at;
    const value = from < 0 ? undefined : valueAt(MEMBER, text, from);
    if (!value) return NOTHING;
    const isOne = isKey(value.value);
    if (!isOne && !onPassed) return NOTHING;
    const lead = before(text, from, REACH);
    const tail = after(text, value.end, REACH);
    const close = tail.indexOf('}');
    const object = lead.slice(lead.lastIndexOf('{') + 1) + (close < 0 ? tail : tail.slice(0, close));
    const type = /["']kty\\{0,3}["']\s{0,4}:\s{0,4}\\{0,3}["'](RSA|EC|OKP|oct)\b/.exec(object)?.[1];
    if (type === undefined || (type === 'oct') !== /k["'\\]/.test(text.slice(from, from + 6))) return NOTHING;
    if (isOne) return [hit('private-key', value, 'shape')];
    onPassed?.(value.start, value.end, whyNoKey(value.value), from);
    return NOTHING;
  },
};

/** The private members of the object whose `kty` stands at `at`, however its language writes it. */
function membersAround(text: string, at: number, onPassed: OnPassed | undefined): readonly StructureHit[] {
  const type = TYPE.exec(after(text, at, 40))?.[1];
  if (type === undefined) return NOTHING;
  let lead = before(text, at, REACH);
  let tail = after(text, at + 3, REACH);
  // The next key first: keys in a row then leave little to look for the rest in.
  for (const edge of EDGES) {
    lead = lead.slice(lead.lastIndexOf(edge) + 1);
    const end = tail.indexOf(edge);
    if (end >= 0) tail = tail.slice(0, end);
  }
  const start = at - lead.length;
  const object = text.slice(start, at + 3 + tail.length);
  if (object.length < SHORTEST) return NOTHING;
  const hits: StructureHit[] = [];
  for (const { 1: name = '', 2: value = '', index } of object.matchAll(MEMBERS)) {
    // Without quotes it may be the name of a variable.
    if ((type === 'oct') !== name.startsWith('k')) continue;
    const from = start + index + name.length;
    if (!isKey(value) || !/\d/.test(value)) {
      onPassed?.(from, from + value.length, whyNoKey(value), start + index);
      continue;
    }
    hits.push(hit('private-key', { start: from, end: from + value.length }, 'shape'));
  }
  return hits;
}
