import { defineRule } from '../rule.ts';
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

const TOGETHER = /(?<![\w.+-])(?=(?<number>\d{12,19})(?![\w-]|\.\d))/g;
// In the groups that are printed on cards, one kind of separator throughout. Looked for from every group on, since
// numbers in columns stand side by side.
const IN_GROUPS =
  /(?<![\w.+-])(?=(?<number>\d{4}(?<gap>[ -])(?:\d{4}\k<gap>\d{4}\k<gap>\d{4}|\d{6}\k<gap>\d{4,5}))(?<more>\k<gap>\d{3})?(?![\w-]|\.\d))/g;

/** Payment card numbers: issuer range, length and check digit have to be right. */
export const paymentCard = defineRule({
  id: 'payment-card',
  kinds: ['payment-card'],
  *find(content) {
    for (const pattern of [TOGETHER, IN_GROUPS]) {
      for (const { index: start, groups = {} } of content.matchAll(pattern)) {
        const { number = '', more = '' } = groups;
        const written = [number + more, number].find((one) => isCard(one.replace(/[ -]/g, '')));
        if (written) yield { kind: 'payment-card', start, end: start + written.length, evidence: 'check' };
      }
    }
  },
});

function isCard(digits: string): boolean {
  return !/^(\d)\1+$/.test(digits) && isIssued(digits) && passesLuhn(digits);
}

function isIssued(digits: string): boolean {
  return NETWORKS.some(({ starts, lengths }) => starts.test(digits) && lengths.includes(digits.length));
}
