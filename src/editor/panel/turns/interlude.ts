import type { Left } from '../../../airlock.ts';
import type { Composing } from '../composing.ts';
import type { Prompt } from '../looks.ts';
import type { Turn } from '../turn.ts';
import { turnsBefore } from './after-turns.ts';

/** What a prompt that was being written is put aside for. */
interface Aside {
  /** The user's turn that is written anew; undefined where something is only asked in between. */
  readonly rewrites: Turn | undefined;
  readonly prompt: Prompt;
  readonly left: Left;
}

/**
 * Another prompt in the composer than the one that was being written: an earlier turn anew, or that an answer is to go on.
 * What was there is put aside, and comes back once the other one is sent or given up; what was written anew and given up
 * is there again when that turn is written anew the next time.
 */
export class Interlude {
  readonly #composing: Composing;
  readonly #onChange: () => void;
  #aside: Aside | undefined;
  readonly #givenUp = new Map<string, Prompt>();

  constructor(composing: Composing, onChange: () => void) {
    this.#composing = composing;
    this.#onChange = onChange;
  }

  /** The user's turn that is written anew: it and those behind it are replaced when the prompt is sent. */
  get rewrites(): Turn | undefined {
    return this.#aside?.rewrites;
  }

  get isOn(): boolean {
    return this.#aside !== undefined;
  }

  /** What of a conversation goes before the prompt in the composer. */
  kept(turns: readonly Turn[]): readonly Turn[] {
    const { rewrites } = this;
    return rewrites ? turnsBefore(turns, rewrites) : turns;
  }

  /**
   * Puts a turn's prompt into the composer, to be written anew.
   * @param asItWas what had been written of it and given up counts no more
   */
  rewrite(turn: Turn, asItWas = false): void {
    this.giveUp();
    const { original: text, attached, settled } = turn;
    const before = asItWas ? undefined : this.#givenUp.get(turn.id);
    this.#putAside(turn, before ?? { text, attached });
    this.#composing.left = settled.left ?? new Set();
    this.#onChange();
  }

  /**
   * Puts something that is only asked in between into the composer.
   * @param done what stood there as it was sent before, and counts no more
   */
  ask(text: string, done: string): void {
    this.giveUp();
    if (this.#composing.draft === done) this.#composing.replaceDraft('');
    this.#putAside(undefined, { text, attached: [] });
  }

  /** The prompt is on its way: what was put aside is in the composer again. */
  sent(): void {
    const aside = this.#aside;
    this.#aside = undefined;
    if (!aside) return;
    this.#givenUp.delete(aside.rewrites?.id ?? '');
    putBack(aside, this.#composing);
  }

  /** Nothing of it left after all: it goes on. */
  resume(rewrites: Turn | undefined, prompt: Prompt, left: Left): void {
    this.#putAside(rewrites, prompt);
    this.#composing.left = left;
  }

  /** What was put aside is in the composer again. */
  giveUp(): void {
    const aside = this.#aside;
    if (!aside) return;
    this.#aside = undefined;
    if (aside.rewrites) this.#givenUp.set(aside.rewrites.id, this.#composing.prompt);
    putBack(aside, this.#composing);
    this.#onChange();
  }

  /** Another conversation begins. */
  forget(): void {
    this.giveUp();
    this.#givenUp.clear();
  }

  #putAside(rewrites: Turn | undefined, { text, attached }: Prompt): void {
    this.#aside = { rewrites, prompt: this.#composing.prompt, left: this.#composing.left };
    this.#composing.pending = undefined;
    this.#composing.attached = attached;
    this.#composing.replaceDraft(text);
  }
}

function putBack({ prompt, left }: Aside, composing: Composing): void {
  composing.pending = undefined;
  composing.attached = prompt.attached;
  composing.left = left;
  composing.replaceDraft(prompt.text);
}
