import { after, hit, NOTHING } from './reading.ts';
import type { Structure, StructureHit } from './structure.ts';

/** The longest key, in UTF-16 code units: one of RSA of 4,096 bits, indented. */
const REACH = 8192;
const NAME = 'rsakeyvalue'.length;

/** The private numbers of a key (XML Signature 4.5.2 and what .NET adds to it), with brackets that may be escaped. */
const MEMBERS =
  /((?:<|&lt;|\\u003c)(D|P|Q|DP|DQ|InverseQ|X)(?:>|&gt;|\\u003e)\s{0,40})([A-Za-z0-9+/]{24,1400}={0,2})(?=\s{0,40}(?:<|&lt;|\\u003c)\/\2)/gi;

/** Private keys as .NET writes them to XML: `<RSAKeyValue>` with `<D>`, each number by itself; what is public stays. */
export const xmlKey: Structure = {
  id: 'xml-private-key',
  literals: ['rsakeyvalue', 'dsakeyvalue'],
  findAt(text, at) {
    if (text[at - 1] === '/') return NOTHING;
    const from = at + NAME;
    const rest = after(text, from, REACH);
    const close = rest.search(/[rd]sakeyvalue/i);
    const key = close < 0 ? rest : rest.slice(0, close);
    const isRsa = /r/i.test(text.charAt(at));
    const hits: StructureHit[] = [];
    let isPrivate = false;
    for (const { 1: opening = '', 2: name = '', 3: value = '', index } of key.matchAll(MEMBERS)) {
      // P and Q of DSA are public; of RSA they give the key away.
      if (isRsa === /^x$/i.test(name) || new Set(value).size < 10) continue;
      isPrivate ||= /^[dx]$/i.test(name);
      const start = from + index + opening.length;
      hits.push(hit('private-key', { start, end: start + value.length }, 'shape'));
    }
    return isPrivate || hits.length > 1 ? hits : NOTHING;
  },
};
