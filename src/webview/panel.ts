import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { PanelState } from '../protocol.ts';
import type { ActionId } from '../protocol/atoms.ts';
import { announcement } from './announce.ts';
import type { Post } from './bridge.ts';
import { AirlockComposer } from './composer.ts';
import { destinationView } from './destination.ts';
import { AirlockNotice } from './notice.ts';
import { copied } from './copied.ts';
import { AirlockLeaving } from './leaving.ts';
import { AirlockReview } from './review.ts';
import { standInsOf, unknownOf } from './conversation.ts';
import type { IsShownAsSent } from './stand-in-span.ts';
import { StickToEnd } from './stick-to-end.ts';
import { AirlockTurn } from './turn.ts';

/** The whole panel: the conversation, and at its foot where a prompt goes, the prompt, and what is in it. */
export class AirlockPanel extends LitElement {
  static override properties = {
    state: { attribute: false },
    spoken: { state: true },
    isSent: { state: true },
  };

  declare state: PanelState | undefined;
  declare post: Post;
  /** What a screen reader is told. */
  declare spoken: string;

  /** Whether a stand-in of an answer is shown as it left. */
  declare isSent: IsShownAsSent;

  #focusFirst = false;
  /** The stand-ins of answers that are shown as they left. */
  #sent: ReadonlySet<string> = new Set();
  readonly #stick = new StickToEnd(this, () => this.querySelector('.conversation'));

  constructor() {
    super();
    this.spoken = '';
    this.isSent = () => false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('copy', this.#onCopy);
    document.addEventListener('dragstart', this.#onDrag);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('copy', this.#onCopy);
    document.removeEventListener('dragstart', this.#onDrag);
  }

  /** Puts the focus into the composer, as soon as there is one. */
  focusComposer(): void {
    if (this.#composer) this.#composer.focus();
    else this.#focusFirst = true;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { state } = this;
    if (!changed.has('state') || !state) return;
    // Another conversation gives the same names to other values.
    if (state.turns.length === 0 && this.#sent.size > 0) this.#show(new Set());
    const text = announcement(changed.get('state'), state);
    if (text !== '') this.#say(text);
  }

  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get('state');
    if (this.state && this.state.turns.length > (before?.turns.length ?? 0)) this.#stick.toEnd();
    if (this.state?.review && this.state.review.id !== before?.review?.id) this.#showActions();
    const composer = this.#composer;
    if (composer && this.#focusFirst) {
      this.#focusFirst = false;
      void composer.updateComplete.then(() => composer.focus());
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const { state, post } = this;
    if (!state) return nothing;
    const { destination, labels, notice, review } = state;
    return html`<main class="panel" @keydown=${this.#onKey}>
      <div class="conversation" role="log" aria-live="polite" aria-label=${labels.conversation} tabindex="0">
        <div class="turns">${state.turns.length === 0 ? this.#empty(state) : this.#turns(state)}</div>
      </div>
      <footer class="foot">
        ${destinationView(destination, labels, post)}
        ${notice ? html`<airlock-notice .notice=${notice} .act=${this.#actOnNotice}></airlock-notice>` : nothing}
        <airlock-composer .state=${state} .post=${post} .repeat=${this.#repeat}></airlock-composer>
        ${
          review
            ? html`<airlock-review
                .review=${review}
                .labels=${labels.review}
                .post=${this.#postOnReview}
                .act=${this.#actOnReview}
                .showLeaving=${this.#showLeaving}
              ></airlock-review>`
            : nothing
        }
      </footer>
      ${
        review
          ? html`<airlock-leaving
              .review=${review}
              .labels=${labels.review}
              .act=${this.#actOnReview}
            ></airlock-leaving>`
          : nothing
      }
      <p class="unseen" role="status" aria-live="polite">${this.spoken}</p>
    </main>`;
  }

  #empty({ labels }: PanelState): TemplateResult {
    return html`<div class="empty">
      <p class="said-title">${labels.emptyTitle}</p>
      <p>${labels.emptyText}</p>
    </div>`;
  }

  #turns({ turns, labels }: PanelState): unknown {
    return repeat(
      turns,
      ({ id }) => id,
      (turn) =>
        html`<airlock-turn
          .turn=${turn}
          .labels=${labels}
          .post=${this.post}
          .isSent=${this.isSent}
          .turnOver=${this.#turnOver}
        ></airlock-turn>`,
    );
  }

  #act(action: ActionId, review: string): void {
    // The extension drops a review of a text that has been changed since; it has to know the text first.
    this.#composer?.flush();
    this.post({ type: 'action', action, review });
    this.focusComposer();
  }

  readonly #actOnReview = (action: ActionId): void => {
    if (this.state?.review) this.#act(action, this.state.review.id);
  };

  readonly #actOnNotice = (action: ActionId): void => this.#act(action, '');

  readonly #postOnReview: Post = (message) => {
    this.#composer?.flush();
    this.post(message);
  };

  readonly #showLeaving = (): void => this.querySelector('airlock-leaving')?.open();

  readonly #turnOver = (name: string, others: readonly string[]): void => {
    const sent = new Set([...this.#sent, ...others]);
    // Among others that were shown as they left, so was this one.
    if (sent.has(name)) sent.delete(name);
    else sent.add(name);
    this.#show(sent);
  };

  #show(sent: ReadonlySet<string>): void {
    this.#sent = sent;
    this.isSent = (name) => sent.has(name);
  }

  readonly #onCopy = (event: ClipboardEvent): void => this.#copy(event, event.clipboardData);

  readonly #onDrag = (event: DragEvent): void => this.#copy(event, event.dataTransfer, false);

  /** Whatever way the stand-ins are shown, a selection leaves the panel with their values. */
  #copy(event: Event, data: DataTransfer | null, prevent = true): void {
    const selection = document.getSelection();
    const { state } = this;
    if (!state || !selection || !data || event.target instanceof HTMLTextAreaElement) return;
    const taken = copied(selection, standInsOf(state), unknownOf(state));
    if (!taken) return;
    if (prevent) event.preventDefault();
    data.clearData();
    data.setData('text/plain', taken.text);
    if (taken.unknown.length > 0) this.post({ type: 'copied-unknown', names: taken.unknown.slice(0, 1000) });
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const review = this.state?.review;
    if (event.key !== 'Escape' || event.isComposing || !review) return;
    if (event.target instanceof Element && event.target.closest('dialog')) return;
    event.preventDefault();
    this.#act('edit', review.id);
  };

  readonly #repeat = (): void => {
    const review = this.state?.review;
    if (!review) return;
    this.#say(
      [review.summary, review.verdict.title, review.verdict.text].filter((part) => part !== '').join('. '),
    );
    this.#showActions();
  };

  /** In a low window the buttons of a review are below the fold. */
  #showActions(): void {
    // The composer may still have to grow.
    void this.#composer?.updateComplete.then(() => {
      const buttons = this.querySelectorAll('.foot .actions');
      buttons[buttons.length - 1]?.scrollIntoView({ block: 'nearest' });
    });
  }

  /** What is said twice has to differ, or it is not said again. */
  #say(text: string): void {
    this.spoken = this.spoken === text ? `${text}\u00A0` : text;
  }

  get #composer(): AirlockComposer | null {
    return this.querySelector('airlock-composer');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'airlock-panel': AirlockPanel;
    'airlock-composer': AirlockComposer;
    'airlock-turn': AirlockTurn;
    'airlock-review': AirlockReview;
    'airlock-leaving': AirlockLeaving;
    'airlock-notice': AirlockNotice;
  }
}

/** Makes the panel's elements known to the page. */
export function definePanel(): void {
  customElements.define('airlock-turn', AirlockTurn);
  customElements.define('airlock-review', AirlockReview);
  customElements.define('airlock-leaving', AirlockLeaving);
  customElements.define('airlock-notice', AirlockNotice);
  customElements.define('airlock-composer', AirlockComposer);
  customElements.define('airlock-panel', AirlockPanel);
}
