/** The messages between the page of a scan of the workspace and the extension. */
import * as v from 'valibot';
import { sentence, tone } from './atoms.ts';

/** In the order in which they stand in a bar. */
export const SCAN_CLASSES = ['secret', 'pii', 'internal', 'path', 'opaque'] as const;
export const STANDINGS = ['open', 'redacted', 'limited', 'denied'] as const;
/** In the order in which they stand. */
export const SCAN_COLUMNS = ['file', 'kind', 'count', 'standing'] as const;

const className = v.picklist(SCAN_CLASSES);
const standing = v.picklist(STANDINGS);
const column = v.picklist(SCAN_COLUMNS);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The findings of one kind in one file. */
const row = v.strictObject({
  /** Its place in the list of all rows. */
  id: count,
  file: sentence,
  /** The same for sorting and filtering: folders by `/`, the folder that was scanned first. */
  path: v.string(),
  kind: v.string(),
  class: className,
  /** The greater, the worse. */
  severity: count,
  count,
  /** Where the first of them stands, `12:3`. */
  place: sentence,
  standing,
  /** By which file the values are declared to be made up; empty where they are not. */
  declared: sentence,
});

/** A folder as a bar. All bars together are all that was found, each finding in one of them. */
const bar = v.strictObject({
  name: sentence,
  /** What the paths of its rows begin with; null where it stands for several folders. */
  path: v.nullable(v.string()),
  /** Whether it stands for the files that lie directly in the folder, and not for the folders in it. */
  isFlat: v.boolean(),
  total: count,
  parts: v.array(v.strictObject({ class: className, count, text: sentence })),
  /** The same in words. */
  text: sentence,
  /** How many of them are in files that may not leave; empty where none is. */
  held: sentence,
});

const option = <const T extends v.GenericSchema<string>>(value: T) =>
  v.strictObject({ value, label: sentence });

const scan = v.strictObject({
  title: sentence,
  /** What was scanned, when, and how long it took. */
  about: sentence,
  summary: sentence,
  /** The same by class, and by what may become of the files. */
  counts: v.array(sentence),
  /** What was not gone into or not looked into, and what else is to be known of it. */
  notes: v.array(v.strictObject({ tone, text: sentence, paths: v.array(sentence) })),
  /** Said in place of picture and table where nothing was found; empty where there is. */
  empty: sentence,
  bars: v.array(bar),
  rows: v.array(row),
  kinds: v.record(v.string(), sentence),
  standings: v.array(option(standing)),
  classes: v.array(option(className)),
  columns: v.array(
    v.strictObject({ id: column, label: sentence, ascending: sentence, descending: sentence }),
  ),
  labels: v.strictObject({
    picture: sentence,
    only: sentence,
    findings: sentence,
    notes: sentence,
    paths: sentence,
    filterFolder: sentence,
    filterKind: sentence,
    filterClass: sentence,
    filterStanding: sentence,
    all: sentence,
    search: sentence,
    searchHint: sentence,
    reset: sentence,
    /** `{0}` and `{1}` stand for numbers. */
    shown: sentence,
    page: sentence,
    previous: sentence,
    next: sentence,
    none: sentence,
    sortBy: sentence,
    open: sentence,
    exportSarif: sentence,
    again: sentence,
  }),
});

export const ToScan = v.strictObject({ type: v.literal('scan'), scan });

export const FromScan = v.variant('type', [
  v.strictObject({ type: v.literal('ready') }),
  /** Open the file of a row, where its first finding stands. */
  v.strictObject({ type: v.literal('open'), row: v.pipe(count, v.maxValue(100_000)) }),
  v.strictObject({ type: v.literal('export') }),
  v.strictObject({ type: v.literal('again') }),
]);

export type ScanColumn = v.InferOutput<typeof column>;
export type ScanRow = v.InferOutput<typeof row>;
export type ScanBar = v.InferOutput<typeof bar>;
export type ScanView = v.InferOutput<typeof scan>;
export type ToScan = v.InferOutput<typeof ToScan>;
export type FromScan = v.InferOutput<typeof FromScan>;
