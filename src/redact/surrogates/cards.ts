import { luhn } from '../../detect/numbers/arithmetic.ts';
import { withDigits } from './same-shape.ts';

/** First digits of cards that processors give out for tests (Stripe, Adyen, Braintree: their pages of test cards). */
const TEST_RANGES: Readonly<Record<string, string>> = { 3: '370000', 4: '400000', 5: '555555', 6: '601100' };

/** A card of a test range, with a right check digit so that forms and libraries take it. */
export function testCard(value: string, number: number): string | undefined {
  const digits = value.replaceAll(/\D/g, '');
  const range = TEST_RANGES[digits.charAt(0)] ?? '400000';
  const room = digits.length - range.length - 1;
  const counter = String(number);
  if (counter.length > room) return undefined;
  const body = range + counter.padStart(room, '0');
  return [...'0123456789']
    .map((digit) => body + digit)
    .filter(luhn)
    .map((card) => withDigits(value, card))[0];
}
