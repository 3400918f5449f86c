import { html, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { GrownChunks } from './grown-chunks.ts';
import { type Piece, piecesOf, type StandIns } from './pieces.ts';
import type { IsShownAsSent } from './stand-in-span.ts';

/** Whether stand-ins are shown as they left, or as what they stand for unless they are turned back. */
export type Shown = 'as-sent' | { readonly isSent: IsShownAsSent };

/** Pieces of a text after this one show no marks: no one looks for a mark this far down. */
const MARKED = 16;
/** A piece with more marks shows none: so many can neither be read nor pressed. */
const MOST_MARKS = 500;

/**
 * A text as it is, never Markdown, whatever its length.
 * @param grown keeps the pieces of one that grows from one time to the next.
 */
export function plainText(
  text: string,
  standIns: StandIns,
  shown: Shown,
  grown: GrownChunks = new GrownChunks(),
): TemplateResult {
  const prose = shown !== 'as-sent';
  // A span, since white space in a block is the formatter's to put, and here every space is shown.
  return html`<div class="plain">
    ${grown.of(text, standIns).map((chunk, at) => {
      const inAddress = prose && chunk.inAddress;
      return guard(
        [chunk.text, standIns.size, shown === 'as-sent' ? shown : shown.isSent, inAddress],
        () =>
          html`<span class="chunk" dir="auto"
            >${parts(piecesOf(chunk.text, standIns, { prose, inAddress }), shown, at < MARKED)}</span
          >`,
      );
    })}
  </div>`;
}

function parts(pieces: readonly Piece[], shown: Shown, marked: boolean): unknown {
  return marked && pieces.length < MOST_MARKS
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
      return asSent(piece.standIn.name, shown) ? piece.standIn.name : piece.standIn.value;
  }
}

function asSent(name: string, shown: Shown): boolean {
  return shown === 'as-sent' || shown.isSent(name);
}

function part(piece: Piece, shown: Shown): string | TemplateResult {
  const text = words(piece, shown);
  switch (piece.kind) {
    case 'text':
      return text;
    case 'control':
      return html`<span class="control">${text}</span>`;
    case 'stand-in': {
      const { name, what, gone } = piece.standIn;
      if (gone) return html`<span class="chip gone" data-stand-in=${name} title=${what}>${text}</span>`;
      if (shown === 'as-sent')
        return html`<span class="chip" data-stand-in=${name} title=${what}>${text}</span>`;
      const sent = shown.isSent(name);
      return html`<span
        class=${sent ? 'chip turned' : 'restored'}
        data-stand-in=${name}
        title=${what}
        tabindex="0"
        role="button"
        aria-pressed=${sent}
        >${text}</span
      >`;
    }
  }
}
