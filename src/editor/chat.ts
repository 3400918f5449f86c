import { type Conversation, type Left, placeOf, type Review, type Way } from '../airlock.ts';
import { isHeldBack } from '../decide/decision.ts';
import type { Redacted } from '../redact/redact.ts';
import type { Reading, Restored } from '../redact/restore-whole.ts';
import type { StandIn } from '../redact/vault.ts';
import { WireFault } from '../wire/fault.ts';
import { Stopped } from '../wire/stopped.ts';
import type { Addressed, ChatOptions, KeyAccess, Problem } from './chat-options.ts';
import { leftAfter, ownFindings, type PendingReview, ruleLetting, standingsOf, valueOf } from './pending.ts';
import { problemOf } from './problem-of.ts';
import { receive } from './receiving.ts';
import { historyOf, type Sending, type Turn, turnsOf } from './turn.ts';

/** One conversation with its composer: review first, then send; nothing typed is ever lost. */
export class Chat {
  readonly #options: ChatOptions;
  #conversation: Conversation;
  #abort: AbortController | undefined;
  #lastId = 0;
  /** Counts the looks at a prompt that waits: only the last one counts. */
  #looks = 0;
  /** Where the last prompt was sent. */
  #sent: Addressed | undefined;
  /** Values allowed for good while this conversation went on. Its vault may know them from before. */
  #allowed: Left = new Set();

  turns: Turn[] = [];
  draft = '';
  draftRevision = 0;
  busy: 'idle' | 'reviewing' | 'sending' = 'idle';
  pending: PendingReview | undefined;
  problem: Problem | undefined;

  constructor(options: ChatOptions) {
    this.#options = options;
    this.#conversation = options.airlock.newConversation();
  }

  /** The composer's text after a pause in typing; a review of another text is over. */
  setDraft(text: string): void {
    this.draft = text;
    if (this.pending && this.pending.text !== text) {
      this.pending = undefined;
      this.#options.onChange();
    }
  }

  /** Reviews the text, and sends it if nothing stands against it. An empty one does nothing. */
  async submit(text: string): Promise<void> {
    if (this.busy !== 'idle' || text.trim() === '') return;
    this.draft = text;
    this.pending = undefined;
    this.problem = undefined;
    const destination = this.#options.route();
    if (!destination.ok) {
      this.problem = { kind: 'settings', text: destination.text };
      this.#options.onChange();
      return;
    }
    this.#become('reviewing');
    const conversation = this.#conversation;
    try {
      const review = await this.#options.airlock.review(conversation, destination.route, [
        ...historyOf(this.turns),
        { role: 'user', text },
      ]);
      this.#options.log(
        `review: ${review.decision.action}, ${review.findings.reduce((sum, list) => sum + list.length, 0)} findings`,
      );
      this.#options.onDecision?.(review, destination.name);
      if (conversation !== this.#conversation) return;
      const now = this.#options.route();
      if (isHeldBack(review.decision.action)) {
        await this.#hold(text, review, this.#allowed);
      } else if (!now.ok) {
        // It came up while the prompt was looked through.
        this.problem = { kind: 'settings', text: now.text };
      } else {
        const author = destination.name;
        await this.#send(review, { way: 'as-decided', left: this.#allowed, text, author });
      }
    } catch (error) {
      this.#fail(error);
    }
    if (conversation === this.#conversation) this.#become('idle');
  }

  /** Sends what is under review in the way the user chose; nothing happens if it is under review no more. */
  async proceed(id: string, way: Exclude<Way, 'as-decided'>): Promise<void> {
    const pending = this.pending;
    const destination = this.#options.route();
    if (!pending || pending.id !== id || this.busy !== 'idle' || !destination.ok) return;
    // Between review and button the destination, or what is known of it, may have been changed: then it is decided anew.
    const route = this.#options.airlock.prepare(destination.route);
    if (placeOf(route) !== placeOf(pending.review.route)) return this.submit(pending.text);
    const conversation = this.#conversation;
    this.pending = undefined;
    try {
      const { review, left, text } = pending;
      await this.#send(review, { way, left, text, author: destination.name });
    } catch (error) {
      this.#fail(error);
    }
    if (conversation === this.#conversation) this.#become('idle');
  }

  /** Puts another text into the composer; a review of the one before is over. */
  replaceDraft(text: string): void {
    this.pending = undefined;
    this.#setDraft(text);
    this.#options.onChange();
  }

  /** Goes back to editing. */
  edit(): void {
    this.pending = undefined;
    this.#options.onChange();
  }

  dismissProblem(): void {
    this.problem = undefined;
    this.#options.onChange();
  }

  /** Leaves findings of the text under review as they are, this once, or has them redacted after all. */
  async leave(id: string, found: readonly number[], leave: boolean): Promise<void> {
    const { pending } = this;
    if (!pending || pending.id !== id || this.busy !== 'idle') return;
    // At once, so that a button pressed next goes by it; what is shown follows.
    this.pending = { ...pending, left: leftAfter(pending, found, leave) };
    await this.#show(this.pending);
  }

  /** From now on nothing is to be said of a finding's value, or of its kind at this destination. */
  async allow(id: string, found: number, what: 'value' | 'kind'): Promise<void> {
    const { pending } = this;
    const finding = pending && ownFindings(pending)[found];
    if (!finding || pending.id !== id || this.busy !== 'idle' || !this.#options.route().ok) return;
    if (!standingsOf(pending)(finding).offers.includes(`allow-${what}`)) return;
    if (what === 'kind') return this.#options.allowKind(ruleLetting(pending, finding));
    const value = valueOf(pending, finding);
    this.#allowed = new Set([...this.#allowed, value]);
    this.pending = { ...pending, left: new Set([...pending.left, value]) };
    await this.#options.allowValue(value);
  }

  /** The destination or its policy changed: what is under review is reviewed again, by what holds now. */
  async reconsider(): Promise<void> {
    if (this.problem?.kind === 'settings') this.problem = undefined;
    const { pending } = this;
    if (pending) await this.#reviewAgain(pending.text);
    else this.#options.onChange();
  }

  /** All that was issued in this conversation. */
  standIns(): readonly StandIn[] {
    return this.#conversation.vault.standIns();
  }

  /** A text of this conversation with its values put back, as it may stand in a file. */
  restore(text: string, reading?: Reading, kept?: ReadonlySet<string>): Restored {
    return this.#options.airlock.restore(this.#conversation, text, reading, kept);
  }

  /** Stops what is being sent. */
  stop(): void {
    this.#abort?.abort();
  }

  /** Ends the conversation and its vault, and begins another; the composer keeps its text. */
  restart(): void {
    this.stop();
    this.#conversation = this.#options.airlock.newConversation();
    this.#allowed = new Set();
    this.#looks += 1;
    this.turns = [];
    this.pending = undefined;
    this.problem = undefined;
    this.#become('idle');
  }

  /** Nothing is sent by this: also what may go now waits for the user. */
  async #reviewAgain(text: string): Promise<void> {
    const destination = this.#options.route();
    const look = ++this.#looks;
    const isLast = (): boolean => look === this.#looks;
    if (!destination.ok) {
      this.pending = undefined;
      this.#options.onChange();
      return;
    }
    this.#become('reviewing');
    try {
      const review = await this.#options.airlock.review(this.#conversation, destination.route, [
        ...historyOf(this.turns),
        { role: 'user', text },
      ]);
      if (isLast()) this.#options.onDecision?.(review, destination.name);
      if (isLast() && this.pending?.text === text) await this.#hold(text, review, this.pending.left);
    } catch (error) {
      if (isLast()) {
        this.pending = undefined;
        this.#fail(error);
      }
    }
    if (isLast()) this.#become('idle');
  }

  async #send(review: Review, sending: Sending): Promise<void> {
    const { airlock, key } = this.#options;
    // Nothing can be typed until it is on its way: the composer is emptied then, and would lose it.
    this.#become('reviewing');
    const cleared = await airlock.clear(review, sending.way, sending.left);
    const access: KeyAccess | undefined = review.route.rehearsal
      ? { key: undefined }
      : await key(review.route);
    // A new conversation may have been begun while the key was asked for.
    if (cleared.conversation !== this.#conversation) return;
    this.#sent = { route: review.route, variable: access?.variable };
    if (!access) throw new WireFault('no-key', 'no');
    if (access.isUnusable) throw new WireFault('malformed-key', 'no');
    const { question, answer } = turnsOf(cleared, sending, () => this.#newId());
    this.turns = [...this.turns, question, answer];
    const abort = new AbortController();
    this.#abort = abort;
    this.#setDraft('');
    this.#become('sending');
    try {
      const events = airlock.send(cleared, { key: access.key, signal: abort.signal });
      await receive(events, answer, this.#options.onDelta);
    } catch (error) {
      const stopped = error instanceof Stopped ? error.sent : undefined;
      answer.state = stopped ? 'stopped' : 'failed';
      answer.stopped = stopped;
      // What was stopped and may have left stays in the conversation.
      if (stopped === 'yes' || stopped === 'unknown') return;
      if (answer.wire + answer.thought === '')
        this.turns = this.turns.filter((turn) => turn !== question && turn !== answer);
      else question.state = 'failed';
      if (cleared.conversation === this.#conversation) this.#putBack(sending.text);
      if (!stopped) throw error;
    } finally {
      const restored = airlock.restore(cleared.conversation, answer.wire, 'prose');
      if (!restored.ok) answer.unknown = restored.left;
      if (this.#abort === abort) this.#abort = undefined;
    }
  }

  async #hold(text: string, review: Review, left: Left): Promise<void> {
    const conversation = this.#conversation;
    const leaving = await this.#leaving(review, left);
    if (conversation !== this.#conversation) return;
    this.pending = { id: this.#newId(), text, review, left, leaving };
  }

  /** Shows what is under review as it would leave now. */
  async #show(pending: PendingReview): Promise<void> {
    try {
      const leaving = await this.#leaving(pending.review, pending.left);
      if (this.pending === pending) this.pending = { ...pending, leaving };
    } catch (error) {
      if (this.pending !== pending) return;
      this.pending = undefined;
      this.#fail(error);
    }
    this.#options.onChange();
  }

  async #leaving(review: Review, left: Left): Promise<Redacted> {
    const texts = await this.#options.airlock.preview(review, left);
    return texts.at(-1) ?? { text: '', replacements: [] };
  }

  #fail(error: unknown): void {
    const { problem, line } = problemOf(error, this.#options.route(), this.#sent);
    this.problem = problem;
    this.#options.log(line);
  }

  /** What was to be sent stands in the composer again, before what has been typed since. */
  #putBack(text: string): void {
    const { draft } = this;
    this.#setDraft(draft.trim() === '' || draft === text ? text : `${text}\n\n${draft}`);
  }

  #setDraft(text: string): void {
    this.draft = text;
    this.draftRevision += 1;
  }

  #become(busy: 'idle' | 'reviewing' | 'sending'): void {
    this.busy = busy;
    this.#options.onChange();
  }

  #newId(): string {
    return String(++this.#lastId);
  }
}
