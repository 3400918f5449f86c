import { html, type TemplateResult } from 'lit';
import type { KeyFate, ReviewLabels, ReviewView } from '../protocol/review.ts';
import type { Post } from './bridge.ts';
import { icon } from './tone.ts';

/** What can be done with the API keys that stand in the text. */
export function keyOffers(review: ReviewView, labels: ReviewLabels, post: Post): TemplateResult[] {
  const fates: readonly (readonly [KeyFate, string, string])[] = [
    ['take-out', labels.takeKeyOut, labels.takeKeyOutTitle],
    ['keep', labels.keepKey, labels.keepKeyTitle],
    ['pass-over', labels.passKeyOver, labels.passKeyOverTitle],
  ];
  return review.keyOffers.map(
    ({ found, text }) =>
      html`<div class="key-offer" role="group" aria-label=${text}>
        ${icon('key')}
        <p dir="auto">${text}</p>
        <div class="found-offers">
          ${fates.map(
            ([what, label, title]) =>
              html`<button
                type="button"
                class="button"
                title=${title}
                data-key=${what}
                @click=${() => post({ type: 'keep-key', review: review.id, found, what })}
              >
                ${label}
              </button>`,
          )}
        </div>
      </div>`,
  );
}
