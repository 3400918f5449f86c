/**
 * Whether the digits of a number pass the Luhn check (ISO/IEC 7812-1 annex B); what is no digit is skipped.
 */
export function passesLuhn(written: string): boolean {
  let sum = 0;
  let place = 0;
  for (let i = written.length - 1; i >= 0; i--) {
    const digit = written.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) continue;
    const doubled = place % 2 === 0 ? digit : digit * 2;
    sum += doubled > 9 ? doubled - 9 : doubled;
    place += 1;
  }
  return sum % 10 === 0;
}
