import { html } from 'lit';
import { NO_STAND_INS, type Piece, piecesOf } from '../pieces.ts';

/** Text with what would act on the page made visible. */
export function shownText(text: string): unknown {
  return piecesOf(text, NO_STAND_INS).map((piece) =>
    piece.kind === 'control' ? html`<span class="control">${piece.code}</span>` : textOf(piece),
  );
}

function textOf(piece: Piece): string {
  return piece.kind === 'text' ? piece.text : '';
}

/** What is replaced or found where something happened. */
export function spanOf({ target }: Event): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-change], [data-found]') : null;
}
