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
          aria-label=${`${label}, ${remark}`}
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
