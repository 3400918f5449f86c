import { type Airlock, type Conversation, placeOf, type Review, type Way } from '../airlock.ts';
import { isHeldBack } from '../decide/decision.ts';
import { ScanFailure } from '../detect/finding.ts';
import type { Replacement } from '../redact/redact.ts';
import type { StandIn } from '../redact/vault.ts';
import { WireFault } from '../wire/fault.ts';
import type { Route } from '../wire/route.ts';
import { historyOf, type Turn, turnsOf } from './turn.ts';

/** Something that has to be said above the composer. */
export type Problem =
  | { readonly kind: 'fault'; readonly fault: WireFault; readonly host: string }
  | { readonly kind: 'scan'; readonly failure: ScanFailure }
  | { readonly kind: 'settings'; readonly text: string }
  | { readonly kind: 'internal' };

/** A destination that is ready to be used, or why it is not. */
export type RouteResult =
  | { readonly ok: true; readonly route: Route; readonly name: string }
  | { readonly ok: false; readonly text: string };

/** What a chat needs from the editor. */
export interface ChatOptions {
  readonly airlock: Airlock;
  /** The destination chosen at this moment. */
  readonly route: () => RouteResult;
  /** The key for a route, asked for where there is none yet; undefined when none is given although one is needed. */
  readonly key: (route: Route) => Promise<{ readonly key: string | undefined } | undefined>;
  /** Everything changed but streamed text. */
  readonly onChange: () => void;
  /** A piece of an answer came in. */
  readonly onDelta: (turn: Turn, text: string, standIns: readonly StandIn[]) => void;
  /** Writes a line of ids, counts and durations, never of text. */
  readonly log: (line: string) => void;
}

/** What is waiting for the user's word. */
export interface PendingReview {
  readonly id: string;
  readonly text: string;
  readonly review: Review;
  /** What redacting would replace in the text, with the names it would give. */
  readonly preview: readonly Replacement[];
}

/** One conversation with its composer: review first, then send; nothing typed is ever lost. */
export class Chat {
  readonly #options: ChatOptions;
  #conversation: Conversation;
  #abort: AbortController | undefined;
  #lastId = 0;

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
      if (conversation !== this.#conversation) return;
      const now = this.#options.route();
      if (isHeldBack(review.decision.action)) {
        this.#hold(text, review);
      } else if (!now.ok) {
        // It came up while the prompt was looked through.
        this.problem = { kind: 'settings', text: now.text };
      } else {
        await this.#send(review, 'as-decided', text, destination.name);
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
      await this.#send(pending.review, way, pending.text, destination.name);
    } catch (error) {
      this.#fail(error);
    }
    if (conversation === this.#conversation) this.#become('idle');
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

  /** The destination or its policy changed: what is under review is reviewed again, by what holds now. */
  async reconsider(): Promise<void> {
    if (this.problem?.kind === 'settings') this.problem = undefined;
    const text = this.pending?.text;
    if (text === undefined) this.#options.onChange();
    else {
      this.pending = undefined;
      await this.#reviewOnly(text);
    }
  }

  /** Stops what is being sent. */
  stop(): void {
    this.#abort?.abort();
  }

  /** Ends the conversation and its vault, and begins another; the composer keeps its text. */
  restart(): void {
    this.stop();
    this.#conversation = this.#options.airlock.newConversation();
    this.turns = [];
    this.pending = undefined;
    this.problem = undefined;
    this.#become('idle');
  }

  async #reviewOnly(text: string): Promise<void> {
    const destination = this.#options.route();
    if (!destination.ok) return this.#options.onChange();
    this.#become('reviewing');
    try {
      const review = await this.#options.airlock.review(this.#conversation, destination.route, [
        ...historyOf(this.turns),
        { role: 'user', text },
      ]);
      // Nothing is sent by a change of destination alone: what may go now waits for Enter.
      if (isHeldBack(review.decision.action)) this.#hold(text, review);
    } catch (error) {
      this.#fail(error);
    }
    this.#become('idle');
  }

  async #send(review: Review, way: Way, text: string, author: string): Promise<void> {
    const { airlock, key } = this.#options;
    // Nothing can be typed until it is on its way: the composer is emptied then, and would lose it.
    this.#become('reviewing');
    const cleared = await airlock.clear(review, way);
    const access = review.route.rehearsal ? { key: undefined } : await key(review.route);
    // A new conversation may have been begun while the key was asked for.
    if (cleared.conversation !== this.#conversation) return;
    if (!access) throw new WireFault('no-key', 'no');
    const { question, answer } = turnsOf(cleared, way, text, author, () => this.#newId());
    this.turns = [...this.turns, question, answer];
    const abort = new AbortController();
    this.#abort = abort;
    this.#setDraft('');
    this.#become('sending');
    try {
      for await (const event of airlock.send(cleared, { key: access.key, signal: abort.signal })) {
        if (event.type === 'leaving') answer.receipt = event.receipt;
        else if (event.type === 'rehearsed') {
          answer.receipt = event.receipt;
          answer.rehearsal = event.request;
        } else {
          const standIns = event.segments.flatMap((segment) =>
            'standIn' in segment ? [segment.standIn] : [],
          );
          const piece = event.segments.map((s) => ('standIn' in s ? s.standIn.name : s.text)).join('');
          const fresh = standIns.filter(({ name }) => !answer.standIns.some((known) => known.name === name));
          answer.wire += piece;
          answer.standIns = [...answer.standIns, ...fresh];
          this.#options.onDelta(answer, piece, fresh);
        }
      }
      answer.state = 'done';
    } catch (error) {
      const stopped = abort.signal.aborted;
      answer.state = stopped ? 'stopped' : 'failed';
      if (answer.wire === '' && !stopped)
        this.turns = this.turns.filter((turn) => turn !== question && turn !== answer);
      else if (!stopped) question.state = 'failed';
      if (stopped) return;
      if (this.draft === '') this.#setDraft(text);
      throw error;
    } finally {
      if (this.#abort === abort) this.#abort = undefined;
    }
  }

  #hold(text: string, review: Review): void {
    const preview = this.#options.airlock.preview(review).at(-1) ?? [];
    this.pending = { id: this.#newId(), text, review, preview };
  }

  #fail(error: unknown): void {
    if (error instanceof WireFault) {
      const destination = this.#options.route();
      const host = destination.ok ? hostOf(destination.route) : '';
      this.problem = { kind: 'fault', fault: error, host };
      this.#options.log(`fault: ${error.reason}, sent: ${error.sent}, status: ${error.status ?? '-'}`);
    } else if (error instanceof ScanFailure) {
      this.problem = { kind: 'scan', failure: error };
      this.#options.log(`scan failure: ${error.reason}`);
    } else {
      // Its message may quote anything, so only its name is written down.
      this.problem = { kind: 'internal' };
      this.#options.log(`internal: ${error instanceof Error ? error.name : typeof error}`);
    }
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
    this.#lastId += 1;
    return String(this.#lastId);
  }
}

function hostOf(route: Route): string {
  return URL.canParse(route.target.baseUrl) ? new URL(route.target.baseUrl).host : route.target.baseUrl;
}
