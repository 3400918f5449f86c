import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { PanelState } from '../../protocol.ts';
import type { ActionId } from '../../protocol/atoms.ts';
import type { LeavingPartView, LeavingText, LeavingView } from '../../protocol/leaving.ts';
import type { ReviewView } from '../../protocol/review.ts';
import { actionButtons } from '../actions.ts';
import type { Post } from '../bridge.ts';
import { destinationView } from '../destination.ts';
import { icon, toneIcon } from '../tone.ts';

/** The part that is open at first: what was typed. */
const FIRST = 'typed';

/**
 * The whole request as it leaves, in parts, over the whole of the panel, and where it goes. It asks for what it shows, and
 * once more whenever what is reviewed changes.
 */
export class AirlockLeaving extends LitElement {
  static override properties = {
    state: { attribute: false },
    review: { attribute: false },
    post: { attribute: false, hasChanged: () => false },
    act: { attribute: false, hasChanged: () => false },
    leaving: { state: true },
    texts: { state: true },
    beside: { state: true },
    unfolded: { state: true },
    historyOpen: { state: true },
    opened: { state: true },
  };

  declare state: PanelState;
  declare review: ReviewView;
  declare post: Post;
  declare act: (action: ActionId) => void;
  /** What was answered last; undefined until something was. */
  declare leaving: LeavingView | undefined;
  /** The texts that were asked for, by the keys of their parts. */
  declare texts: ReadonlyMap<string, LeavingText>;
  declare beside: boolean;
  /** The parts whose text is shown, by their keys. */
  declare unfolded: ReadonlySet<string>;
  declare historyOpen: boolean;
  /** Nothing is drawn while it is not: a long text has many rows. */
  declare opened: boolean;

  constructor() {
    super();
    this.texts = new Map();
    this.beside = false;
    this.unfolded = new Set([FIRST]);
    this.historyOpen = false;
    this.opened = false;
  }

  /** Shows it; Escape and a button close it, and the focus goes back to where it was. */
  open(): void {
    this.opened = true;
    const dialog = this.querySelector('dialog');
    if (dialog && !dialog.open) void this.updateComplete.then(() => dialog.showModal());
  }

  /** Takes an answer of the extension; null where there is nothing to look at any more. */
  show(leaving: LeavingView | null): void {
    if (!this.opened) return;
    if (leaving === null) {
      this.querySelector('dialog')?.close();
      return;
    }
    this.leaving = leaving;
    for (const part of leaving.parts) this.#askFor(part);
  }

  /** Takes the text of a part. */
  showText(text: LeavingText): void {
    if (this.opened) this.texts = new Map([...this.texts, [text.key, text]]);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.opened || !(changed.has('review') || changed.has('opened'))) return;
    this.post({ type: 'look' });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.opened) this.#onClose();
  }

  protected override render(): TemplateResult {
    const { review, leaving } = this;
    const labels = this.state.labels.review;
    const close = (): void => this.querySelector('dialog')?.close();
    return html`<dialog class="leaving" aria-label=${labels.whatLeaves} @close=${this.#onClose}>
      <div class="leaving-head">
        <h2>${labels.whatLeaves}</h2>
        <div class="switch" role="group" aria-label=${labels.whatLeaves}>
          ${this.#switch(labels.inPlace, false)}${this.#switch(labels.sideBySide, true)}
        </div>
        <button type="button" class="round" title=${labels.close} aria-label=${labels.close} @click=${close}>
          ${icon('close')}
        </button>
      </div>
      ${
        !this.opened
          ? nothing
          : html`<div class="leaving-body">
              <div class="leaving-text" tabindex="0">${leaving ? this.#parts(leaving) : nothing}</div>
              <div class="leaving-to">
                ${destinationView(this.state.destination, this.state.labels, this.post)}
              </div>
            </div>`
      }
      ${actionButtons(review.actions, {
        act: (action) => {
          close();
          this.act(action);
        },
      })}
    </dialog>`;
  }

  #switch(label: string, beside: boolean): TemplateResult {
    return html`<button
      type="button"
      class="switch-part"
      aria-pressed=${this.beside === beside}
      @click=${() => (this.beside = beside)}
    >
      ${label}
    </button>`;
  }

  #parts({ parts, size, sizeNote, blocked, without }: LeavingView): TemplateResult {
    const before = parts.filter(({ kind }) => kind === 'system');
    const past = parts.filter(({ kind }) => kind === 'history');
    const own = parts.filter(({ kind }) => kind === 'attached' || kind === 'typed');
    return html`<div class="leaving-size">
        ${blocked === '' ? nothing : html`<p class="tone-bad">${toneIcon('bad')} ${blocked}</p>`}
        <p>${size}</p>
        <p class="soft">${sizeNote} ${without}</p>
      </div>
      ${this.#list(before)} ${past.length === 0 ? nothing : this.#history(past)} ${this.#list(own)}`;
  }

  #history(parts: readonly LeavingPartView[]): TemplateResult | typeof nothing {
    const history = this.leaving?.history;
    if (!history) return nothing;
    const { historyOpen } = this;
    return html`<section class="leaving-history">
      <button
        type="button"
        class="leaving-part-head"
        aria-expanded=${historyOpen}
        @click=${() => (this.historyOpen = !historyOpen)}
      >
        ${icon(historyOpen ? 'chevron-down' : 'chevron-right', 'twistie')} ${icon('comment-discussion')}
        <span class="leaving-part-title">${history.title}</span>
        <span class="leaving-part-facts"
          ><span>${history.size}</span>${
            history.found === '' ? nothing : html`<span>${toneIcon(history.tone)} ${history.found}</span>`
          }</span
        >
      </button>
      ${historyOpen ? html`<div class="leaving-past">${this.#list(parts)}</div>` : nothing}
    </section>`;
  }

  #list(parts: readonly LeavingPartView[]): unknown {
    return repeat(
      parts,
      ({ key }) => key,
      (part) =>
        html`<airlock-leaving-part
          .about=${part}
          .text=${this.texts.get(part.key)}
          .labels=${this.state.labels.review}
          .beside=${this.beside}
          .open=${this.unfolded.has(part.key)}
          .toggle=${() => this.#toggle(part.key)}
          .leave=${this.#leave}
        ></airlock-leaving-part>`,
    );
  }

  #toggle(key: string): void {
    const unfolded = new Set(this.unfolded);
    if (!unfolded.delete(key)) unfolded.add(key);
    this.unfolded = unfolded;
    const part = this.leaving?.parts.find((one) => one.key === key);
    if (part) this.#askFor(part);
  }

  /** Asks for the text of a part that is open, unless it is there as it is now. */
  #askFor({ key, revision, note }: LeavingPartView): void {
    const { leaving } = this;
    if (!leaving || !this.unfolded.has(key) || note !== '') return;
    const known = this.texts.get(key);
    if (known?.revision === revision) return;
    const part = leaving.parts.findIndex((one) => one.key === key);
    this.post({ type: 'look-at-part', look: leaving.look, part });
  }

  readonly #leave = (found: number[], left: boolean): void => {
    this.post({ type: 'leave', review: this.review.id, found, left });
  };

  readonly #onClose = (): void => {
    this.opened = false;
    this.leaving = undefined;
    this.texts = new Map();
    this.post({ type: 'look-over' });
  };
}
