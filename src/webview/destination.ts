import { html, nothing, type TemplateResult } from 'lit';
import type { DestinationView, PanelLabels } from '../protocol.ts';
import type { Post } from './bridge.ts';
import { icon } from './tone.ts';

/** Where a prompt would go, and what happens to it there. */
export function destinationView(
  destination: DestinationView,
  labels: PanelLabels,
  post: Post,
): TemplateResult {
  const { name, detail, grade, gradeTone, gradeSentence, policy, asOf } = destination;
  const link =
    asOf === ''
      ? nothing
      : html`<button type="button" class="link as-of" @click=${() => post({ type: 'show-policy' })}>
          ${asOf}
        </button>`;
  return html`<section class="destination">
    <div class="destination-head">
      <button
        type="button"
        class="pick"
        title=${labels.pickDestination}
        aria-haspopup="dialog"
        @click=${() => post({ type: 'pick-destination' })}
      >
        <span class="pick-name" dir="auto">${name}</span>${icon('chevron-down')}
      </button>
      <span
        class="grade tone-${gradeTone}"
        role="img"
        aria-label=${`${grade}: ${gradeSentence}`}
        title=${gradeSentence}
        >${grade}</span
      >
    </div>
    ${detail === '' ? nothing : html`<p class="detail" dir="auto">${detail}</p>`}
    ${
      policy.length === 0
        ? link
        : html`<ul class="policy">
            ${policy.map(
              (row, at) =>
                html`<li>
                  ${icon(row.icon, `tone-${row.tone}`)}
                  <span class="dotted"
                    ><span>${row.text}</span>${at === policy.length - 1 ? link : nothing}</span
                  >
                </li>`,
            )}
          </ul>`
    }
  </section>`;
}
