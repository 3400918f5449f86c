import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { PanelState } from '../protocol.ts';
import type { ActionId } from '../protocol/atoms.ts';
import type { ConversationList } from '../protocol/conversations.ts';
import { announcement } from './announce.ts';
import type { Post } from './bridge.ts';
import { AirlockComposer } from './composer.ts';
import { destinationView } from './destination.ts';
import { emptyView } from './empty.ts';
import { AirlockNotice } from './notice.ts';
import { AirlockConversations } from './conversations/list.ts';
import { reopenedNote } from './conversations/reopened.ts';
import { copied } from './copied.ts';
import { AirlockLeavingPart } from './leaving/leaving-part.ts';
import { AirlockLeaving } from './leaving/leaving.ts';
import { AirlockReview } from './review.ts';
import { interludeView, replacedFrom } from './turns/interlude.ts';
import { standInsOf, unknownOf } from './conversation.ts';
import type { IsShownAsSent } from './stand-in-span.ts';
import { StickToEnd } from './stick-to-end.ts';
import { AirlockTurn } from './turn.ts';

/** The whole panel: the conversation, and at its foot where a prompt goes, the prompt, and what is in it. */
export class AirlockPanel extends LitElement {
  static override properties = {
    state: { attribute: false },
    conversations: { attribute: false },
    spoken: { state: true },
    isSent: { state: true },
  };

  declare state: PanelState | undefined;
  declare post: Post;
  /** The list that is shown over the rest; null for none. */
  declare conversations: ConversationList | null;
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
    this.conversations = null;
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

  /** Where it is shown what leaves, while anything is there to be shown. */
  get leaving(): AirlockLeaving | null {
    return this.querySelector('airlock-leaving');
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
    if (this.state?.review?.held && (this.state.review.id !== before?.review?.id || !before.review.held)) {
      this.#showActions();
    }
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
      <h1 class="unseen">${labels.conversation}</h1>
      <div class="conversation" role="log" aria-live="polite" aria-label=${labels.conversation} tabindex="0">
        <div class="turns">${state.turns.length === 0 ? emptyView(state, post) : this.#turns(state)}</div>
      </div>
      <footer class="foot">
        ${destinationView(destination, labels, post)}
        ${notice ? html`<airlock-notice .notice=${notice} .act=${this.#actOnNotice}></airlock-notice>` : nothing}
        ${state.interlude ? interludeView(state.interlude, this.#flushed) : nothing}
        <airlock-composer
          .state=${state}
          .post=${post}
          .repeat=${this.#repeat}
          .openFinding=${this.#openFinding}
        ></airlock-composer>
        ${
          review
            ? html`<airlock-review
                .review=${review}
                .labels=${labels.review}
                .post=${this.#flushed}
                .act=${this.#actOnReview}
                .showLeaving=${this.#showLeaving}
                .backToText=${this.#backToText}
              ></airlock-review>`
            : nothing
        }
      </footer>
      ${
        review
          ? html`<airlock-leaving
              .state=${state}
              .review=${review}
              .post=${this.#flushed}
              .act=${this.#actOnReview}
            ></airlock-leaving>`
          : nothing
      }
      <airlock-conversations .list=${this.conversations} .post=${post}></airlock-conversations>
      <p class="unseen" role="status" aria-live="polite">${this.spoken}</p>
    </main>`;
  }

  #turns({ turns, labels, interlude, reopened }: PanelState): unknown {
    const replaced = replacedFrom(turns, interlude);
    return repeat(
      turns,
      ({ id }) => id,
      (turn) =>
        html`<airlock-turn
            class=${replaced.has(turn.id) ? 'replaced' : ''}
            .turn=${turn}
            .labels=${labels}
            .post=${this.post}
            .isSent=${this.isSent}
            .turnOver=${this.#turnOver}
          ></airlock-turn
          >${turn.id === reopened?.after ? reopenedNote(reopened.text) : nothing}`,
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

  readonly #flushed: Post = (message) => {
    this.#composer?.flush();
    this.post(message);
  };

  readonly #showLeaving = (): void => this.leaving?.open();

  readonly #openFinding = (at: number, focus: boolean): void =>
    void this.querySelector('airlock-review')?.open(at, focus);

  /** The caret goes back to where it was, or to what was found. */
  readonly #backToText = (place?: { readonly start: number; readonly end: number }): void => {
    if (place) this.#composer?.select(place.start, place.end);
    else this.#composer?.focus();
  };

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
    if (event.key !== 'Escape' || event.isComposing) return;
    if (event.target instanceof Element && event.target.closest('dialog')) return;
    if (!review?.held && !this.state?.interlude) return;
    event.preventDefault();
    if (review?.held) this.#act('edit', review.id);
    else this.#flushed({ type: 'give-up' });
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
    'airlock-leaving-part': AirlockLeavingPart;
    'airlock-notice': AirlockNotice;
    'airlock-conversations': AirlockConversations;
  }
}

/** Makes the panel's elements known to the page. */
export function definePanel(): void {
  customElements.define('airlock-turn', AirlockTurn);
  customElements.define('airlock-review', AirlockReview);
  customElements.define('airlock-leaving-part', AirlockLeavingPart);
  customElements.define('airlock-leaving', AirlockLeaving);
  customElements.define('airlock-notice', AirlockNotice);
  customElements.define('airlock-conversations', AirlockConversations);
  customElements.define('airlock-composer', AirlockComposer);
  customElements.define('airlock-panel', AirlockPanel);
}
