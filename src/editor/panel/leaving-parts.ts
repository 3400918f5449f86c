import type { OutgoingMessage, Review } from '../../airlock.ts';
import type { FoundInFile } from '../../airlock/review.ts';
import type { LeavingPartView } from '../../protocol/leaving.ts';
import type { Redacted } from '../../redact/redact.ts';
import { estimatePiece } from '../token-estimate.ts';
import { type PendingReview, type Standing, standingsOf } from './pending.ts';

/** A message of a request before it leaves, and what it leaves as. */
export interface LeavingPart {
  readonly key: string;
  readonly kind: LeavingPartView['kind'];
  readonly message: OutgoingMessage;
  readonly findings: readonly FoundInFile[];
  readonly leaving: Redacted;
  /** How each finding stands. */
  readonly standings: readonly Standing[];
  /** Its number among the parts of the prompt under review; undefined for what stood before it. */
  readonly own: number | undefined;
  /** As it leaves. */
  readonly bytes: number;
  readonly tokens: number;
}

/**
 * A request in the parts it is put together of.
 * @param leaving each message of the review as it would leave.
 */
export function partsOf(pending: PendingReview, leaving: readonly Redacted[]): LeavingPart[] {
  const { review, parts } = pending;
  const first = review.messages.length - parts.length;
  const standing = standingsOf(pending);
  return review.messages.map((message, at): LeavingPart => {
    const own = at < first ? undefined : at - first;
    const redacted = leaving[at] ?? { text: '', replacements: [] };
    const findings = review.findings[at] ?? [];
    const picture = message.part?.type === 'image' ? message.part.image.base64.length : 0;
    return {
      ...placeOf(pending, review, at, own),
      message,
      findings,
      leaving: redacted,
      standings:
        own === undefined
          ? standingsBefore(findings, redacted)
          : findings.map((finding) => standing({ part: own, finding })),
      own,
      bytes: utf8Length(redacted.text) + picture,
      tokens: estimatePiece({ ...message, text: redacted.text }),
    };
  });
}

function placeOf(
  { parts }: PendingReview,
  { messages }: Review,
  at: number,
  own: number | undefined,
): Pick<LeavingPart, 'key' | 'kind'> {
  if (own !== undefined) {
    const attached = parts[own]?.attached;
    return attached ? { key: `a ${attached.id}`, kind: 'attached' } : { key: 'typed', kind: 'typed' };
  }
  const kind = messages[at]?.role === 'system' ? 'system' : 'history';
  return { key: `${kind} ${at}`, kind };
}

/** How many bytes a text has in UTF-8, without making them: linear, and no memory. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    // Half of a pair has two of its four; half by itself becomes a sign of three.
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    else if (unit >= 0xd800 && unit <= 0xdbff && isLow(text.charCodeAt(at + 1))) {
      bytes += 4;
      at += 1;
    } else bytes += 3;
  }
  return bytes;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** What stood before the prompt was decided then: all that can be said is what becomes of it. */
function standingsBefore(findings: readonly FoundInFile[], leaving: Redacted): Standing[] {
  const replaced = replacedIn(findings, leaving);
  return findings.map((_, at): Standing => {
    return { fate: replaced.has(at) ? 'redacted' : 'let-go', offers: [], blocked: undefined };
  });
}

/** Which findings are in a piece that is replaced, by their places; both are in the order of the text. */
export function replacedIn(
  findings: readonly FoundInFile[],
  { replacements }: Redacted,
): ReadonlySet<number> {
  const replaced = new Set<number>();
  let next = 0;
  for (const [at, { start, end }] of findings.entries()) {
    while ((replacements[next]?.end ?? Infinity) <= start) next += 1;
    if ((replacements[next]?.start ?? Infinity) < end) replaced.add(at);
  }
  return replaced;
}

/** Whether a part is to be read as it was when it was last looked at. */
export function isUnchanged(before: LeavingPart, now: LeavingPart): boolean {
  return (
    before.own === now.own &&
    before.message.text === now.message.text &&
    before.leaving.text === now.leaving.text &&
    before.findings.length === now.findings.length &&
    before.findings.every((one, at) => {
      const other = now.findings[at];
      return other?.start === one.start && other.end === one.end && other.kind === one.kind;
    }) &&
    before.standings.every((one, at) => isSameStanding(one, now.standings[at]))
  );
}

function isSameStanding(one: Standing, other: Standing | undefined): boolean {
  return (
    one.fate === other?.fate &&
    one.offers.length === other.offers.length &&
    one.blocked?.rule === other.blocked?.rule &&
    one.blocked?.ruling === other.blocked?.ruling &&
    (one.blocked === undefined) === (other.blocked === undefined)
  );
}
