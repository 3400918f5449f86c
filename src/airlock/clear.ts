import { isFinal, isHeldBack } from '../decide/decision.ts';
import type { Finding, Scan } from '../detect/finding.ts';
import type { Redacted } from '../redact/redact.ts';
import { type ClearedRequest, seal } from '../wire/cleared.ts';
import type { createFingerprint } from '../wire/fingerprint.ts';
import type { Counted } from './about.ts';
import { assemble } from './assemble.ts';
import { jsonPieces } from './json-pieces.ts';
import { knownInPacked } from './known-in-packed.ts';
import { redactUntilClean } from './redact-until-clean.ts';
import { replay } from './replay.ts';
import type { Conversation, Left, RedactedMessages, Review, Way } from './review.ts';
import { tally } from './tally.ts';
import { writtenOf } from './written.ts';

/** A request that may leave, with what was done to each message. */
export interface Cleared extends Counted {
  readonly request: ClearedRequest;
  readonly conversation: Conversation;
  /** One for each message that was reviewed: as it leaves, and what was replaced in it. */
  readonly texts: readonly Redacted[];
}

/** `clear()` was asked for what the decision does not allow. */
export class NotAllowed extends Error {
  constructor() {
    super('the decision does not allow it');
    this.name = 'NotAllowed';
  }
}

/** What a request is cleared with. */
export interface Clearing {
  readonly scan: Scan;
  readonly fingerprint: ReturnType<typeof createFingerprint>;
}

/**
 * Makes the request that may leave.
 *
 * @throws NotAllowed when the decision does not allow this way, ScanFailure when a scan failed, Malformed where a name or
 * an id is none.
 */
export async function clearReviewed(
  reviewed: Review,
  way: Way,
  { scan, fingerprint }: Clearing,
  left?: Left,
): Promise<Cleared> {
  const { decision, conversation, route, messages, policy } = reviewed;
  if (way === 'as-decided' && isHeldBack(decision.action)) throw new NotAllowed();
  if (way === 'as-is' && decision.action === 'block') throw new NotAllowed();
  if (isFinal(decision)) throw new NotAllowed();

  const { vault } = conversation;
  const { redacted: texts, letThrough, leftOut } = await redactAll(reviewed, way, scan, left);
  const {
    messages: assembled,
    tools,
    mustCall,
  } = assemble(
    messages,
    texts.map(({ text }) => text),
    (at) => leftOut.has(at),
  );
  const pictures = assembled.flatMap((message) => ('images' in message ? (message.images ?? []) : []));
  const fingerprints = async (values: Iterable<string>): Promise<ReadonlySet<string>> =>
    new Set(await Promise.all(Array.from(values, fingerprint)));
  const inJson = jsonPieces(messages, texts);
  const permits = {
    // Values of JSON may go decoded: what was decided for one holds for what it says.
    letThrough: await fingerprints([...letThrough, ...inJson.decoded(letThrough)]),
    pictures: await fingerprints(pictures.map(({ base64 }) => base64)),
    fingerprint,
    isStandIn: (text: string, finding: Finding) =>
      vault.isStandIn(text, finding) || inJson.isStandIn(text, finding),
    holdsVaultValue: (text: string) => vault.isIn(text, letThrough),
    holdPackedVaultValue: async (strings: readonly string[]) =>
      (await knownInPacked(strings, vault, letThrough)).some((found) => found.length > 0),
  };
  const fields = (route.destination.rehearses ?? route.destination).request ?? {};
  const request = seal(
    { target: route.target, messages: assembled, tools, mustCall, fields, permits },
    writtenOf(vault),
  );
  const redacted = texts.reduce((sum, { replacements }) => sum + replacements.length, leftOut.size);
  return {
    request,
    conversation,
    route,
    policy,
    texts,
    redacted,
    letThrough: letThrough.size + pictures.length,
    findings: tally(reviewed, texts, letThrough, vault, {
      redacted: leftOut.size,
      letThrough: pictures.length,
    }),
  };
}

/** Redacts what is held back in every message; the names are issued by the conversation's vault. */
export async function redactAll(
  reviewed: Review,
  way: Way,
  scan: Scan,
  left?: Left,
): Promise<RedactedMessages> {
  const { vault, rebuilt } = reviewed.conversation;
  if (rebuilt) await replay(reviewed, way, vault, scan, left);
  return redactUntilClean(reviewed, way, vault, scan, left);
}
