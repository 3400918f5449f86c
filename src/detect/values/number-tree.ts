/** A text that stands at a place of another: where it ends there, and its number. */
export interface Hit {
  readonly end: number;
  readonly item: number;
}

/**
 * Numbers of a node: the text its label is of, where that begins and ends there, its item, the node above, and the first code
 * unit of its label, since most labels are no longer and the text is somewhere else in memory.
 */
const WIDTH = 6;
const TEXT = 0;
const FROM = 1;
const TO = 2;
const ITEM = 3;
const ABOVE = 4;
const FIRST = 5;

const ROOT = 0;
/** No item ends at a node. */
const NONE = -1;
const FIRST_NODES = 16;

/**
 * Texts and the numbers they stand for, to be found as the beginning of another text: a `RadixTree` in columns. Its nodes
 * are rows of numbers, and a node below another is found by a hash of that and its first code unit, so that thousands of
 * values are a handful of objects.
 */
export class NumberTree {
  readonly #texts: string[] = [];
  #nodes = new Int32Array(FIRST_NODES * WIDTH).fill(NONE, ITEM, ITEM + 1);
  #count = 1;
  /** The nodes but for the root, by what is above them and what they begin with; 0 where a slot is free. */
  #slots = new Int32Array(2 * FIRST_NODES);
  /** The last hit: a text may have hundreds of thousands. */
  readonly #hit = { end: 0, item: NONE };

  /** Adds a text, which is not empty; one that is there already gets the new number. */
  add(text: string, item: number): void {
    const number = this.#texts.push(text) - 1;
    let above = ROOT;
    for (let at = 0; at < text.length;) {
      const slot = this.#slotOf(above, text.charCodeAt(at));
      const below = this.#slots[slot] ?? 0;
      if (below === 0) {
        this.#slots[slot] = this.#node(number, at, text.length, item, above);
        this.#mayGrow();
        return;
      }
      const common = this.#agreement(below, text, at);
      at += common;
      above = common === this.#lengthOf(below) ? below : this.#split(slot, below, common);
    }
    this.#nodes[above * WIDTH + ITEM] = item;
  }

  /**
   * The longest text that stands at `at` of another; what is returned holds until the next call.
   * @param counts whether one that ends there counts; each does where it is left out.
   */
  longestAt(text: string, at: number, counts?: (end: number) => boolean): Hit | undefined {
    const hit = this.#hit;
    hit.item = NONE;
    let above = ROOT;
    for (let end = at; end < text.length;) {
      const below = this.#slots[this.#slotOf(above, text.charCodeAt(end))] ?? 0;
      if (below === 0) break;
      const length = this.#lengthOf(below);
      if (this.#agreement(below, text, end) < length) break;
      end += length;
      const item = this.#nodes[below * WIDTH + ITEM] ?? NONE;
      if (item !== NONE && (counts === undefined || counts(end))) {
        hit.end = end;
        hit.item = item;
      }
      above = below;
    }
    return hit.item === NONE ? undefined : hit;
  }

  #node(text: number, from: number, to: number, item: number, above: number): number {
    const node = this.#count++;
    if (node * WIDTH === this.#nodes.length) {
      const longer = new Int32Array(2 * this.#nodes.length);
      longer.set(this.#nodes);
      this.#nodes = longer;
    }
    const row = node * WIDTH;
    this.#nodes[row + TEXT] = text;
    this.#nodes[row + FROM] = from;
    this.#nodes[row + TO] = to;
    this.#nodes[row + ITEM] = item;
    this.#nodes[row + ABOVE] = above;
    this.#nodes[row + FIRST] = this.#texts[text]?.charCodeAt(from) ?? 0;
    return node;
  }

  #lengthOf(node: number): number {
    return (this.#nodes[node * WIDTH + TO] ?? 0) - (this.#nodes[node * WIDTH + FROM] ?? 0);
  }

  /** The first code unit of a node's label. */
  #firstOf(node: number): number {
    return this.#nodes[node * WIDTH + FIRST] ?? 0;
  }

  /** How many code units of a node's label stand at `at` of a text as well; the first is known to. */
  #agreement(node: number, text: string, at: number): number {
    const row = node * WIDTH;
    const from = this.#nodes[row + FROM] ?? 0;
    const most = Math.min((this.#nodes[row + TO] ?? 0) - from, text.length - at);
    let common = 1;
    if (most <= common) return common;
    const label = this.#texts[this.#nodes[row + TEXT] ?? 0] ?? '';
    while (common < most && label.charCodeAt(from + common) === text.charCodeAt(at + common)) common += 1;
    return common;
  }

  /** Puts a node in the place of another, which goes below it without the first `common` code units of its label. */
  #split(slot: number, below: number, common: number): number {
    const row = below * WIDTH;
    const from = this.#nodes[row + FROM] ?? 0;
    const above = this.#nodes[row + ABOVE] ?? 0;
    const between = this.#node(this.#nodes[row + TEXT] ?? 0, from, from + common, NONE, above);
    this.#slots[slot] = between;
    this.#nodes[row + FROM] = from + common;
    this.#nodes[row + ABOVE] = between;
    this.#nodes[row + FIRST] = this.#texts[this.#nodes[row + TEXT] ?? 0]?.charCodeAt(from + common) ?? 0;
    this.#slots[this.#slotOf(between, this.#firstOf(below))] = below;
    this.#mayGrow();
    return between;
  }

  /** The slot of the node that begins with a code unit below another, or the free one where it would go. */
  #slotOf(above: number, unit: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash(above, unit) & mask;
    for (let node = this.#slots[slot] ?? 0; node !== 0; node = this.#slots[slot] ?? 0) {
      if (this.#nodes[node * WIDTH + ABOVE] === above && this.#firstOf(node) === unit) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** Makes room where half of the slots are taken. */
  #mayGrow(): void {
    if (2 * this.#count <= this.#slots.length) return;
    this.#slots = new Int32Array(2 * this.#slots.length);
    for (let node = 1; node < this.#count; node++)
      this.#slots[this.#slotOf(this.#nodes[node * WIDTH + ABOVE] ?? 0, this.#firstOf(node))] = node;
  }
}

/** All bits of a node and a code unit in the lowest ones (the finaliser of MurmurHash3). */
function hash(above: number, unit: number): number {
  let bits = Math.imul(above, 0x9e3779b1) ^ unit;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  return bits ^ (bits >>> 13);
}
