import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { LeavingFoundView, LeavingPartView, LeavingText } from '../../protocol/leaving.ts';
import type { ReviewLabels } from '../../protocol/review.ts';
import { chunksOf } from '../chunks.ts';
import { placeTip } from '../tip.ts';
import { icon, toneIcon } from '../tone.ts';
import { type LeavingPart, type LeavingRow, leavingRows } from './leaving-rows.ts';
import { shownText, spanOf } from './shown-text.ts';

/** How many rows are shown at first, and with each press more. */
const ROWS = 200;

type Side = 'written' | 'leaving';

/** A part of a request before it leaves: a line that opens its text, in place or beside what was written. */
export class AirlockLeavingPart extends LitElement {
  static override properties = {
    about: { attribute: false },
    text: { attribute: false },
    labels: { attribute: false, hasChanged: () => false },
    beside: { attribute: false },
    open: { attribute: false },
    toggle: { attribute: false, hasChanged: () => false },
    leave: { attribute: false, hasChanged: () => false },
    shown: { state: true },
    unfolded: { state: true },
    spoken: { state: true },
    pinned: { state: true },
  };

  declare about: LeavingPartView;
  /** Its text, once it was asked for. */
  declare text: LeavingText | undefined;
  declare labels: ReviewLabels;
  declare beside: boolean;
  declare open: boolean;
  declare toggle: () => void;
  /** Leaves findings of the review as they are, by their places there, or redacts them after all. */
  declare leave: (found: number[], left: boolean) => void;
  declare shown: number;
  declare unfolded: ReadonlySet<number>;
  /** What is hovered or focused. */
  declare spoken: HTMLElement | undefined;
  /** Whether what was said of it stays, with what can be done about it. */
  declare pinned: boolean;

  #rows: readonly LeavingRow[] = [];
  /** The finding that was pressed last, by its place; the focus goes back to it once the text has changed. */
  #acted: number | undefined;

  constructor() {
    super();
    this.shown = ROWS;
    this.unfolded = new Set();
    this.pinned = false;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('text') && !changed.has('open')) return;
    const { text } = this;
    this.#rows = this.open && text ? leavingRows(text.text, text.changes, text.found) : [];
    this.spoken = undefined;
    this.pinned = false;
    if (changed.get('text')?.text === text?.text) return;
    this.shown = ROWS;
    this.unfolded = new Set();
  }

  protected override updated(changed: PropertyValues<this>): void {
    const tip = this.querySelector<HTMLElement>('.tip-box');
    if (tip && this.spoken) placeTip(tip, this.spoken);
    if (changed.has('pinned') && this.pinned) tip?.querySelector('button')?.focus();
    if (changed.has('text') && this.#acted !== undefined) this.#focusOn(this.#acted);
  }

  protected override render(): TemplateResult {
    const { about, text, open, beside } = this;
    const { kind, title, size, found, tone, note } = about;
    return html`<section class="leaving-part" data-kind=${kind}>
      <button type="button" class="leaving-part-head" aria-expanded=${open} @click=${this.toggle}>
        ${icon(open ? 'chevron-down' : 'chevron-right', 'twistie')} ${icon(about.icon)}
        <span class="leaving-part-title" dir="auto">${title}</span>
        <span class="leaving-part-facts"
          ><span>${size}</span>${found === '' ? nothing : html`<span>${toneIcon(tone)} ${found}</span>`}</span
        >
      </button>
      ${!open ? nothing : note !== '' ? html`<p class="soft leaving-part-note">${note}</p>` : text ? this.#text(beside) : nothing}
      ${this.#tip()}
    </section>`;
  }

  #text(beside: boolean): TemplateResult {
    return html`<div
      class=${beside ? 'leaving-part-text beside' : 'leaving-part-text'}
      @mouseover=${this.#speak}
      @focusin=${this.#speak}
      @mouseout=${this.#silence}
      @focusout=${this.#silence}
      @click=${this.#press}
      @keydown=${this.#onKey}
    >
      ${
        beside
          ? html`<p class="leaving-title">${this.labels.asWritten}</p>
              <p class="leaving-title of-leaving">${this.labels.asItLeaves}</p>`
          : nothing
      }
      ${this.#rows.slice(0, this.shown).map((row, at) => this.#row(row, at))}
      ${
        this.#rows.length > this.shown
          ? html`<button type="button" class="link fold" @click=${() => (this.shown += ROWS)}>
              ${this.labels.more}
            </button>`
          : nothing
      }
    </div>`;
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
      ${icon('unfold')}
      ${this.labels.folded.replace('{0}', row.text.length.toLocaleString(document.documentElement.lang))}
    </button>`;
  }

  #parts(parts: readonly LeavingPart[], side: Side): unknown {
    return parts.map((part) => {
      switch (part.kind) {
        case 'text':
          return shownText(part.text);
        case 'kept': {
          const found = this.text?.found[part.at];
          if (side === 'written' || !found) return html`<span class="kept">${shownText(part.text)}</span>`;
          const label = [found.name, this.labels.goesAsItIs, found.reason].join(', ');
          return html`<span
            class="kept"
            tabindex="0"
            role=${this.#canAct([found]) ? 'button' : 'note'}
            aria-label=${label}
            data-found=${part.at}
            >${shownText(part.text)}</span
          >`;
        }
        case 'change': {
          const change = this.text?.changes[part.at];
          if (side === 'written' || !change) {
            return html`<mark class="tone-${change?.tone ?? 'info'}">${shownText(part.original)}</mark>`;
          }
          const label = [change.standIn, ...this.#linesOf(part.at)].join(', ');
          return html`<span
            class="chip tone-${change.tone}"
            tabindex="0"
            role=${this.#canAct(this.#causesOf(part.at)) ? 'button' : 'note'}
            aria-label=${label}
            data-stand-in=${change.standIn}
            data-change=${part.at}
            >${change.standIn}</span
          >`;
        }
      }
    });
  }

  #causesOf(change: number): LeavingFoundView[] {
    const { changes, found } = this.text ?? { changes: [], found: [] };
    return (changes[change]?.found ?? []).flatMap((one) => found[one] ?? []);
  }

  /** What a replaced piece is, why it was found and what it opens, how sure that is, and by which rule. */
  #linesOf(at: number): string[] {
    const change = this.text?.changes[at];
    if (!change) return [];
    return [
      change.name,
      ...(change.reason === '' ? [] : [change.reason]),
      ...this.#causesOf(at)
        .slice(0, 3)
        .flatMap(({ className, reason, rule, refusal }) => [
          `${className} · ${reason}`,
          rule,
          ...(refusal === '' ? [] : [refusal]),
        ]),
    ];
  }

  /** The findings of what is hovered or focused, and what is said of it. */
  #said(): { readonly found: readonly LeavingFoundView[]; readonly lines: readonly string[] } {
    const { change, found: at } = this.spoken?.dataset ?? {};
    if (change !== undefined)
      return { found: this.#causesOf(Number(change)), lines: this.#linesOf(Number(change)) };
    const found = at === undefined ? undefined : this.text?.found[Number(at)];
    if (!found) return { found: [], lines: [] };
    const { name, className, reason, rule } = found;
    return {
      found: [found],
      lines: [`${name} · ${this.labels.goesAsItIs}`, `${className} · ${reason}`, rule],
    };
  }

  #canAct(found: readonly LeavingFoundView[]): boolean {
    return found.some(({ own, offers }) => own !== null && offers.includes('leave'));
  }

  #tip(): TemplateResult | typeof nothing {
    const { found, lines } = this.#said();
    if (lines.length === 0) return nothing;
    const [first, ...rest] = lines;
    const body = html`<strong>${first}</strong>${rest.map((line) => html`<span>${line}</span>`)}`;
    if (!this.pinned) return html`<div class="tip-box" aria-hidden="true">${body}</div>`;
    const left = found.some(({ fate }) => fate !== 'left');
    const { leave, leaveTitle, redact, redactTitle } = this.labels;
    return html`<div class="tip-box pinned" role="group" aria-label=${first ?? ''} @keydown=${this.#onKey}>
      ${body}
      <button
        type="button"
        class="button"
        title=${left ? leaveTitle : redactTitle}
        @click=${() => this.#act(found, left)}
      >
        ${left ? leave : redact}
      </button>
    </div>`;
  }

  #act(found: readonly LeavingFoundView[], left: boolean): void {
    const places = found.flatMap(({ own, offers }) =>
      own !== null && offers.includes('leave') ? [own] : [],
    );
    this.#acted = places[0];
    this.#unpin();
    this.leave(places, left);
  }

  /** What was pressed may be another element by now. */
  #focusOn(own: number): void {
    this.#acted = undefined;
    const at = this.text?.found.findIndex((one) => one.own === own) ?? -1;
    const change = this.text?.changes.findIndex(({ found }) => found.includes(at)) ?? -1;
    this.querySelector<HTMLElement>(
      change >= 0 ? `[data-change="${change}"]` : `[data-found="${at}"]`,
    )?.focus();
  }

  #unpin(): void {
    const before = this.spoken;
    this.pinned = false;
    before?.focus();
  }

  readonly #speak = (event: Event): void => {
    if (this.pinned) return;
    this.spoken = spanOf(event) ?? undefined;
  };

  readonly #silence = (): void => {
    if (!this.pinned) this.spoken = undefined;
  };

  readonly #press = (event: Event): void => {
    const pressed = spanOf(event);
    if (pressed) this.spoken = pressed;
    this.pinned = pressed !== null && this.#canAct(this.#said().found);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && this.pinned) {
      event.preventDefault();
      event.stopPropagation();
      this.#unpin();
      return;
    }
    const onSpan = event.target instanceof Element && event.target.matches('[role="button"]');
    if (!onSpan || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    this.#press(event);
  };
}
