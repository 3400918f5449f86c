import type { RuleDefinition } from '../rule.ts';
import { passesLuhn } from './luhn.ts';

/** Networks by the start of the number (ISO/IEC 7812 issuer ranges) and the lengths they issue. */
const NETWORKS: readonly { readonly starts: RegExp; readonly lengths: readonly number[] }[] = [
  { starts: /^4/, lengths: [13, 16, 19] }, // Visa
  { starts: /^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, lengths: [16] }, // Mastercard
  { starts: /^3[47]/, lengths: [15] }, // American Express
  { starts: /^(?:30[0-5]|3095|36|38|39)/, lengths: [14, 16, 19] }, // Diners Club
  { starts: /^(?:6011|64[4-9]|65)/, lengths: [16, 19] }, // Discover
  { starts: /^35(?:2[89]|[3-8])/, lengths: [16, 19] }, // JCB
  { starts: /^(?:62|81)/, lengths: [16, 17, 18, 19] }, // UnionPay
  { starts: /^(?:5018|5020|5038|5893|6304|6759|676[1-3])/, lengths: [12, 13, 14, 15, 16, 17, 18, 19] }, // Maestro
];

// Looked for from every group on, since numbers in columns stand side by side.
const FOUR_DIGITS = /(?<![\w.+-])[2-68]\d{3}/g;

/** The groups that are printed on cards, after the first four digits. */
const GROUPS: readonly (readonly number[])[] = [
  [4, 4, 4, 3],
  [4, 4, 4],
  [6, 5],
  [6, 4],
];

/** Payment card numbers: issuer range, length and check digit have to be right. */
export const paymentCard: RuleDefinition = {
  id: 'payment-card',
  kinds: ['payment-card'],
  *find(content) {
    for (const { index: start } of content.matchAll(FOUR_DIGITS)) {
      const written = cardAt(content, start);
      if (written) yield { kind: 'payment-card', start, end: start + written.length, evidence: 'check' };
    }
  },
};

function cardAt(content: string, at: number): string | undefined {
  const gap = content.charAt(at + 4);
  if (isDigit(content.charCodeAt(at + 4))) {
    let end = at + 5;
    while (end < at + 20 && isDigit(content.charCodeAt(end))) end += 1;
    return cardBetween(content, at, end);
  }
  if (gap !== ' ' && gap !== '-') return undefined;
  for (const groups of GROUPS) {
    const end = endOfGroups(content, at + 4, gap, groups);
    const card = end === undefined ? undefined : cardBetween(content, at, end);
    if (card !== undefined) return card;
  }
  return undefined;
}

/** Where groups of these lengths end, each behind the same separator; undefined where they do not stand. */
function endOfGroups(
  content: string,
  from: number,
  gap: string,
  groups: readonly number[],
): number | undefined {
  let at = from;
  for (const length of groups) {
    if (content.charAt(at) !== gap) return undefined;
    for (let i = 1; i <= length; i++) if (!isDigit(content.charCodeAt(at + i))) return undefined;
    at += length + 1;
  }
  return at;
}

/** The number between two places, if it is a card's and stands free. */
function cardBetween(content: string, start: number, end: number): string | undefined {
  // Nine of ten numbers are let go here.
  if (!passesLuhn(content, start, end) || goesOn(content, end)) return undefined;
  const written = content.slice(start, end);
  return isIssued(written.replace(/[ -]/g, '')) ? written : undefined;
}

/** Whether what ends here goes on as a longer number, name or version. */
function goesOn(content: string, end: number): boolean {
  return /^(?:[\w-]|\.\d)/.test(content.slice(end, end + 2));
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isIssued(digits: string): boolean {
  if (/^(\d)\1+$/.test(digits)) return false;
  return NETWORKS.some(({ starts, lengths }) => starts.test(digits) && lengths.includes(digits.length));
}
