/** A conversation as it lies on the disk: texts with stand-ins, and never what they stand for. */
import * as v from 'valibot';

const FORMAT = 'prompt-airlock/conversation';
const VERSION = 1;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Milliseconds since 1970. */
const time = v.pipe(v.number(), v.minValue(0), v.maxValue(8_640_000_000_000_000));
const shortText = v.pipe(v.string(), v.maxLength(500));

const StoredAttachment = v.strictObject({
  name: shortText,
  /** Name of a codicon. */
  icon: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/)),
  /** Null for a picture, and where it could not be shown to be free of values. */
  text: v.nullable(v.string()),
  /** The file it was, as it is called from the folder that was worked in. */
  path: v.optional(v.pipe(v.string(), v.maxLength(4_096))),
});

const StoredTurn = v.strictObject({
  role: v.picklist(['user', 'assistant']),
  /** Name of the destination; empty for the user, and where it was no text to keep. */
  author: shortText,
  /** Null where it could not be shown to be free of values. */
  text: v.nullable(v.string()),
  attached: v.array(StoredAttachment),
  state: v.picklist(['done', 'stopped', 'failed']),
  /** Where its request was when it was stopped. */
  stopped: v.optional(v.picklist(['no', 'yes', 'unknown'])),
  ended: v.optional(v.picklist(['complete', 'length', 'tool-calls', 'filtered'])),
  /** The answer was the request of a dry run, which is not kept. */
  rehearsed: v.optional(v.literal(true)),
  redacted: count,
  letThrough: count,
  /** The entry in the ledger, when it left and how many bytes it was. */
  receipt: v.optional(
    v.strictObject({ id: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)), at: time, bytes: count }),
  ),
});

const StoredConversation = v.strictObject({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  id: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)),
  /** Another with each writing, so that a window notices that another one wrote. */
  revision: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)),
  title: shortText,
  /** Whether the user gave it that title. */
  named: v.boolean(),
  createdAt: time,
  changedAt: time,
  /** Every stand-in that was issued: its name and the kind of its value. */
  standIns: v.array(v.strictObject({ name: v.pipe(v.string(), v.minLength(1)), kind: shortText })),
  turns: v.array(StoredTurn),
});

export type StoredAttachment = v.InferOutput<typeof StoredAttachment>;
export type StoredTurn = v.InferOutput<typeof StoredTurn>;
export type StoredConversation = v.InferOutput<typeof StoredConversation>;

/** What a file is: a conversation, one of a newer version, or none of ours. */
export type ReadConversation =
  | { readonly is: 'conversation'; readonly conversation: StoredConversation }
  | { readonly is: 'newer' | 'broken' };

/** Parses a file. Whatever is in it, nothing is thrown. */
export function readConversation(text: string): ReadConversation {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { is: 'broken' };
  }
  const parsed = v.safeParse(StoredConversation, json);
  if (parsed.success) return { is: 'conversation', conversation: parsed.output };
  const other = v.safeParse(v.looseObject({ format: v.literal(FORMAT), version: v.number() }), json);
  return { is: other.success && other.output.version > VERSION ? 'newer' : 'broken' };
}

/** A conversation without what every file says alike. */
export type Conversing = Omit<StoredConversation, 'format' | 'version'>;

/** The text of a conversation's file. */
export function writeConversation(conversation: Conversing): string {
  const { id, revision, title, named, createdAt, changedAt, standIns, turns } = conversation;
  const whole: StoredConversation = {
    format: FORMAT,
    version: VERSION,
    id,
    revision,
    title,
    named,
    createdAt,
    changedAt,
    standIns,
    turns,
  };
  return `${JSON.stringify(whole, undefined, 1)}\n`;
}

/** A random id of a conversation, or of one writing of it. */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
