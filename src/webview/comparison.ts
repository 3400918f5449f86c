/** The table of all destinations, sortable, weighed against what the user requires. Narrow, its rows are cards. */
import { html, nothing, render, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import * as v from 'valibot';
import {
  type CellView,
  type ColumnId,
  type ComparisonRow,
  type ComparisonView,
  type FromComparison,
  ToComparison,
} from '../protocol/comparison.ts';
import { axisView, barsView, legendView } from './bars.ts';
import { nextSorting, type Sorting, sortRows } from './sort-rows.ts';
import { sourceMark, sources } from './sources.ts';
import { icon, toneIcon } from './tone.ts';
import { sortPicker } from './sort-picker.ts';

declare function acquireVsCodeApi(): { postMessage(message: FromComparison): void };

/** In characters: about what three lines of a column hold. */
const LONG = 48;

const api = acquireVsCodeApi();
let view: ComparisonView | undefined;
let sorting: Sorting | undefined;

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  const message = v.safeParse(ToComparison, event.data);
  if (!message.success) return;
  view = message.output.comparison;
  const { columns } = view;
  // It begins with what fits; a column that is no longer there is not sorted by.
  if (!columns.some(({ id }) => id === sorting?.column)) {
    sorting = { column: columns.some(({ id }) => id === 'fit') ? 'fit' : 'grade', descending: false };
  }
  show();
});
api.postMessage({ type: 'ready' });

function show(): void {
  const app = document.getElementById('app');
  if (view && app) render(page(view), app);
}

function sortBy(next: Sorting): void {
  sorting = next;
  show();
}

function openLink(url: string): void {
  api.postMessage({ type: 'open-link', url });
}

function page(now: ComparisonView): TemplateResult {
  const { title, summary, asOf, problem, columns, rows, labels } = now;
  const sorted = columns.find(({ id }) => id === sorting?.column);
  return html`<main class="comparison">
    <header>
      <h1>${title}</h1>
      ${problem === null ? nothing : html`<p class="problem" role="alert">${icon('error')} ${problem}</p>`}
      ${requiredView(now)}
      <p class="soft">${summary} · ${asOf}</p>
      ${legendView(labels)} ${sortPicker(now.columns, now.labels.sortBy, sorting, sortBy, 'sort')}
    </header>
    <p class="unseen" role="status">
      ${sorted === undefined ? nothing : sorting?.descending ? sorted.descending : sorted.ascending}
    </p>
    <table role="table">
      <caption class="unseen">
        ${labels.caption}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          ${columns.map(({ id, label }) => head(id, label, labels))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${repeat(
          sortRows(rows, sorting),
          ({ id }) => id,
          (row) => rowView(row, now),
        )}
      </tbody>
    </table>
  </main>`;
}

function requiredView({ required, labels }: ComparisonView): TemplateResult {
  return html`<div class="required">
    ${
      required.length === 0
        ? html`<span>${labels.nothingRequired}</span>`
        : html`<span id="required">${labels.required}</span>
            <ul aria-labelledby="required">
              ${required.map((one) => html`<li>${one}</li>`)}
            </ul>`
    }
    <button type="button" class="plain" @click=${() => api.postMessage({ type: 'change-required' })}>
      ${labels.changeRequired}
    </button>
  </div>`;
}

function head(id: ColumnId, label: string, labels: ComparisonView['labels']): TemplateResult {
  const mine = sorting?.column === id ? sorting : undefined;
  const order = mine === undefined ? 'none' : mine.descending ? 'descending' : 'ascending';
  const arrow = { none: 'fold', ascending: 'arrow-up', descending: 'arrow-down' }[order];
  return html`<th role="columnheader" scope="col" aria-sort=${order} class="col-${id}">
    <button type="button" class="head" @click=${() => sortBy(nextSorting(sorting, id))}>
      <span>${label}</span>${icon(arrow, 'arrow')}
    </button>
    ${id === 'retention' ? axisView(labels.ticks) : nothing}
  </th>`;
}

function rowView(row: ComparisonRow, { columns, labels }: ComparisonView): TemplateResult {
  return html`<tr role="row">
    ${columns.map(({ id, label }) => {
      const cell = row.cells[id];
      if (cell === undefined) return nothing;
      if (id === 'destination') return destinationCell(row, labels);
      return html`<td role="cell" class="col-${id}">
        <span class="label only-cards" aria-hidden="true">${label}</span>
        ${cellContent(id, cell, row, labels, label)}
      </td>`;
    })}
  </tr>`;
}

function destinationCell(
  { id, name, detail, chosen }: ComparisonRow,
  labels: ComparisonView['labels'],
): TemplateResult {
  return html`<th role="rowheader" scope="row" class="col-destination">
    <button
      type="button"
      class="name"
      title=${labels.openCard}
      @click=${() => api.postMessage({ type: 'open-card', id })}
    >
      ${name}
    </button>
    ${chosen === '' ? nothing : html`<span class="chosen">${icon('arrow-right')}${chosen}</span>`}
    <span class="soft detail">${detail}</span>
  </th>`;
}

function cellContent(
  id: ColumnId,
  cell: CellView,
  row: ComparisonRow,
  labels: ComparisonView['labels'],
  label: string,
): TemplateResult {
  const { tone, text, verdict, citations, notes } = cell;
  const [first] = citations;
  const grade = html`<span class="grade tone-${row.gradeTone}">${row.grade}</span>`;
  // A long text is cut after some lines, and whole among what more there is to say.
  const more = text.length > LONG ? [text, ...notes] : notes;
  return html`<div class="fact">
      ${id === 'grade' ? grade : toneIcon(tone)}<span class="text"
        >${text}${verdict?.met ? metMark(verdict) : nothing}</span
      >
    </div>
    ${id === 'retention' ? barsView(row.bars, labels.ticks) : nothing}
    <div class="foot">
      ${verdict === null || verdict.met ? nothing : missedView(verdict)}
      ${first === undefined || id === 'fit' ? nothing : sourceMark(first, openLink)}
      ${
        more.length === 0 && citations.length < 2
          ? nothing
          : html`<details name="more" @keydown=${closeOnEscape}>
              <summary aria-label=${`${labels.more}: ${label}, ${row.name}`} title=${labels.more}>
                ${icon('ellipsis')}
              </summary>
              <div class="details">
                ${more.map((note) => html`<p>${note}</p>`)} ${sources(citations, openLink)}
              </div>
            </details>`
      }
    </div>`;
}

type Verdict = NonNullable<CellView['verdict']>;

/** A clause that is met is a mark, with its words for hover and screen readers. */
function metMark({ text }: Verdict): TemplateResult {
  return html`<span class="met" role="img" aria-label=${text} title=${text}
    >${icon('check', 'tone-good')}</span
  >`;
}

/** One that is missed stands in words. */
function missedView({ text }: Verdict): TemplateResult {
  return html`<span class="verdict">${icon('error', 'tone-bad')}<span>${text}</span></span>`;
}

function closeOnEscape(event: KeyboardEvent): void {
  const details = event.currentTarget;
  if (event.key !== 'Escape' || !(details instanceof HTMLDetailsElement)) return;
  details.open = false;
  details.querySelector('summary')?.focus();
}
