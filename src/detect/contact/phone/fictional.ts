/**
 * Numbers nobody has: kept for films, books and samples by the North American Numbering Plan Administrator
 * (555-0100 to 555-0199) and by Ofcom ("numbers for TV and radio drama"), and what people type for want of one.
 */
const NORTH_AMERICA = /^(?:001|1)?(?:[2-9]\d\d)?55501\d\d$/;
const BRITAIN =
  /^(?:00440?|440?|0)(?:(?:11[3-8]|1[2-6]1)4960\d{3}|1914980\d{3}|2079460\d{3}|2896496\d{3}|2920180\d{3}|1632960\d{3}|7700900\d{3}|8081570\d{3}|9098790\d{3}|3069990\d{3})$/;

const OF_BRITAIN = /^(?:0|44)/;
const ONE_DIGIT = /^(?:00|0|1)?(\d)\1{6,20}$/;
const PREFIX = /^(?:00|0|1)(?=\d{9})/;

/** Whether digits (as written, in national or international form) are nobody's number. */
export function isFictional(digits: string): boolean {
  if (digits.includes('55501') && NORTH_AMERICA.test(digits)) return true;
  return (OF_BRITAIN.test(digits) && BRITAIN.test(digits)) || isTyped(digits);
}

const UP = '01234567890123456';
const DOWN = '98765432109876543';

/** Whether it is a walk over the keyboard (1234567890) or one digit over and over, with a prefix or without. */
function isTyped(digits: string): boolean {
  if (ONE_DIGIT.test(digits)) return true;
  return digits.length >= 9 && (isWalk(digits) || isWalk(digits.replace(PREFIX, '')));
}

const isWalk = (digits: string): boolean => UP.includes(digits) || DOWN.includes(digits);
