import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ScanColumn, ScanRow, ScanView } from '../../protocol/scan.ts';
import { fill } from '../ledger-table.ts';
import { icon } from '../tone.ts';
import type { ScanSorting } from './scan-filter.ts';

/** What is drawn at once: more would be felt with every key. */
const PAGE = 100;

/** The rows that are shown, and what can be pressed in them. */
export interface ScanTableState {
  /** All that are wanted, in order. */
  readonly rows: readonly ScanRow[];
  /** Which page of them, from 0. */
  readonly page: number;
  readonly sorting: ScanSorting;
  readonly sort: (column: ScanColumn) => void;
  readonly turn: (page: number) => void;
  readonly open: (row: ScanRow) => void;
}

const STANDING_ICONS: Readonly<Record<ScanRow['standing'], string>> = {
  open: 'unlock',
  redacted: 'edit',
  limited: 'location',
  denied: 'lock',
};

/** From low to critical. */
const SEVERITY_ICONS = ['info', 'warning', 'error', 'flame'] as const;
const SEVERITY_TONES = ['info', 'caution', 'bad', 'bad'] as const;

/** A page of the findings as a table; narrow, its rows are cards. */
export function scanTable(view: ScanView, state: ScanTableState): TemplateResult {
  const { columns, labels } = view;
  const { rows, page } = state;
  if (rows.length === 0) return html`<p class="none">${labels.none}</p>`;
  return html`<table role="table" aria-rowcount=${rows.length + 1}>
      <caption class="unseen">
        ${labels.findings}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          ${columns.map(({ id, label }) => head(id, label, state))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${repeat(
          rows.slice(page * PAGE, (page + 1) * PAGE),
          ({ id }) => id,
          (row) => rowView(row, view, state),
        )}
      </tbody>
    </table>
    ${rows.length > PAGE ? pager(view, state) : nothing}`;
}

function head(id: ScanColumn, label: string, { sorting, sort }: ScanTableState): TemplateResult {
  const mine = sorting.column === id;
  const order = !mine ? 'none' : sorting.descending ? 'descending' : 'ascending';
  const arrow = { none: 'fold', ascending: 'arrow-up', descending: 'arrow-down' }[order];
  return html`<th role="columnheader" scope="col" aria-sort=${order} class="col-${id}">
    <button type="button" class="head" @click=${() => sort(id)}>
      <span>${label}</span>${icon(arrow, 'arrow')}
    </button>
  </th>`;
}

function rowView(row: ScanRow, { columns, kinds, standings, labels }: ScanView, { open }: ScanTableState) {
  const cell = (id: ScanColumn, content: TemplateResult | string): TemplateResult => {
    const label = columns.find((one) => one.id === id)?.label ?? '';
    return html`<td role="cell" class="col-${id}">
      <span class="label only-cards" aria-hidden="true">${label}</span><span class="content">${content}</span>
    </td>`;
  };
  const standing = standings.find(({ value }) => value === row.standing)?.label ?? '';
  const tone = SEVERITY_TONES[row.severity] ?? 'bad';
  return html`<tr role="row">
    <th role="rowheader" scope="row" class="col-file">
      <button type="button" class="link" title=${labels.open} @click=${() => open(row)}>
        ${row.file}${row.place === '' ? nothing : html`<span class="soft">:${row.place}</span>`}
      </button>
    </th>
    ${cell(
      'kind',
      html`${icon(SEVERITY_ICONS[row.severity] ?? 'error', `tone-${tone}`)}
        <span
          >${kinds[row.kind] ?? row.kind}
          ${row.declared === '' ? nothing : html`<span class="soft">${row.declared}</span>`}</span
        >`,
    )}
    ${cell('count', String(row.count))}
    ${cell('standing', html`${icon(STANDING_ICONS[row.standing], 'soft')} <span>${standing}</span>`)}
  </tr>`;
}

function pager({ labels }: ScanView, { rows, page, turn }: ScanTableState): TemplateResult {
  const last = Math.ceil(rows.length / PAGE) - 1;
  const until = Math.min(rows.length, (page + 1) * PAGE);
  return html`<nav class="pager" aria-label=${labels.findings}>
    <button type="button" class="plain" ?disabled=${page === 0} @click=${() => turn(page - 1)}>
      ${icon('chevron-left')} ${labels.previous}
    </button>
    <span role="status"
      >${fill(labels.page, page * PAGE + 1, until)} ·
      ${fill(labels.shown, until - page * PAGE, rows.length)}</span
    >
    <button type="button" class="plain" ?disabled=${page >= last} @click=${() => turn(page + 1)}>
      ${labels.next} ${icon('chevron-right')}
    </button>
  </nav>`;
}
