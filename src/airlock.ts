/** The one door. Every surface goes through it: `review()`, then `clear()`, then `send()`. */
import { type Cleared, clearReviewed, redactAll } from './airlock/clear.ts';
import type { AirlockEvent } from './airlock/event.ts';
import { withFeatures } from './airlock/features.ts';
import { findInPieces } from './airlock/find-in-pieces.ts';
import { type Kept, keepTexts, type ToKeep } from './airlock/keeping.ts';
import { messageOf, type OutgoingMessage, type TextOfFile } from './airlock/messages.ts';
import type { AirlockOptions } from './airlock/options.ts';
import { aboutRequest } from './airlock/about.ts';
import {
  asWritten,
  type Conversation,
  type Left,
  placeOf,
  type Review,
  type Way,
  weigh,
} from './airlock/review.ts';
import { createPolicies } from './airlock/policies.ts';
import { createRecorder } from './airlock/recorded.ts';
import { createTerms } from './airlock/terms.ts';
import type { Finding } from './detect/finding.ts';
import type { IsoDate } from './policy/dates.ts';
import type { Redacted } from './redact/redact.ts';
import type { Reading } from './redact/restore.ts';
import { type Restored, restoreWhole } from './redact/restore-whole.ts';
import { type Spent, Vault } from './redact/vault.ts';
import { redactPacked } from './airlock/redact-packed.ts';
import { rehearseReviewed } from './airlock/rehearse.ts';
import { restoring } from './airlock/restoring.ts';
import { WireFault } from './wire/fault.ts';
import { createFingerprint } from './wire/fingerprint.ts';
import type { OutgoingRequest } from './wire/gate.ts';
import { writeReceipt } from './wire/receipt.ts';
import { sendWithRetries } from './wire/retry.ts';
import type { Route } from './wire/route.ts';
import { Stopped } from './wire/stopped.ts';
import { rehearsalTransport } from './wire/transport.ts';

export type { AirlockEvent } from './airlock/event.ts';
export type { AirlockOptions, Demands } from './airlock/options.ts';
export { Malformed } from './airlock/assemble.ts';
export type { Kept, ToKeep } from './airlock/keeping.ts';
export { type Cleared, NotAllowed } from './airlock/clear.ts';
export { messageOf, type OutgoingMessage, type Settled, type TextOfFile } from './airlock/messages.ts';
export {
  fixedValues,
  type Conversation,
  type Left,
  placeOf,
  type Review,
  type Way,
} from './airlock/review.ts';

/** What a cleared request is sent with. */
export interface Sending {
  readonly key: string | undefined;
  readonly signal: AbortSignal;
  /** Id of the extension that asked for it, for the receipt. */
  readonly by?: string;
}

/** Stands where the key would stand in a request that is only rehearsed. */
const SHOWN_FOR_KEY = '<your-API-key>';

export type Airlock = ReturnType<typeof createAirlock>;

/** Opens an airlock. All state of a request lives in that request and its conversation. */
export function createAirlock(options: AirlockOptions) {
  const fingerprint = createFingerprint();
  const policies = createPolicies({
    catalogue: () => options.catalogue,
    today: () => isoDate(options.now()),
    known: options.known,
    askLocal: options.askLocal,
    requirements: () => options.demands?.().requirements ?? {},
  });
  const { policyFor, prepare, recognise } = policies;
  const { termsOf, standingAt, deniedAt, deniedAnywhere, rulingsOn, explainFile } = createTerms(
    options,
    policies,
  );

  /** @param spent the names of a conversation that goes on here, and whose values are gone. */
  function newConversation(spent: readonly Spent[] = []): Conversation {
    const vault = new Vault(options.styleOf && { styleOf: options.styleOf });
    for (const one of spent) vault.setAside(one);
    return { vault };
  }

  /** The conversation of one request that holds all of it, from the first turn on; nothing of it is kept. */
  function rebuiltConversation(): Conversation {
    return { ...newConversation(), rebuilt: true };
  }

  /**
   * Looks at every message and weighs what is in it against where it goes.
   * @throws ScanFailure when a text could not be looked at in full; then nothing may be sent.
   */
  async function review(
    conversation: Conversation,
    addressed: Route,
    messages: readonly OutgoingMessage[],
  ): Promise<Review> {
    const findings = await findInPieces(options.scan, messages);
    await recognise(addressed.destination);
    return weighFound(conversation, addressed, messages, findings);
  }

  /**
   * Weighs what was found in the messages by what is known of the destination already: no server is asked, this
   * machine's neither. Throws as `review` does.
   * @param findings one list a message.
   */
  function weighFound(
    conversation: Conversation,
    addressed: Route,
    messages: readonly OutgoingMessage[],
    findings: readonly (readonly Finding[])[],
  ): Review {
    const route = withFeatures(prepare(addressed), messages);
    const policy = policyFor(route.destination);
    return weigh(conversation, route, policy, termsOf(route, policy), messages, findings);
  }

  /** Whether what was reviewed would go to the same place, under the same terms, if it were sent there now. */
  function isStillFor({ messages, route }: Review, addressed: Route): boolean {
    return placeOf(withFeatures(prepare(addressed), messages)) === placeOf(route);
  }

  /** Reviews each text as a prompt and a conversation of its own; for batches. Throws as `review` does. */
  async function reviewEach(addressed: Route, texts: readonly TextOfFile[]): Promise<readonly Review[]> {
    const found = await options.scan(texts.map(({ text }) => text));
    await recognise(addressed.destination);
    const route = prepare(addressed);
    const policy = policyFor(route.destination);
    const terms = termsOf(route, policy);
    return texts.map((text, i) =>
      weigh(newConversation(), route, policy, terms, [messageOf(text)], found.slice(i, i + 1)),
    );
  }

  /**
   * Makes the request that may leave.
   *
   * @param left values that go as they are although they are held back; those that are blocked never do.
   * @throws NotAllowed when the decision does not allow this way, ScanFailure when a scan failed.
   */
  function clear(reviewed: Review, way: Way, left?: Left): Promise<Cleared> {
    return clearReviewed(reviewed, way, { scan: options.scan, fingerprint }, left);
  }

  /**
   * Each message as `clear` would have it leave, with the names it would give; nothing is issued yet.
   * @throws ScanFailure when a text could not be looked at in full.
   */
  async function preview(reviewed: Review, left?: Left): Promise<readonly Redacted[]> {
    const { vault, rebuilt } = reviewed.conversation;
    const forked = { ...reviewed, conversation: { vault: vault.fork(), ...(rebuilt && { rebuilt }) } };
    return (await redactAll(forked, 'redacted', options.scan, left)).redacted;
  }

  /** The request that would leave, to the byte; nothing is issued and nothing is sent. See {@link rehearseReviewed}. */
  function rehearse(reviewed: Review, left?: Left): Promise<OutgoingRequest> {
    return rehearseReviewed(reviewed, (forked) => clear(forked, 'redacted', left), options.scan);
  }

  /**
   * Replaces what is found in each text, whatever a decision would be; nothing is sent.
   *
   * @param found one list a text, of what is to be replaced; what a scan finds where it is left out.
   * @throws ScanFailure when a text could not be looked at in full.
   */
  async function redact(
    conversation: Conversation,
    texts: readonly string[],
    found?: readonly (readonly Finding[])[],
  ): Promise<readonly Redacted[]> {
    return redactPacked(asWritten(texts, found ?? (await options.scan(texts))), conversation.vault);
  }

  /**
   * The texts of a conversation, as they went over the wire, in the form in which they may be kept on a disk.
   * @throws ScanFailure when a text could not be looked at in full.
   */
  function keep({ vault }: Conversation, texts: readonly ToKeep[]): Promise<Kept> {
    return keepTexts(texts, vault, options.scan);
  }

  /** A text with the values put back for the stand-ins of a conversation, as it may stand in a file. */
  function restore(
    { vault }: Conversation,
    text: string,
    reading?: Reading,
    kept?: ReadonlySet<string>,
  ): Restored {
    return restoreWhole(text, vault, reading, kept);
  }

  /** The same for texts that are a conversation each; for batches. */
  async function redactEach(texts: readonly string[]): Promise<readonly Redacted[]> {
    const found = await options.scan(texts);
    const each = asWritten(texts, found).map((text) => redactPacked([text], newConversation().vault));
    return (await Promise.all(each)).flat();
  }

  /**
   * Sends a cleared request and streams the answer with its stand-ins recognised; a rehearsal ends with the
   * request itself. Rejects with a `WireFault`, or a `Stopped`, after all that had come of the answer.
   */
  async function* send(cleared: Cleared, { key, signal, by }: Sending): AsyncGenerator<AirlockEvent> {
    const { request, route } = cleared;
    const receiptKey = await options.receiptKey();
    let passed: OutgoingRequest | undefined;
    let announced = false;
    const recorder = createRecorder({
      transport: route.rehearsal ? rehearsalTransport(() => undefined) : options.transport,
      ledger: route.rehearsal ? undefined : options.ledger,
      now: options.now,
      receiptOf: (outgoing) =>
        writeReceipt(
          outgoing,
          aboutRequest(cleared, options.now().getTime(), by),
          request.macs.of(outgoing.body, receiptKey),
        ),
      holdsVaultValue: request.permits.holdsVaultValue,
    });
    const restored = restoring(cleared.conversation.vault);

    const events = sendWithRetries(request, {
      scan: options.scan,
      transport: recorder.transport,
      key: route.rehearsal && route.wantsKey ? SHOWN_FOR_KEY : key,
      signal,
      ...(route.rehearsal && { onPassed: (outgoing) => (passed = outgoing) }),
      ...(options.timers && { timers: options.timers }),
    });
    try {
      for await (const event of recorder.watch(events, signal)) {
        if (recorder.receipt && !announced && !route.rehearsal) {
          announced = true;
          yield { type: 'leaving', receipt: recorder.receipt };
        }
        yield* restored(event);
      }
    } catch (error) {
      // Nothing came back of it, and yet it may have left.
      if (recorder.receipt && !announced && !route.rehearsal && mayHaveLeft(error)) {
        yield { type: 'leaving', receipt: recorder.receipt };
      }
      // What was held back since it might have been the beginning of a stand-in.
      for (const rest of restored({ type: 'end', reason: 'complete' })) if (rest.type !== 'ended') yield rest;
      throw error;
    }
    const rehearsed = passed;
    // A request of megabytes would stay for as long as anything of this: the collector looks there seldom.
    passed = undefined;
    if (rehearsed && recorder.receipt)
      yield { type: 'rehearsed', request: rehearsed, receipt: recorder.receipt };
  }

  return {
    ...policies,
    review,
    weighFound,
    isStillFor,
    reviewEach,
    preview,
    rehearse,
    clear,
    find: options.scan,
    redact,
    keep,
    restore,
    redactEach,
    standingAt,
    deniedAnywhere,
    deniedAt,
    rulingsOn,
    explainFile,
    send,
    newConversation,
    rebuiltConversation,
  };
}

function mayHaveLeft(error: unknown): boolean {
  return (error instanceof WireFault || error instanceof Stopped) && error.sent !== 'no';
}

function isoDate(date: Date): IsoDate {
  return date.toISOString().slice(0, 10);
}
