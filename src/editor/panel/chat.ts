import type { Conversation, Left, Review, Way } from '../../airlock.ts';
import { isHeldBack } from '../../decide/decision.ts';
import type { Reading, Restored } from '../../redact/restore-whole.ts';
import type { StandIn } from '../../redact/vault.ts';
import { WireFault } from '../../wire/fault.ts';
import type { Addressed, ChatOptions, KeyAccess, Problem } from './chat-options.ts';
import { Composing } from './composing.ts';
import type { ChatState } from './conversation-state.ts';
import { type PendingReview, promptOf, ruleLetting, standingsOf, valueOf } from './pending.ts';
import { problemOf } from './problem-of.ts';
import { receive } from './receiving.ts';
import { Interlude } from './turns/interlude.ts';
import { breakOff, type Sending, settle, type Turn, turnsOf } from './turn.ts';

/** One conversation with its composer: review first, then send; nothing typed is ever lost. */
export class Chat {
  readonly #options: ChatOptions;
  #conversation: Conversation;
  #abort: AbortController | undefined;
  #lastId = 0;
  /** Where the last prompt was sent. */
  #sent: Addressed | undefined;
  /** Values allowed for good while this conversation went on. Its vault may know them from before. */
  #allowed: Left = new Set();

  /** The prompt that is being written. */
  readonly composing: Composing;
  /** Another prompt in the composer than the one that was being written. */
  readonly interlude: Interlude;
  turns: readonly Turn[] = [];
  busy: 'idle' | 'reviewing' | 'sending' = 'idle';
  problem: Problem | undefined;

  constructor(options: ChatOptions) {
    this.#options = options;
    this.#conversation = options.airlock.newConversation();
    this.composing = new Composing({
      airlock: options.airlock,
      route: options.route,
      conversation: () => this.#conversation,
      turns: () => this.interlude.kept(this.turns),
      isBusy: () => this.busy === 'reviewing',
      newId: () => this.#newId(),
      onChange: options.onChange,
      onLooked: () => (options.onLooked ?? options.onChange)(),
      onDecision: (review, name) => options.onDecision?.(review, name),
      become: (busy) => this.#become(busy),
      onError: (error) => this.#fail(error),
      log: options.log,
    });
    this.interlude = new Interlude(this.composing, options.onChange);
  }

  get draft(): string {
    return this.composing.draft;
  }

  get pending(): PendingReview | undefined {
    return this.composing.pending;
  }

  /** Reviews the text, and sends it if nothing stands against it. An empty one does nothing. */
  async submit(text: string): Promise<void> {
    if (this.busy !== 'idle' || text.trim() === '') return;
    const { composing } = this;
    composing.draft = text;
    composing.pending = undefined;
    composing.begin();
    this.problem = undefined;
    if (!(await this.#isFresh())) return;
    const destination = this.#options.route();
    if (!destination.ok) {
      this.problem = { kind: 'settings', text: destination.text };
      return this.#become('idle');
    }
    const { prompt } = composing;
    const conversation = this.#conversation;
    try {
      const looked = await composing.look(conversation, destination.route, prompt);
      const { review } = looked;
      this.#options.log(`review: ${review.decision.action}, ${review.findings.flat().length} findings`);
      this.#options.onDecision?.(review, destination.name);
      if (conversation !== this.#conversation) return;
      const now = this.#options.route();
      if (now.ok && !this.#options.airlock.isStillFor(review, now.route)) {
        this.#become('idle');
        return await this.submit(text);
      }
      if (isHeldBack(review.decision.action)) {
        await composing.show(looked, true, () => true);
      } else if (!now.ok) {
        // It came up while the prompt was looked through.
        this.problem = { kind: 'settings', text: now.text };
      } else {
        await this.#send(review, { ...prompt, way: 'as-decided', left: composing.left, author: now.name });
      }
    } catch (error) {
      this.#fail(error);
    }
    if (conversation === this.#conversation) this.#become('idle');
  }

  /** Sends what is under review in the way the user chose; nothing happens if it is under review no more. */
  async proceed(id: string, way: Exclude<Way, 'as-decided'>): Promise<void> {
    const pending = this.pending;
    if (!pending?.held || pending.id !== id || this.busy !== 'idle' || !this.#options.route().ok) return;
    if (!(await this.#isFresh())) return;
    // Since the review the destination, or what is known of it, may have been changed: then it is decided anew.
    const destination = this.#options.route();
    if (!destination.ok || !this.#options.airlock.isStillFor(pending.review, destination.route)) {
      this.#become('idle');
      return this.submit(pending.text);
    }
    const conversation = this.#conversation;
    this.composing.pending = undefined;
    try {
      const { review, left } = pending;
      await this.#send(review, { ...promptOf(pending), way, left, author: destination.name });
    } catch (error) {
      this.#fail(error);
    }
    if (conversation === this.#conversation) this.#become('idle');
  }

  /** Puts another text into the composer; a review of the one before is over. */
  replaceDraft(text: string): void {
    this.composing.pending = undefined;
    this.composing.replaceDraft(text);
    this.#options.onChange();
  }

  /** Goes back to editing. */
  edit(): void {
    // Under another id: no button of the review that is over does anything any more.
    if (this.pending) this.composing.pending = { ...this.pending, id: this.#newId(), held: false };
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
    await this.composing.leave(pending, found, leave);
  }

  /** From now on nothing is to be said of a finding's value, or of its kind at this destination. */
  async allow(id: string, found: number, what: 'value' | 'kind'): Promise<void> {
    const { pending } = this;
    const finding = pending?.own[found];
    if (!finding || pending.id !== id || this.busy !== 'idle' || !this.#options.route().ok) return;
    if (!standingsOf(pending)(finding).offers.includes(`allow-${what}`)) return;
    if (what === 'kind') return this.#options.allowKind(ruleLetting(pending, finding));
    const value = valueOf(pending, finding);
    this.#allowed = new Set([...this.#allowed, value]);
    this.composing.left = new Set([...pending.left, value]);
    this.composing.pending = { ...pending, left: this.composing.left };
    await this.#options.allowValue(value);
  }

  /** The destination or its policy changed: what is under review is reviewed again, by what holds now. */
  async reconsider(): Promise<void> {
    if (this.problem?.kind === 'settings') this.problem = undefined;
    if (this.pending?.held) return this.composing.reviewAgain(this.pending);
    this.composing.lookOn();
    this.#options.onChange();
  }

  /** The names whose values are gone: the conversation was read again. */
  get spent(): Conversation['vault']['spent'] {
    return this.#conversation.vault.spent;
  }

  /** Says something above the composer, where nothing is said yet. */
  say({ title, text }: { readonly title: string; readonly text: string }): void {
    this.problem ??= { kind: 'note', title, text };
    this.#options.onChange();
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
    const conversation = this.#options.airlock.newConversation();
    this.resume({ conversation, turns: [], allowed: new Set() });
  }

  /** What makes up the conversation, to be left for another one and resumed. */
  get state(): ChatState {
    return { conversation: this.#conversation, turns: this.turns, allowed: this.#allowed };
  }

  /** Goes on with another conversation; the composer keeps its text. */
  resume({ conversation, turns, allowed }: ChatState): void {
    this.stop();
    this.#conversation = conversation;
    this.#allowed = allowed;
    this.turns = turns;
    this.interlude.forget();
    this.composing.reset(allowed);
    this.problem = undefined;
    this.#become('idle');
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
    const { rewrites, isOn } = this.interlude;
    const before = this.turns;
    const kept = this.interlude.kept(before);
    settle(kept, question.settled);
    this.turns = [...kept, question, answer];
    const abort = new AbortController();
    this.#abort = abort;
    this.composing.sent(sending, this.#allowed);
    this.interlude.sent();
    this.#become('sending');
    try {
      const events = airlock.send(cleared, { key: access.key, signal: abort.signal });
      await receive(events, answer, this.#options.onDelta);
    } catch (error) {
      const stopped = breakOff(answer, error);
      // What was stopped and may have left stays in the conversation.
      if (stopped === 'yes' || stopped === 'unknown') return;
      const nothingCame = answer.wire + answer.thought === '';
      if (!nothingCame) question.state = 'failed';
      if (cleared.conversation === this.#conversation) {
        if (nothingCame) this.turns = before;
        if (nothingCame && isOn) this.interlude.resume(rewrites, sending, sending.left);
        else if (!isOn) this.composing.putBack(sending, sending.left);
      }
      if (!stopped) throw error;
    } finally {
      const restored = airlock.restore(cleared.conversation, answer.wire, 'prose');
      // What was issued once and whose value is gone is shown as such anyway.
      if (!restored.ok) answer.unknown = restored.left.filter((name) => !this.spent.has(name));
      if (this.#abort === abort) this.#abort = undefined;
    }
  }

  /** Whether what is attached is still what was shown; where it is not, that is said, and nothing is to leave. */
  async #isFresh(): Promise<boolean> {
    const conversation = this.#conversation;
    this.#become('reviewing');
    try {
      const stale = await this.#options.freshen?.();
      if (conversation !== this.#conversation) return false;
      if (stale === undefined) return true;
      this.problem = stale;
    } catch (error) {
      this.#fail(error);
    }
    this.#become('idle');
    this.composing.lookOn();
    return false;
  }

  #fail(error: unknown): void {
    const { problem, line } = problemOf(error, this.#options.route(), this.#sent);
    this.problem = problem;
    this.#options.log(line);
  }

  #become(busy: 'idle' | 'reviewing' | 'sending'): void {
    this.busy = busy;
    this.#options.onChange();
  }

  #newId(): string {
    return String(++this.#lastId);
  }
}
