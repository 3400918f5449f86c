import type { Detector, Hit } from './detector.ts';
import { condense } from './engine/repeats.ts';
import { surveyOf } from './engine/table.ts';
import { excludedShape } from './exclusions/exclusions.ts';
import { type Finding, ScanFailure } from './finding.ts';
import { newOfJoined } from './joined.ts';
import { kindOf } from './kinds.ts';
import { type Look, lookThrough } from './layers/look-through.ts';
import { assertScannable } from './limits.ts';
import { mergeFindings } from './merge.ts';
import type { Survey } from './survey/survey.ts';

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
  const findings = await findInLong(text.slice(shift), detectors);
  return mergeFindings(findings).map((finding) => ({
    ...finding,
    start: finding.start + shift,
    end: finding.end + shift,
  }));
}

/** All that is in a content; the middle of a long repetition is looked at only where that could tell something new. */
async function findInLong(content: string, detectors: readonly Detector[]): Promise<Finding[]> {
  const condensed = condense(content);
  if (condensed === undefined) return findWithin(content, detectors);
  const findings = await findWithin(condensed.text, detectors);
  if (findings.some(({ start, end }) => condensed.tellsOfCut(start, end)))
    return findWithin(content, detectors);
  return findings.map((finding) => ({
    ...finding,
    start: condensed.toSource(finding.start),
    end: condensed.toSource(finding.end - 1) + 1,
  }));
}

/** What stands in a content openly, and what is hidden in it. */
async function findWithin(content: string, detectors: readonly Detector[]): Promise<Finding[]> {
  const survey = surveyed(content);
  const outside = await findIn(content, detectors, survey);
  const look: Look = (inner, its) => findIn(inner, detectors, its);
  const hidden = await lookThrough(content, outside, look, (inner) =>
    inner === content ? survey : surveyed(inner),
  );
  return [...outside, ...newOfJoined(content, outside, hidden)];
}

/**
 * What the detectors find in a content that has no byte order mark; findings may overlap.
 * @throws ScanFailure `rule-failed` when the survey or a detector throws.
 */
export async function findIn(
  content: string,
  detectors: readonly Detector[],
  survey = surveyed(content),
): Promise<Finding[]> {
  const findings: Finding[] = [];
  try {
    for (const detector of detectors) {
      for (const hit of await detector.find(content, survey)) findings.push(toFinding(hit));
    }
  } catch {
    // The error of a rule may quote what it was looking at.
    throw new ScanFailure('rule-failed');
  }
  return findings.filter(
    ({ class: className, start, end }) =>
      className !== 'secret' || excludedShape(content.slice(start, end)) === undefined,
  );
}

function toFinding({ rule, kind: id, start, end, evidence, severity: given, table }: Hit): Finding {
  const { class: className, severity } = kindOf(id);
  const finding = { rule, class: className, kind: id, severity: given ?? severity, start, end, evidence };
  return table ? { ...finding, table } : finding;
}

/** @throws ScanFailure `rule-failed` where the survey fails, as when a rule does. */
function surveyed(content: string): Survey {
  try {
    return surveyOf(content);
  } catch {
    throw new ScanFailure('rule-failed');
  }
}
