/** A node; `label` is what leads to it from the node above. */
export interface RadixNode<T> {
  label: string;
  item: T | undefined;
  /** By the first code unit of their labels. */
  below: ReadonlyMap<number, RadixNode<T>>;
}

/** What is below most nodes. */
const NONE: ReadonlyMap<number, never> = new Map<number, never>();

const node = <T>(label: string): RadixNode<T> => ({ label, item: undefined, below: NONE });

function put<T>(above: RadixNode<T>, below: RadixNode<T>): void {
  const first = below.label.charCodeAt(0);
  if (above.below.size === 0) above.below = new Map([[first, below]]);
  // Only what is below every leaf cannot be added to.
  else (above.below as Map<number, RadixNode<T>>).set(first, below);
}

/**
 * Texts and what they stand for, to be found as the beginning of another text. A radix tree (Morrison's PATRICIA, 1968):
 * to look something up costs no more than the characters that agree, however many texts there are and however long.
 */
export class RadixTree<T> {
  readonly root: RadixNode<T> = node('');

  /** Adds a text, which is not empty; one that is there already gets the new item. */
  add(text: string, item: T): void {
    let at = 0;
    let above = this.root;
    while (at < text.length) {
      const below = above.below.get(text.charCodeAt(at));
      if (!below) {
        const leaf = node<T>(text.slice(at));
        leaf.item = item;
        put(above, leaf);
        return;
      }
      const common = agreement(below.label, text, at);
      at += common;
      above = common === below.label.length ? below : split(above, below, common);
    }
    above.item = item;
  }

  /**
   * The longest text that stands at `at` of another.
   * @param counts whether one that ends there counts; each does where it is left out.
   */
  longestAt(
    text: string,
    at: number,
    counts?: (end: number) => boolean,
  ): { readonly end: number; readonly item: T } | undefined {
    let found: { readonly end: number; readonly item: T } | undefined;
    let above = this.root;
    for (let end = at; ;) {
      const below = above.below.get(text.charCodeAt(end));
      if (!below || !text.startsWith(below.label, end)) return found;
      end += below.label.length;
      if (below.item !== undefined && (counts === undefined || counts(end)))
        found = { end, item: below.item };
      above = below;
    }
  }
}

/** How many code units of a label stand at `at` of a text as well. */
function agreement(label: string, text: string, at: number): number {
  if (text.startsWith(label, at)) return label.length;
  let common = 0;
  while (common < label.length && label.charCodeAt(common) === text.charCodeAt(at + common)) common += 1;
  return common;
}

/** Puts a node between two, `common` code units down the label of the lower one. */
function split<T>(above: RadixNode<T>, below: RadixNode<T>, common: number): RadixNode<T> {
  const between = node<T>(below.label.slice(0, common));
  put(above, between);
  below.label = below.label.slice(common);
  put(between, below);
  return between;
}
