import { html, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { PanelLabels } from '../protocol.ts';
import type { RehearsalView } from '../protocol/answer.ts';
import { indentJson } from './indent-json.ts';
import { byName } from './pieces.ts';
import { plainText } from './plain-text.ts';
import { icon } from './tone.ts';

/** The exact request of a dry run: its first line opens its headers, below it the body. */
export function rehearsalView(
  { method, url, headers, body }: RehearsalView,
  labels: PanelLabels,
  copy: () => void,
): TemplateResult {
  return html`<div class="rehearsal">
    <details>
      <summary>
        ${icon('chevron-right', 'twistie')}<span class="request-line" dir="ltr"><b>${method}</b> ${url}</span>
      </summary>
      <dl class="headers" dir="ltr">
        ${headers.map(
          ({ name, value }) =>
            html`<div>
              <dt>${name}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>
    </details>
    <div class="body" tabindex="0" dir="ltr">
      ${guard([body], () => plainText(indentJson(body), byName([]), 'as-sent'))}
    </div>
    <button type="button" class="button copy" @click=${copy}>${icon('copy')} ${labels.copyRequest}</button>
  </div>`;
}
