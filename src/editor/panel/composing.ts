import type { Airlock, Conversation, Left, Review } from '../../airlock.ts';
import { ScanFailure } from '../../detect/finding.ts';
import type { Route } from '../../wire/route.ts';
import type { Attached } from './attached.ts';
import type { RouteResult } from './chat-options.ts';
import { isSame, look, type Looked, type Prompt, shown, shownAnew } from './looks.ts';
import { leftAfter, type PendingPart, type PendingReview, promptOf } from './pending.ts';
import { problemOf } from './problem-of.ts';
import type { Turn } from './turn.ts';

/** What a prompt that is being written has to know of its conversation. */
export interface ComposingOptions {
  readonly airlock: Airlock;
  readonly route: () => RouteResult;
  readonly conversation: () => Conversation;
  readonly turns: () => readonly Turn[];
  /** Whether it is on its way already: then it is not looked through beside that. */
  readonly isBusy: () => boolean;
  readonly newId: () => string;
  readonly onChange: () => void;
  /** It was looked through as it is typed: nothing but `pending` has changed. */
  readonly onLooked: () => void;
  /** It was decided of it whether it may go to the destination of that name. */
  readonly onDecision: (review: Review, name: string) => void;
  readonly become: (busy: 'idle' | 'reviewing') => void;
  readonly onError: (error: unknown) => void;
  readonly log: (line: string) => void;
}

/** The prompt in the composer: its text, what is attached, what was found in it, and what is left as it is. */
export class Composing {
  readonly #options: ComposingOptions;
  /** Counts the looks at the prompt: only the last one counts. */
  #looks = 0;
  /** Whether it is looked through as it is typed; a long text takes longer than a pause in typing. */
  #isLooking = false;

  draft = '';
  draftRevision = 0;
  attached: readonly Attached[] = [];
  pending: PendingReview | undefined;
  /** The values that go as they are. */
  left: Left = new Set();

  constructor(options: ComposingOptions) {
    this.#options = options;
  }

  get prompt(): Prompt {
    return { text: this.draft, attached: this.attached };
  }

  /** The composer's text, as the user typed it. */
  setDraft(text: string): void {
    this.draft = text;
    this.#changed();
  }

  /** Another text for the composer, which takes it over. */
  replaceDraft(text: string): void {
    this.draftRevision += 1;
    this.setDraft(text);
  }

  /** Puts something beside the prompt; it takes the place of what has the same id. */
  attach(attached: readonly Attached[]): void {
    const anew = new Map(attached.map((one) => [one.id, one]));
    const kept = this.attached.map((one) => anew.get(one.id) ?? one);
    this.attached = [...kept, ...attached.filter((one) => !kept.includes(one))];
    this.#changed();
    this.#options.onChange();
  }

  detach(ids: readonly string[]): void {
    this.attached = this.attached.filter(({ id }) => !ids.includes(id));
    this.#changed();
    this.#options.onChange();
  }

  /** The prompt is on its way; what was attached meanwhile stays. */
  sent({ attached }: Prompt, left: Left): void {
    this.attached = this.attached.filter((one) => !attached.includes(one));
    this.left = left;
    this.replaceDraft('');
  }

  /** What was to be sent stands in the composer again, before what has been typed since. */
  putBack({ text, attached }: Prompt, left: Left): void {
    const { draft } = this;
    this.attached = [...attached, ...this.attached.filter((one) => !attached.includes(one))];
    this.left = left;
    this.replaceDraft(draft.trim() === '' || draft === text ? text : `${text}\n\n${draft}`);
  }

  /** Another conversation begins or goes on: the text stays, and only what is always allowed there is left as it is. */
  reset(left: Left): void {
    this.left = left;
    this.pending = undefined;
    this.lookOn();
  }

  /** Leaves findings as they are, this once, or has them redacted after all. */
  async leave(pending: PendingReview, found: readonly number[], leave: boolean): Promise<void> {
    // At once, so that a button pressed next goes by it; what is shown follows.
    this.left = leftAfter(pending, found, leave);
    const now = { ...pending, left: this.left };
    this.pending = now;
    try {
      const anew = await shownAnew(this.#options.airlock, now);
      if (this.pending === now) this.pending = anew;
    } catch (error) {
      if (this.pending !== now) return;
      this.pending = undefined;
      this.#options.onError(error);
    }
    this.#options.onChange();
  }

  /**
   * A look whose result counts for as long as no other has begun.
   * @returns whether it still does.
   */
  begin(): () => boolean {
    const count = ++this.#looks;
    return () => count === this.#looks;
  }

  /** Looks through a prompt with the conversation before it. Throws as a review does. */
  look(conversation: Conversation, route: Route, prompt: Prompt): Promise<Looked> {
    return look(this.#options.airlock, conversation, route, this.#options.turns(), prompt);
  }

  /** The prompt as it would leave now, part by part; none where nothing can be sent. Throws as a review does. */
  async leaving(): Promise<readonly PendingPart[]> {
    const { airlock, conversation, route } = this.#options;
    const to = route();
    if (!to.ok) return [];
    if (this.pending && isSame(this.pending, this.prompt)) return this.pending.parts;
    const looked = await this.look(conversation(), to.route, this.prompt);
    return (await shown(airlock, looked, { id: '', held: false, left: this.left })).parts;
  }

  /** Shows what was looked through, unless something else counts by then. */
  async show(looked: Looked, held: boolean, counts: () => boolean): Promise<void> {
    const { airlock, conversation, newId } = this.#options;
    const now = conversation();
    const pending = await shown(airlock, looked, { id: newId(), held, left: this.left });
    if (now === conversation() && counts()) this.pending = pending;
  }

  /**
   * Reviews once more what waits, by what holds now. Nothing is sent by this: also what may go now waits for the user.
   */
  async reviewAgain(pending: PendingReview): Promise<void> {
    const { route, conversation, become, onChange, onDecision, onError } = this.#options;
    const destination = route();
    const isLast = this.begin();
    const prompt = promptOf(pending);
    if (!destination.ok) {
      this.pending = undefined;
      onChange();
      return;
    }
    become('reviewing');
    try {
      const looked = await this.look(conversation(), destination.route, prompt);
      if (isLast()) onDecision(looked.review, destination.name);
      if (isLast() && this.pending && isSame(this.pending, prompt)) await this.show(looked, true, () => true);
    } catch (error) {
      if (isLast()) {
        this.pending = undefined;
        onError(error);
      }
    }
    if (isLast()) become('idle');
  }

  /** Looks through what is in the composer, to show what is in it; once more where it has changed meanwhile. */
  lookOn(): void {
    this.#looks += 1;
    if (!this.#isLooking) void this.#lookOn();
  }

  /** @param isAgain whether the last look ran out of time: on a busy machine the next one may not. */
  async #lookOn(isAgain = false): Promise<void> {
    const { route, conversation, isBusy, log, onLooked } = this.#options;
    const count = this.#looks;
    const counts = (): boolean => count === this.#looks && !isBusy();
    const before = this.pending;
    const to = route();
    let again = false;
    this.#isLooking = true;
    try {
      if (!to.ok || (this.draft.trim() === '' && this.attached.length === 0)) this.pending = undefined;
      else {
        const looked = await this.look(conversation(), to.route, this.prompt);
        if (counts()) await this.show(looked, false, counts);
      }
    } catch (error) {
      // It is said once it is to be sent: then nothing is.
      if (counts()) this.pending = undefined;
      log(`while typing: ${problemOf(error, to).line}`);
      again = counts() && !isAgain && error instanceof ScanFailure && error.reason === 'deadline';
    }
    this.#isLooking = false;
    if (this.pending !== before) onLooked();
    if (again) void this.#lookOn(true);
    else if (count !== this.#looks && !isBusy() && !this.pending?.held) void this.#lookOn();
  }

  /** What is in the composer is another prompt than before: a review of that is over. */
  #changed(): void {
    if (this.pending && isSame(this.pending, this.prompt)) return;
    if (this.pending?.held) {
      this.pending = undefined;
      this.#options.onChange();
    }
    this.lookOn();
  }
}
