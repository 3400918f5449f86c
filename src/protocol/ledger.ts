/** The messages between the ledger's page and the extension. */
import * as v from 'valibot';
import { sentence, tone } from './atoms.ts';

/** What the table can be filtered by, in the order in which it is offered. */
export const CLASSES = ['secret', 'pii', 'internal', 'path', 'opaque', 'none', 'let-through'] as const;
export const ENDINGS = ['answered', 'stopped', 'failed', 'not-sent', 'open'] as const;
/** In the order in which they stand. */
export const LEDGER_COLUMNS = ['when', 'destination', 'found', 'held', 'ending', 'bytes'] as const;

const time = v.number();
const className = v.picklist(CLASSES);
const ending = v.picklist(ENDINGS);
const column = v.picklist(LEDGER_COLUMNS);

const row = v.strictObject({
  id: v.string(),
  /** When it was sent, in milliseconds since 1970, and in words. */
  at: time,
  when: sentence,
  /** The destination without its model; what lanes are named by. */
  to: v.string(),
  name: sentence,
  model: v.string(),
  host: v.string(),
  classes: v.array(className),
  found: sentence,
  /** How many findings, to sort by. */
  count: v.number(),
  held: sentence,
  heldTone: tone,
  /** The later, the greater; what has no end is the greatest. */
  heldOrder: v.number(),
  ending,
  size: sentence,
  bytes: v.number(),
  requestId: v.string(),
  /** How it ended, and further facts of the request alone. */
  details: v.array(v.strictObject({ label: sentence, text: sentence })),
  /** Which of the lists of policy facts was in force. */
  terms: v.number(),
});

/** From when to when something of a destination may be held; `to` is null where nobody can name a day. */
const span = v.strictObject({ from: time, to: v.nullable(time), text: sentence });

const link = v.strictObject({ label: sentence, url: v.string() });

const lane = v.strictObject({
  to: v.string(),
  name: sentence,
  tone,
  /** Until when, in words. */
  summary: sentence,
  /** How many requests, and how many may still be held. */
  counts: sentence,
  spans: v.array(span),
  /** For each day on which something was sent, when it first was. */
  sends: v.array(time),
  todo: v.strictObject({
    steps: v.array(v.strictObject({ text: sentence, link: v.nullable(link) })),
    /** Whether there is anything to ask for; else there is no text to copy. */
    copy: v.boolean(),
  }),
});

const option = <const T extends v.GenericSchema<string>>(value: T) =>
  v.strictObject({ value, label: sentence });

const ledger = v.strictObject({
  title: sentence,
  /** Where it is kept. */
  place: sentence,
  summary: sentence,
  /** What is wrong with it or was left out; shown at the top. */
  notes: v.array(v.strictObject({ tone, text: sentence })),
  /** Said in place of everything else where there is nothing to show; empty where there is. */
  empty: sentence,
  lanes: v.array(lane),
  /** The part of time the picture shows. `ticks` are beginnings of months or years, in words. */
  axis: v.strictObject({
    from: time,
    to: time,
    today: time,
    ticks: v.array(v.strictObject({ at: time, label: sentence })),
  }),
  rows: v.array(row),
  terms: v.array(
    v.array(v.strictObject({ label: sentence, text: sentence, firm: sentence, source: sentence })),
  ),
  filters: v.strictObject({
    to: v.array(option(v.string())),
    found: v.array(option(className)),
    ending: v.array(option(ending)),
    /** `value` is the number of days back. */
    days: v.array(option(v.string())),
  }),
  columns: v.array(
    v.strictObject({ id: column, label: sentence, ascending: sentence, descending: sentence }),
  ),
  labels: v.strictObject({
    picture: sentence,
    today: sentence,
    legend: v.array(v.strictObject({ mark: v.picklist(['held', 'open', 'sent']), text: sentence })),
    todo: sentence,
    copyRequest: sentence,
    only: sentence,
    requests: sentence,
    filterTo: sentence,
    filterFound: sentence,
    filterEnding: sentence,
    filterDays: sentence,
    all: sentence,
    search: sentence,
    searchHint: sentence,
    reset: sentence,
    /** `{0}` and `{1}` stand for numbers. */
    shown: sentence,
    page: sentence,
    newer: sentence,
    older: sentence,
    none: sentence,
    sortBy: sentence,
    details: sentence,
    terms: sentence,
    exportCsv: sentence,
    exportJson: sentence,
    delete: sentence,
    reveal: sentence,
  }),
});

const requestId = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));

export const ToLedger = v.strictObject({
  type: v.literal('ledger'),
  ledger,
  /** The request to look at, by its id; left out where it is all of them. */
  find: v.optional(requestId),
});

/** Ids of entries. */
const ids = v.pipe(v.array(requestId), v.maxLength(20_000));

export const FromLedger = v.variant('type', [
  v.strictObject({ type: v.literal('ready') }),
  v.strictObject({ type: v.literal('open-link'), url: v.pipe(v.string(), v.maxLength(4096)) }),
  /** Write these entries to a file. */
  v.strictObject({ type: v.literal('export'), format: v.picklist(['csv', 'json']), ids }),
  /** Copy the text that asks a destination to delete. */
  v.strictObject({ type: v.literal('copy-request'), to: v.pipe(v.string(), v.maxLength(400)) }),
  v.strictObject({ type: v.literal('delete') }),
  v.strictObject({ type: v.literal('reveal') }),
]);

export type LedgerColumn = v.InferOutput<typeof column>;
export type LedgerRow = v.InferOutput<typeof row>;
export type LaneView = v.InferOutput<typeof lane>;
export type LedgerView = v.InferOutput<typeof ledger>;
export type ToLedger = v.InferOutput<typeof ToLedger>;
export type FromLedger = v.InferOutput<typeof FromLedger>;
