import { after, before, hit, matchAt, NOTHING } from '../structures/reading.ts';
import type { Structure } from '../structures/structure.ts';
import { isCard } from './cards.ts';

/** How far around a part of the expiry its card's number may stand, in UTF-16 code units. */
const NEAR = 240;
const CARD = /(?<![\d.])\d(?:[ -]?\d){12,18}(?![\d.])/g;

/** What stands between the name of a field and its value, quotes and brackets included, and up to four digits. */
const VALUE = /([\w\]"'`\\]{0,6}[ \t]{0,4}(?:=>|[:=,>])[ \t]{0,4}\\?["'`]?)(\d{1,4})(?![\w.])/y;

/** Names of fields: `exp_month`, `expiryYear`, `expiration-month`. */
const NAME = /exp(?:iry|iration|ires?)?[_ -]?(month|year)/iy;

const isMonth = (digits: string): boolean => /^(?:0?[1-9]|1[0-2])$/.test(digits);
const isYear = (digits: string): boolean => /^(?:20)?[2-4]\d$/.test(digits);

/** Whether a card's number stands in a stretch of text. */
function hasCard(stretch: string): boolean {
  for (const [written] of stretch.matchAll(CARD)) if (isCard(written.replace(/[ -]/g, ''))) return true;
  return false;
}

const BEGINNINGS = ['exp', 'expiry', 'expiration', 'expire', 'expires'];

/** The month and the year in which a card expires, each in a field of its own, beside the card's number. */
export const expiryParts: Structure = {
  id: 'card-expiry-parts',
  literals: BEGINNINGS.flatMap((word) =>
    ['', '_', '-', ' '].flatMap((joint) => [`${word}${joint}month`, `${word}${joint}year`]),
  ),
  findAt(text, at) {
    const name = matchAt(NAME, text, at);
    if (name === undefined) return NOTHING;
    const value = matchAt(VALUE, text, at + name[0].length);
    const digits = value?.[2];
    if (value === undefined || digits === undefined) return NOTHING;
    const isRight = name[1]?.toLowerCase() === 'month' ? isMonth(digits) : isYear(digits);
    if (!isRight || !(hasCard(before(text, at, NEAR)) || hasCard(after(text, at, NEAR)))) return NOTHING;
    const end = at + name[0].length + value[0].length;
    return [hit('card-expiry', { start: end - digits.length, end }, 'context')];
  },
};
