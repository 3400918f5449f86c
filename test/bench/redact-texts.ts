/** Texts for measuring the redaction; every value is made up, valid in form, and another at each number. */
import type { Finding } from '../../src/detect/finding.ts';
import { githubToken } from '../unit/made-up.ts';

/** A finding of that range, as a scan would have it. */
export function foundAt(start: number, end: number, kind = 'email'): Finding {
  return { rule: 'bench', class: 'pii', kind, severity: 'medium', start, end, evidence: 'shape' };
}

const KIND_OF_LINE: readonly ((n: number) => string)[] = [
  (n) => `  - contact: user${n}.weber@brightparcel.io # on call`,
  (n) => `GITHUB_TOKEN=${githubToken(n)}`,
  (n) => `"card": "${card(n)}", "paid": true,`,
  (n) => `DATABASE_URL=postgres://app${n}:k7Vd-vY${n}ajZ8@db${n % 40}.orders.internal:5432/orders`,
  (n) => `2026-03-02T11:04:51Z WARN login failed ip=83.57.${n % 200}.${(n * 7) % 250} retry=3`,
  (n) => `Call +49 30 901${String(10_000 + (n % 90_000))} about the delivery.`,
  (n) => `db_password = "Nordlicht-${n}-unter!Eis"`,
];

function card(n: number): string {
  const body = `4539${String(100_000_000_00 + n * 7_919).slice(0, 11)}`;
  let sum = 0;
  for (const [i, digit] of Array.from(body).toReversed().entries()) {
    const doubled = Number(digit) * (i % 2 === 0 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return `${body}${(10 - (sum % 10)) % 10}`;
}

/** A text with something sensitive in every line, of that many characters. */
export function denseText(length: number, seed: number): string {
  let text = '';
  for (let n = seed * 10_000; text.length < length; n++)
    text += `${KIND_OF_LINE[n % KIND_OF_LINE.length]?.(n)}\n`;
  return structuredClone(text.slice(0, length));
}

const PROSE =
  'The parcel left the depot on Monday and nobody has seen it since, so that the question is what the carrier ' +
  'wrote down, when it was, and who signed for it at the door. ';

/** Plain words with nothing in them, of that many characters; another text for another seed. */
export function proseText(length: number, seed: number): string {
  let text = '';
  for (let n = 0; text.length < length; n++) text += `${seed}.${n} ${PROSE}`;
  return structuredClone(text.slice(0, length));
}

/** Answer after answer with a stand-in in each, those of the names given in turn. */
export function answerWith(names: readonly string[], length: number): string {
  let text = '';
  for (let n = 0; text.length < length; n++) text += `write to ${names[n % names.length]}, then `;
  return structuredClone(text.slice(0, length));
}
