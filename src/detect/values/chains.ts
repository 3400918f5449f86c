/** Slots that are taken, of all there are, before there are twice as many. */
const LOAD = 1 / 2;
const FIRST_SLOTS = 64;
/** Before the first number: one slot that is free. */
const NONE = new Int32Array(1);

/**
 * Numbers by a key that many of them may share, the newest first. In columns of whole numbers (open addressing with linear
 * probing; Knuth, The Art of Computer Programming 3, 6.4): a conversation may have a million of them, and as objects they
 * take ten times the memory and the time.
 */
export class Chains {
  /** By slot: the key, and the entry that came last for it plus one; 0 where the slot is free. */
  #keys = NONE;
  #last = NONE;
  /** By entry: the number, and the entry before it of the same key plus one. */
  #numbers = NONE;
  #before = NONE;
  #entries = 0;
  #keyCount = 0;

  /** How many keys there are. */
  get keyCount(): number {
    return this.#keyCount;
  }

  /** Adds a number to those of a key; both are whole numbers of 32 bits. */
  add(key: number, number: number): void {
    if (this.#keys === NONE) {
      this.#keys = new Int32Array(FIRST_SLOTS);
      this.#last = new Int32Array(FIRST_SLOTS);
    }
    const slot = this.#slotOf(key);
    const entry = this.#entries++;
    if (entry >= this.#numbers.length - 1) {
      this.#numbers = longer(this.#numbers);
      this.#before = longer(this.#before);
    }
    this.#numbers[entry] = number;
    const before = this.#last[slot] ?? 0;
    this.#before[entry] = before;
    this.#keys[slot] = key;
    this.#last[slot] = entry + 1;
    if (before > 0) return;
    this.#keyCount += 1;
    if (this.#keyCount > this.#keys.length * LOAD) this.#grow();
  }

  /** The entry that came last for a key; -1 where there is none. */
  lastOf(key: number): number {
    return (this.#last[this.#slotOf(key)] ?? 0) - 1;
  }

  /** The entry that came before another one for the same key; -1 where there is none. */
  before(entry: number): number {
    return (this.#before[entry] ?? 0) - 1;
  }

  /** The number that was added with an entry. */
  numberOf(entry: number): number {
    return this.#numbers[entry] ?? 0;
  }

  /** Each key, once. */
  *keys(): Generator<number> {
    for (let slot = 0; slot < this.#keys.length; slot++)
      if ((this.#last[slot] ?? 0) > 0) yield this.#keys[slot] ?? 0;
  }

  /** The slot of a key, or the free one where it would go. */
  #slotOf(key: number): number {
    const mask = this.#keys.length - 1;
    let slot = spread(key) & mask;
    while ((this.#last[slot] ?? 0) > 0 && this.#keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const keys = this.#keys;
    const last = this.#last;
    this.#keys = new Int32Array(2 * keys.length);
    this.#last = new Int32Array(2 * keys.length);
    for (let slot = 0; slot < keys.length; slot++) {
      if ((last[slot] ?? 0) === 0) continue;
      const key = keys[slot] ?? 0;
      const to = this.#slotOf(key);
      this.#keys[to] = key;
      this.#last[to] = last[slot] ?? 0;
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
  const room = new Int32Array(Math.max(FIRST_SLOTS, 2 * values.length));
  room.set(values);
  return room;
}
