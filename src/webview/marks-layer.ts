import type { Tone } from '../protocol/atoms.ts';
import type { Mark } from './marks.ts';

/** Under these names, one for each tone, the style sheet says how a mark looks. */
const HIGHLIGHT: Readonly<Record<Tone, string>> = {
  bad: 'airlock-bad',
  caution: 'airlock-caution',
  unknown: 'airlock-unknown',
  info: 'airlock-info',
  good: 'airlock-good',
};

/**
 * Marks stretches of the layer behind the composer. They are highlights over one text node, not elements: an element
 * would end the shaping of the text at its edges, and the layer would no longer lie exactly under what is typed.
 */
export function markLayer(layer: HTMLElement, text: string, marks: readonly Mark[]): void {
  // A last line break makes a line in a text area, and none in a block.
  const shown = text === '' ? '' : `${text}\n`;
  if (layer.textContent !== shown) layer.textContent = shown;
  const node = layer.firstChild;
  for (const [tone, name] of Object.entries(HIGHLIGHT)) {
    const ranges = node ? marks.filter((mark) => mark.tone === tone).map((mark) => range(node, mark)) : [];
    if (ranges.length > 0) CSS.highlights.set(name, new Highlight(...ranges));
    else CSS.highlights.delete(name);
  }
}

function range(node: Node, { start, end }: Mark): StaticRange {
  return new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end });
}
