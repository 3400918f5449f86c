import { decide, isFixed, judge, type Judged, type Terms } from '../decide/decide.ts';
import { type Decision, isHeldBack } from '../decide/decision.ts';
import { type FilePart, originIn } from '../decide/files.ts';
import type { Denial } from '../decide/user-rules.ts';
import { type Finding, ScanFailure } from '../detect/finding.ts';
import { KINDS } from '../detect/kinds.ts';
import { picture } from '../detect/layers/opaque.ts';
import type { DataPolicy } from '../policy/resolve.ts';
import { type Redacted, redactTexts, type TextToRedact } from '../redact/redact.ts';
import type { Vault } from '../redact/vault.ts';
import type { Route } from '../wire/route.ts';
import { newestFrom, type OutgoingMessage } from './messages.ts';

/** One conversation: its vault lives and dies with it. */
export interface Conversation {
  readonly vault: Vault;
  /**
   * Whether its vault is made anew from each request, which holds all of the conversation: then values are numbered as they
   * came up, turn by turn, so that they get the same stand-ins each time.
   */
  readonly rebuilt?: boolean;
}

/**
 * Values the user leaves as they are, wherever they stand; one that is blocked is redacted all the same. A picture is
 * named by its base64.
 */
export type Left = ReadonlySet<string>;

export const NOTHING_LEFT: Left = new Set();

/** A finding, with what its file has to do with it. */
export type FoundInFile = Finding & Pick<Judged, 'from' | 'deniedBy'>;

/** What was found in a prompt, and what that means at its destination. */
export interface Review {
  readonly conversation: Conversation;
  readonly route: Route;
  readonly messages: readonly OutgoingMessage[];
  /** One list a message. A file that a rule denies is a finding of class `path` over all of it, before those in it. */
  readonly findings: readonly (readonly FoundInFile[])[];
  readonly policy: DataPolicy;
  /** What the decision was made by. */
  readonly terms: Terms;
  readonly decision: Decision;
}

/**
 * How a reviewed prompt goes: as the decision has it where that holds nothing back; with everything held back
 * redacted; or the newest message as it is.
 */
export type Way = 'as-decided' | 'redacted' | 'as-is';

/**
 * The place a text was decided for: the same model at the same host under the same terms, or a rehearsal of it.
 */
export function placeOf({ destination, target, rehearsal }: Route): string {
  return JSON.stringify([destination, target, rehearsal]);
}

/**
 * Weighs what was found in the messages against where they go.
 * @throws ScanFailure when there is not one list of findings for each message.
 */
export function weigh(
  conversation: Conversation,
  route: Route,
  policy: DataPolicy,
  terms: Terms,
  messages: readonly OutgoingMessage[],
  found: readonly (readonly Finding[])[],
): Review {
  if (found.length !== messages.length) throw new ScanFailure('rule-failed');
  const findings = messages.map((message, i) => {
    const { files = [], part } = message;
    const others = foundIn(message, found[i] ?? [], conversation.vault);
    if (files.length === 0 && part?.type !== 'image') return inOrder(others);
    return inOrder([
      ...(part?.type === 'image' ? fromFiles([picture()], files) : []),
      ...files.flatMap((one) => deniedFile(one, terms.denialOf(one.file))),
      ...fromFiles(others, files),
    ]);
  });
  const decision = decide(standingFindings(messages, findings, placeOf(route)), terms);
  return { conversation, route, messages, findings, policy, terms, decision };
}

/** Whether stand-ins stand in a text on purpose. */
function holdsStandIns({ role, quotes }: OutgoingMessage): boolean {
  return role === 'assistant' || quotes === true;
}

/** What was found in a message and is nobody's stand-in: of those nothing is to be decided. */
function foundIn(message: OutgoingMessage, found: readonly Finding[], vault: Vault): readonly Finding[] {
  if (found.length === 0 || !holdsStandIns(message)) return found;
  return found.filter((finding) => !vault.isStandIn(message.text, finding));
}

/** Findings in order of place, as nearly all are already; no copy of those. */
function inOrder(findings: readonly FoundInFile[]): readonly FoundInFile[] {
  const are = findings.every(({ start }, i) => i === 0 || start >= (findings[i - 1]?.start ?? 0));
  return are ? findings : findings.toSorted((a, b) => a.start - b.start);
}

/** The findings, each with the files it came from. */
export function fromFiles(findings: readonly Finding[], files: readonly FilePart[]): FoundInFile[] {
  return findings.map((finding) => ({ ...finding, from: originIn(files, finding) }));
}

/** The finding that a file is one that a rule denies, all of it and whatever it holds. */
function deniedFile({ start, end, file }: FilePart, deniedBy: Denial | undefined): FoundInFile[] {
  if (deniedBy === undefined) return [];
  const { class: className, severity } = KINDS['denied-file'];
  const from = { within: [file], touched: [file] };
  return [
    {
      rule: '@prompt-airlock/denied-file',
      class: className,
      kind: 'denied-file',
      severity,
      start,
      end,
      evidence: 'path',
      from,
      deniedBy,
    },
  ];
}

/** What a review's messages become. */
export interface RedactedMessages {
  readonly redacted: readonly Redacted[];
  /** The values that go as they are. */
  readonly letThrough: ReadonlySet<string>;
  /** The pictures that do not go, by the numbers of their messages. */
  readonly leftOut: ReadonlySet<number>;
}

/** Redacts what is held back in each message, in the way asked for; the names are issued by `vault`. */
export function redactMessages(
  reviewed: Review,
  way: Way,
  vault: Vault,
  left: Left = NOTHING_LEFT,
): RedactedMessages {
  const { messages, findings, terms } = reviewed;
  const place = placeOf(reviewed.route);
  const letThrough = new Set<string>();
  const leftOut = new Set<number>();
  const fixed = fixedValues(reviewed);
  const newest = newestFrom(messages);
  const texts = messages.map((message, i): TextToRedact => {
    const asIs = goesAsIs(message, i >= newest, way, place);
    const spared = message.settled?.at === place ? (message.settled.left ?? NOTHING_LEFT) : left;
    if (message.part?.type === 'image') {
      const isSpared = asIs || spared.has(message.part.image.base64);
      const stays = (finding: FoundInFile): boolean =>
        isHeldBack(judge(finding, terms)) && (!isSpared || isFixed(finding, terms));
      if ((findings[i] ?? []).some(stays)) leftOut.add(i);
      return { text: '', findings: undefined, writtenBy: 'person' };
    }
    const held: Finding[] = [];
    for (const finding of findings[i] ?? []) {
      const value = message.text.slice(finding.start, finding.end);
      const isSpared = (asIs || spared.has(value)) && !fixed.has(value);
      if (isSpared || !isHeldBack(judge(finding, terms))) letThrough.add(value);
      else held.push(finding);
    }
    // What is left may be known from an earlier turn and no finding any more, since it is always allowed.
    if (asIs || spared.size > 0) {
      const { plain, encoded } = vault.valuesIn(message.text);
      // All of a text that goes as it is goes: the last look knows a value in any writing.
      for (const value of asIs ? [...plain, ...encoded] : plain) {
        if ((asIs || spared.has(value)) && !fixed.has(value)) letThrough.add(value);
      }
    }
    return {
      text: message.text,
      findings: asIs && held.length === 0 ? undefined : held,
      writtenBy: holdsStandIns(message) ? 'model' : 'person',
      ...(message.past && { isKept: true }),
    };
  });
  const redacted = redactTexts(texts, vault, letThrough);
  // What was issued only now may stand in a text that goes as it is, all of it.
  for (const { text, findings: held } of texts) {
    if (held !== undefined || text === '') continue;
    const { plain, encoded } = vault.valuesIn(text);
    for (const value of [...plain, ...encoded]) if (!fixed.has(value)) letThrough.add(value);
  }
  return { redacted, letThrough, leftOut };
}

/**
 * Texts with what was found in them, as a person wrote them.
 * @throws ScanFailure when the scan answered for fewer texts than it was asked.
 */
export function asWritten(texts: readonly string[], found: readonly (readonly Finding[])[]): TextToRedact[] {
  if (found.length !== texts.length) throw new ScanFailure('rule-failed');
  return texts.map((text, i) => ({ text, findings: found[i] ?? [], writtenBy: 'person' }));
}

/**
 * The values of findings that go as they are by nobody's word, so that none goes by being a finding of another kind as
 * well, or by standing somewhere else.
 */
export function fixedValues({ messages, findings, terms }: Review): ReadonlySet<string> {
  const fixed = new Set<string>();
  for (let i = 0; i < messages.length; i++) {
    const text = messages[i]?.text ?? '';
    for (const finding of findings[i] ?? [])
      if (isFixed(finding, terms)) fixed.add(text.slice(finding.start, finding.end));
  }
  return fixed;
}

function goesAsIs({ settled }: OutgoingMessage, newest: boolean, way: Way, place: string): boolean {
  return (settled?.at === place && settled.as === 'as-is') || (newest && way === 'as-is');
}

/** The findings that count: all but those in texts that were decided for this place before. */
function standingFindings(
  messages: readonly OutgoingMessage[],
  findings: readonly (readonly FoundInFile[])[],
  place: string,
): FoundInFile[] {
  return messages.flatMap((message, i) =>
    message.past === true || message.settled?.at === place ? [] : [...(findings[i] ?? [])],
  );
}
