import type { OutgoingMessage } from '../../airlock.ts';
import { type FileName, type FilePart, wholeOf } from '../../decide/files.ts';
import type { WireImage } from '../../wire/message.ts';

/** Something that goes with a prompt: a file, a selection, a diff, a picture. */
export interface Attached {
  readonly id: string;
  /** `src/db.ts`, `Git diff`: what people read, and the model as well. */
  readonly name: string;
  /** Name of a codicon. */
  readonly icon: string;
  /** As it goes to the model, its name included. Empty for a picture. */
  readonly text: string;
  /** The file that all of it is from. */
  readonly file?: FileName;
  /** What of its text comes from files, as that text itself says. */
  readonly quotes?: readonly FilePart[];
  /** Where its own lines begin: behind how many of the text, and which one of its file that is, from 1. */
  readonly lines?: { readonly behind: number; readonly first: number };
  readonly image?: WireImage;
  /** Of a conversation that was read again: it was not kept, and is no part of what goes on. */
  readonly lost?: boolean;
}

/** One piece of a prompt: something attached, or the text that was typed. */
export interface PromptPiece {
  /** Undefined for the text that was typed. */
  readonly attached: Attached | undefined;
  readonly message: OutgoingMessage;
}

/**
 * A prompt in pieces, as they go: what is attached, each by itself so that one that stays the same is not looked at
 * again; then the text; then the pictures, which go with the text.
 */
export function piecesOf(text: string, attached: readonly Attached[]): PromptPiece[] {
  const texts = attached.filter(({ image, lost }) => image === undefined && lost !== true);
  const pictures = attached.filter(({ image }) => image !== undefined);
  return [
    ...texts.map((one) => ({ attached: one, message: messageOf(one) })),
    { attached: undefined, message: { role: 'user', text } },
    ...pictures.map((one) => ({ attached: one, message: messageOf(one) })),
  ];
}

function messageOf({ text, file, image, quotes = [] }: Attached): OutgoingMessage {
  const files = file ? [wholeOf(image ? '' : text, file)] : quotes;
  return {
    role: 'user',
    text: image ? '' : text,
    part: image ? { type: 'image', image } : { type: 'attachment' },
    ...(files.length > 0 && { files }),
  };
}
