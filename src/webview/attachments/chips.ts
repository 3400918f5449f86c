import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { AttachmentsView, ChipView } from '../../protocol/attachments.ts';
import type { Post } from '../bridge.ts';
import { icon, toneIcon } from '../tone.ts';

/** What is attached, above the prompt. */
export function chipsView({ chips, labels }: AttachmentsView, post: Post): TemplateResult | typeof nothing {
  if (chips.length === 0) return nothing;
  return html`<ul class="attached" aria-label=${labels.chips}>
    ${repeat(
      chips,
      ({ id }) => id,
      (chip) => chipView(chip, post),
    )}
  </ul>`;
}

function chipView(chip: ChipView, post: Post): TemplateResult {
  const { id, name, detail, state, found, note, title, remove, canOpen } = chip;
  return html`<li class="attachment ${state}" aria-busy=${state === 'reading'}>
    <button
      type="button"
      class="open"
      title=${title}
      aria-label=${title}
      ?disabled=${!canOpen}
      @click=${() => post({ type: 'open-attachment', id })}
    >
      <span class="line">
        ${state === 'reading' ? icon('loading', 'codicon-modifier-spin') : icon(chip.icon)}
        <span class="name" dir="auto">${name}</span>
        ${detail === '' ? nothing : html`<span class="soft">${detail}</span>`}
        ${found ? html`<span class="found-in">${toneIcon(found.tone)}<span>${found.text}</span></span>` : nothing}
      </span>
      ${note ? html`<span class="note">${toneIcon(note.tone)}<span dir="auto">${note.text}</span></span>` : nothing}
    </button>
    <button
      type="button"
      class="round"
      title=${remove}
      aria-label=${remove}
      @click=${(event: Event) => takeAway(event, id, post)}
    >
      ${icon('close')}
    </button>
  </li>`;
}

/** The focus goes on to a neighbour, or it would be lost with the button. */
function takeAway(event: Event, id: string, post: Post): void {
  const chip = (event.currentTarget as Element).closest('li');
  const next = chip?.nextElementSibling ?? chip?.previousElementSibling;
  const other =
    next?.querySelector<HTMLElement>('.round') ??
    chip?.closest('.composer')?.querySelector<HTMLElement>('textarea');
  other?.focus();
  post({ type: 'detach', id });
}
