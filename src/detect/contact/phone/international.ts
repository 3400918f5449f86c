import type { RuleDefinition, RuleHit } from '../../rule.ts';
import { isDigit } from '../../numbers/masks.ts';
import { isInternationalLoosely } from './plans.ts';
import { longest, readGroups } from './reading.ts';
import { rememberRefused } from './refused.ts';

const PLUS = 43;
const OPEN = 40;

/** Telephone numbers with a plus and the code of a country: they need no word beside them. */
export const internationalPhone: RuleDefinition = {
  id: 'international-phone',
  kinds: ['phone'],
  *find(content) {
    const refused = rememberRefused();
    for (let at = nextPlus(content, 0); at >= 0; at = nextPlus(content, at + 1)) {
      if (!mayBegin(content, at, at + 1) || refused.has(content, at)) continue;
      const hit = numberAt(content, at, at + 1);
      if (!hit) {
        refused.add(content, at);
        continue;
      }
      yield hit;
      at = hit.end - 1;
    }
  },
};

/** The next plus from a place on, -1 where there is none. Where they stand close, looking is cheaper than a search. */
function nextPlus(content: string, from: number): number {
  for (let at = from; at < from + 8; at++) if (content.charCodeAt(at) === PLUS) return at;
  return content.indexOf('+', from + 8);
}

/** Whether the first digit may be that of a country's code: nine of ten plus signs of code are let go here. */
function mayBegin(text: string, start: number, from: number): boolean {
  const first = text.charCodeAt(from) === OPEN ? from + 1 : from;
  const code = text.charCodeAt(first);
  return code >= 49 && code <= 57 && mayPrecede(text, start);
}

/** The number whose plus stands at `start`, its digits from `from` on; undefined where none does. */
export function numberAt(text: string, start: number, from: number): RuleHit | undefined {
  if (!mayBegin(text, start, from)) return undefined;
  const reading = readGroups(text, from, true);
  if (reading.digits.length < 8) return undefined;
  const found = longest(
    text,
    reading,
    (digits) => digits.length >= 8 && digits.length <= 15 && isInternationalLoosely(digits),
  );
  if (!found) return undefined;
  // (+34) 91 …
  const bracket = text.charCodeAt(start - 1) === OPEN && text.slice(from, found.end).includes(')');
  return { kind: 'phone', start: bracket ? start - 1 : start, end: found.end, evidence: 'check' };
}

/** Whether a sign may stand behind that: not behind a word, a number or a bracket that a sum may go on from. */
function mayPrecede(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  if (isDigit(before) || before === 41 || before === 93 || before === PLUS || before === 95) return false;
  const letter = (before >= 65 && before <= 90) || (before >= 97 && before <= 122);
  // The letter of an escape (`\n+49 …`).
  return !letter || (text[at - 2] === '\\' && 'nrt'.includes(text.charAt(at - 1)));
}
