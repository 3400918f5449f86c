/**
 * Whether the digits between two places of a text pass the Luhn check (ISO/IEC 7812-1 annex B); what is no digit is
 * skipped. Places are UTF-16 code units; `end` is exclusive.
 */
export function passesLuhn(text: string, start: number, end: number): boolean {
  let sum = 0;
  let place = 0;
  for (let i = end - 1; i >= start; i--) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) continue;
    const doubled = place % 2 === 0 ? digit : digit * 2;
    sum += doubled > 9 ? doubled - 9 : doubled;
    place += 1;
  }
  return sum % 10 === 0;
}
