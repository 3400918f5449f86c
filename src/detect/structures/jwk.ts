import { after, before, hit, NOTHING, valueAt } from './reading.ts';
import type { Structure } from './structure.ts';

/** The longest half of an object around a value, in UTF-16 code units: a key of 4,096 bits. */
const REACH = 4096;

const MEMBER =
  /(\\{0,3}["'](?:d|k|p|q|dp|dq|qi)\\{0,3}["']\s{0,4}:\s{0,4}\\{0,3}["'])([A-Za-z0-9_-]{16,1400}={0,2})(?=\\{0,3}["'])/y;

/** Private members of a JSON web key: each value by itself; what is public stays. */
export const jwk: Structure = {
  id: 'jwk-private-member',
  literals: ['"d"', '"k"', '"p"', '"q"', '"dp"', '"dq"', '"qi"', 'd\\"', "'d'", "'k'"],
  findAt(text, at) {
    // In JSON inside a string the quotes are escaped, and a literal of two characters and a quote begins at the name.
    const from = text[at] === 'd' ? at - 2 : at;
    const value = from < 0 ? undefined : valueAt(MEMBER, text, from);
    if (!value || new Set(value.value).size < 10) return NOTHING;
    const lead = before(text, from, REACH);
    const tail = after(text, value.end, REACH);
    const close = tail.indexOf('}');
    const object = lead.slice(lead.lastIndexOf('{') + 1) + (close < 0 ? tail : tail.slice(0, close));
    const type = /["']kty\\{0,3}["']\s{0,4}:\s{0,4}\\{0,3}["'](RSA|EC|OKP|oct)\b/.exec(object)?.[1];
    if (type === undefined || (type === 'oct') !== /k["'\\]/.test(text.slice(from, from + 6))) return NOTHING;
    return [hit('private-key', value, 'shape')];
  },
};
