import type { Tone } from '../../protocol/atoms.ts';
import type { Mark } from '../marks.ts';
import { differenceOf } from '../take-over.ts';

/** Under these names, one for each tone, the style sheet says how a mark looks. */
const HIGHLIGHT: Readonly<Record<Tone, string>> = {
  bad: 'airlock-bad',
  caution: 'airlock-caution',
  unknown: 'airlock-unknown',
  info: 'airlock-info',
  good: 'airlock-good',
};

/** A longer text shows no marks: laying it out a second time would hold up whoever types. In code units. */
const LONGEST = 300_000;

/**
 * Marks stretches of the layer behind the composer. They are highlights over one text node, not elements: an element
 * would end the shaping of the text at its edges, and the layer would no longer lie exactly under what is typed. What is
 * typed changes that node where the text changes, and the browser moves the marks along until others come.
 */
export class MarkLayer {
  readonly #layer: HTMLElement;
  #text = '';
  #isMarked = false;

  constructor(layer: HTMLElement) {
    this.#layer = layer;
  }

  /**
   * Shows other marks.
   * @param always whether the layer holds the text where nothing is marked as well: by it the text area grows.
   */
  show(text: string, marks: readonly Mark[], always: boolean): void {
    const shown = text.length > LONGEST ? [] : marks;
    this.#isMarked = shown.length > 0;
    this.#setText(this.#isMarked || always ? text : '');
    const node = this.#layer.firstChild;
    for (const [tone, name] of Object.entries(HIGHLIGHT)) {
      const ranges = node ? shown.filter((mark) => mark.tone === tone).map((mark) => range(node, mark)) : [];
      if (ranges.length > 0) CSS.highlights.set(name, new Highlight(...ranges));
      else CSS.highlights.delete(name);
    }
  }

  /** The text was changed; its marks go with it. */
  follow(text: string, always: boolean): void {
    if (text.length > LONGEST) this.show(text, [], always);
    else if (this.#isMarked || always) this.#setText(text);
  }

  /** Whether a point of the window lies on a stretch of the text that is shown. */
  isAt(x: number, y: number, { start, end }: Pick<Mark, 'start' | 'end'>): boolean {
    const node = this.#layer.firstChild;
    if (!node || end >= (node.nodeValue ?? '').length) return false;
    return [...range(node, { start, end }).getClientRects()].some(
      (box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom,
    );
  }

  #setText(text: string): void {
    const node = this.#layer.firstChild;
    if (text === '' || !(node instanceof Text)) {
      // A last line break makes a line in a text area, and none in a block.
      this.#layer.textContent = text === '' ? '' : `${text}\n`;
    } else if (text !== this.#text) {
      const { start, end, put } = differenceOf(this.#text, text);
      node.replaceData(start, end - start, put);
    }
    this.#text = text;
  }
}

function range(node: Node, { start, end }: Pick<Mark, 'start' | 'end'>): Range {
  const one = new Range();
  one.setStart(node, start);
  one.setEnd(node, end);
  return one;
}
