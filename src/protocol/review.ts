/** What is shown of a prompt before it leaves, and what can be said about each thing found in it. */
import * as v from 'valibot';
import { action, id, name, offset, sentence, tone } from './atoms.ts';

/** What a finding leads to: it is replaced, the user leaves it as it is, or the decision lets it go. */
const fate = v.picklist(['redacted', 'left', 'let-go']);

/** What can be done about a finding beside what is decided. */
const offer = v.picklist(['leave', 'allow-value', 'allow-kind']);

/** One finding in a part of the prompt. */
export const found = v.strictObject({
  /** The number of that part, in `parts`. */
  part: offset,
  start: offset,
  end: offset,
  tone,
  /** `GitHub token` */
  name: sentence,
  /** `Secret` */
  className: sentence,
  /** `line 3 · reads and writes repositories · its check digits are right` */
  reason: sentence,
  /** `Rule: @secretlint/secretlint-rule-github` */
  rule: sentence,
  fate,
  /** What stands for it where it is replaced; else empty. */
  standIn: name,
  /** What is said of the table it is a cell of; rows that say the same are shown under one line. Empty for none. */
  table: sentence,
  offers: v.array(offer),
  /** Why it cannot be left as it is; empty where it can, and where nothing is to be said of it. */
  refusal: sentence,
});

/** A piece of the text that was typed, which is replaced when it leaves. */
export const change = v.strictObject({
  start: offset,
  end: offset,
  standIn: name,
  tone,
  /** `GitHub token` */
  name: sentence,
  /** Why, where that is none of the findings: the value is known from before, say. Else empty. */
  reason: sentence,
  /** The findings it is replaced for, by their places in `found`. */
  found: v.array(offset),
});

/** Something attached, or the text that was typed. */
const part = v.strictObject({
  /** Id of what is attached; empty for the text that was typed. */
  attached: id,
  /** Its name; empty for the text that was typed. */
  name: sentence,
  /** Name of a codicon; empty for the text that was typed. */
  icon: v.string(),
});

/** Findings that can be left as they are together: a table, or a column of one. */
const bundle = v.strictObject({
  /** The line of the table, as in `found`. */
  table: sentence,
  /** `Leave all 12 as they are` */
  label: sentence,
  found: v.array(offset),
  /** What a press leads to. */
  left: v.boolean(),
});

/** A finding that looks like the API key of a host prompts can be sent to, and may be kept as such. */
const keyOffer = v.strictObject({
  /** Its place in `found`. */
  found: offset,
  /** `This looks like your API key for OpenAI. …` */
  text: sentence,
});

export const review = v.strictObject({
  id,
  /** The text that was typed; the composer marks only while it still holds this text. */
  text: v.string(),
  /** Whether it waits for the user's word. While it is typed it does not: then it is only shown. */
  held: v.boolean(),
  /** What the prompt is made of, in the order it goes. */
  parts: v.array(part),
  decision: v.picklist(['allow', 'notify', 'redact', 'ask', 'block']),
  /** `3 found · 2 secrets, 1 personal · 1 left as it is` */
  summary: sentence,
  found: v.array(found),
  bundles: v.array(bundle),
  keyOffers: v.array(keyOffer),
  /** What is replaced in the text that was typed when it leaves redacted, in its order; none overlaps another. */
  changes: v.array(change),
  /** Why it is held, with the cited fact; shown as an alert where the decision is `block`. */
  verdict: v.strictObject({ title: sentence, text: sentence, source: sentence }),
  actions: v.array(action),
});

/** Whether findings are left as they are, this once, or redacted after all. */
export const leave = v.strictObject({
  type: v.literal('leave'),
  review: id,
  found: v.pipe(v.array(offset), v.maxLength(100_000)),
  left: v.boolean(),
});

/** From now on nothing is to be said of a finding's value, or of its kind at this destination. */
export const allow = v.strictObject({
  type: v.literal('allow'),
  review: id,
  found: offset,
  what: v.picklist(['value', 'kind']),
});

/** What becomes of an API key in the text: kept, and taken out of the text or not, or passed over. */
const keyFate = v.picklist(['take-out', 'keep', 'pass-over']);
export const keepKey = v.strictObject({
  type: v.literal('keep-key'),
  review: id,
  found: offset,
  what: keyFate,
});

/** The words of what is shown before a prompt leaves. */
export const reviewLabels = v.strictObject({
  found: sentence,
  whatLeaves: sentence,
  inPlace: sentence,
  sideBySide: sentence,
  asWritten: sentence,
  asItLeaves: sentence,
  close: sentence,
  goesAsItIs: sentence,
  /** `{0}` is a number. */
  folded: sentence,
  more: sentence,
  stepThrough: sentence,
  actions: sentence,
  leave: sentence,
  leaveTitle: sentence,
  redact: sentence,
  redactTitle: sentence,
  allowValue: sentence,
  allowValueTitle: sentence,
  allowKind: sentence,
  allowKindTitle: sentence,
  takeKeyOut: sentence,
  takeKeyOutTitle: sentence,
  keepKey: sentence,
  keepKeyTitle: sentence,
  passKeyOver: sentence,
  passKeyOverTitle: sentence,
});

export type FoundView = v.InferOutput<typeof found>;
export type Fate = v.InferOutput<typeof fate>;
export type Offer = v.InferOutput<typeof offer>;
export type ChangeView = v.InferOutput<typeof change>;
export type KeyOfferView = v.InferOutput<typeof keyOffer>;
export type KeyFate = v.InferOutput<typeof keyFate>;
export type BundleView = v.InferOutput<typeof bundle>;
export type ReviewView = v.InferOutput<typeof review>;
export type ReviewLabels = v.InferOutput<typeof reviewLabels>;
