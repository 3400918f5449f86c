import { html, type TemplateResult } from 'lit';
import type { InterludeView } from '../../protocol/turns.ts';
import type { Post } from '../bridge.ts';
import { icon } from '../tone.ts';

/** Says what sending replaces while an earlier turn is written anew, and how to give that up. */
export function interludeView({ text, giveUp }: InterludeView, post: Post): TemplateResult {
  return html`<div class="interlude" role="status">
    ${icon('edit')}
    <span>${text}</span>
    <button
      type="button"
      class="round"
      title=${giveUp}
      aria-label=${giveUp}
      @click=${() => post({ type: 'give-up' })}
    >
      ${icon('close')}
    </button>
  </div>`;
}

/** Whether a turn is one of those that sending replaces. */
export function replacedFrom(
  turns: readonly { readonly id: string }[],
  interlude: InterludeView | null,
): ReadonlySet<string> {
  const at = interlude ? turns.findIndex(({ id }) => id === interlude.from) : -1;
  return new Set(at < 0 ? [] : turns.slice(at).map(({ id }) => id));
}
