import { COLOURED, pieceNode } from '../restore-nodes.ts';
import { piecesOf, type StandIns } from '../pieces.ts';
import type { IsShownAsSent } from '../stand-in-span.ts';
import { laidOver } from './laid-over.ts';
import { Colours } from './runs.ts';

/** Those of this page. */
const colours = new Colours();

/**
 * Fills an element with code in the colours of its language, with the values put back for their stand-ins. It is made of
 * text nodes and spans whose class is one of ours: nothing of the code is ever read as HTML.
 *
 * @returns whether it did; where not, the element is as it was.
 */
export function colour(
  element: Element,
  language: string,
  standIns: StandIns,
  isSent: IsShownAsSent,
): boolean {
  const code = element.textContent ?? '';
  const runs = language === '' ? undefined : colours.runsOf(code, language);
  if (!runs) return false;
  const nodes = laidOver(piecesOf(code, standIns), runs).map(({ piece, look }) => {
    const node = pieceNode(piece, isSent);
    if (look === undefined) return node;
    const span = document.createElement('span');
    span.className = `look-${look}`;
    span.append(node);
    return span;
  });
  element.replaceChildren(...nodes);
  element.classList.add(COLOURED);
  return true;
}
