import { KERNEL } from './kernel-code.ts';
import type { Places } from './places.ts';

/** A loop of the kernel: notes pairs for [from, to) of the span, and returns how many. */
type Loop = (from: number, to: number) => number;

/** What `kernel/` exports; places are bytes of its memory, those in a span count from its beginning. */
interface Exports {
  readonly BITS: WebAssembly.Global<'i32'>;
  readonly FIRSTS: WebAssembly.Global<'i32'>;
  readonly BESIDE: WebAssembly.Global<'i32'>;
  readonly SPAN_SIZE: WebAssembly.Global<'i32'>;
  readonly UTF8: WebAssembly.Global<'i32'>;
  readonly FREE: WebAssembly.Global<'i32'>;
  file(...places: readonly number[]): void;
  stoppedAt(): number;
  clear(from: number, to: number): void;
  bring(length: number, at: number): void;
  readonly literals: Loop;
  readonly digits: Loop;
  readonly longWords: Loop;
  readonly phrases: Loop;
  readonly points: Loop;
  readonly pairs: Loop;
  readonly beyondAscii: Loop;
  readonly marks: Loop;
  readonly encoded: Loop;
  readonly labels: Loop;
  readonly capitals: Loop;
}

/** The loops there are, each of which notes pairs of places. */
export type LoopName =
  | 'literals'
  | 'digits'
  | 'longWords'
  | 'phrases'
  | 'points'
  | 'pairs'
  | 'beyondAscii'
  | 'marks'
  | 'encoded'
  | 'labels'
  | 'capitals';

/** What is filed in the kernel's memory for its loops; the forms are described in `kernel/`. */
export interface Tables {
  readonly bits: Uint8Array;
  readonly firsts: Uint16Array;
  readonly grams: Uint32Array;
  readonly entries: Uint32Array;
  readonly characters: Uint8Array;
  readonly classes: Uint8Array;
  readonly threes: Uint8Array;
  readonly signs: Uint8Array;
  readonly neighbours: Uint8Array;
  readonly labelEnds: Uint8Array;
  /** How many pairs may be found at one place. */
  readonly atOnce: number;
}

/** Those whose pairs are a place and a number. */
const WITH_NUMBERS: ReadonlySet<LoopName> = new Set(['literals', 'marks', 'encoded', 'labels']);

const PAGE = 1 << 16;
/** So many pairs are noted before they are fetched. */
const MOST = 4_096;
/** A loop that goes by 16 characters may note two pairs for each before it stops. */
const BLOCK = 32;
/** Numbers of an entry, the first of which says where its characters are. */
const ENTRY = 4;

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));

let compiled: WebAssembly.Module | undefined;
const encoder = new TextEncoder();

/** The loops of `kernel/` over texts of any length, with what they look for filed. */
export class Kernel {
  readonly #loops: Exports;
  readonly #size: number;
  readonly #beside: number;
  readonly #utf8: Uint8Array<ArrayBuffer>;
  readonly #found: Int32Array;

  constructor(tables: Tables) {
    compiled ??= new WebAssembly.Module(bytesOf(KERNEL));
    const memory = new WebAssembly.Memory({ initial: 1 });
    // The module was compiled from the sources in `kernel/`; a test holds the two together.
    this.#loops = new WebAssembly.Instance(compiled, { env: { memory } }).exports as unknown as Exports;
    const { BITS, FIRSTS, BESIDE, SPAN_SIZE, UTF8, FREE } = this.#loops;
    this.#size = SPAN_SIZE.value;
    this.#beside = BESIDE.value;

    let free = FREE.value;
    const take = (bytes: number): number => {
      const at = free;
      free += (bytes + 15) & ~15;
      return at;
    };
    const { grams, entries, characters, classes, threes, signs, neighbours, labelEnds } = tables;
    const [gramsAt, entriesAt, charactersAt, ...othersAt] = [
      grams,
      entries,
      characters,
      classes,
      threes,
      signs,
      neighbours,
      labelEnds,
    ].map(({ byteLength }) => take(byteLength));
    const room = (MOST + Math.max(BLOCK, tables.atOnce)) * 2;
    const found = take(room * Int32Array.BYTES_PER_ELEMENT);
    memory.grow(Math.ceil(free / PAGE));

    const bytes = new Uint8Array(memory.buffer);
    this.#utf8 = bytes.subarray(UTF8.value, FREE.value);
    this.#found = new Int32Array(memory.buffer, found, room);
    const put = (at = 0, values: Uint8Array | Uint16Array | Uint32Array): void =>
      bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), at);
    put(BITS.value, tables.bits);
    put(FIRSTS.value, tables.firsts);
    put(gramsAt, grams);
    put(
      entriesAt,
      entries.map((value, i) => (i % ENTRY === 0 ? value + (charactersAt ?? 0) : value)),
    );
    put(charactersAt, characters);
    [classes, threes, signs, neighbours, labelEnds].forEach((table, i) => put(othersAt[i], table));
    this.#loops.file(gramsAt ?? 0, entriesAt ?? 0, ...othersAt, found, MOST);
  }

  /**
   * Runs loops over a text and adds what they note; offsets are UTF-16 code units. Nothing of the text stays. Time:
   * linear in the text and in what is noted.
   * @throws RangeError or WebAssembly.RuntimeError where the memory does not hold; neither tells of the text.
   */
  run(text: string, wanted: readonly (readonly [LoopName, Places])[]): void {
    try {
      this.#runThrough(text, wanted);
    } finally {
      // All that was written to: the first span is the longest.
      const longest = Math.min(this.#size, text.length) + this.#beside;
      this.#utf8.fill(0, 0, 3 * longest + this.#beside * 3);
      this.#loops.clear(-this.#beside, longest);
    }
  }

  #runThrough(text: string, wanted: readonly (readonly [LoopName, Places])[]): void {
    /** Where each goes on. */
    const next = wanted.map(() => 0);
    for (let base = 0; base < text.length; base += this.#size) {
      const to = Math.min(this.#size, text.length - base);
      this.#load(text, base, to);
      wanted.forEach(([name, places], i) => {
        let from = Math.max(0, (next[i] ?? 0) - base);
        while (from < to) {
          const count = this.#loops[name](from, to);
          places.addAll(this.#found, count, base, WITH_NUMBERS.has(name) ? 0 : base);
          from = this.#loops.stoppedAt();
        }
        next[i] = base + from;
      });
    }
  }

  /** Brings the span that begins at `base` into memory, with what is beside it. */
  #load(text: string, base: number, length: number): void {
    const before = Math.min(this.#beside, base);
    const piece = text.slice(base - before, base + length + this.#beside);
    const { read, written } = encoder.encodeInto(piece, this.#utf8);
    // There is room for all; a part that was left out would not be looked at.
    if (read !== piece.length) throw new RangeError('a span longer than its room');
    if (base === 0) this.#loops.clear(-this.#beside, 0);
    this.#loops.bring(written, -before);
    this.#loops.clear(piece.length - before, length + this.#beside);
  }
}
