import { html, nothing, type TemplateResult } from 'lit';
import type { Action } from '../protocol/atoms.ts';

/** What a row of buttons needs beside the buttons. */
export interface ActionsOptions {
  readonly act: (action: Action['id']) => void;
  /** Whether the primary button says that Enter presses it. */
  readonly entered?: boolean;
  /** The button that cannot be pressed yet. */
  readonly waiting?: Action['id'] | undefined;
}

/** The buttons of a review or a notice, the primary one first and wide. */
export function actionButtons(
  actions: readonly Action[],
  { act, entered = false, waiting }: ActionsOptions,
): TemplateResult | typeof nothing {
  if (actions.length === 0) return nothing;
  const primaryFirst = [
    ...actions.filter(({ primary }) => primary),
    ...actions.filter(({ primary }) => !primary),
  ];
  return html`<div class="actions">
    ${primaryFirst.map(
      ({ id, label, primary }) =>
        html`<button
          type="button"
          class=${primary ? 'button primary' : 'button'}
          data-action=${id}
          ?disabled=${id === waiting}
          @click=${() => act(id)}
        >
          ${label}${primary && entered ? html`<span class="key" aria-hidden="true">⏎</span>` : nothing}
        </button>`,
    )}
  </div>`;
}
