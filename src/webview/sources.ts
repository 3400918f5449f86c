import { html, nothing, type TemplateResult } from 'lit';
import type { CitationView } from '../protocol.ts';
import { icon } from './tone.ts';

/** Asks for an address to be opened; the whole of it is shown before anything opens. */
export type OpenLink = (url: string) => void;

/** Sources as a list, each with its date and what is to be doubted of it. */
export function sources(
  citations: readonly CitationView[],
  openLink: OpenLink,
): TemplateResult | typeof nothing {
  if (citations.length === 0) return nothing;
  return html`<ul class="sources">
    ${citations.map((citation) => html`<li>${source(citation, citation.label, openLink)}</li>`)}
  </ul>`;
}

/**
 * One source as a mark that fits into a cell, with its date. The title, what is to be doubted and the address show on
 * hover and on focus, and are read out in place of the mark.
 */
export function sourceMark(
  { label, short, date, url, remark, doubtful }: CitationView,
  openLink: OpenLink,
): TemplateResult {
  const words = `${label}, ${remark}`;
  const open = (): void => {
    if (url !== null) openLink(url);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur();
    if (event.key !== 'Enter') return;
    event.preventDefault();
    open();
  };
  return html`<span class="marked">
    ${
      url === null
        ? html`<span role="note" tabindex="0" aria-label=${spoken(short, words)} @keydown=${onKey}
            >${short}</span
          >`
        : html`<a role="link" tabindex="0" aria-label=${spoken(short, words)} @click=${open} @keydown=${onKey}
            >${short}</a
          >`
    }
    <span class="soft remark" aria-hidden="true">${doubtful ? icon('history') : nothing}${monthOf(date)}</span
    ><span class="tip" aria-hidden="true"
      ><strong>${label}</strong
      ><span>${remark}</span>${url === null ? nothing : html`<span>${url}</span>`}</span
    >
  </span>`;
}

/** What a mark is called: by what it reads, so that who says what they see gets it, and by what it stands for. */
function spoken(shown: string, words: string): string {
  return words.toLowerCase().includes(shown.toLowerCase()) ? words : `${shown}: ${words}`;
}

/** A date to the month; anything else, such as that there is none, as it is. */
function monthOf(date: string): string {
  return /^\d{4}-\d\d-\d\d$/.test(date) ? date.slice(0, 7) : date;
}

/** One source under the given name, with its date. */
export function source(
  { label, url, remark, doubtful }: CitationView,
  name: string,
  openLink: OpenLink,
): TemplateResult {
  // An `href` would open by itself as well.
  const link =
    url === null
      ? name
      : html`<a
          role="link"
          tabindex="0"
          title=${url}
          aria-label=${spoken(name, `${label}, ${remark}`)}
          @click=${() => openLink(url)}
          @keydown=${(event: KeyboardEvent) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            openLink(url);
          }}
          >${name}</a
        >`;
  return html`${link} <span class="soft remark">${doubtful ? icon('history') : nothing}${remark}</span>`;
}
