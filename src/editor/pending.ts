import { blockedValues, type Left, type Review } from '../airlock.ts';
import type { FoundInFile } from '../airlock/review.ts';
import { isFinal, isHeldBack } from '../decide/decision.ts';
import { judge } from '../decide/decide.ts';
import type { UserRule } from '../decide/user-rules.ts';
import type { Fate, Offer } from '../protocol/review.ts';
import type { Redacted } from '../redact/redact.ts';

/** What is waiting for the user's word. */
export interface PendingReview {
  readonly id: string;
  readonly text: string;
  readonly review: Review;
  /** The values that go as they are, this once. */
  readonly left: Left;
  /** The text as it would leave, with the names it would give. */
  readonly leaving: Redacted;
}

/** What becomes of a finding, and what can be said about it. */
export interface Standing {
  readonly fate: Fate;
  readonly offers: readonly Offer[];
  /** Whether it cannot be left as it is since it is blocked; the number of the user's rule that says so, from 0. */
  readonly blocked: { readonly rule: number | null } | undefined;
}

/** What was found in the text that is under review; earlier turns left out. */
export function ownFindings({ review }: PendingReview): readonly FoundInFile[] {
  return review.findings.at(-1) ?? [];
}

/** The value of a finding in the text under review. */
export function valueOf({ text }: PendingReview, { start, end }: FoundInFile): string {
  return text.slice(start, end);
}

/**
 * How each finding of a text under review stands. What is blocked can only go redacted, and where nothing lets the
 * prompt go there is nothing to say about its findings. What nobody could look into can be left this once, and never
 * always: the user has not seen it either.
 */
export function standingsOf(pending: PendingReview): (finding: FoundInFile) => Standing {
  const { review, left } = pending;
  const blocked = blockedValues(review);
  const final = isFinal(review.decision);
  return (finding) => {
    const value = valueOf(pending, finding);
    const action = judge(finding, review.terms);
    if (!isHeldBack(action)) return { fate: 'let-go', offers: [], blocked: undefined };
    if (final) return { fate: 'redacted', offers: [], blocked: undefined };
    if (blocked.has(value)) {
      const rule = review.terms.ruleFor(finding)?.index ?? null;
      return { fate: 'redacted', offers: [], blocked: { rule } };
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
  const own = ownFindings(pending);
  const left = new Set(pending.left);
  for (const at of found) {
    const finding = own[at];
    if (!finding || !standing(finding).offers.includes('leave')) continue;
    if (leave) left.add(valueOf(pending, finding));
    else left.delete(valueOf(pending, finding));
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
  finding: FoundInFile,
): { readonly rule: UserRule; readonly at: number } | undefined {
  const { destination } = review.route;
  const { provider, model } = destination.rehearses ?? destination;
  const to = `${provider}/${model}`;
  if (to.length > LONGEST_GLOB || finding.kind.length > LONGEST_GLOB) return undefined;
  const at = (review.terms.ruleFor(finding)?.index ?? -1) + 1;
  return { rule: { kind: finding.kind, destination: to, action: 'allow' }, at };
}

const LONGEST_GLOB = 200;
