import { NO_STAND_INS, type Piece, piecesOf, type StandIns } from './pieces.ts';
import { type IsShownAsSent, showSpan, standInSpan } from './stand-in-span.ts';

/** The class of code that has its colours. */
export const COLOURED = 'coloured';

/**
 * Puts the values back for their stand-ins, in text alone: an attribute never holds one, and in a link or an address the
 * stand-in stays, since that is what carries a value away. Characters that would act on the page become visible. Code
 * that has its colours has its values already.
 */
export function restoreNodes(root: Element, standIns: StandIns, isSent: IsShownAsSent): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node instanceof Text && !node.parentElement?.closest(`.${COLOURED}`)) texts.push(node);
  for (const text of texts) {
    const inLink = text.parentElement?.closest('a') != null;
    const inCode = text.parentElement?.closest('code') != null;
    const pieces = piecesOf(text.data, inLink ? NO_STAND_INS : standIns, { prose: !inCode });
    if (pieces.some(({ kind }) => kind !== 'text'))
      text.replaceWith(...pieces.map((piece) => pieceNode(piece, isSent)));
  }
}

/** Shows every stand-in below an element by what now holds. */
export function showNodes(root: Element, standIns: StandIns, isSent: IsShownAsSent): void {
  for (const span of root.querySelectorAll<HTMLElement>('[data-stand-in]')) {
    const standIn = standIns.get(span.dataset['standIn'] ?? '');
    if (standIn) showSpan(span, standIn, isSent(standIn.name));
  }
}

/** What a piece of a text is shown as. */
export function pieceNode(piece: Piece, isSent: IsShownAsSent): string | Node {
  switch (piece.kind) {
    case 'text':
      return piece.text;
    case 'control': {
      const element = document.createElement('span');
      element.className = 'control';
      element.textContent = piece.code;
      return element;
    }
    case 'stand-in':
      return standInSpan(piece.standIn, isSent(piece.standIn.name));
  }
}
