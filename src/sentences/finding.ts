import type { Evidence, Finding, FindingClass, Severity } from '../detect/finding.ts';
import { kindOf, revokedAt } from '../detect/kinds.ts';
import type { Translate } from './translate.ts';

/** The class of a finding in a word. */
export function className(id: FindingClass, t: Translate): string {
  switch (id) {
    case 'secret':
      return t('Secret');
    case 'pii':
      return t('Personal');
    case 'internal':
      return t('Internal');
    case 'path':
      return t('File rule');
    case 'opaque':
      return t('Not looked into');
  }
}

/** The name of a kind as it stands at the beginning. */
export function kindName(kind: string, t: Translate): string {
  return beginning(t(kindOf(kind).name));
}

/** The kind as a thing, at the beginning of a sentence: `A GitHub token`, `3 GitHub tokens` as `3 × GitHub token`. */
export function kindCounted(kind: string, count: number, t: Translate): string {
  return beginning(kindCountedWithin(kind, count, t));
}

/** The kind as a thing, within a sentence: `a GitHub token`. A language without articles there leaves them out. */
export function kindCountedWithin(kind: string, count: number, t: Translate): string {
  const name = t(kindOf(kind).name);
  if (count !== 1) return t('{0} × {1}', count, name);
  return VOWEL_FIRST.test(kindOf(kind).name) ? t('an {0}', name) : t('a {0}', name);
}

/** Words as they stand at the beginning. npm is written small wherever it stands. */
function beginning(words: string): string {
  return words.startsWith('npm') ? words : words.charAt(0).toUpperCase() + words.slice(1);
}

/** Names that are spoken with a vowel first: also letters that are spelled out, such as the N of NVIDIA. */
const VOWEL_FIRST = /^(?!US |URL)(?:[aeio]|[AEIO]|[FHLMNRSX][A-Z]|npm)/;

/** What the finding opens, how sure it is and where to revoke it: `reads repositories · known by its shape`. */
export function findingReason({ kind, evidence }: Pick<Finding, 'kind' | 'evidence'>, t: Translate): string {
  const page = revokedAt(kind);
  const revoke = page === undefined ? '' : ` · ${t('revoke it at {0}', page.replace(/^https:\/\//, ''))}`;
  return `${t(kindOf(kind).opens)} · ${evidenceText(evidence, t)}${revoke}`;
}

/** A finding without its value: `3:14 GitHub token (secret, critical): reads and writes repositories · …`. */
export function findingLine(finding: Finding, text: string, t: Translate): string {
  const { line, column } = placeIn(text, finding.start);
  const about = `${classCounted(finding.class, 1, t)}, ${severityText(finding.severity, t)}`;
  return `${line}:${column} ${kindName(finding.kind, t)} (${about}): ${findingReason(finding, t)}`;
}

/** `3 found · 2 secrets, 1 personal`, or that nothing was found. */
export function foundSummary(findings: readonly Pick<Finding, 'class'>[], t: Translate): string {
  const counts = new Map<FindingClass, number>();
  for (const { class: of } of findings) counts.set(of, (counts.get(of) ?? 0) + 1);
  return countedSummary(counts, t);
}

/** The same of findings that were counted by class. */
export function countedSummary(counts: ReadonlyMap<FindingClass, number>, t: Translate): string {
  const all = [...counts.values()].reduce((sum, n) => sum + n, 0);
  if (all === 0) return t('Nothing sensitive found');
  const list = (['secret', 'pii', 'internal', 'path', 'opaque'] as const).flatMap((id) => {
    const n = counts.get(id) ?? 0;
    return n === 0 ? [] : [`${n} ${classCounted(id, n, t)}`];
  });
  return `${t('{0} found', all)} · ${list.join(', ')}`;
}

/** The class of so many findings, within a line. */
function classCounted(id: FindingClass, count: number, t: Translate): string {
  switch (id) {
    case 'secret':
      return count === 1 ? t('secret') : t('secrets');
    case 'pii':
      return t('personal');
    case 'internal':
      return t('internal');
    case 'path':
      return count === 1 ? t('file rule') : t('file rules');
    case 'opaque':
      return t('not looked into');
  }
}

/** How many of what, for a message after a redaction: `2 × e-mail address, 1 × GitHub token`. */
export function countsByKind(kinds: readonly string[], t: Translate): string {
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, n]) => `${n} × ${t(kindOf(kind).name)}`).join(', ');
}

/** Line and column of an offset, both from 1; the column counts UTF-16 code units. */
export function placeIn(text: string, offset: number): { line: number; column: number } {
  let line = 1;
  let lineStart = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
    line += 1;
    lineStart = at + 1;
  }
  return { line, column: offset - lineStart + 1 };
}

function severityText(severity: Severity, t: Translate): string {
  switch (severity) {
    case 'critical':
      return t('critical');
    case 'high':
      return t('high');
    case 'medium':
      return t('medium');
    case 'low':
      return t('low');
  }
}

function evidenceText(evidence: Evidence, t: Translate): string {
  switch (evidence) {
    case 'check':
      return t('its check digits are right');
    case 'context':
      return t('known by the words around it');
    case 'shape':
      return t('known by its shape');
    case 'known':
      return t('the same value stands there');
    case 'path':
      return t('known by its path');
  }
}
