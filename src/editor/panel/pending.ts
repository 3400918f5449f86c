import { fixedValues, type Left, type Review } from '../../airlock.ts';
import type { FoundInFile } from '../../airlock/review.ts';
import { type FindingReason, isFinal, isHeldBack } from '../../decide/decision.ts';
import { reasonOf } from '../../decide/decide.ts';
import type { UserRule } from '../../decide/user-rules.ts';
import type { Fate, Offer } from '../../protocol/review.ts';
import type { Redacted } from '../../redact/redact.ts';
import type { Attached } from './attached.ts';

/** One piece of a prompt under review, by its place in `PendingReview.parts`. */
export interface PendingPart {
  /** Undefined for the text that was typed. */
  readonly attached: Attached | undefined;
  readonly text: string;
  readonly findings: readonly FoundInFile[];
  /** The text as it would leave, with the names it would give. */
  readonly leaving: Redacted;
}

/** A finding in a prompt, and the number of the part it is in. */
export interface OwnFinding {
  readonly part: number;
  readonly finding: FoundInFile;
}

/** What was found in a prompt and its attachments, and what would become of it. */
export interface PendingReview {
  readonly id: string;
  /** The text that was typed. */
  readonly text: string;
  /** Whether it waits for the user's word. It does not while it is typed: then it is only shown. */
  readonly held: boolean;
  readonly review: Review;
  /** The values that go as they are, this once. */
  readonly left: Left;
  /** In the order they go. */
  readonly parts: readonly PendingPart[];
  /** All that was found in its parts, one part after the other. Earlier turns are left out. */
  readonly own: readonly OwnFinding[];
}

/** What becomes of a finding, and what can be said about it. */
export interface Standing {
  readonly fate: Fate;
  readonly offers: readonly Offer[];
  /** Why it cannot be left as it is: the number of the user's rule that says so, from 0, or the rule about its file. */
  readonly blocked: Pick<FindingReason, 'rule' | 'ruling'> | undefined;
  /** The policy file that declares its value to be made up, where it goes for that. */
  readonly declaredBy?: string;
}

/**
 * A review of a prompt that was put together of pieces.
 *
 * @param attached what each of the last messages of the review is, undefined for the text that was typed.
 * @param leaving each message of the review as it would leave.
 */
export function pend(
  about: Pick<PendingReview, 'id' | 'text' | 'held' | 'review' | 'left'>,
  attached: readonly (Attached | undefined)[],
  leaving: readonly Redacted[],
): PendingReview {
  const { messages, findings } = about.review;
  const from = messages.length - attached.length;
  const parts = attached.map((one, i): PendingPart => ({
    attached: one,
    text: messages[from + i]?.text ?? '',
    findings: findings[from + i] ?? [],
    leaving: leaving[from + i] ?? { text: '', replacements: [] },
  }));
  const own = parts.flatMap(({ findings: list }, part) => list.map((finding) => ({ part, finding })));
  return { ...about, parts, own };
}

/** What a review is of, as it stood in the composer. */
export function promptOf({ text, parts }: PendingReview): {
  readonly text: string;
  readonly attached: readonly Attached[];
} {
  return { text, attached: parts.flatMap(({ attached }) => attached ?? []) };
}

/** The number of the part that was typed. */
export function typedPart({ parts }: PendingReview): number {
  return parts.findIndex(({ attached }) => attached === undefined);
}

/** The value of a finding in a prompt under review; of a picture its base64. */
export function valueOf({ parts }: PendingReview, { part, finding }: OwnFinding): string {
  const { text, attached } = parts[part] ?? { text: '', attached: undefined };
  return attached?.image?.base64 ?? text.slice(finding.start, finding.end);
}

/**
 * How each finding of a prompt under review stands. What is blocked can only go redacted, and where nothing lets the
 * prompt go there is nothing to say about its findings. What nobody could look into can be left this once, and never
 * always: the user has not seen it either.
 */
export function standingsOf(pending: PendingReview): (own: OwnFinding) => Standing {
  const { review, left } = pending;
  const fixed = fixedValues(review);
  const final = isFinal(review.decision);
  return (own) => {
    const { finding } = own;
    const value = valueOf(pending, own);
    const { action, declaredBy } = reasonOf(finding, review.terms);
    if (!isHeldBack(action)) {
      return {
        fate: 'let-go',
        offers: [],
        blocked: undefined,
        ...(declaredBy !== undefined && { declaredBy }),
      };
    }
    if (final) return { fate: 'redacted', offers: [], blocked: undefined };
    if (fixed.has(value)) {
      return { fate: 'redacted', offers: [], blocked: reasonOf(finding, review.terms) };
    }
    return {
      fate: left.has(value) ? 'left' : 'redacted',
      offers: finding.class === 'opaque' ? ['leave'] : ['leave', 'allow-value', 'allow-kind'],
      blocked: undefined,
    };
  };
}

/** The values that go as they are once findings, by their places, are left, or are redacted after all. */
export function leftAfter(pending: PendingReview, found: readonly number[], leave: boolean): Left {
  const standing = standingsOf(pending);
  const left = new Set(pending.left);
  for (const at of found) {
    const own = pending.own[at];
    if (!own || !standing(own).offers.includes('leave')) continue;
    if (leave) left.add(valueOf(pending, own));
    else left.delete(valueOf(pending, own));
  }
  return left;
}

/**
 * The rule that lets a finding's kind go to the destination of a review, and where it stands among the user's rules:
 * right behind the one that decides now, or first of all. Whatever else they decided goes on deciding.
 *
 * @returns undefined where the destination's name is too long for a rule.
 */
export function ruleLetting(
  { review }: PendingReview,
  { finding }: OwnFinding,
): { readonly rule: UserRule; readonly at: number } | undefined {
  const { destination } = review.route;
  const { provider, model } = destination.rehearses ?? destination;
  const to = `${provider}/${model}`;
  if (to.length > LONGEST_GLOB || finding.kind.length > LONGEST_GLOB) return undefined;
  const at = (review.terms.ruleFor(finding)?.index ?? -1) + 1;
  return { rule: { kind: finding.kind, destination: to, action: 'allow' }, at };
}

const LONGEST_GLOB = 200;
