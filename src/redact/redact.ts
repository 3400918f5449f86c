import { mergeFindings } from '../detect/merge.ts';
import type { Finding } from '../detect/finding.ts';
import { kindOf } from '../detect/kinds.ts';
import { LITERAL, PLACEHOLDER, type StandIn, type Vault } from './vault.ts';

/** What was put in place of a piece of the text; offsets are UTF-16 code units into the text passed in. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly standIn: StandIn;
}

export interface Redacted {
  readonly text: string;
  readonly replacements: readonly Replacement[];
}

/**
 * Replaces each finding by its stand-in; everything between is untouched to the byte. A finding that is only part
 * of a word takes the whole word with it, since a stand-in that runs into a word could not be told from it later.
 *
 * Values the vault holds already are replaced wherever else they stand, and (in text that a person wrote, so
 * that it comes back as it was) names that happen to be those of issued stand-ins get one of their own.
 *
 * @param findings into `text`, in any order, overlaps allowed.
 * @param spared values that were let through and stay.
 * @param writtenBy a model's own text holds stand-ins on purpose, and they stay.
 */
function redactText(
  text: string,
  findings: readonly Finding[],
  vault: Vault,
  writtenBy: 'person' | 'model',
  spared: ReadonlySet<string> = new Set(),
): Redacted {
  issueStandIns(text, findings, vault);
  const all = [
    ...findings,
    ...knownValues(text, vault, spared),
    ...(writtenBy === 'person' ? literalNames(text, vault) : []),
  ];
  const replacements = standFree(text, mergeFindings(all)).map(({ start, end, kind }) => ({
    start,
    end,
    standIn: vault.standInFor(text.slice(start, end), kind),
  }));
  return { text: replaceAll(text, replacements), replacements };
}

/** Gives every finding its stand-in, so that its value is known wherever else it stands. */
function issueStandIns(text: string, findings: readonly Finding[], vault: Vault): void {
  for (const { start, end, kind } of standFree(text, mergeFindings(findings))) {
    vault.standInFor(text.slice(start, end), kind);
  }
}

/** Widens findings to whole words and joins those that touch. */
function standFree(text: string, findings: readonly Finding[]): Finding[] {
  const free: Finding[] = [];
  for (const finding of findings) {
    const last = free.at(-1);
    const start = wordStart(text, finding.start, last?.end ?? 0);
    const end = wordEnd(text, finding.end);
    if (last && start <= last.end) free.splice(-1, 1, { ...last, end: Math.max(last.end, end) });
    else free.push({ ...finding, start, end });
  }
  return free;
}

const WORD = /[A-Za-z0-9_]/;

function wordStart(text: string, from: number, floor: number): number {
  let start = from;
  while (start > floor && WORD.test(text.charAt(start - 1)) && !ESCAPE.test(text.slice(start - 2, start)))
    start -= 1;
  return start;
}

const ESCAPE = /^\\[nrtbfv]$/;

function wordEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && WORD.test(text.charAt(end))) end += 1;
  return end;
}

function knownValues(text: string, vault: Vault, spared: ReadonlySet<string>): Finding[] {
  return Array.from(vault.occurrences(text))
    .filter(({ value }) => !spared.has(value))
    .map(({ start, end, value }) => finding('vault', vault.holding(value)?.kind ?? LITERAL, start, end));
}

function literalNames(text: string, vault: Vault): Finding[] {
  return Array.from(text.matchAll(PLACEHOLDER))
    .filter(([name]) => vault.named(name))
    .map(({ 0: name, index }) => finding('literal', LITERAL, index, index + name.length));
}

function finding(rule: string, id: string, start: number, end: number): Finding {
  const kind = kindOf(id);
  return { rule, class: kind.class, kind: id, severity: kind.severity, start, end, evidence: 'check' };
}

function replaceAll(text: string, replacements: readonly Replacement[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end, standIn } of replacements) {
    pieces.push(text.slice(from, start), standIn.name);
    from = end;
  }
  pieces.push(text.slice(from));
  return pieces.join('');
}

/** Keeps every name in the text that has a placeholder's form from being issued. */
function reserveNames(text: string, vault: Vault): void {
  for (const [name] of text.matchAll(PLACEHOLDER)) if (!vault.named(name)) vault.reserve(name);
}

/** One of several texts that are redacted together. */
export interface TextToRedact {
  readonly text: string;
  /** What is to be replaced; undefined where the text goes as it is. */
  readonly findings: readonly Finding[] | undefined;
  readonly writtenBy: 'person' | 'model';
}

/**
 * Redacts the texts of one request: a value that is found in one of them is replaced in all, and no name that
 * stands in one of them of its own accord is issued.
 *
 * @param spared values that were let through and stay.
 */
export function redactTexts(
  texts: readonly TextToRedact[],
  vault: Vault,
  spared: ReadonlySet<string> = new Set(),
): Redacted[] {
  for (const { text, writtenBy } of texts) if (writtenBy === 'person') reserveNames(text, vault);
  for (const { text, findings } of texts) if (findings) issueStandIns(text, findings, vault);
  return texts.map(({ text, findings, writtenBy }) =>
    findings ? redactText(text, findings, vault, writtenBy, spared) : { text, replacements: [] },
  );
}
