import { html, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { chunksOf } from './chunks.ts';
import { type Piece, piecesOf, type StandIns } from './pieces.ts';

/** Whether stand-ins are shown as they left, or as what they stand for. */
export type Shown = 'as-sent' | 'restored';

/** Pieces of a text after this one show no marks: no one looks for a mark this far down. */
const MARKED = 16;

/** A text as it is, never Markdown, whatever its length. */
export function plainText(text: string, standIns: StandIns, shown: Shown): TemplateResult {
  // A span, since white space in a block is the formatter's to put, and here every space is shown.
  return html`<div class="plain">
    ${chunksOf(text).map((chunk, at) =>
      guard(
        [chunk, standIns.size],
        () =>
          html`<span class="chunk" dir="auto">${parts(piecesOf(chunk, standIns), shown, at < MARKED)}</span>`,
      ),
    )}
  </div>`;
}

function parts(pieces: readonly Piece[], shown: Shown, marked: boolean): unknown {
  return marked
    ? pieces.map((piece) => part(piece, shown))
    : pieces.map((piece) => words(piece, shown)).join('');
}

function words(piece: Piece, shown: Shown): string {
  switch (piece.kind) {
    case 'text':
      return piece.text;
    case 'control':
      return piece.code;
    case 'stand-in':
      return shown === 'restored' ? piece.standIn.value : piece.standIn.name;
  }
}

function part(piece: Piece, shown: Shown): string | TemplateResult {
  const text = words(piece, shown);
  switch (piece.kind) {
    case 'text':
      return text;
    case 'control':
      return html`<span class="control">${text}</span>`;
    case 'stand-in':
      return html`<span class=${shown === 'restored' ? 'restored' : 'chip'} title=${piece.standIn.what}
        >${text}</span
      >`;
  }
}
