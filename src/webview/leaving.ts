import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { ActionId } from '../protocol/atoms.ts';
import type { ReviewLabels, ReviewView } from '../protocol/review.ts';
import { actionButtons } from './actions.ts';
import { chunksOf } from './chunks.ts';
import { type LeavingPart, type LeavingRow, leavingRows } from './leaving-rows.ts';
import { NO_STAND_INS, type Piece, piecesOf } from './pieces.ts';
import { placeTip } from './tip.ts';
import { icon } from './tone.ts';

/** How many rows are shown at first, and with each press more. */
const ROWS = 200;

type Side = 'written' | 'leaving';

/** The text of a review as it leaves, in place or beside what was written, over the whole of the panel. */
export class AirlockLeaving extends LitElement {
  static override properties = {
    review: { attribute: false },
    labels: { attribute: false, hasChanged: () => false },
    act: { attribute: false },
    beside: { state: true },
    shown: { state: true },
    unfolded: { state: true },
    spoken: { state: true },
    opened: { state: true },
  };

  declare review: ReviewView;
  declare labels: ReviewLabels;
  declare act: (action: ActionId) => void;
  declare beside: boolean;
  declare shown: number;
  declare unfolded: ReadonlySet<number>;
  /** What is hovered or focused. */
  declare spoken: HTMLElement | undefined;
  /** Nothing is drawn while it is not: a long text has many rows. */
  declare opened: boolean;

  #rows: readonly LeavingRow[] = [];

  constructor() {
    super();
    this.beside = false;
    this.shown = ROWS;
    this.unfolded = new Set();
    this.opened = false;
  }

  /** Shows it; Escape and a button close it, and the focus goes back to where it was. */
  open(): void {
    this.opened = true;
    const dialog = this.querySelector('dialog');
    if (dialog && !dialog.open) void this.updateComplete.then(() => dialog.showModal());
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('review') && !changed.has('opened')) return;
    const { text, changes, found } = this.review;
    this.#rows = this.opened ? leavingRows(text, changes, found) : [];
    this.shown = ROWS;
    this.unfolded = new Set();
    this.spoken = undefined;
  }

  protected override updated(): void {
    const tip = this.querySelector<HTMLElement>('.tip-box');
    if (tip && this.spoken) placeTip(tip, this.spoken);
  }

  protected override render(): TemplateResult {
    const { labels, review, beside } = this;
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
      ${review.changes.length === 0 ? html`<p class="soft leaving-note">${labels.unchanged}</p>` : nothing}
      <div
        class=${beside ? 'leaving-text beside' : 'leaving-text'}
        tabindex="0"
        @mouseover=${this.#speak}
        @focusin=${this.#speak}
        @mouseout=${this.#silence}
        @focusout=${this.#silence}
        @scroll=${this.#silence}
      >
        ${
          beside
            ? html`<p class="leaving-title">${labels.asWritten}</p>
                <p class="leaving-title of-leaving">${labels.asItLeaves}</p>`
            : nothing
        }
        ${this.#rows.slice(0, this.shown).map((row, at) => this.#row(row, at))}
        ${
          this.#rows.length > this.shown
            ? html`<button type="button" class="link fold" @click=${() => (this.shown += ROWS)}>
                ${labels.more}
              </button>`
            : nothing
        }
      </div>
      ${actionButtons(review.actions, {
        act: (action) => {
          close();
          this.act(action);
        },
      })}
      ${this.#tip()}
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

  #row(row: LeavingRow, at: number): TemplateResult {
    if (row.kind === 'parts') {
      // A span, since white space in a block is the formatter's to put, and here every space is shown.
      const side = (name: Side, classes: string): TemplateResult =>
        html`<span class=${classes} dir="auto">${this.#parts(row.parts, name)}</span>`;
      const leaving = side('leaving', 'leaving-row of-leaving');
      if (!this.beside) return leaving;
      const same = !row.parts.some(({ kind }) => kind === 'change');
      return html`${side('written', same ? 'leaving-row same' : 'leaving-row')}${leaving}`;
    }
    if (this.unfolded.has(at)) {
      const chunks = chunksOf(row.text);
      return html`<div class="unfolded">
        ${chunks.map((chunk) => html`<span class="chunk" dir="auto">${shownText(chunk)}</span>`)}
      </div>`;
    }
    const unfold = (): void => {
      this.unfolded = new Set([...this.unfolded, at]);
    };
    return html`<button type="button" class="link fold" @click=${unfold}>
      ${icon('unfold')} ${this.labels.folded.replace('{0}', row.text.length.toLocaleString())}
    </button>`;
  }

  #parts(parts: readonly LeavingPart[], side: Side): unknown {
    return parts.map((part) => {
      switch (part.kind) {
        case 'text':
          return shownText(part.text);
        case 'kept': {
          const found = this.review.found[part.at];
          const label = found ? [found.name, this.labels.goesAsItIs, found.reason].join(', ') : '';
          if (side === 'written') return html`<span class="kept">${shownText(part.text)}</span>`;
          return html`<span class="kept" tabindex="0" role="note" aria-label=${label} data-found=${part.at}
            >${shownText(part.text)}</span
          >`;
        }
        case 'change': {
          const change = this.review.changes[part.at];
          if (side === 'written' || !change) {
            return html`<mark class="tone-${change?.tone ?? 'info'}">${shownText(part.original)}</mark>`;
          }
          const label = [change.standIn, ...this.#linesOf(part.at)].join(', ');
          return html`<span
            class="chip tone-${change.tone}"
            tabindex="0"
            role="note"
            aria-label=${label}
            data-stand-in=${change.standIn}
            data-change=${part.at}
            >${change.standIn}</span
          >`;
        }
      }
    });
  }

  /** What a replaced piece is, why it was found and what it opens, how sure that is, and by which rule. */
  #linesOf(at: number): string[] {
    const change = this.review.changes[at];
    if (!change) return [];
    const causes = change.found.flatMap((one) => this.review.found[one] ?? []);
    return [
      change.name,
      ...(change.reason === '' ? [] : [change.reason]),
      ...causes.slice(0, 3).flatMap(({ className, reason, rule }) => [`${className} · ${reason}`, rule]),
    ];
  }

  #tip(): TemplateResult | typeof nothing {
    const { change, found: at } = this.spoken?.dataset ?? {};
    const found = at === undefined ? undefined : this.review.found[Number(at)];
    const lines =
      change !== undefined
        ? this.#linesOf(Number(change))
        : found
          ? [`${found.name} · ${this.labels.goesAsItIs}`, `${found.className} · ${found.reason}`, found.rule]
          : [];
    if (lines.length === 0) return nothing;
    const [first, ...rest] = lines;
    return html`<div class="tip-box" aria-hidden="true">
      <strong>${first}</strong>${rest.map((line) => html`<span>${line}</span>`)}
    </div>`;
  }

  readonly #speak = (event: Event): void => {
    const target = event.target instanceof Element ? event.target : null;
    this.spoken = target?.closest<HTMLElement>('[data-change], [data-found]') ?? undefined;
  };

  readonly #onClose = (): void => {
    this.opened = false;
  };

  readonly #silence = (): void => {
    this.spoken = undefined;
  };
}

/** Text with what would act on the page made visible. */
function shownText(text: string): unknown {
  return piecesOf(text, NO_STAND_INS).map((piece) =>
    piece.kind === 'control' ? html`<span class="control">${piece.code}</span>` : textOf(piece),
  );
}

function textOf(piece: Piece): string {
  return piece.kind === 'text' ? piece.text : '';
}
