import { html, nothing, type TemplateResult } from 'lit';
import type { TurnActionView } from '../../protocol/turns.ts';
import { icon } from '../tone.ts';

const ICONS = { edit: 'edit', retry: 'refresh', continue: 'debug-continue' } as const;

/** The buttons of what can be done with a turn; what goes on from a fault says so in words. */
export function turnActions(
  actions: readonly TurnActionView[],
  act: (action: TurnActionView['id']) => void,
): TemplateResult | typeof nothing {
  if (actions.length === 0) return nothing;
  return html`${actions.map(({ id, label }) =>
    id === 'continue'
      ? html`<button type="button" class="button continue" @click=${() => act(id)}>
          ${icon(ICONS[id])} ${label}
        </button>`
      : html`<button
          type="button"
          class="round act-${id}"
          title=${label}
          aria-label=${label}
          @click=${() => act(id)}
        >
          ${icon(ICONS[id])}
        </button>`,
  )}`;
}
