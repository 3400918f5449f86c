import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ConversationDeed, ConversationList, ConversationRow } from '../../protocol/conversations.ts';
import type { Post } from '../bridge.ts';
import { icon } from '../tone.ts';
import { rowAfter } from './move.ts';

/** How long after the last key is searched, in milliseconds. */
const PAUSE = 120;
/** What the extension takes of words to search for. */
const LONGEST_QUERY = 200;

/** The conversations there are, over the whole of the panel: to search, open, rename, export and delete. */
export class AirlockConversations extends LitElement {
  static override properties = {
    list: { attribute: false },
    post: { attribute: false },
    at: { state: true },
    renaming: { state: true },
  };

  declare list: ConversationList | null;
  declare post: Post;
  /** The row that the keyboard is at. */
  declare at: number;
  /** The conversation that is being given another name. */
  declare renaming: string | undefined;

  #pause: ReturnType<typeof setTimeout> | undefined;
  /** Where the focus goes once what was done is shown. */
  #focusNext: 'row' | 'undo' | undefined;

  constructor() {
    super();
    this.list = null;
    this.at = 0;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('list')) return;
    const count = this.list?.rows.length ?? 0;
    const before = changed.get('list');
    if (!before || before.query !== this.list?.query) this.at = 0;
    this.at = Math.max(0, Math.min(this.at, count - 1));
    if (!this.list) this.renaming = undefined;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const dialog = this.querySelector('dialog');
    if (!dialog) return;
    if (this.list && !dialog.open) {
      dialog.showModal();
      this.querySelector('input')?.focus();
    }
    if (!this.list && dialog.open) dialog.close();
    if (changed.has('renaming') && this.renaming !== undefined) {
      const name = this.querySelector<HTMLInputElement>('.row-name');
      name?.focus();
      name?.select();
    }
    if (this.#focusNext && changed.has('list') && this.list) {
      const what = this.#focusNext;
      this.#focusNext = undefined;
      if (what === 'undo') this.querySelector<HTMLElement>('.deleted .link')?.focus();
      else this.#focusRow();
    }
  }

  protected override render(): TemplateResult {
    const { list } = this;
    return html`<dialog
      class="conversations"
      aria-label=${list?.labels.title ?? ''}
      @close=${() => this.#do({ do: 'close' })}
    >
      ${list ? this.#content(list) : nothing}
    </dialog>`;
  }

  #content({ rows, query, empty, count, note, problem, deleted, labels }: ConversationList): TemplateResult {
    return html`<div class="conversations-head">
        <h2>${labels.title}</h2>
        <button
          type="button"
          class="round"
          title=${labels.begin}
          aria-label=${labels.begin}
          @click=${() => this.#do({ do: 'begin' })}
        >
          ${icon('add')}
        </button>
        <button
          type="button"
          class="round"
          title=${labels.close}
          aria-label=${labels.close}
          @click=${() => this.querySelector('dialog')?.close()}
        >
          ${icon('close')}
        </button>
      </div>
      <div class="conversations-search">
        ${icon('search')}
        <input
          type="text"
          role="searchbox"
          autocomplete="off"
          spellcheck="false"
          dir="auto"
          maxlength=${LONGEST_QUERY}
          placeholder=${labels.search}
          aria-label=${labels.search}
          aria-description=${labels.keys}
          .value=${query}
          @input=${this.#onSearch}
          @keydown=${this.#onSearchKey}
        />
      </div>
      <p class="unseen" role="status">${rows.length === 0 ? empty : count}</p>
      ${
        rows.length === 0
          ? html`<p class="soft conversations-empty">${empty}</p>`
          : html`<ul class="conversation-rows" aria-label=${labels.title} @keydown=${this.#onRowKey}>
              ${repeat(
                rows,
                ({ id }) => id,
                (row, at) => this.#row(row, at, labels),
              )}
            </ul>`
      }
      ${problem === '' ? nothing : html`<p class="conversations-problem" role="status">${icon('warning')} <span>${problem}</span></p>`}
      ${
        deleted
          ? html`<p class="deleted" role="status">
              <span dir="auto">${deleted.text}</span>
              <button type="button" class="link" @click=${() => this.#undo(deleted.id)}>
                ${labels.undo}
              </button>
            </p>`
          : nothing
      }
      <p class="soft conversations-note">${note}</p>`;
  }

  #row(row: ConversationRow, at: number, labels: ConversationList['labels']): TemplateResult {
    const { id, title, detail, when, snippet, current } = row;
    const reach = at === this.at ? 0 : -1;
    if (this.renaming === id) {
      return html`<li class="conversation-row renaming" data-id=${id}>
        <input
          type="text"
          class="row-name"
          dir="auto"
          autocomplete="off"
          maxlength="200"
          aria-label=${labels.newName}
          .value=${title}
          @keydown=${this.#onNameKey}
          @blur=${this.#giveUpName}
        />
      </li>`;
    }
    const button = (name: string, label: string, run: () => void): TemplateResult =>
      html`<button
        type="button"
        class="round"
        tabindex=${reach}
        title=${label}
        aria-label=${`${label}: ${title}`}
        @click=${run}
      >
        ${icon(name)}
      </button>`;
    return html`<li
      class=${current ? 'conversation-row current' : 'conversation-row'}
      data-id=${id}
      @focusin=${() => (this.at = at)}
    >
      <button
        type="button"
        class="row-open"
        tabindex=${reach}
        aria-current=${current}
        @click=${() => this.#do({ do: 'open', id })}
      >
        <span class="row-title" dir="auto">${title}</span>
        ${snippet === '' ? nothing : html`<span class="row-snippet soft" dir="auto">${snippet}</span>`}
        <span class="row-detail soft dotted" title=${when}
          ><span>${detail}</span>${current ? html`<span>${labels.current}</span>` : nothing}</span
        >
      </button>
      <span class="row-actions">
        ${button('edit', labels.rename, () => (this.renaming = id))}
        ${button('export', labels.exportIt, () => this.#do({ do: 'export', id }))}
        ${button('trash', labels.deleteIt, () => this.#delete(id))}
      </span>
    </li>`;
  }

  #do(does: ConversationDeed): void {
    clearTimeout(this.#pause);
    this.post({ type: 'conversations', does });
  }

  #delete(id: string): void {
    // The row is gone then; what brings it back is near.
    this.#focusNext = 'undo';
    this.#do({ do: 'delete', id });
  }

  #undo(id: string): void {
    this.#focusNext = 'row';
    this.#do({ do: 'undo', id });
  }

  readonly #onSearch = (event: Event): void => {
    if (!(event.target instanceof HTMLInputElement)) return;
    const query = event.target.value.slice(0, LONGEST_QUERY);
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#do({ do: 'search', query }), PAUSE);
  };

  readonly #onSearchKey = (event: KeyboardEvent): void => {
    if (event.isComposing || this.list === null) return;
    const first = this.list.rows[0];
    if (event.key === 'ArrowDown' && first) {
      event.preventDefault();
      this.at = 0;
      this.#focusRow();
    } else if (event.key === 'Enter' && first) {
      event.preventDefault();
      // What is shown belongs to the words before while the pause is not over.
      if (event.target instanceof HTMLInputElement && event.target.value === this.list.query)
        this.#do({ do: 'open', id: first.id });
    } else if (
      event.key === 'Escape' &&
      event.target instanceof HTMLInputElement &&
      event.target.value !== ''
    ) {
      event.preventDefault();
      event.target.value = '';
      this.#do({ do: 'search', query: '' });
    }
  };

  readonly #onRowKey = (event: KeyboardEvent): void => {
    const rows = this.list?.rows ?? [];
    const row = rows[this.at];
    if (!row || this.renaming !== undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'F2') this.renaming = row.id;
    else if (event.key === 'Delete') this.#delete(row.id);
    else if (event.key === 'ArrowUp' && this.at === 0) this.querySelector('input')?.focus();
    else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') this.#along(event);
    else {
      const next = rowAfter(event.key, this.at, rows.length);
      if (next === undefined) return;
      this.at = next;
      this.#focusRow();
    }
    event.preventDefault();
  };

  /** Along what can be done with a row. */
  #along(event: KeyboardEvent): void {
    const buttons = [...this.querySelectorAll<HTMLElement>('.conversation-row button[tabindex="0"]')];
    const from = buttons.findIndex((button) => button === event.target);
    const back = (event.key === 'ArrowLeft') !== (getComputedStyle(this).direction === 'rtl');
    buttons[from + (back ? -1 : 1)]?.focus();
  }

  readonly #onNameKey = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    // Neither the list nor the panel is closed by it.
    event.preventDefault();
    const id = this.renaming;
    const title = event.target instanceof HTMLInputElement ? event.target.value : '';
    this.renaming = undefined;
    if (event.key === 'Enter' && id !== undefined) {
      this.#focusNext = 'row';
      this.#do({ do: 'rename', id, title });
    } else this.#focusRow();
  };

  readonly #giveUpName = (): void => {
    this.renaming = undefined;
  };

  #focusRow(): void {
    void this.updateComplete.then(() => {
      const row = this.querySelectorAll('.conversation-row')[this.at];
      row?.querySelector<HTMLElement>('.row-open')?.focus();
      row?.scrollIntoView({ block: 'nearest' });
    });
  }
}
