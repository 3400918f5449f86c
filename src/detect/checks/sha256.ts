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

const ROUNDS = constants(64, 3);
const START = constants(8, 2);
const rotate = (value: number, by: number): number => (value >>> by) | (value << (32 - by));

/** SHA-256, synchronous, since the browser's own is not; for check digits, never for anything that must be fast. */
export function sha256(message: Uint8Array): Uint8Array {
  const size = Math.ceil((message.length + 9) / 64) * 64;
  const padded = new Uint8Array(size);
  padded.set(message);
  padded[message.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(size - 4, message.length * 8);
  const state = Uint32Array.from(START);
  const words = new Uint32Array(64);
  for (let block = 0; block < size; block += 64) {
    for (let at = 0; at < 64; at++) words[at] = at < 16 ? view.getUint32(block + at * 4) : mixed(words, at);
    round(state, words);
  }
  const digest = new Uint8Array(32);
  state.forEach((word, at) => new DataView(digest.buffer).setUint32(at * 4, word));
  return digest;
}

function mixed(words: Uint32Array, at: number): number {
  const [far = 0, low = 0, middle = 0, near = 0] = [16, 15, 7, 2].map((back) => words[at - back] ?? 0);
  const first = rotate(low, 7) ^ rotate(low, 18) ^ (low >>> 3);
  const second = rotate(near, 17) ^ rotate(near, 19) ^ (near >>> 10);
  return (far + first + middle + second) | 0;
}

function round(state: Uint32Array, words: Uint32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let at = 0; at < 64; at++) {
    const choice = (e & f) ^ (~e & g);
    const sum = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const first = (h + sum + choice + (ROUNDS[at] ?? 0) + (words[at] ?? 0)) | 0;
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const second = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + majority) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, at) => (state[at] = (state[at] ?? 0) + word));
}
