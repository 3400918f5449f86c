/** What a chat in the workspace could leak: a picture by folders, and a table that filters. */
import { html, nothing, render, type TemplateResult } from 'lit';
import * as v from 'valibot';
import { type FromScan, type ScanBar, type ScanView, ToScan } from '../../protocol/scan.ts';
import { fill } from '../ledger-table.ts';
import { icon, toneIcon } from '../tone.ts';
import {
  EVERYTHING,
  filterScan,
  nextScanSorting,
  type ScanFilter,
  type ScanSorting,
  sortScan,
  WORST_FIRST,
} from './scan-filter.ts';
import { scanPicture } from './scan-picture.ts';
import { scanTable } from './scan-table.ts';
import { sortPicker } from '../sort-picker.ts';

declare function acquireVsCodeApi(): { postMessage(message: FromScan): void };

const api = acquireVsCodeApi();
let view: ScanView | undefined;
let filter: ScanFilter = EVERYTHING;
let sorting: ScanSorting = WORST_FIRST;
let page = 0;

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  const message = v.safeParse(ToScan, event.data);
  if (!message.success) return;
  view = message.output.scan;
  // Another scan may have other folders and kinds.
  filter = EVERYTHING;
  page = 0;
  show();
});
api.postMessage({ type: 'ready' });

function show(): void {
  const app = document.getElementById('app');
  if (view && app) render(pageView(view), app);
}

function choose(part: Partial<ScanFilter>): void {
  filter = { ...filter, ...part };
  page = 0;
  show();
}

function sortBy(next: ScanSorting): void {
  sorting = next;
  page = 0;
  show();
}

function pageView(now: ScanView): TemplateResult {
  const { title, about, summary, counts, empty, labels } = now;
  return html`<main class="ledger scan">
    <header>
      <h1>${title}</h1>
      <p class="soft place">${about}</p>
      <p class="summary">${summary}</p>
      ${counts.map((text) => html`<p>${text}</p>`)}
      <div class="bar">
        <button type="button" class="plain" @click=${() => api.postMessage({ type: 'export' })}>
          ${icon('export')} ${labels.exportSarif}
        </button>
        <button type="button" class="plain" @click=${() => api.postMessage({ type: 'again' })}>
          ${icon('refresh')} ${labels.again}
        </button>
      </div>
    </header>
    ${empty === '' ? found(now) : html`<p class="empty">${icon('search')}<span>${empty}</span></p>`}
    ${notesView(now)}
  </main>`;
}

function isChosen({ path, isFlat }: ScanBar): boolean {
  return path !== null && filter.folder === path && filter.isFlat === isFlat;
}

function found(now: ScanView): TemplateResult {
  const { labels, rows, bars, kinds } = now;
  const shown = sortScan(filterScan(rows, filter, kinds), sorting);
  const isFiltered = Object.values(filter).some((value) => value !== '' && value !== false);
  const only = (bar: ScanBar): void =>
    choose(isChosen(bar) ? { folder: '', isFlat: false } : { folder: bar.path ?? '', isFlat: bar.isFlat });
  return html`${bars.length === 0 ? nothing : scanPicture(now, isChosen, only)}
    <section class="requests" aria-labelledby="findings">
      <h2 id="findings">${labels.findings}</h2>
      <div class="filters" role="search">
        ${folderPicker(bars, labels)}
        ${picker('kind', labels.filterKind, Object.entries(kinds).map(optionOf), labels.all)}
        ${picker('class', labels.filterClass, now.classes, labels.all)}
        ${picker('standing', labels.filterStanding, now.standings, labels.all)}
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
        <span role="status">${fill(labels.shown, shown.length, rows.length)}</span>
        ${
          isFiltered
            ? html`<button type="button" class="plain" @click=${() => choose(EVERYTHING)}>
                ${labels.reset}
              </button>`
            : nothing
        }
      </div>
      ${scanTable(now, {
        rows: shown,
        page,
        sorting,
        sort: (column) => sortBy(nextScanSorting(sorting, column)),
        turn: (to) => {
          page = to;
          show();
          document.getElementById('findings')?.scrollIntoView();
        },
        open: ({ id }) => api.postMessage({ type: 'open', row: id }),
      })}
    </section>`;
}

function notesView({ notes, labels }: ScanView): TemplateResult | typeof nothing {
  if (notes.length === 0) return nothing;
  return html`<section aria-labelledby="notes">
    <h2 id="notes">${labels.notes}</h2>
    ${notes.map(
      ({ tone, text, paths }) =>
        html`<div class="note">
          ${toneIcon(tone)}
          <div>
            <p>${text}</p>
            ${
              paths.length === 0
                ? nothing
                : html`<details>
                    <summary>${labels.paths}</summary>
                    <ul>
                      ${paths.map((path) => html`<li>${path}</li>`)}
                    </ul>
                  </details>`
            }
          </div>
        </div>`,
    )}
  </section>`;
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

const optionOf = ([value, label]: readonly [string, string]): Choice => ({ value, label });

function picker(
  part: 'kind' | 'class' | 'standing',
  label: string,
  options: readonly Choice[],
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

function folderPicker(bars: readonly ScanBar[], labels: ScanView['labels']): TemplateResult {
  const offered = bars.filter(({ path }) => path !== null);
  const onChange = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    const bar = value === '' ? undefined : offered[Number(value)];
    choose({ folder: bar?.path ?? '', isFlat: bar?.isFlat ?? false });
  };
  return html`<label
    >${labels.filterFolder}
    <select @change=${onChange}>
      <option value="" ?selected=${filter.folder === ''}>${labels.all}</option>
      ${offered.map((bar, i) => html`<option value=${i} ?selected=${isChosen(bar)}>${bar.name}</option>`)}
    </select></label
  >`;
}
