/** What is shown of a turn, and how its text gets out of the panel. */
import * as v from 'valibot';
import { turnAttachment } from './attachments.ts';
import { id, name, sentence } from './atoms.ts';
import { turnAction } from './turns.ts';

/** A stand-in and what it stands for; the webview puts the value into text nodes only, never into an attribute. */
export const standIn = v.strictObject({
  name,
  value: v.string(),
  what: sentence,
  /** Its value is not known any more: the stand-in stays, and `value` is the same. */
  gone: v.optional(v.literal(true)),
});

const rehearsal = v.strictObject({
  method: v.string(),
  url: v.string(),
  headers: v.array(v.strictObject({ name: v.string(), value: v.string() })),
  body: v.string(),
});

export const turn = v.strictObject({
  id,
  role: v.picklist(['user', 'assistant']),
  author: sentence,
  /** The text as it went over the wire, with stand-ins. Markdown where the role is `assistant`. */
  text: v.string(),
  /** What went with it. */
  attached: v.array(turnAttachment),
  /** What the model thought aloud before it answered, as it went over the wire: plain text. */
  thought: v.string(),
  /** The stand-ins that may occur in `text` and `thought`. In the user's own turns they are shown as they left. */
  standIns: v.array(standIn),
  /** What looks like a stand-in in it and stands for nothing; known once the turn is over. */
  unknown: v.array(name),
  state: v.picklist(['streaming', 'done', 'stopped', 'failed']),
  /** Short facts under the turn, such as `1 redacted`, `1.2 KB sent`. */
  receipt: v.array(sentence),
  /** What can be done with it now. */
  actions: v.array(turnAction),
  /** Whether there is an entry in the ledger for its request. */
  receipted: v.boolean(),
  /** Until when the destination may hold what was sent; empty where there is nothing to say of it. */
  held: sentence,
  /** The exact request of a dry run, in place of an answer. */
  rehearsal: v.optional(rehearsal),
});

/** Ways out of the panel. `apply` and `new` are of a block of code alone. */
export const TAKES = ['copy', 'insert', 'apply', 'new', 'save', 'open'] as const;

/**
 * Takes an answer, or a block of code in it, out of the panel. It is named and not handed over: the extension has the
 * text, and puts the values back.
 */
export const take = v.strictObject({
  type: v.literal('take'),
  turn: id,
  /** Which block of code, in their order from 0; null for all of the answer. */
  block: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))),
  as: v.picklist(TAKES),
});

/** A selection was copied that holds what stands for nothing in these turns. */
export const copiedUnknown = v.strictObject({
  type: v.literal('copied-unknown'),
  names: v.pipe(v.array(name), v.maxLength(1000)),
});

/** The words around an answer. */
export const answerLabels = v.strictObject({
  copy: sentence,
  copyCode: sentence,
  insert: sentence,
  apply: sentence,
  newFile: sentence,
  save: sentence,
  open: sentence,
  showSent: sentence,
  showValues: sentence,
  restored: sentence,
  thinking: sentence,
  thought: sentence,
  toReceipt: sentence,
});

export type StandInView = v.InferOutput<typeof standIn>;
export type RehearsalView = v.InferOutput<typeof rehearsal>;
export type TurnView = v.InferOutput<typeof turn>;
export type Take = v.InferOutput<typeof take>;
export type AnswerLabels = v.InferOutput<typeof answerLabels>;
