import type { StandIn, Vault } from './vault.ts';

/** A piece of an answer: plain text, or a stand-in that was issued and can be put back. */
export type Segment = { readonly text: string } | { readonly standIn: StandIn };

/** Takes an answer in any chunks and gives it back in segments. */
export interface Restorer {
  /** What is certain after this chunk. */
  push(chunk: string): Segment[];
  /** What was held back; to be called once, at the end of the answer. */
  end(): Segment[];
}

/** An escape with its letter, or a word; a stand-in is a word. */
const PIECE = /\\[nrtbfv]|[A-Za-z0-9_]+/g;

/**
 * Recognises issued stand-ins in a stream. Nothing is held back but the word at the end of a chunk, and that only
 * while it may still become a stand-in: what can be no part of one goes through at once.
 */
export function createRestorer(vault: Vault): Restorer {
  let held = '';
  /** Whether the word at the end of what went out is unfinished, so that what follows only continues it. */
  let inWord = false;

  function split(text: string, final: boolean): Segment[] {
    const segments: Segment[] = [];
    let from = 0;
    let openWord = inWord && text === '';
    held = !final && text.endsWith('\\') ? '\\' : '';
    for (const { 0: piece, index } of text.matchAll(PIECE)) {
      const end = index + piece.length;
      if (piece.startsWith('\\')) continue;
      const continues = index === 0 && inWord;
      const last = end === text.length;
      if (last && !final && !continues && vault.hasNameStarting(piece)) {
        held = piece;
        break;
      }
      openWord = last;
      const standIn = continues ? undefined : vault.named(piece);
      if (!standIn) continue;
      if (index > from) segments.push({ text: text.slice(from, index) });
      segments.push({ standIn });
      from = end;
    }
    const end = text.length - held.length;
    if (end > from) segments.push({ text: text.slice(from, end) });
    inWord = openWord;
    return segments;
  }

  return {
    push: (chunk) => split(held + chunk, false),
    end: () => split(held, true),
  };
}

/** Every stand-in of a whole text, put back. */
export function restoreText(text: string, vault: Vault): string {
  const restorer = createRestorer(vault);
  return [...restorer.push(text), ...restorer.end()].map(asValue).join('');
}

function asValue(segment: Segment): string {
  return 'standIn' in segment ? segment.standIn.value : segment.text;
}
