import { type FileName, type FilePart, wholeOf } from '../decide/files.ts';
import type { WireImage } from '../wire/message.ts';
import type { Left } from './review.ts';

/** What a message of a request is, where it is not plain text of its role. */
export type Part =
  /** A text that goes with the person's prompt, which follows it: a file, a diff. */
  | { readonly type: 'attachment' }
  /** A picture of the person's. Nobody looks into it; its message has no text. */
  | { readonly type: 'image'; readonly image: WireImage }
  /** A tool that the model wanted called; the text is its arguments, as JSON. */
  | { readonly type: 'tool-call'; readonly id: string; readonly name: string }
  /** What a tool answered. */
  | { readonly type: 'tool-result'; readonly callId: string; readonly failed?: boolean }
  /**
   * A tool that the model may call; the text is a JSON object of its `description` and its `parameters`. Where one is
   * required, the model has to call some tool.
   */
  | { readonly type: 'tool'; readonly name: string; readonly required?: boolean };

/**
 * One piece of a request: a message of a conversation as a person or a model wrote it, or what stands beside it. Pieces of
 * one turn follow one another: what is attached, the text, then its pictures; an answer's text, then its calls.
 */
export interface OutgoingMessage {
  readonly role: 'system' | 'user' | 'assistant' | 'tool';
  /** A person's text is the original; a model's is as it came over the wire, with stand-ins. */
  readonly text: string;
  readonly part?: Part;
  /** The pieces of the text that came from files; left out where none is known to. */
  readonly files?: readonly FilePart[];
  /**
   * What was decided for it in an earlier turn: the place (see `placeOf`) it went to, and how. It is not decided
   * again for that place, and goes as it went.
   */
  readonly settled?: Settled;
  /** Of a turn that is over: it goes redacted, and nothing in it is decided any more. */
  readonly past?: boolean;
  /** Where a person names a stand-in that was issued before, that one is meant: they read it in an answer. */
  readonly quotes?: boolean;
}

/** What was decided for a message, and where. */
export interface Settled {
  readonly at: string;
  readonly as: 'redacted' | 'as-is';
  /** Of what went redacted, the values that the user left as they are. */
  readonly left?: Left;
}

/** A text to be reviewed by itself, and the file it is, where that is known. */
export interface TextOfFile {
  readonly text: string;
  readonly file?: FileName | undefined;
}

/** A text as a prompt of its own. */
export function messageOf({ text, file }: TextOfFile): OutgoingMessage {
  return { role: 'user', text, ...(file && { files: [wholeOf(text, file)] }) };
}

/** Where the newest turn begins: its last message, the text that its pictures go with, and what is attached to that. */
export function newestFrom(messages: readonly OutgoingMessage[]): number {
  let from = messages.length - 1;
  while (from > 0 && messages[from]?.part?.type === 'image' && messages[from - 1]?.role === 'user') from -= 1;
  while (from > 0 && messages[from - 1]?.part?.type === 'attachment') from -= 1;
  return from;
}
