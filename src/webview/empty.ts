import { html, type TemplateResult } from 'lit';
import type { PanelState } from '../protocol.ts';
import type { Post } from './bridge.ts';
import { icon } from './tone.ts';

/** What stands where there is no conversation yet: what to do first. */
export function emptyView({ labels, starts }: PanelState, post: Post): TemplateResult {
  return html`<div class="empty">
    <p class="said-title">${labels.emptyTitle}</p>
    <p>${labels.emptyText}</p>
    <ul class="starts">
      ${starts.map(
        ({ id, icon: name, label, detail }) =>
          html`<li>
            <button
              type="button"
              class="start"
              data-start=${id}
              @click=${() => post({ type: 'begin', what: id })}
            >
              ${icon(name)}
              <span class="start-label">${label}</span>
              <span class="start-detail">${detail}</span>
            </button>
          </li>`,
      )}
    </ul>
  </div>`;
}
