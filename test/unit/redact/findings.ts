import type { Finding } from '../../../src/detect/finding.ts';
import { kindOf } from '../../../src/detect/kinds.ts';
import { redactTexts } from '../../../src/redact/redact.ts';
import { Vault } from '../../../src/redact/vault.ts';

/** A finding of a kind at [start, end). */
export function finding(start: number, end: number, kind = 'email'): Finding {
  const { class: className, severity } = kindOf(kind);
  return { rule: 'test', class: className, kind, severity, start, end, evidence: 'shape' };
}

/** A finding wherever a value stands. */
export function findAll(text: string, value: string, kind?: string): Finding[] {
  const found: Finding[] = [];
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
    found.push(finding(at, at + value.length, kind));
  }
  return found;
}

/** A person's text, redacted. */
export function redact(text: string, findings: readonly Finding[], vault = new Vault()): string {
  return redactTexts([{ text, findings, writtenBy: 'person' }], vault)[0]?.text ?? '';
}
