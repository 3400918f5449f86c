/** The first 32 bits of the fractions of a root of the first primes, which SHA-256 is built on. */
function constants(count: number, root: number): Uint32Array {
  const found: number[] = [];
  for (let candidate = 2; found.length < count; candidate++) {
    let prime = true;
    for (let factor = 2; factor * factor <= candidate; factor++) if (candidate % factor === 0) prime = false;
    if (prime) found.push((candidate ** (1 / root) % 1) * 2 ** 32);
  }
  return Uint32Array.from(found);
}

const ROUNDS = Int32Array.from(constants(64, 3));
const START = constants(8, 2);
const rotate = (value: number, by: number): number => (value >>> by) | (value << (32 - by));

/** SHA-256 (FIPS 180-4), synchronous, since the browser's own is not; for check digits of a few bytes. */
export function sha256(message: Uint8Array): Uint8Array {
  const size = Math.ceil((message.length + 9) / 64) * 64;
  const padded = new Uint8Array(size);
  padded.set(message);
  padded[message.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(size - 4, message.length * 8);
  const state = Uint32Array.from(START);
  const words = new Int32Array(64);
  for (let block = 0; block < size; block += 64) {
    for (let at = 0; at < 16; at++) words[at] = view.getInt32(block + at * 4);
    for (let at = 16; at < 64; at++) words[at] = mixed(words, at);
    round(state, words);
  }
  const digest = new DataView(new ArrayBuffer(32));
  for (let at = 0; at < 8; at++) digest.setUint32(at * 4, state[at] ?? 0);
  return new Uint8Array(digest.buffer);
}

function mixed(words: Int32Array, at: number): number {
  const low = words[at - 15] ?? 0;
  const near = words[at - 2] ?? 0;
  const first = rotate(low, 7) ^ rotate(low, 18) ^ (low >>> 3);
  const second = rotate(near, 17) ^ rotate(near, 19) ^ (near >>> 10);
  return ((words[at - 16] ?? 0) + first + (words[at - 7] ?? 0) + second) | 0;
}

function round(state: Uint32Array, words: Int32Array): void {
  const at = (index: number): number => (state[index] ?? 0) | 0;
  let a = at(0);
  let b = at(1);
  let c = at(2);
  let d = at(3);
  let e = at(4);
  let f = at(5);
  let g = at(6);
  let h = at(7);
  for (let i = 0; i < 64; i++) {
    const choice = (e & f) ^ (~e & g);
    const sum = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const first = (h + sum + choice + (ROUNDS[i] ?? 0) + (words[i] ?? 0)) | 0;
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const second = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + majority) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((word, index) => (state[index] = at(index) + word));
}
