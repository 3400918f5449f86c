/**
 * One hostile case at one size, in a process of its own: one that takes all memory or never ends then costs the others
 * nothing. Prints the milliseconds the processor was at work.
 */
import { redactTexts } from '../../src/redact/redact.ts';
import { createRestorer, restoreText } from '../../src/redact/restore.ts';
import { Vault } from '../../src/redact/vault.ts';
import type { Finding } from '../../src/detect/finding.ts';
import { cpuTime } from '../provision/cpu-time.ts';
import { foundAt } from './redact-texts.ts';

/** A text of pieces that are all findings, with something between them. */
function allFound(count: number, piece: (n: number) => string): { text: string; findings: Finding[] } {
  const pieces: string[] = [];
  const findings: Finding[] = [];
  let at = 0;
  for (let n = 0; n < count; n++) {
    const value = piece(n);
    findings.push(foundAt(at, at + value.length));
    pieces.push(value);
    at += value.length + 1;
  }
  return { text: pieces.join(' '), findings };
}

function thereAndBack({ text, findings }: { text: string; findings: Finding[] }): void {
  const vault = new Vault();
  const [redacted] = redactTexts([{ text, findings, writtenBy: 'person' }], vault);
  if (restoreText(redacted?.text ?? '', vault) !== text) throw new Error('it did not come back');
}

/** A value of the same first characters as all others, of one of so many lengths. */
function alike(lengths: number): (n: number) => string {
  return (n) => `tok_${'x'.repeat(n % lengths)}${String(n).padStart(7, '0')}`;
}

const mail = (n: number): string => `m${n}@x.io`;

/** What is done at a size; the making of the text is not counted. */
const CASES: Readonly<Record<string, (count: number) => () => void>> = {
  'findings, all different': (count) => {
    const text = allFound(count, mail);
    return () => thereAndBack(text);
  },
  'findings, a thousand values': (count) => {
    const text = allFound(count, (n) => mail(n % 1_000));
    return () => thereAndBack(text);
  },
  'look-alikes of stand-ins': (count) => {
    const text = Array.from({ length: count }, (_, n) => `EMAIL_${99_999 + n}`).join(' ');
    const findings = [foundAt(text.length + 1, text.length + 7)];
    return () => thereAndBack({ text: `${text} a@b.io`, findings });
  },
  'look-alikes in an answer': (count) => {
    const text = Array.from({ length: count }, (_, n) => `EMAIL_${99_999 + n}`).join(' ');
    const vault = new Vault();
    for (let n = 0; n < 1_000; n++) vault.standInFor(mail(n), 'email');
    return () => {
      const restorer = createRestorer(vault);
      for (let at = 0; at < text.length; at += 64) restorer.push(text.slice(at, at + 64));
      restorer.end();
    };
  },
  'values with a stand-in inside': (count) => {
    const text = allFound(count, (n) => `"a EMAIL_${n + 1} b"`);
    return () => thereAndBack(text);
  },
  'same first characters': (count) => {
    const text = allFound(count, alike(1));
    return () => thereAndBack(text);
  },
  'same first characters, 200 lengths': (count) => {
    const text = allFound(count, alike(200));
    return () => thereAndBack(text);
  },
  'one character each': (count) => {
    const text = allFound(count, (n) => String.fromCharCode(0x4e00 + (n % 5_000)));
    return () => thereAndBack(text);
  },
  'three characters each, all different': (count) => {
    const text = allFound(count, (n) =>
      String.fromCharCode(0x4e00 + (n % 5_000), 0x4e00 + Math.floor(n / 5_000), 0x4e00),
    );
    return () => thereAndBack(text);
  },
};

export const CASE_NAMES = Object.keys(CASES);

if (import.meta.main) {
  const [name = '', count = '0'] = process.argv.slice(2);
  const make = CASES[name];
  if (!make) throw new Error(`no such case: ${name}`);
  // Code is compiled before it counts.
  const warm = make(Math.min(Number(count), 2_000));
  for (let i = 0; i < 5; i++) warm();
  const run = make(Number(count));
  let rounds = 0;
  const start = cpuTime();
  do {
    run();
    rounds += 1;
    // Of a single round too much is what the collector of garbage happens to do in it.
  } while (cpuTime() - start < 1_000);
  console.log((cpuTime() - start) / rounds);
}
