import { html, nothing, type TemplateResult } from 'lit';
import type { ActionId, FoundView, PanelLabels, ReviewView } from '../protocol.ts';
import { actionButtons } from './actions.ts';
import { enterRedacts } from './enter.ts';
import { toneIcon } from './tone.ts';

/** What was found in the text above, what that means, and what can be done. */
export function reviewView(
  review: ReviewView,
  labels: PanelLabels,
  act: (action: ActionId) => void,
): TemplateResult {
  const buttons = actionButtons(review.actions, { act, entered: enterRedacts(review) });
  return html`<section class="review" aria-label=${labels.found}>
    ${
      review.summary === '' && review.found.length === 0
        ? nothing
        : html`<div class="found">
            <p class="found-head" dir="auto" title=${review.summary}>${review.summary}</p>
            ${
              review.found.length === 0
                ? nothing
                : html`<ul
                    class="found-list"
                    tabindex=${review.found.length > 1 ? 0 : nothing}
                    aria-label=${labels.found}
                  >
                    ${grouped(review.found).map(foundGroup)}
                  </ul>`
            }
          </div>`
    }
    ${review.decision === 'block' ? blocked(review, buttons) : html`${held(review)}${buttons}`}
  </section>`;
}

/** Findings of one table, or one of its own. */
interface FoundGroup {
  readonly table: string;
  readonly rows: FoundView[];
}

/** Rows of one table stand together, where its first one is. */
function grouped(found: readonly FoundView[]): FoundGroup[] {
  const groups: FoundGroup[] = [];
  const tables = new Map<string, FoundGroup>();
  for (const row of found) {
    const known = row.table === '' ? undefined : tables.get(row.table);
    if (known) {
      known.rows.push(row);
      continue;
    }
    const group = { table: row.table, rows: [row] };
    groups.push(group);
    if (row.table !== '') tables.set(row.table, group);
  }
  return groups;
}

function foundGroup({ table, rows }: FoundGroup): TemplateResult | TemplateResult[] {
  if (table === '') return rows.map(foundRow);
  return html`<li class="found-table">
    <details>
      <summary dir="auto">${table}</summary>
      <ul>
        ${rows.map(foundRow)}
      </ul>
    </details>
  </li>`;
}

function foundRow({ tone, name, className, reason, standIn }: FoundView): TemplateResult {
  return html`<li class="found-row">
    ${toneIcon(tone)}
    <p class="found-name" dir="auto">${name}</p>
    ${standIn === '' ? nothing : html`<code class="stand-in">${standIn}</code>`}
    <p class="found-reason" dir="auto">${[className, reason].filter((part) => part !== '').join(' · ')}</p>
  </li>`;
}

function blocked({ verdict }: ReviewView, buttons: TemplateResult | typeof nothing): TemplateResult {
  return html`<div class="verdict box-bad">
    <div role="alert">
      <p class="said-title tone-bad" dir="auto">${toneIcon('bad')} ${verdict.title}</p>
      ${reasons(verdict)}
    </div>
    ${buttons}
  </div>`;
}

function held({ verdict }: ReviewView): TemplateResult {
  return html`<div class="verdict">
    ${verdict.title === '' ? nothing : html`<p class="said-title" dir="auto">${verdict.title}</p>`}${reasons(verdict)}
  </div>`;
}

function reasons({ text, source }: ReviewView['verdict']): TemplateResult {
  return html`${text === '' ? nothing : html`<p dir="auto">${text}</p>`}${
    source === '' ? nothing : html`<p class="soft" dir="auto">${source}</p>`
  }`;
}
