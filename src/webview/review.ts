import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { ActionId } from '../protocol/atoms.ts';
import type { FoundView, Offer, ReviewLabels, ReviewView } from '../protocol/review.ts';
import { actionButtons } from './actions.ts';
import type { Post } from './bridge.ts';
import { enterRedacts } from './enter.ts';
import { type FoundGroup, groupFound, type PlacedFound } from './found-groups.ts';
import { stepOn } from './composer/steps.ts';
import { keyOffers } from './key-offers.ts';
import { loudestOf } from './loudest.ts';
import { icon, toneIcon } from './tone.ts';
import { typedFound } from './typed.ts';

/** How many rows are shown at first, and with each press more: no one reads more at a time. */
const ROWS = 100;

/** What was found in the text above, what that means, and what can be done. */
export class AirlockReview extends LitElement {
  static override properties = {
    review: { attribute: false },
    labels: { attribute: false, hasChanged: () => false },
    post: { attribute: false },
    act: { attribute: false },
    showLeaving: { attribute: false },
    backToText: { attribute: false },
    current: { state: true },
    opened: { state: true },
    shown: { state: true },
    unfolded: { state: true },
  };

  declare review: ReviewView;
  declare labels: ReviewLabels;
  declare post: Post;
  declare act: (action: ActionId) => void;
  /** Shows the text as it leaves. */
  declare showLeaving: () => void;
  /** Puts the focus back into the composer, where the caret was or on a place in its text. */
  declare backToText: (place?: { readonly start: number; readonly end: number }) => void;
  /** The finding that was gone to from the text, by its place. */
  declare current: number | undefined;
  /** The finding whose actions are shown, by its place. */
  declare opened: number | undefined;
  declare shown: number;
  /** Whether the list is shown while the prompt is typed. */
  declare unfolded: boolean;

  /** Whether the last thing that was pressed was one of a finding's. */
  #acted = false;

  constructor() {
    super();
    this.shown = ROWS;
    this.unfolded = false;
  }

  /** Shows a finding and what can be done about it; its row takes the focus where that is asked for. */
  open(at: number, focus: boolean): void {
    const groups = groupFound(this.review);
    const group = groups.findIndex(({ rows }) => rows.some((row) => row.at === at));
    const place = groups[group]?.rows.findIndex((row) => row.at === at) ?? 0;
    this.unfolded = true;
    this.shown = Math.max(this.shown, group + 1, place + 1);
    this.current = at;
    this.opened = at;
    void this.updateComplete.then(() => {
      const row = this.querySelector<HTMLElement>(`.found-row[data-found="${at}"]`);
      row?.closest('details')?.setAttribute('open', '');
      row?.scrollIntoView({ block: 'nearest' });
      if (focus) row?.focus({ preventScroll: true });
    });
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('review') || changed.get('review')?.id === this.review.id) return;
    this.opened = undefined;
    this.current = undefined;
    this.shown = ROWS;
  }

  protected override updated(): void {
    // What had the focus may be gone: nothing is to be said of a finding any more whose kind is allowed.
    if (!this.#acted || document.activeElement !== document.body) return;
    this.#acted = false;
    this.querySelector<HTMLElement>('.found-head button')?.focus();
  }

  protected override render(): TemplateResult {
    const { review, labels } = this;
    const buttons = actionButtons(review.actions, { act: this.act, entered: enterRedacts(review) });
    return html`<section class="review" aria-label=${labels.found} @keydown=${this.#onKey}>
      <div class="found">
        <div class="found-head">
          ${
            review.held || review.found.length === 0
              ? html`<p dir="auto" title=${review.summary}>
                  ${toneIcon(loudestOf(review.found))}<span>${review.summary}</span>
                </p>`
              : html`<button
                  type="button"
                  class="found-count"
                  dir="auto"
                  title=${labels.stepThrough}
                  aria-expanded=${this.unfolded}
                  @click=${() => (this.unfolded = !this.unfolded)}
                >
                  ${icon(this.unfolded ? 'chevron-down' : 'chevron-right')}
                  ${toneIcon(loudestOf(review.found))}<span>${review.summary}</span>
                </button>`
          }
          <button type="button" class="link" aria-haspopup="dialog" @click=${this.showLeaving}>
            ${labels.whatLeaves}
          </button>
        </div>
        ${review.found.length > 0 && (review.held || this.unfolded) ? this.#list() : nothing}
      </div>
      ${review.held ? keyOffers(review, labels, this.post) : nothing}
      ${!review.held ? nothing : review.decision === 'block' ? blocked(review, buttons) : html`${held(review)}${buttons}`}
    </section>`;
  }

  #list(): TemplateResult {
    const groups = groupFound(this.review);
    const many = this.review.found.length > 1;
    return html`<ul class="found-list" tabindex=${many ? 0 : nothing} aria-label=${this.labels.found}>
      ${groups.slice(0, this.shown).map((group) => this.#group(group))} ${this.#more(groups.length)}
    </ul>`;
  }

  #group({ table, rows, bundles }: FoundGroup): unknown {
    if (table === '') return rows.map((row) => this.#row(row));
    return html`<li class="found-table">
      <details>
        <summary dir="auto">${table}</summary>
        ${
          bundles.length === 0
            ? nothing
            : html`<div class="found-offers">
                ${bundles.map(
                  ({ label, found, left }) =>
                    html`<button type="button" class="button" @click=${() => this.#leave(found, left)}>
                      ${label}
                    </button>`,
                )}
              </div>`
        }
        <ul>
          ${rows.slice(0, this.shown).map((row) => this.#row(row))} ${this.#more(rows.length)}
        </ul>
      </details>
    </li>`;
  }

  #more(count: number): TemplateResult | typeof nothing {
    if (count <= this.shown) return nothing;
    return html`<li class="found-more">
      <button type="button" class="link" @click=${() => (this.shown += 5 * ROWS)}>${this.labels.more}</button>
    </li>`;
  }

  #row({ at, found }: PlacedFound): TemplateResult {
    const { tone, name, className, reason, standIn, fate, offers, refusal } = found;
    const { labels } = this;
    const open = this.opened === at;
    const label = `${labels.actions}: ${name}${standIn === '' ? '' : `, ${standIn}`}`;
    const isCurrent = this.current === at;
    return html`<li
      class="found-row"
      data-found=${at}
      tabindex="-1"
      aria-current=${isCurrent ? 'true' : nothing}
    >
      ${toneIcon(tone)}
      <p class="found-name" dir="auto">${name}</p>
      ${
        fate === 'redacted'
          ? html`<code class="stand-in">${standIn}</code>`
          : html`<span class="as-it-is">${labels.goesAsItIs}</span>`
      }
      ${
        offers.length === 0 && refusal === ''
          ? nothing
          : html`<button
              type="button"
              class="round offers"
              title=${labels.actions}
              aria-label=${label}
              aria-expanded=${open}
              @click=${() => (this.opened = open ? undefined : at)}
            >
              ${icon('ellipsis')}
            </button>`
      }
      <p class="found-reason" dir="auto">${[className, reason].filter((part) => part !== '').join(' · ')}</p>
      ${open ? this.#offers(at, found) : nothing}
    </li>`;
  }

  #offers(at: number, { fate, offers, refusal }: FoundView): TemplateResult {
    if (offers.length === 0) return html`<p class="found-offers soft">${icon('lock')} ${refusal}</p>`;
    return html`<div class="found-offers">
      ${offers.map((offer) => {
        const { label, title } = this.#words(offer, fate);
        return html`<button
          type="button"
          class="button"
          title=${title}
          data-offer=${offer}
          @click=${() => this.#take(at, offer, fate)}
        >
          ${label}
        </button>`;
      })}
    </div>`;
  }

  #words(offer: Offer, fate: FoundView['fate']): { readonly label: string; readonly title: string } {
    const { labels } = this;
    switch (offer) {
      case 'leave':
        return fate === 'left'
          ? { label: labels.redact, title: labels.redactTitle }
          : { label: labels.leave, title: labels.leaveTitle };
      case 'allow-value':
        return { label: labels.allowValue, title: labels.allowValueTitle };
      case 'allow-kind':
        return { label: labels.allowKind, title: labels.allowKindTitle };
    }
  }

  #take(at: number, offer: Offer, fate: FoundView['fate']): void {
    if (offer === 'leave') this.#leave([at], fate !== 'left');
    else {
      const what = offer === 'allow-value' ? 'value' : 'kind';
      this.post({ type: 'allow', review: this.review.id, found: at, what });
    }
    this.#acted = true;
    this.#close(at);
  }

  #leave(found: readonly number[], left: boolean): void {
    this.post({ type: 'leave', review: this.review.id, found: [...found], left });
  }

  /** What was pressed is gone; the focus goes back to what opened it. */
  #close(at: number): void {
    this.opened = undefined;
    this.querySelector<HTMLElement>(`.found-row[data-found="${at}"] .offers`)?.focus();
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const isRow = event.target instanceof Element && event.target.matches('.found-row');
    if (event.key === 'F8' && this.review.found.length > 0) {
      this.open(stepOn(this.review, this.current ?? this.opened ?? -1, event.shiftKey), true);
    } else if (event.key === 'Enter' && isRow) {
      const found = this.current === undefined ? undefined : this.review.found[this.current];
      this.backToText(found && typedFound(this.review).includes(found) ? found : undefined);
    } else if (event.key === 'Escape' && isRow) {
      this.backToText();
    } else if (event.key === 'Escape' && this.opened !== undefined) {
      this.#close(this.opened);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
}

function blocked({ verdict }: ReviewView, buttons: TemplateResult | typeof nothing): TemplateResult {
  return html`<div class="verdict box-bad">
    <div role="alert">
      <p class="said-title tone-bad" dir="auto">${toneIcon('bad')} ${verdict.title}</p>
      ${reasons(verdict)}
    </div>
    ${buttons}
  </div>`;
}

function held({ verdict }: ReviewView): TemplateResult {
  return html`<div class="verdict">
    ${verdict.title === '' ? nothing : html`<p class="said-title" dir="auto">${verdict.title}</p>`}${reasons(verdict)}
  </div>`;
}

function reasons({ text, source }: ReviewView['verdict']): TemplateResult {
  return html`${text === '' ? nothing : html`<p dir="auto">${text}</p>`}${
    source === '' ? nothing : html`<p class="soft" dir="auto">${source}</p>`
  }`;
}
