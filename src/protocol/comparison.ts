/** The messages between the table of all destinations and the extension. */
import * as v from 'valibot';
import { citation } from '../protocol.ts';
import { grade, sentence, tone } from './atoms.ts';

/** In the order in which they stand. */
export const COLUMNS = [
  'destination',
  'fit',
  'grade',
  'training',
  'retention',
  'review',
  'passes',
  'region',
  'outputs',
  'age',
] as const;

const columnId = v.picklist(COLUMNS);

/**
 * How long something is kept, for the axis. `unstated` is a period that nobody names, `endless` one without an end or
 * until it is deleted; both have no days.
 */
const span = v.variant('is', [
  v.strictObject({ is: v.literal('stated'), days: v.pipe(v.number(), v.minValue(0)) }),
  v.strictObject({ is: v.literal('endless') }),
  v.strictObject({ is: v.literal('unstated') }),
]);

const cell = v.strictObject({
  tone,
  text: sentence,
  /** What more is to be said, such as a contradiction; shown when asked for. */
  notes: v.array(sentence),
  citations: v.array(citation),
  /** Whether it is as the user requires; null where nothing is required of it. */
  verdict: v.nullable(v.strictObject({ met: v.boolean(), text: sentence })),
  /** What to sort by; less is better. Texts of one column are all texts or all numbers. */
  order: v.union([v.number(), v.string()]),
});

const row = v.strictObject({
  /** As the destination is written. */
  id: v.string(),
  name: sentence,
  /** Models, or where it runs. */
  detail: sentence,
  /** Says that it is the one chosen; empty where it is not. */
  chosen: sentence,
  grade,
  gradeTone: tone,
  cells: v.record(columnId, cell),
  bars: v.strictObject({
    content: span,
    /** What is kept longer, of flagged content alone. */
    flagged: v.nullable(span),
    /** From the best to the worst that it can be, where that is not known. */
    range: v.nullable(v.strictObject({ best: span, worst: span })),
    /** All of it in words. */
    text: sentence,
  }),
});

const comparison = v.strictObject({
  title: sentence,
  /** What is required, each clause in words. */
  required: v.pipe(v.array(sentence), v.readonly()),
  /** How many fit, and how old the facts are. */
  summary: sentence,
  asOf: sentence,
  /** Why what is shown is not what is in force; null where it is. */
  problem: v.nullable(sentence),
  columns: v.array(
    v.strictObject({ id: columnId, label: sentence, ascending: sentence, descending: sentence }),
  ),
  rows: v.array(row),
  labels: v.strictObject({
    caption: sentence,
    required: sentence,
    nothingRequired: sentence,
    changeRequired: sentence,
    sortBy: sentence,
    more: sentence,
    openCard: sentence,
    legend: v.array(
      v.strictObject({
        mark: v.picklist(['content', 'flagged', 'range', 'endless', 'unstated']),
        text: sentence,
      }),
    ),
    /** Short: they stand side by side below the bars; the legend has the words. */
    ticks: v.strictObject({
      none: sentence,
      day: sentence,
      month: sentence,
      halfYear: sentence,
      endless: sentence,
      unstated: sentence,
    }),
  }),
});

export const ToComparison = v.strictObject({ type: v.literal('comparison'), comparison });
export const FromComparison = v.variant('type', [
  v.strictObject({ type: v.literal('ready') }),
  v.strictObject({ type: v.literal('open-link'), url: v.pipe(v.string(), v.maxLength(4096)) }),
  /** Show all facts of one destination. */
  v.strictObject({ type: v.literal('open-card'), id: v.pipe(v.string(), v.maxLength(600)) }),
  v.strictObject({ type: v.literal('change-required') }),
]);

export type ColumnId = v.InferOutput<typeof columnId>;
export type Span = v.InferOutput<typeof span>;
export type CellView = v.InferOutput<typeof cell>;
export type ComparisonRow = v.InferOutput<typeof row>;
export type ComparisonView = v.InferOutput<typeof comparison>;
export type ToComparison = v.InferOutput<typeof ToComparison>;
export type FromComparison = v.InferOutput<typeof FromComparison>;
