/** What left, and who may hold it until when: a picture, and a table that filters. */
import { html, nothing, render, type TemplateResult } from 'lit';
import * as v from 'valibot';
import { type FromLedger, type LedgerView, ToLedger } from '../protocol/ledger.ts';
import {
  EVERYTHING,
  filterRows,
  type LedgerFilter,
  type LedgerSorting,
  nextLedgerSorting,
  sortLedger,
} from './ledger-filter.ts';
import { pictureView } from './ledger-picture.ts';
import { fill, tableView } from './ledger-table.ts';
import { icon, toneIcon } from './tone.ts';
import { sortPicker } from './sort-picker.ts';

declare function acquireVsCodeApi(): { postMessage(message: FromLedger): void };

const api = acquireVsCodeApi();
let view: LedgerView | undefined;
let filter: LedgerFilter = EVERYTHING;
let sorting: LedgerSorting = { column: 'when', descending: true };
let page = 0;
const open = new Set<string>();

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  const message = v.safeParse(ToLedger, event.data);
  if (!message.success) return;
  view = message.output.ledger;
  const { find } = message.output;
  if (find !== undefined) {
    filter = { ...EVERYTHING, search: find };
    open.add(find);
  }
  if (!view.lanes.some(({ to }) => to === filter.to)) filter = { ...filter, to: '' };
  show();
});
api.postMessage({ type: 'ready' });

function show(): void {
  const app = document.getElementById('app');
  if (view && app) render(pageView(view), app);
}

function choose(part: Partial<LedgerFilter>): void {
  filter = { ...filter, ...part };
  page = 0;
  show();
}

function sortBy(next: LedgerSorting): void {
  sorting = next;
  page = 0;
  show();
}

function pageView(now: LedgerView): TemplateResult {
  const { title, place, summary, notes, empty } = now;
  const rows = sortLedger(filterRows(now.rows, filter, Date.now()), sorting);
  return html`<main class="ledger">
    <header>
      <h1>${title}</h1>
      ${now.rows.length === 0 ? nothing : html`<p>${summary}</p>`}
      <p class="soft place">
        ${place}
        <button type="button" class="link" @click=${() => api.postMessage({ type: 'reveal' })}>
          ${now.labels.reveal}
        </button>
      </p>
      ${notes.map(({ tone, text }) => html`<p class="note" role="alert">${toneIcon(tone)}<span>${text}</span></p>`)}
    </header>
    ${empty === '' ? nothing : html`<p class="empty">${icon('book')}<span>${empty}</span></p>`}
    ${now.rows.length === 0 ? nothing : filled(now, rows)}
  </main>`;
}

function filled(now: LedgerView, rows: ReturnType<typeof sortLedger>): TemplateResult {
  const { labels } = now;
  const isFiltered = Object.values(filter).some((value) => value !== '');
  return html`${pictureView(now, filter.to, {
      only: (to) => choose({ to: filter.to === to ? '' : to }),
      copyRequest: (to) => api.postMessage({ type: 'copy-request', to }),
      openLink: (url) => api.postMessage({ type: 'open-link', url }),
    })}
    <section class="requests" aria-labelledby="requests">
      <h2 id="requests">${labels.requests}</h2>
      <div class="filters" role="search">
        ${picker('to', labels.filterTo, now.filters.to, labels.all)}
        ${picker('found', labels.filterFound, now.filters.found, labels.all)}
        ${picker('ending', labels.filterEnding, now.filters.ending, labels.all)}
        ${picker('days', labels.filterDays, now.filters.days, labels.all)}
        ${sortPicker(now.columns, now.labels.sortBy, sorting, sortBy)}
        <label class="search"
          >${labels.search}
          <input
            type="search"
            placeholder=${labels.searchHint}
            .value=${filter.search}
            @input=${(event: Event) => choose({ search: (event.target as HTMLInputElement).value })}
        /></label>
      </div>
      <div class="bar">
        <span role="status">${fill(labels.shown, rows.length, now.rows.length)}</span>
        ${
          isFiltered
            ? html`<button type="button" class="plain" @click=${() => choose(EVERYTHING)}>
                ${labels.reset}
              </button>`
            : nothing
        }
        <span class="room"></span>
        ${exporter('csv', labels.exportCsv, rows)} ${exporter('json', labels.exportJson, rows)}
        <button type="button" class="plain" @click=${() => api.postMessage({ type: 'delete' })}>
          ${icon('trash')} ${labels.delete}
        </button>
      </div>
      ${tableView(now, {
        rows,
        page,
        sorting,
        open,
        sort: (column) => sortBy(nextLedgerSorting(sorting, column)),
        turn: (to) => {
          page = to;
          show();
          document.getElementById('requests')?.scrollIntoView();
        },
        toggle: (id) => {
          if (!open.delete(id)) open.add(id);
          show();
        },
      })}
    </section>`;
}

function exporter(
  format: 'csv' | 'json',
  label: string,
  rows: readonly { readonly id: string }[],
): TemplateResult {
  return html`<button
    type="button"
    class="plain"
    ?disabled=${rows.length === 0}
    @click=${() => api.postMessage({ type: 'export', format, ids: rows.map(({ id }) => id) })}
  >
    ${icon('export')} ${label}
  </button>`;
}

function picker(
  part: 'to' | 'found' | 'ending' | 'days',
  label: string,
  options: readonly { readonly value: string; readonly label: string }[],
  all: string,
): TemplateResult {
  return html`<label
    >${label}
    <select
      .value=${filter[part]}
      @change=${(event: Event) => choose({ [part]: (event.target as HTMLSelectElement).value })}
    >
      <option value="" ?selected=${filter[part] === ''}>${all}</option>
      ${options.map(
        ({ value, label: text }) =>
          html`<option value=${value} ?selected=${value === filter[part]}>${text}</option>`,
      )}
    </select></label
  >`;
}
