import { html, nothing, type TemplateResult } from 'lit';
import type { TurnAttachment } from '../../protocol/attachments.ts';
import { icon } from '../tone.ts';

/** What went with a turn, named under it. */
export function turnAttached(attached: readonly TurnAttachment[]): TemplateResult | typeof nothing {
  if (attached.length === 0) return nothing;
  return html`<ul class="turn-attached">
    ${attached.map(
      ({ name, icon: of, title }) => html`<li title=${title}>${icon(of)}<span dir="auto">${name}</span></li>`,
    )}
  </ul>`;
}
