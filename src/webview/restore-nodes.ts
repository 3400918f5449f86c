import { type Piece, piecesOf, type StandIns } from './pieces.ts';

/**
 * Puts the values back for their stand-ins, in text alone: an attribute never holds one, and in a link the stand-in
 * stays, since a link is what carries a value away. Characters that would act on the page become visible.
 */
export function restoreNodes(root: Element, standIns: StandIns): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node instanceof Text) texts.push(node);
  for (const text of texts) {
    const inLink = text.parentElement?.closest('a') != null;
    const pieces = piecesOf(text.data, inLink ? NONE : standIns);
    if (pieces.some(({ kind }) => kind !== 'text')) text.replaceWith(...pieces.map(node));
  }
}

const NONE: StandIns = new Map();

function node(piece: Piece): string | Node {
  switch (piece.kind) {
    case 'text':
      return piece.text;
    case 'control':
      return span('control', piece.code);
    case 'stand-in': {
      const restored = span('restored', piece.standIn.value);
      restored.title = piece.standIn.what;
      return restored;
    }
  }
}

function span(className: string, text: string): HTMLSpanElement {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  return element;
}
