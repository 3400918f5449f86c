import { hit, matchAt, NOTHING } from '../../structures/reading.ts';
import type { Structure, StructureHit } from '../../structures/structure.ts';
import { readName } from '../names/read-name.ts';
import { lastingThrift } from '../thrift.ts';
import { TITLES_AT } from './titles.ts';

/** Words a letter ends with, before its signature. */
const CLOSINGS = [
  'regards',
  'many thanks',
  'all the best',
  'thanks\n',
  'cheers\n',
  'warmly,',
  'danke,',
  'vielen dank\n',
  'danke\n',
  'sincerely',
  'yours truly',
  'best wishes',
  'cheers,',
  'thanks,',
  'thanks!',
  'thank you,',
  'grüßen',
  'grüssen',
  'gruessen',
  'grüße',
  'grüsse',
  'gruß',
  'gruss',
  'lg\n',
  'vg\n',
  'mfg\n',
  'lg ',
  'lg, ',
  'vg, ',
  'mfg, ',
  'lg\r\n',
  'mfg\r\n',
  'cordialement',
  'sentiments distingués',
  'bien à vous',
  'atentamente',
  'saludos',
  'cordiali saluti',
  'distinti saluti',
  'vriendelijke groet',
  'atenciosamente',
  'cumprimentos',
];

const BREAK = '(?:\\r?\\n|\\\\r?\\\\n|<br ?/?>)';
/** From the closing to the name: the rest of its line, and at most two breaks. */
const GAP = new RegExp(
  `(?:[\\p{L}]{0,3}(?: (?:aus|from|nach|de) \\p{Lu}\\p{Ll}{1,20})?[,.! \\t]{0,4}(?:${BREAK}[ \\t>*_|-]{0,6}){1,3}|[, ]{1,3}(?=\\p{Lu}[\\p{L}' -]{1,40}(?:$|[\\r\\n"\`]|\\\\n|<)))(?:(?:i\\. ?[AV]\\.|ppa\\.|gez\\.) )?`,
  'uy',
);
/** What may follow the name on its line. */
const BEHIND = /[ \t]{0,4}(?:$|[\r\n"'`<,|(/·–-]|\\[rn])/uy;

const thrift = lastingThrift(80);

/** Names under a letter: behind `Best regards,`, `Viele Grüße`. */
export const signature: Structure = {
  id: 'signature',
  literals: CLOSINGS,
  findAt(text, at) {
    const closing = closingAt(text, at);
    const gap = matchAt(GAP, text, at + closing)?.[0].length ?? 0;
    if (closing === 0 || gap === 0 || !thrift.allows(text, at)) return NOTHING;
    const hits = signedAt(text, at + closing + gap);
    for (const { start, end } of hits) thrift.worthIt(text, start, end);
    return hits;
  },
};

/** The closing that begins at a place, in any case, by its length. */
function closingAt(text: string, at: number): number {
  const here = text.slice(at, at + 24).toLowerCase();
  const closing = CLOSINGS.find((word) => here.startsWith(word)) ?? '';
  if (/^(?:[lv]g|mfg)/.test(closing) && /[\p{L}\p{N}_]/u.test(text.charAt(at - 1))) return 0;
  return closing.replace(/[,!\s]+$/, '').length;
}

function signedAt(text: string, place: number): readonly StructureHit[] {
  const from = place + (matchAt(TITLES_AT, text, place)?.[0].length ?? 0);
  const name = readName(text, from);
  if (!name || !matchAt(BEHIND, text, name.end)) return NOTHING;
  const [first = ''] = name.words;
  if (/^[lv]g /i.test(text.slice(place - 3, place)) && name.given === 0) return NOTHING;
  // Alone on a line anything capitalised may stand; a word of four letters and more that is no name is seldom one.
  if (name.words.length === 1 && name.given === 0 && name.surname === 0 && first.length < 3) return NOTHING;
  return [hit('person-name', name, 'context')];
}

/** What opens a signature by a sign: a dash, or `gez.`. */
const SIGNED = /(?:\n[ \t>]{0,4}(?:—|–|--) ?\n?|\ngez\. |gez\. )/uy;

/** Names behind a dash on a line of their own, and behind `gez.`. */
export const dashSignature: Structure = {
  id: 'dash-signature',
  literals: ['\n— ', '\n– ', '\n-- ', 'gez. '],
  findAt(text, at) {
    const sign = matchAt(SIGNED, text, at)?.[0];
    if (sign === undefined) return NOTHING;
    const from = at + sign.length + (matchAt(TITLES_AT, text, at + sign.length)?.[0].length ?? 0);
    const name = readName(text, from);
    if (!name || !/^[ \t]{0,4}(?:$|[\r\n])/.test(text.slice(name.end, name.end + 6))) return NOTHING;
    const certain =
      sign.includes('gez') ||
      (name.given > 0 && (name.words.length > 1 ? name.surname > 0 : name.given === 2));
    return certain ? [hit('person-name', name, 'context')] : NOTHING;
  },
};
