/** Slots that are taken, of all there are, before there are twice as many. */
const LOAD = 1 / 2;
const FIRST_SLOTS = 64;
const FIRST_ENTRIES = 64;

/** Of a slot: the key, the entry that came last for it plus one, where 0 says that the slot is free, and the note. */
const SLOT = 3;
const LAST = 1;
const NOTE = 2;
/** Of an entry: the number, and the entry before it of the same key plus one. */
const ENTRY = 2;
const BEFORE = 1;

/** Before the first number: one slot that is free. */
const NONE = new Int32Array(SLOT);

/**
 * Numbers by a key that many of them may share, the newest first. In rows of whole numbers (open addressing with linear
 * probing; Knuth, The Art of Computer Programming 3, 6.4), each of which lies beside itself in memory: a conversation may have
 * a million of them, and as objects they take ten times the memory and the time.
 */
export class Chains {
  #slots = NONE;
  /** One less than there are slots, which is a power of two. */
  #mask = 0;
  #entries = NONE;
  #count = 0;
  #keyCount = 0;

  /** Adds a number to those of a key; both are whole numbers of 32 bits. */
  add(key: number, number: number): void {
    if (this.#slots === NONE) {
      this.#roomFor(FIRST_SLOTS);
      this.#entries = new Int32Array(FIRST_ENTRIES * ENTRY);
    }
    const at = this.#count * ENTRY;
    if (at === this.#entries.length) this.#entries = longer(this.#entries);
    this.#count += 1;
    const slot = this.#slotOf(key);
    const before = this.#slots[slot + LAST] ?? 0;
    this.#entries[at] = number;
    this.#entries[at + BEFORE] = before;
    this.#slots[slot] = key;
    this.#slots[slot + LAST] = this.#count;
    if (before > 0) return;
    this.#keyCount += 1;
    if (this.#keyCount > this.#mask * LOAD) this.#grow();
  }

  /** Where a key is kept until another number is added; -1 where it is not. */
  placeOf(key: number): number {
    const slot = this.#slotOf(key);
    return (this.#slots[slot + LAST] ?? 0) > 0 ? slot : -1;
  }

  /** The entry that came last for the key at a place. */
  lastAt(place: number): number {
    return (this.#slots[place + LAST] ?? 0) - 1;
  }

  /** What was noted of the key at a place, 0 at first. */
  noteAt(place: number): number {
    return this.#slots[place + NOTE] ?? 0;
  }

  /** Notes a whole number of the key at a place. */
  note(place: number, note: number): void {
    this.#slots[place + NOTE] = note;
  }

  /** The entry that came before another one for the same key; -1 where there is none. */
  before(entry: number): number {
    return (this.#entries[entry * ENTRY + BEFORE] ?? 0) - 1;
  }

  /** The number that was added with an entry. */
  numberOf(entry: number): number {
    return this.#entries[entry * ENTRY] ?? 0;
  }

  /** Each key, once. */
  *keys(): Generator<number> {
    for (let slot = 0; slot < this.#slots.length; slot += SLOT)
      if ((this.#slots[slot + LAST] ?? 0) > 0) yield this.#slots[slot] ?? 0;
  }

  /** Where the slot of a key begins, or the free one where it would go. */
  #slotOf(key: number): number {
    const slots = this.#slots;
    const mask = this.#mask;
    let number = spread(key) & mask;
    let slot = number * SLOT;
    while ((slots[slot + LAST] ?? 0) > 0 && slots[slot] !== key) {
      number = (number + 1) & mask;
      slot = number * SLOT;
    }
    return slot;
  }

  #roomFor(count: number): void {
    this.#slots = new Int32Array(count * SLOT);
    this.#mask = count - 1;
  }

  #grow(): void {
    const slots = this.#slots;
    this.#roomFor(2 * (this.#mask + 1));
    for (let slot = 0; slot < slots.length; slot += SLOT) {
      const last = slots[slot + LAST] ?? 0;
      if (last === 0) continue;
      const key = slots[slot] ?? 0;
      const to = this.#slotOf(key);
      this.#slots[to] = key;
      this.#slots[to + LAST] = last;
      this.#slots[to + NOTE] = slots[slot + NOTE] ?? 0;
    }
  }
}

/** All bits of a key in the lowest ones (the finaliser of MurmurHash3). */
function spread(key: number): number {
  let bits = Math.imul(key ^ (key >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}

function longer(values: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const room = new Int32Array(2 * values.length);
  room.set(values);
  return room;
}
