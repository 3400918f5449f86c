import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { PanelState } from '../protocol.ts';
import type { Recalled } from '../protocol/composing.ts';
import type { ReviewView } from '../protocol/review.ts';
import { Attaching } from './attachments/attaching.ts';
import type { Post } from './bridge.ts';
import { mergeDraft } from './draft-merge.ts';
import { DraftTimer } from './draft-timer.ts';
import { enter } from './enter.ts';
import { CaretKey } from './composer/caret-key.ts';
import { MarkLayer } from './composer/mark-layer.ts';
import { Recall } from './composer/recall.ts';
import { findingsAt, stepFrom } from './composer/steps.ts';
import { marksOf } from './marks.ts';
import { typedFound } from './typed.ts';
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
    openFinding: { attribute: false },
    blank: { state: true },
  };

  declare state: PanelState;
  declare post: Post;
  /** Says once more why the text is held. */
  declare repeat: () => void;
  /** Shows a finding by its place in the review, and puts the focus on it where it was gone to by a key. */
  declare openFinding: (at: number, focus: boolean) => void;
  declare blank: boolean;

  readonly #draft = new DraftTimer((text) => {
    this.#told = text;
    this.post({ type: 'draft', text });
  });
  readonly #attaching = new Attaching(this, () => this.post);
  /** The text as the extension knows it. */
  #told = '';
  #revision: number | undefined;
  #layer: MarkLayer | undefined;
  /** The review whose findings are marked. */
  #marked: ReviewView | null | undefined;
  readonly #recall = new Recall();
  readonly #caretKey = new CaretKey();

  constructor() {
    super();
    this.blank = true;
  }

  /** Puts the focus into the text. */
  override focus(): void {
    this.#area?.focus();
  }

  /** Puts the focus into the text, and the selection where something stands in it. */
  select(start: number, end: number): void {
    this.focus();
    this.#area?.setSelectionRange(start, end);
  }

  /** Takes an earlier prompt that was asked for, unless something was typed meanwhile. */
  recalled({ back, text }: Recalled): void {
    const area = this.#area;
    if (!area || text === null || !this.#recall.isAwaited(back, area.value)) return;
    const isForward = this.#recall.later(area.value) === back;
    this.#recall.recalled(back, text);
    this.#put(text, isForward ? text.length : 0);
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
    const { labels, busy, attachments } = this.state;
    return html`<div class="composer" @click=${this.#onBoxClick}>
      <label class="unseen" for="airlock-prompt">${labels.composer}</label>
      ${this.#attaching.render(attachments)}
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
          @click=${this.#onClick}
          @blur=${this.#onLeave}
        ></textarea>
      </div>
      <div class="composer-bar">
        ${this.#attaching.button(attachments)}
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

  /** Marks what was found once there is something else to mark; until then the marks go with what is typed. */
  #mark(): void {
    const element = this.querySelector<HTMLElement>('.layer');
    const area = this.#area;
    if (!element || !area) return;
    this.#layer ??= new MarkLayer(element);
    const { review } = this.state;
    const text = area.value;
    if (review && review.text === text && review !== this.#marked) {
      this.#marked = review;
      this.#layer.show(text, marksOf(typedFound(review), text.length), !GROWS_BY_ITSELF);
    } else if (!review && this.#marked) {
      this.#marked = review;
      this.#layer.show(text, [], !GROWS_BY_ITSELF);
    } else this.#layer.follow(text, !GROWS_BY_ITSELF);
  }

  /** Another text, which the user asked for. */
  #put(text: string, caret: number): void {
    const area = this.#area;
    if (!area) return;
    takeOver(area, text);
    area.setSelectionRange(caret, caret);
    this.#onInput();
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
    this.#caretKey.settle();
    // 229: some input methods end their composition before they say that Enter was pressed.
    if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'F8') this.#step(event);
    else if (event.shiftKey) return;
    else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') this.#goThrough(event.key === 'ArrowUp');
    else if (event.key === 'Enter') {
      event.preventDefault();
      if (!event.repeat) this.#enter();
    }
  };

  /** Goes to what was found next to the caret, as in the editor. */
  #step(event: KeyboardEvent): void {
    const { review } = this.state;
    const area = this.#area;
    if (!area || review?.text !== area.value) return;
    const at = stepFrom(review, area.selectionStart, event.shiftKey);
    if (at === undefined) return;
    event.preventDefault();
    this.openFinding(at, true);
  }

  /** Recalls an earlier prompt, or the one after, if the key left the caret where it was: it is at the edge of the text. */
  #goThrough(back: boolean): void {
    const area = this.#area;
    if (!area || this.state.busy === 'reviewing' || !this.#recall.isOpen(area.value)) return;
    if (area.selectionStart !== area.selectionEnd) return;
    this.#caretKey.pressed(area, () => {
      const asked = back ? this.#recall.earlier(area.value) : this.#recall.later(area.value);
      if (asked === undefined) return;
      if (asked === 'empty') {
        this.#recall.forget();
        this.#put('', 0);
      } else {
        this.#recall.asks(asked, area.value);
        this.post({ type: 'recall', back: asked });
      }
    });
  }

  /** A mark was pressed: what it marks is shown, and the caret stays where the click put it. */
  readonly #onClick = ({ clientX, clientY }: MouseEvent): void => {
    const { review } = this.state;
    const area = this.#area;
    if (!area || review?.text !== area.value || area.selectionStart !== area.selectionEnd) return;
    const found = findingsAt(review, area.selectionStart);
    const pressed = found.find((one) => this.#layer?.isAt(clientX, clientY, one));
    if (pressed) this.openFinding(pressed.at, false);
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
