import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import type { Suggestions, SuggestionView } from '../../protocol/attachments.ts';
import type { Post } from '../bridge.ts';
import { icon } from '../tone.ts';
import { type HashQuery, hashAt } from './hash-query.ts';

/** Told on the document when the extension answers. */
const ANSWERED = 'airlock-suggestions';
const LIST = 'airlock-suggestions';
const ENTER: KeyboardEventInit = { key: 'Enter', bubbles: true, cancelable: true };

/** Hands on what the extension offers. */
export function suggest(suggestions: Suggestions): void {
  document.dispatchEvent(new CustomEvent(ANSWERED, { detail: suggestions }));
}

/**
 * The list behind `#`: the focus stays in the text, arrows choose, Enter or Tab takes, Escape closes. It says of the
 * text area what a list box beside it wants said.
 */
export class Suggesting implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #post: () => Post;
  #query: HashQuery | undefined;
  #asked = 0;
  /** The last question that was answered; the rows are of it. */
  #answered = 0;
  /** Enter or Tab, pressed before the answer came: they mean a row of it. */
  #held: 'Enter' | 'Tab' | undefined;
  #rows: readonly SuggestionView[] = [];
  #active = 0;
  /** Whether a row was chosen by the arrows since the list was asked for. */
  #hasMoved = false;
  #status = '';
  /** Where the list was closed by hand: it does not open there again. */
  #closedAt: number | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, post: () => Post) {
    this.#host = host;
    this.#post = post;
    host.addController(this);
  }

  hostConnected(): void {
    // Before the composer's own listeners: Enter takes a row here, and sends nothing.
    this.#host.addEventListener('keydown', this.#onKey, { capture: true });
    this.#host.addEventListener('input', this.#look);
    this.#host.addEventListener('click', this.#look);
    this.#host.addEventListener('focusout', this.#close);
    document.addEventListener(ANSWERED, this.#onAnswer);
    window.addEventListener('resize', this.#close);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('keydown', this.#onKey, { capture: true });
    this.#host.removeEventListener('input', this.#look);
    this.#host.removeEventListener('click', this.#look);
    this.#host.removeEventListener('focusout', this.#close);
    document.removeEventListener(ANSWERED, this.#onAnswer);
    window.removeEventListener('resize', this.#close);
  }

  hostUpdated(): void {
    const area = this.#area;
    const list = this.#host.querySelector<HTMLElement>(`#${LIST}`);
    if (!area) return;
    const said: Readonly<Record<string, string | undefined>> = {
      'aria-autocomplete': 'list',
      'aria-haspopup': 'listbox',
      'aria-controls': list ? LIST : undefined,
      'aria-activedescendant': list ? rowId(this.#active) : undefined,
    };
    for (const [name, value] of Object.entries(said)) {
      if (value === undefined) area.removeAttribute(name);
      else area.setAttribute(name, value);
    }
    if (!list) return;
    if (!list.matches(':popover-open')) list.showPopover();
    const box = this.#host.querySelector('.composer')?.getBoundingClientRect();
    if (box) {
      list.style.left = `${box.left}px`;
      list.style.width = `${box.width}px`;
      list.style.bottom = `${window.innerHeight - box.top + 4}px`;
    }
    list.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  /** @param label of the list. */
  render(label: string): TemplateResult {
    return html`${
        this.#rows.length === 0
          ? nothing
          : html`<ul id=${LIST} class="suggestions" role="listbox" aria-label=${label} popover="manual">
              ${this.#rows.map((row, i) => this.#row(row, i))}
            </ul>`
      }
      <p class="unseen" role="status">${this.#query ? this.#status : ''}</p>`;
  }

  #row({ icon: name, label, detail }: SuggestionView, i: number): TemplateResult {
    return html`<li
      id=${rowId(i)}
      role="option"
      aria-selected=${i === this.#active}
      @mousedown=${(event: Event) => event.preventDefault()}
      @click=${() => this.#take(i)}
    >
      ${icon(name)}<span class="label" dir="auto">${label}</span
      ><span class="soft" dir="auto">${detail}</span>
    </li>`;
  }

  get #area(): HTMLTextAreaElement | null {
    return this.#host.querySelector('textarea');
  }

  readonly #look = (): void => {
    const area = this.#area;
    const isCaret = area !== null && area.selectionStart === area.selectionEnd && !area.readOnly;
    const query = isCaret ? hashAt(area.value, area.selectionStart) : undefined;
    if (query?.start !== this.#closedAt) this.#closedAt = undefined;
    if (!query || this.#closedAt !== undefined) return this.#close();
    if (query.text === this.#query?.text && query.start === this.#query.start) return;
    this.#query = query;
    this.#held = undefined;
    this.#hasMoved = false;
    this.#asked += 1;
    this.#post()({ type: 'suggest', asked: this.#asked, text: query.text });
  };

  readonly #onAnswer = (event: Event): void => {
    const { asked, rows, status } = (event as CustomEvent<Suggestions>).detail;
    if (asked !== this.#asked || !this.#query) return;
    // The same question may be answered again, when files came or went: the row that was chosen stays so.
    const chosen = this.#rows[this.#active]?.key;
    this.#active = Math.max(0, this.#hasMoved ? rows.findIndex(({ key }) => key === chosen) : 0);
    this.#rows = rows;
    this.#status = status;
    this.#answered = asked;
    this.#host.requestUpdate();
    this.#resume();
  };

  /** Does what a key was pressed for while the answer was awaited. */
  #resume(): void {
    const held = this.#held;
    this.#held = undefined;
    if (held === undefined) return;
    if (this.#rows.length > 0) this.#take(this.#active);
    // There is nothing to take: Enter is the composer's.
    else if (held === 'Enter') this.#area?.dispatchEvent(new KeyboardEvent('keydown', ENTER));
  }

  readonly #close = (): void => {
    this.#query = undefined;
    this.#held = undefined;
    if (this.#rows.length === 0) return;
    this.#rows = [];
    this.#host.requestUpdate();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    if (this.#holds(event)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const { length } = this.#rows;
    const letsGo = event.key === 'Escape' && this.#held !== undefined;
    if (length === 0 && !letsGo) return;
    switch (event.key) {
      case 'ArrowDown':
        this.#active = (this.#active + 1) % length;
        this.#hasMoved = true;
        break;
      case 'ArrowUp':
        this.#active = (this.#active + length - 1) % length;
        this.#hasMoved = true;
        break;
      case 'Enter':
      case 'Tab':
        this.#take(this.#active);
        break;
      case 'Escape':
        this.#closedAt = this.#query?.start;
        this.#close();
        break;
      case 'ArrowLeft':
      case 'ArrowRight':
      case 'Home':
      case 'End':
        return this.#close();
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
    this.#host.requestUpdate();
  };

  /**
   * Enter and Tab wait for the answer to what was typed: what is shown until then is of something shorter, and its first row
   * is another. Whatever changes the text, and Escape, lets go of them.
   */
  #holds({ key }: KeyboardEvent): boolean {
    const isEarly = this.#query !== undefined && this.#answered !== this.#asked && !this.#hasMoved;
    if (!isEarly || (key !== 'Enter' && key !== 'Tab')) return false;
    this.#held ??= key;
    return true;
  }

  #take(at: number): void {
    const row = this.#rows[at];
    const area = this.#area;
    const query = this.#query;
    if (!row || !area || !query) return;
    this.#close();
    this.#post()({ type: 'attach-suggested', key: row.key });
    area.focus();
    area.setSelectionRange(query.start, query.end);
    // As though it had been typed, so that undo takes it back.
    if (row.insert === '') document.execCommand('delete');
    else document.execCommand('insertText', false, `${row.insert} `);
  }
}

function rowId(i: number): string {
  return `${LIST}-${i}`;
}
