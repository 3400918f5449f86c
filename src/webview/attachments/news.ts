import type { ChipView } from '../../protocol/attachments.ts';

/** What is worth saying of attachments to someone who does not see them: what one is, once it is read or is another. */
export class News {
  #known = new Map<string, string>();
  #said = '';

  /** What was said last, or what is new in these. */
  of(chips: readonly ChipView[]): string {
    const done = chips.filter(({ state }) => state !== 'reading');
    const fresh = done.filter(({ id, title }) => this.#known.get(id) !== title).map(({ title }) => title);
    // One that is read again is not over: it is only said where it is another then.
    this.#known = new Map(
      chips.map(({ id, state, title }) => [id, state === 'reading' ? (this.#known.get(id) ?? '') : title]),
    );
    if (fresh.length > 0) this.#said = fresh.join('. ');
    else if (chips.length === 0) this.#said = '';
    return this.#said;
  }
}
