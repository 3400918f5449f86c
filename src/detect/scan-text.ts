import { type Aside, inOrder, isAside, type Lists } from './aside.ts';
import type { Detector, Hit } from './detector.ts';
import { condense } from './engine/repeats.ts';
import { surveyOf } from './engine/behind.ts';
import { personalPlaces } from './engine/personal-table.ts';
import { excludedShape } from './exclusions/exclusions.ts';
import { type Finding, ScanFailure } from './finding.ts';
import { newOfJoined } from './joined.ts';
import type { Kind } from './kind.ts';
import { kindOf } from './kinds.ts';
import { type Look, lookThrough } from './layers/look-through.ts';
import { assertScannable } from './limits.ts';
import { mergeFindings } from './merge.ts';
import { forgetTexts } from './people/thrift.ts';
import { outsideEscapes } from './structures/escaped-line.ts';
import { Places } from './survey/places.ts';
import { type Part, type Survey, surveyOfLiterals } from './survey/survey.ts';

const BYTE_ORDER_MARKS = /^\ufeff*/;

/**
 * Finds what is sensitive in one text.
 *
 * @param aside a second thread that takes over some of the detectors; what is found is the same with and without it.
 * @returns findings sorted by start, without overlaps; offsets count a leading byte order mark.
 * @throws ScanFailure `too-large` for a text over the limit, `rule-failed` when a detector throws, `scanner-died` when
 * the second thread does not answer.
 */
export async function scanText(
  text: string,
  detectors: readonly Detector[],
  aside?: Aside,
): Promise<Finding[]> {
  assertScannable(text);
  // A mark is no character of the text; rules that look at its beginning would stumble over it.
  const shift = BYTE_ORDER_MARKS.exec(text)?.[0].length ?? 0;
  const content = text.slice(shift);
  const findings = await findInLong(content, detectors, aside);
  const merged = mergeFindings(findings).map((finding) => withoutHalves(content, finding));
  if (shift === 0) return merged;
  return merged.map((finding) => ({
    ...finding,
    start: finding.start + shift,
    end: finding.end + shift,
  }));
}

/** A finding that leaves no half of an escape behind; what is said of its inside holds for all of it alone. */
function withoutHalves(content: string, finding: Finding): Finding {
  // Nearly all.
  if (!isBackslash(content, finding.start - 1) && !isBackslash(content, finding.end - 1)) return finding;
  const place = outsideEscapes(content, finding.start, finding.end);
  if (place.start === finding.start && place.end === finding.end) return finding;
  const { inside: _, declaredBy: __, ...whole } = finding;
  return { ...whole, ...place };
}

function isBackslash(content: string, at: number): boolean {
  return content.charCodeAt(at) === 92;
}

/** All that is in a content; the middle of a long repetition is looked at only where that could tell something new. */
async function findInLong(
  content: string,
  detectors: readonly Detector[],
  aside?: Aside,
): Promise<Finding[]> {
  const condensed = condense(content);
  if (condensed === undefined) return findWithin(content, detectors, aside);
  const findings = await findWithin(condensed.text, detectors, aside);
  if (findings.some(({ start, end }) => condensed.tellsOfCut(start, end)))
    return findWithin(content, detectors, aside);
  return findings.map((finding) => ({
    ...finding,
    start: condensed.toSource(finding.start),
    end: condensed.toSource(finding.end - 1) + 1,
  }));
}

/** What stands in a content openly, and what is hidden in it. */
async function findWithin(
  content: string,
  detectors: readonly Detector[],
  aside?: Aside,
): Promise<Finding[]> {
  const look: Look = (inner, its) => findIn(inner, detectors, its);
  const elsewhere = aside?.(content);
  if (elsewhere === undefined) {
    const survey = surveyed(content);
    const outside = await findIn(content, detectors, survey);
    const hidden = await lookThrough(content, outside, look, { survey, ofView: surveyed });
    return [...outside, ...newOfJoined(content, outside, hidden)];
  }
  // Where this thread fails first, nobody waits for the other.
  elsewhere.lists.catch(() => undefined);
  let literals = new Places();
  let survey: Survey;
  try {
    survey = surveyed(content, 'others');
    literals = personalPlaces(survey.literals);
  } finally {
    // The other one waits for them in any case.
    elsewhere.tell(literals);
  }
  const here = await findEach(
    content,
    detectors.filter((detector) => !isAside(detector)),
    survey,
  );
  forgetTexts();
  const all = async (): Promise<Finding[]> =>
    inOrder(detectors, isAside, { those: await elsewhere.lists, others: here }).flat();
  const hidden = await lookThrough(content, here.flat(), look, { survey, ofView: surveyed, all });
  const outside = await all();
  return [...outside, ...newOfJoined(content, outside, hidden)];
}

/**
 * What is found in a content by those detectors that may be left to a second thread: what that thread does.
 *
 * @param literals where literals stand in it, which comes while the other detectors are at work.
 */
export async function findAside(
  content: string,
  detectors: readonly Detector[],
  literals: Places | Promise<Places>,
): Promise<Lists> {
  const aside = detectors.filter(isAside);
  const isByItself = (detector: Detector): boolean => detector.aside === 'by itself';
  const those = await findEach(content, aside.filter(isByItself), surveyed(content, 'aside'));
  const byLiterals = aside.filter((detector) => !isByItself(detector));
  const others = await findEach(content, byLiterals, surveyOfLiterals(await literals));
  forgetTexts();
  return inOrder(aside, isByItself, { those, others });
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
  // `flat` makes room for more than there is.
  return ([] as Finding[]).concat(...(await findEach(content, detectors, survey)));
}

/** The same, a list for each detector. */
async function findEach(
  content: string,
  detectors: readonly Detector[],
  survey: Survey,
): Promise<Finding[][]> {
  const each: Finding[][] = [];
  /** By the place: several rules find the same. */
  const excluded = new Map<number, boolean>();
  const isExcluded = (start: number, end: number): boolean => {
    const place = start * (content.length + 1) + end;
    let is = excluded.get(place);
    if (is === undefined) {
      is = excludedShape(content.slice(start, end)) !== undefined;
      excluded.set(place, is);
    }
    return is;
  };
  try {
    for (const detector of detectors) {
      each.push(findingsOf(await detector.find(content, survey), detector.id, isExcluded));
    }
  } catch {
    // The error of a rule may quote what it was looking at.
    throw new ScanFailure('rule-failed');
  }
  return each;
}

/** The findings of a detector, but for secrets that are excluded. */
function findingsOf(
  hits: Iterable<Hit>,
  detector: string,
  isExcluded: (start: number, end: number) => boolean,
): Finding[] {
  const findings: Finding[] = [];
  for (const hit of hits) {
    const kind = kindOf(hit.kind);
    if (kind.class === 'secret' && isExcluded(hit.start, hit.end)) continue;
    findings.push(toFinding(hit, kind, detector));
  }
  return findings;
}

/** To be copied: V8 comes to make what a literal makes, and lasts, among old objects, where the dead keep the young alive. */
const BLANK: Finding = {
  rule: '',
  class: 'opaque',
  kind: '',
  severity: 'low',
  start: 0,
  end: 0,
  evidence: 'shape',
};

function toFinding(hit: Hit, { class: className, severity }: Kind, detector: string): Finding {
  const { rule = detector, kind, start, end, evidence, table } = hit;
  const finding: Finding = {
    ...BLANK,
    rule,
    class: className,
    kind,
    severity: hit.severity ?? severity,
    start,
    end,
    evidence,
  };
  return table ? { ...finding, table } : finding;
}

/** @throws ScanFailure `rule-failed` where the survey fails, as when a rule does. */
function surveyed(content: string, part?: Part): Survey {
  try {
    return surveyOf(content, part);
  } catch {
    throw new ScanFailure('rule-failed');
  }
}
