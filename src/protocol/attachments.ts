/** What is attached to a prompt, how it gets there, and what is offered for it. */
import * as v from 'valibot';
import { id, offset, sentence, tone } from './atoms.ts';

/** Name of a codicon. */
const icon = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/));

const said = v.strictObject({ tone, text: sentence });

/** Something that was attached. Of its content nothing is here; that is asked for when it is opened. */
const chip = v.strictObject({
  id,
  /** The last part of its path, or what it is called. */
  name: sentence,
  icon,
  /** `14 KB`, `37 files so far` */
  detail: sentence,
  /** It is being read, it goes, or nothing of it does. */
  state: v.picklist(['reading', 'going', 'out']),
  /** What was found in it; null while it is not known. */
  found: v.nullable(said),
  /** Why all or a part of it does not go, that it has changed, that nobody can look into it. Null for nothing to say. */
  note: v.nullable(said),
  /** All of that in one, with its whole path. */
  title: sentence,
  /** What the button at its end says: `Remove orders.log`, `Cancel reading src`. */
  remove: sentence,
  canOpen: v.boolean(),
});

export const attachments = v.strictObject({
  chips: v.array(chip),
  labels: v.strictObject({
    /** Of the list of chips. */
    chips: sentence,
    attach: sentence,
    attachTitle: sentence,
    suggestions: sentence,
    /** Shown over the panel while something is held over it. */
    drop: sentence,
    /** Shown where it was let go of, or left, without Shift. */
    holdShift: sentence,
  }),
});

/** What goes with a turn that was sent. */
export const turnAttachment = v.strictObject({ name: sentence, icon, title: sentence });

/** A row of what is offered behind `#`. */
const suggestion = v.strictObject({
  /** What it is asked for by. */
  key: v.pipe(v.string(), v.maxLength(4096)),
  icon,
  label: sentence,
  detail: sentence,
  /** What stands in the text in place of what was typed. */
  insert: v.string(),
});

/** What is offered for what was typed behind `#`. */
export const suggestions = v.strictObject({
  type: v.literal('suggestions'),
  /** The question it answers. */
  asked: offset,
  rows: v.array(suggestion),
  /** `12 suggestions`, or that there is nothing of that name. */
  status: sentence,
});

/** More than a picture or a text that is taken has, as base64. */
const LONGEST_BASE64 = 8 * 1024 * 1024;

/** What the panel asks for about attachments. */
export const fromAttachments = [
  v.strictObject({ type: v.literal('attach') }),
  v.strictObject({ type: v.literal('detach'), id }),
  /** Shows what would leave of one. */
  v.strictObject({ type: v.literal('open-attachment'), id }),
  /** What was typed behind `#`. */
  v.strictObject({ type: v.literal('suggest'), asked: offset, text: v.pipe(v.string(), v.maxLength(200)) }),
  v.strictObject({
    type: v.literal('attach-suggested'),
    key: v.pipe(v.string(), v.maxLength(4096)),
  }),
  /** What the workbench let go of over the panel: lists of addresses as it writes them. */
  v.strictObject({
    type: v.literal('attach-dropped'),
    lists: v.pipe(v.array(v.pipe(v.string(), v.maxLength(1_000_000))), v.maxLength(8)),
  }),
  /** A file from outside the workbench, or a picture that was pasted; `base64` is empty where it is too large. */
  v.strictObject({
    type: v.literal('attach-bytes'),
    name: v.pipe(v.string(), v.maxLength(1000)),
    base64: v.pipe(v.string(), v.maxLength(LONGEST_BASE64)),
  }),
  /** A text that was pasted and is too long to be typed in. */
  v.strictObject({ type: v.literal('attach-text'), text: v.string() }),
] as const;

export type ChipView = v.InferOutput<typeof chip>;
export type AttachmentsView = v.InferOutput<typeof attachments>;
export type TurnAttachment = v.InferOutput<typeof turnAttachment>;
export type Suggestions = v.InferOutput<typeof suggestions>;
export type SuggestionView = v.InferOutput<typeof suggestion>;
