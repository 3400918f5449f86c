import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { PanelState } from '../protocol.ts';
import type { Post } from './bridge.ts';
import { mergeDraft } from './draft-merge.ts';
import { DraftTimer } from './draft-timer.ts';
import { enter } from './enter.ts';
import { markLayer } from './marks-layer.ts';
import { marksOf } from './marks.ts';
import { takeOver } from './take-over.ts';
import { icon } from './tone.ts';

/** Where this is not known the layer behind the text area holds the text, and so gives the height. */
const GROWS_BY_ITSELF = CSS.supports('field-sizing', 'content');

/**
 * Where a prompt is written. The text area is the browser's own, so that undo and input methods work as everywhere;
 * its text is changed from outside only where the extension changed the draft.
 */
export class AirlockComposer extends LitElement {
  static override properties = {
    state: { attribute: false },
    post: { attribute: false },
    repeat: { attribute: false },
    blank: { state: true },
  };

  declare state: PanelState;
  declare post: Post;
  /** Says once more why the text is held. */
  declare repeat: () => void;
  declare blank: boolean;

  readonly #draft = new DraftTimer((text) => {
    this.#told = text;
    this.post({ type: 'draft', text });
  });
  /** The text as the extension knows it. */
  #told = '';
  #revision: number | undefined;

  constructor() {
    super();
    this.blank = true;
  }

  /** Puts the focus into the text. */
  override focus(): void {
    this.#area?.focus();
  }

  /** Tells what was typed last, before anything that depends on it. */
  flush(): void {
    this.#draft.flush();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // A hidden panel is thrown away; the extension keeps the draft.
    window.addEventListener('pagehide', this.#onLeave);
    document.addEventListener('visibilitychange', this.#onLeave);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('pagehide', this.#onLeave);
    document.removeEventListener('visibilitychange', this.#onLeave);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const { labels, busy } = this.state;
    return html`<div class="composer" @click=${this.#onBoxClick}>
      <label class="unseen" for="airlock-prompt">${labels.composer}</label>
      <div class="writing">
        <div class="layer" aria-hidden="true" dir="auto"></div>
        <textarea
          id="airlock-prompt"
          rows="2"
          dir="auto"
          placeholder=${labels.composerHint}
          spellcheck="false"
          autocomplete="off"
          ?readonly=${busy === 'reviewing'}
          @input=${this.#onInput}
          @keydown=${this.#onKey}
          @blur=${this.#onLeave}
        ></textarea>
      </div>
      <div class="composer-bar">
        ${
          busy === 'idle'
            ? nothing
            : html`<p class="busy">
                ${icon('loading', 'codicon-modifier-spin')}
                <span>${busy === 'reviewing' ? labels.reviewing : labels.waiting}</span>
              </p>`
        }
        ${
          busy === 'sending'
            ? html`<button
                type="button"
                class="round"
                aria-label=${labels.stop}
                title=${labels.stop}
                @click=${this.#stop}
              >
                ${icon('debug-stop')}
              </button>`
            : html`<button
                type="button"
                class="round"
                aria-label=${labels.send}
                title=${labels.send}
                ?disabled=${this.blank || busy === 'reviewing'}
                @click=${this.#enter}
              >
                ${icon('send')}
              </button>`
        }
      </div>
    </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('state')) this.#takeOver();
    this.#mark();
  }

  /** Takes the extension's draft where the extension, not the user, changed it. */
  #takeOver(): void {
    const area = this.#area;
    if (!area || this.state.draftRevision === this.#revision) return;
    this.#revision = this.state.draftRevision;
    const { draft } = this.state;
    const text = mergeDraft(draft, this.#told, this.#draft.untold);
    this.#draft.forget();
    this.#told = draft;
    if (text !== draft) this.#draft.changed(text);
    takeOver(area, text);
    this.blank = area.value.trim() === '';
  }

  #mark(): void {
    const layer = this.querySelector<HTMLElement>('.layer');
    const area = this.#area;
    if (!layer || !area) return;
    const { review } = this.state;
    const marks = review?.text === area.value ? marksOf(review.found, area.value.length) : [];
    markLayer(layer, marks.length > 0 || !GROWS_BY_ITSELF ? area.value : '', marks);
  }

  get #area(): HTMLTextAreaElement | null {
    return this.querySelector('textarea');
  }

  readonly #onInput = (): void => {
    const text = this.#area?.value ?? '';
    this.blank = text.trim() === '';
    this.#draft.changed(text);
    this.#mark();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    // 229: some input methods end their composition before they say that Enter was pressed.
    if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229) return;
    if (event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    if (!event.repeat) this.#enter();
  };

  readonly #enter = (): void => {
    const text = this.#area?.value ?? '';
    const next = enter(text, this.state.busy, this.state.review);
    if (next.does === 'nothing') return;
    if (next.does === 'submit') {
      this.#draft.forget();
      this.post({ type: 'submit', text });
    } else if (next.does === 'act') {
      this.#draft.flush();
      this.post({ type: 'action', action: next.action, review: next.review });
    } else this.repeat();
    this.focus();
  };

  readonly #stop = (): void => {
    this.post({ type: 'stop' });
    this.focus();
  };

  readonly #onLeave = (): void => this.#draft.flush();

  /** The whole box is where one writes, not only its lines. */
  readonly #onBoxClick = (event: Event): void => {
    if (event.target instanceof Element && !event.target.closest('button, textarea')) this.focus();
  };
}
