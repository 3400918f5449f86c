import { lintSource } from '@secretlint/core';
import { secretLintProfiler } from '@secretlint/profiler';
import type { SecretLintCoreResultMessage } from '@secretlint/types';
import { type Evidence, type Finding, ScanFailure } from './finding.ts';
import { isPlainlyFake } from './fake.ts';
import { placesInJson, textInsideJson } from './inside-json.ts';
import { kindOf } from './kinds.ts';
import { assertScannable } from './limits.ts';
import { mergeFindings } from './merge.ts';
import { PRESET } from './preset.ts';
import { OWN_SCOPE } from './rule.ts';
import type { ConfiguredRule } from './rules.ts';

// On by default, and it keeps an entry for every scan for as long as the process lives.
secretLintProfiler.setEnabled(false);

const BYTE_ORDER_MARKS = /^\ufeff*/;

/**
 * Finds what is sensitive in one text.
 *
 * @returns findings sorted by start, without overlaps; offsets count a leading byte order mark.
 * @throws ScanFailure `too-large` for a text over the limit, `rule-failed` when a rule throws.
 */
export async function scanText(text: string, rules: readonly ConfiguredRule[]): Promise<Finding[]> {
  assertScannable(text);
  // secretlint drops a mark and then counts without it.
  const shift = BYTE_ORDER_MARKS.exec(text)?.[0].length ?? 0;
  const content = text.slice(shift);
  const outside = await find(content, rules);
  const findings = [...outside, ...(await findInsideJson(content, rules, outside))];
  return mergeFindings(findings).map((finding) => shifted(finding, shift));
}

async function find(content: string, rules: readonly ConfiguredRule[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const message of await lint(content, rules)) {
    const finding = toFinding(message, content);
    findings.push(finding);
    // A match that ran past its secret may have run over another one.
    const [, end] = message.range;
    if (finding.end < end && finding.end > message.range[0]) {
      const rest = await find(content.slice(finding.end, end), rules);
      findings.push(...rest.map((one) => shifted(one, finding.end)));
    }
  }
  return findings.filter(
    ({ class: className, start, end }) => className !== 'secret' || !isPlainlyFake(content.slice(start, end)),
  );
}

function shifted(finding: Finding, by: number): Finding {
  return { ...finding, start: finding.start + by, end: finding.end + by };
}

/** A text that is JSON is looked at a second time with its escapes undone, for what only then is to be seen. */
async function findInsideJson(
  content: string,
  rules: readonly ConfiguredRule[],
  outside: readonly Finding[],
): Promise<Finding[]> {
  const inside = textInsideJson(content);
  if (inside === undefined) return [];
  const seen = new Set(outside.map(({ start, end }) => content.slice(start, end)));
  const findings: Finding[] = [];
  for (const finding of await find(inside, rules)) {
    const value = inside.slice(finding.start, finding.end);
    if (seen.has(value)) continue;
    seen.add(value);
    const places = placesInJson(content, value);
    // What cannot be told from the rest makes the whole of it a finding.
    if (places.length === 0) places.push({ start: 0, end: content.length });
    findings.push(...places.map((place) => ({ ...finding, ...place })));
  }
  return findings;
}

async function lint(
  content: string,
  rules: readonly ConfiguredRule[],
): Promise<readonly SecretLintCoreResultMessage[]> {
  try {
    const result = await lintSource({
      source: { content, filePath: 'prompt.txt', ext: '.txt', contentType: 'text' },
      options: {
        noPhysicFilePath: true,
        config: {
          rules: rules.map(({ rule, options }) => ({ id: rule.meta.id, rule, ...(options && { options }) })),
        },
      },
    });
    return result.messages;
  } catch {
    // The error of a rule may quote what it was looking at.
    throw new ScanFailure('rule-failed');
  }
}

/** Takes from a message what is no part of the text: `message` and `data` of secretlint hold the secret. */
function toFinding(message: SecretLintCoreResultMessage, content: string): Finding {
  const row = message.ruleId.startsWith(OWN_SCOPE)
    ? { kind: message.messageId, evidence: evidenceOf(message.data) }
    : (PRESET[`${message.ruleId}/${message.messageId}`] ?? {
        kind: 'credential',
        evidence: 'shape' as const,
      });
  const [start, end] = extend(message.range, 'extent' in row ? row.extent : undefined, content);
  const kind = kindOf(row.kind);
  return {
    rule: message.ruleId,
    class: kind.class,
    kind: row.kind,
    severity: kind.severity,
    start,
    end,
    evidence: row.evidence,
  };
}

function evidenceOf(data: object | undefined): Evidence {
  const evidence = data && 'evidence' in data ? data.evidence : undefined;
  return evidence === 'check' || evidence === 'context' ? evidence : 'shape';
}

function extend(
  range: readonly [number, number],
  extent: RegExp | undefined,
  content: string,
): readonly [number, number] {
  if (!extent) return range;
  extent.lastIndex = range[0];
  const match = extent.exec(content);
  if (!match) return range;
  // A row with a group knows where the secret begins; the others only make the preset's range longer.
  return (
    match.indices?.groups?.['secret'] ?? [range[0], Math.max(range[0] + 1, match.index + match[0].length)]
  );
}
