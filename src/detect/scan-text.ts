import type { Detector, Hit } from './detector.ts';
import { isPlainlyFake } from './fake.ts';
import { type Finding, ScanFailure } from './finding.ts';
import { placesInJson, textInsideJson } from './inside-json.ts';
import { kindOf } from './kinds.ts';
import { assertScannable } from './limits.ts';
import { mergeFindings } from './merge.ts';

const BYTE_ORDER_MARKS = /^\ufeff*/;

/**
 * Finds what is sensitive in one text.
 *
 * @returns findings sorted by start, without overlaps; offsets count a leading byte order mark.
 * @throws ScanFailure `too-large` for a text over the limit, `rule-failed` when a detector throws.
 */
export async function scanText(text: string, detectors: readonly Detector[]): Promise<Finding[]> {
  assertScannable(text);
  // A mark is no character of the text; rules that look at its beginning would stumble over it.
  const shift = BYTE_ORDER_MARKS.exec(text)?.[0].length ?? 0;
  const content = text.slice(shift);
  const outside = await findIn(content, detectors);
  const findings = [...outside, ...(await findInsideJson(content, detectors, outside))];
  return mergeFindings(findings).map((finding) => ({
    ...finding,
    start: finding.start + shift,
    end: finding.end + shift,
  }));
}

/**
 * What the detectors find in a content that has no byte order mark; findings may overlap.
 * @throws ScanFailure `rule-failed` when a detector throws.
 */
export async function findIn(content: string, detectors: readonly Detector[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  try {
    for (const detector of detectors) {
      for (const hit of await detector.find(content)) findings.push(toFinding(hit));
    }
  } catch {
    // The error of a rule may quote what it was looking at.
    throw new ScanFailure('rule-failed');
  }
  return findings.filter(
    ({ class: className, start, end }) => className !== 'secret' || !isPlainlyFake(content.slice(start, end)),
  );
}

function toFinding({ rule, kind: id, start, end, evidence }: Hit): Finding {
  const { class: className, severity } = kindOf(id);
  return { rule, class: className, kind: id, severity, start, end, evidence };
}

/** A text that is JSON is looked at a second time with its escapes undone, for what only then is to be seen. */
async function findInsideJson(
  content: string,
  detectors: readonly Detector[],
  outside: readonly Finding[],
): Promise<Finding[]> {
  const inside = textInsideJson(content);
  if (inside === undefined) return [];
  const seen = new Set(outside.map(({ start, end }) => content.slice(start, end)));
  const findings: Finding[] = [];
  for (const finding of await findIn(inside, detectors)) {
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
