import { hit, NOTHING } from '../../structures/reading.ts';
import type { Structure, StructureHit } from '../../structures/structure.ts';
import { lastingThrift } from '../thrift.ts';
import { hasName, isConvicted, isHealthOfPerson, isSaidOfPerson } from './about-person.ts';
import { CONDITIONS, CRIMES, MEDICINES, SENSITIVE } from './terms.ts';

/** How much around a term is looked at, in UTF-16 code units. */
const REACH = 160;

function termsOf(table: string): string[] {
  return table.split(/[;\n]+/).filter((term) => term !== '');
}

/** The longest of the terms that stands at a place as a whole word; undefined where none does. */
function termAt(text: string, at: number, terms: readonly string[]): string | undefined {
  if (isLetter(text, at - 1) || '-_/.$#@'.includes(text.charAt(at - 1) || ' ')) return undefined;
  const here = text.slice(at, at + 40).toLowerCase();
  let best: string | undefined;
  for (const term of terms) {
    if (
      (best === undefined || term.length > best.length) &&
      here.startsWith(term) &&
      endsWord(text, at + term.length)
    ) {
      best = term;
    }
  }
  return best;
}

function isLetter(text: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(text.charAt(at));
}

function endsWord(text: string, end: number): boolean {
  if (isLetter(text, end) || text[end] === '_' || text[end] === '(') return false;
  return !(text[end] === '.' && isLetter(text, end + 1));
}

function around(text: string, at: number, end: number): { left: string; right: string } {
  const before = text.slice(Math.max(0, at - REACH), at);
  const behind = text.slice(end, end + REACH);
  const stop = behind.search(/\n\s{0,8}\n/);
  const left = before.slice(before.lastIndexOf('\n\n') + 1);
  return { left, right: stop < 0 ? behind : behind.slice(0, stop) };
}

function spoken(
  id: string,
  kind: string,
  table: string,
  holds: (left: string, right: string) => boolean,
): Structure {
  const thrift = lastingThrift(250);
  const terms = termsOf(table);
  const byStart = new Map<string, string[]>();
  for (const term of terms) {
    const key = term.slice(0, 3);
    byStart.set(key, [...(byStart.get(key) ?? []), term]);
  }
  return {
    id,
    literals: terms,
    findAt(text, at): readonly StructureHit[] {
      const term = termAt(text, at, byStart.get(text.slice(at, at + 3).toLowerCase()) ?? []);
      if (term === undefined || !thrift.allows(text, at)) return NOTHING;
      const from = at + (/^(?:a|his|her) (?=stroke)/.exec(term)?.[0].length ?? 0);
      const end = at + term.length;
      const { left, right } = around(text, from, end);
      if (!holds(left, right)) return NOTHING;
      thrift.worthIt(text, Math.max(0, from - 40), end);
      return [hit(kind, { start: from, end }, 'context')];
    },
  };
}

/** Conditions and medicines of a person. */
export const healthTerm = spoken(
  'health-term',
  'health-data',
  `${CONDITIONS};${MEDICINES}`,
  isHealthOfPerson,
);

/** Belief, origin, orientation, membership and convictions of a person. */
export const sensitiveTerm = spoken('sensitive-term', 'special-category', SENSITIVE, isSaidOfPerson);

/** What somebody was convicted of. */
export const crime = spoken('crime', 'special-category', CRIMES, isConvicted);

/** A code of ICD-10: a letter, two digits, and up to two after a dot; five characters at most before a suffix. */
const CODE = /(?<![\p{L}\p{N}.#-])[A-TV-Z]\d\d(?:\.\d{1,4}[A-Z]?)?(?![\p{L}\p{N}]|\.\d|-\d)/gu;
const PATIENT =
  /patient|\bpt\b|\b(?:Mr|Mrs|Ms|Herrn?|Frau)\b|\bhe\b|\bshe\b|\bhis\b|\bher\b|\bversicherte|\b(?:insured|beneficiary|claimant|member)\b|\bmitglied/i;

const codes = lastingThrift(300);

/** Codes of diagnoses in a patient's record. */
export const icdCode: Structure = {
  id: 'icd-code',
  literals: ['icd-10', 'icd10', 'icd 10', 'diagnos', 'dx: ', 'dx:'],
  findAt(text, at) {
    if (isLetter(text, at - 1)) return NOTHING;
    if (!codes.allows(text, at)) return NOTHING;
    const stretch = text.slice(at, at + 80);
    const line = stretch.slice(0, stretch.includes('\n') ? stretch.indexOf('\n') : stretch.length);
    const { left, right } = around(text, at, at + line.length);
    if (!PATIENT.test(left + line + right) && !hasName(left + line)) return NOTHING;
    const hits: StructureHit[] = [];
    for (const match of line.matchAll(CODE)) {
      const start = at + match.index;
      hits.push(hit('health-data', { start, end: start + match[0].length }, 'context'));
    }
    return hits;
  },
};
