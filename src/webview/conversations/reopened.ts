import { html, type TemplateResult } from 'lit';
import { icon } from '../tone.ts';

/** What is said where the turns end that were kept. */
export function reopenedNote(text: string): TemplateResult {
  return html`<p class="reopened" role="note">${icon('history')}<span>${text}</span></p>`;
}
