import { html, type TemplateResult } from 'lit';
import type { Tone } from '../protocol/atoms.ts';

/** So that no tone is told by its colour alone. */
const ICONS: Readonly<Record<Tone, string>> = {
  good: 'pass',
  info: 'info',
  caution: 'warning',
  bad: 'error',
  unknown: 'question',
};

/** A codicon beside words that say the same. */
export function icon(name: string, classes = ''): TemplateResult {
  return html`<span class="codicon codicon-${name} ${classes}" aria-hidden="true"></span>`;
}

/** The icon of a tone, in its colour. */
export function toneIcon(tone: Tone): TemplateResult {
  return icon(ICONS[tone], `tone-${tone}`);
}
