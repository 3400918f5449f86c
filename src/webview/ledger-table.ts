import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { LedgerColumn, LedgerRow, LedgerView } from '../protocol/ledger.ts';
import type { LedgerSorting } from './ledger-filter.ts';
import { icon, toneIcon } from './tone.ts';

/** What is drawn at once: more would be felt with every key. */
export const PAGE = 100;

/** The rows that are shown, and what can be pressed in them. */
export interface TableState {
  /** All that are wanted, in order. */
  readonly rows: readonly LedgerRow[];
  /** Which page of them, from 0. */
  readonly page: number;
  readonly sorting: LedgerSorting;
  /** Ids of the rows that are open. */
  readonly open: ReadonlySet<string>;
  readonly sort: (column: LedgerColumn) => void;
  readonly turn: (page: number) => void;
  readonly toggle: (id: string) => void;
}

const ICONS: Readonly<Record<LedgerRow['ending'], string>> = {
  answered: 'pass',
  stopped: 'debug-stop',
  failed: 'error',
  'not-sent': 'circle-slash',
  open: 'question',
};

/** A page of the requests as a table; narrow, its rows are cards. */
export function tableView(view: LedgerView, state: TableState): TemplateResult {
  const { columns, labels } = view;
  const { rows, page } = state;
  const shown = rows.slice(page * PAGE, (page + 1) * PAGE);
  if (rows.length === 0) return html`<p class="none">${labels.none}</p>`;
  return html`<table role="table" aria-rowcount=${rows.length + 1}>
      <caption class="unseen">
        ${labels.requests}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          ${columns.map(({ id, label }) => head(id, label, state))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${repeat(
          shown,
          ({ id }) => id,
          (row) => rowView(row, view, state),
        )}
      </tbody>
    </table>
    ${rows.length > PAGE ? pager(view, state) : nothing}`;
}

function head(id: LedgerColumn, label: string, { sorting, sort }: TableState): TemplateResult {
  const mine = sorting.column === id;
  const order = !mine ? 'none' : sorting.descending ? 'descending' : 'ascending';
  const arrow = { none: 'fold', ascending: 'arrow-up', descending: 'arrow-down' }[order];
  return html`<th role="columnheader" scope="col" aria-sort=${order} class="col-${id}">
    <button type="button" class="head" @click=${() => sort(id)}>
      <span>${label}</span>${icon(arrow, 'arrow')}
    </button>
  </th>`;
}

function rowView(row: LedgerRow, view: LedgerView, { open, toggle }: TableState): TemplateResult {
  const { columns, labels } = view;
  const isOpen = open.has(row.id);
  const cell = (id: LedgerColumn, content: TemplateResult | string): TemplateResult => {
    const label = columns.find((one) => one.id === id)?.label ?? '';
    return html`<td role="cell" class="col-${id}">
      <span class="label only-cards" aria-hidden="true">${label}</span><span class="content">${content}</span>
    </td>`;
  };
  const ending = view.filters.ending.find(({ value }) => value === row.ending)?.label ?? '';
  return html`<tr role="row" class=${isOpen ? 'is-open' : ''}>
      <th role="rowheader" scope="row" class="col-when">
        <button
          type="button"
          class="twisty"
          aria-expanded=${isOpen}
          title=${labels.details}
          @click=${() => toggle(row.id)}
        >
          ${icon(isOpen ? 'chevron-down' : 'chevron-right')}<span>${row.when}</span>
        </button>
      </th>
      ${cell('destination', html`<strong>${row.name}</strong> <span class="soft model">${row.model}</span>`)}
      ${cell('found', row.found)} ${cell('held', html`${toneIcon(row.heldTone)} <span>${row.held}</span>`)}
      ${cell(
        'ending',
        html`${icon(ICONS[row.ending], row.ending === 'failed' ? 'tone-bad' : 'soft')}
          <span>${ending}</span>`,
      )}
      ${cell('bytes', row.size)}
    </tr>
    ${isOpen ? detailsView(row, view) : nothing}`;
}

function detailsView(row: LedgerRow, { terms, columns, labels }: LedgerView): TemplateResult {
  const facts = terms[row.terms] ?? [];
  return html`<tr role="row" class="more">
    <td role="cell" colspan=${columns.length}>
      <dl>
        ${row.details.map(
          ({ label, text }) =>
            html`<div>
              <dt>${label}</dt>
              <dd>${text}</dd>
            </div>`,
        )}
      </dl>
      ${
        facts.length === 0
          ? nothing
          : html`<h3>${labels.terms}</h3>
              <ul class="facts">
                ${facts.map(
                  ({ label, text, firm, source }) =>
                    html`<li>
                      <strong>${label}</strong> ${text}
                      <span class="soft">(${firm}${source === '' ? '' : html`; ${source}`})</span>
                    </li>`,
                )}
              </ul>`
      }
    </td>
  </tr>`;
}

function pager({ labels }: LedgerView, { rows, page, turn }: TableState): TemplateResult {
  const last = Math.ceil(rows.length / PAGE) - 1;
  const until = Math.min(rows.length, (page + 1) * PAGE);
  return html`<nav class="pager" aria-label=${labels.requests}>
    <button type="button" class="plain" ?disabled=${page === 0} @click=${() => turn(page - 1)}>
      ${icon('chevron-left')} ${labels.newer}
    </button>
    <span role="status"
      >${fill(labels.page, page * PAGE + 1, until)} ·
      ${fill(labels.shown, until - page * PAGE, rows.length)}</span
    >
    <button type="button" class="plain" ?disabled=${page >= last} @click=${() => turn(page + 1)}>
      ${labels.older} ${icon('chevron-right')}
    </button>
  </nav>`;
}

/** Puts numbers into a sentence that has places for them. */
export function fill(text: string, ...numbers: readonly number[]): string {
  return text.replace(/\{(\d)\}/g, (place, at: string) => String(numbers[Number(at)] ?? place));
}
