/** What leaves: the whole request in parts, asked for by the panel and shown before anything is sent. */
import * as v from 'valibot';
import { id, name, offset, sentence, tone } from './atoms.ts';
import { change, found } from './review.ts';

/** Asks what would leave now. Asked again whenever what is reviewed has changed. */
export const look = v.strictObject({ type: v.literal('look') });

/** Asks for the text of a part of what was answered last. */
export const lookAtPart = v.strictObject({ type: v.literal('look-at-part'), look: id, part: offset });

/** Nobody looks any more. */
export const lookOver = v.strictObject({ type: v.literal('look-over') });

const part = v.strictObject({
  /** The same for what is the same part of a later answer. */
  key: name,
  kind: v.picklist(['system', 'history', 'attached', 'typed']),
  title: sentence,
  /** Name of a codicon. */
  icon: v.string(),
  /** `14 KB · about 3200 tokens` */
  size: sentence,
  /** `2 replaced · 1 as it is`; empty where nothing was found. */
  found: sentence,
  tone,
  /** Another one where the text, or what becomes of it, is another than in the answer before. */
  revision: offset,
  /** What is shown in place of a text, where there is none: of a picture. Else empty. */
  note: sentence,
});

/** The request as it would leave. Texts are asked for one by one. */
const leaving = v.strictObject({
  look: id,
  /** `Request: 18.2 KB (18634 bytes), at most about 4300 tokens` */
  size: sentence,
  /** How sure the numbers are, or why there is none. */
  sizeNote: sentence,
  /** That nothing may leave, and why; else empty. */
  blocked: sentence,
  /** That nothing is replaced, and what there is none of: `Not in it: system text, attachments.` */
  without: sentence,
  parts: v.array(part),
  /** The parts of kind `history` in one line. */
  history: v.strictObject({ title: sentence, size: sentence, found: sentence, tone }),
});

/** A finding, and its place in the review shown; null where that does not hold it. */
const leavingFound = v.strictObject({ ...found.entries, own: v.nullable(offset) });

/** Null where there is nothing to look at. */
export const toLeaving = v.strictObject({ type: v.literal('leaving'), leaving: v.nullable(leaving) });

/** The text of a part, what is replaced in it, and what was found; offsets count in that text. */
export const toLeavingPart = v.strictObject({
  type: v.literal('leaving-part'),
  look: id,
  key: name,
  revision: offset,
  text: v.string(),
  changes: v.array(change),
  found: v.array(leavingFound),
});

export type LeavingView = v.InferOutput<typeof leaving>;
export type LeavingPartView = v.InferOutput<typeof part>;
export type LeavingFoundView = v.InferOutput<typeof leavingFound>;
export type LeavingText = v.InferOutput<typeof toLeavingPart>;
