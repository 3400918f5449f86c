/** Offsets of the rotations, lane by lane along the path of rho and pi (FIPS 202, 3.2.2 and 3.2.3). */
const ROTATIONS = Int32Array.from({ length: 24 }, (_, step) => (((step + 1) * (step + 2)) / 2) % 64);
/** The lanes of that path. */
const PATH = ((): number[] => {
  const lanes: number[] = [];
  let [x, y] = [1, 0];
  for (let step = 0; step < 24; step++) {
    lanes.push(x + 5 * y);
    [x, y] = [y, (2 * x + 3 * y) % 5];
  }
  return lanes;
})();
/** Where each lane of it goes, as a place of its low half. */
const TARGETS = PATH.map((_, step) => (PATH[(step + 1) % 24] ?? 0) * 2);
/** Round constants as pairs of low and high halves, from the shift register of FIPS 202, 3.2.5. */
const ROUNDS = ((): [number, number][] => {
  const rounds: [number, number][] = [];
  let register = 1;
  for (let round = 0; round < 24; round++) {
    const pair: [number, number] = [0, 0];
    for (let bit = 0; bit < 7; bit++) {
      const place = 2 ** bit - 1;
      if (register & 1) pair[place < 32 ? 0 : 1] ^= 1 << (place % 32);
      register = (register << 1) ^ ((register >> 7) * 0x171);
    }
    rounds.push(pair);
  }
  return rounds;
})();
const RATE = 136;

/**
 * Keccak-256 as Ethereum has it (the padding is that of the competition, not of SHA-3), of ASCII shorter than one
 * block of 136 characters. Each lane is two 32-bit halves, the low one first.
 */
export function keccak256(ascii: string): Uint8Array {
  const bytes = new Uint8Array(200);
  for (let at = 0; at < ascii.length; at++) bytes[at] = ascii.charCodeAt(at);
  bytes[ascii.length] = 1;
  bytes[RATE - 1] = (bytes[RATE - 1] ?? 0) | 0x80;
  const view = new DataView(bytes.buffer);
  const lanes = Int32Array.from({ length: 50 }, (_, at) => view.getInt32(at * 4, true));
  for (const round of ROUNDS) permute(lanes, round);
  for (let at = 0; at < 8; at++) view.setInt32(at * 4, lanes[at] ?? 0, true);
  return bytes.slice(0, 32);
}

const columns = new Int32Array(10);
const row = new Int32Array(10);

function permute(lanes: Int32Array, [low, high]: readonly [number, number]): void {
  const lane = (at: number): number => lanes[at] ?? 0;
  const column = (at: number): number => columns[at] ?? 0;
  // Theta
  for (let at = 0; at < 10; at++) {
    columns[at] = lane(at) ^ lane(at + 10) ^ lane(at + 20) ^ lane(at + 30) ^ lane(at + 40);
  }
  for (let x = 0; x < 5; x++) {
    const left = ((x + 4) % 5) * 2;
    const right = ((x + 1) % 5) * 2;
    const one = column(left) ^ ((column(right) << 1) | (column(right + 1) >>> 31));
    const other = column(left + 1) ^ ((column(right + 1) << 1) | (column(right) >>> 31));
    for (let y = 0; y < 50; y += 10) {
      lanes[x * 2 + y] = lane(x * 2 + y) ^ one;
      lanes[x * 2 + y + 1] = lane(x * 2 + y + 1) ^ other;
    }
  }
  // Rho and pi
  let one = lane(2);
  let other = lane(3);
  for (let step = 0; step < 24; step++) {
    const to = TARGETS[step] ?? 0;
    const by = ROTATIONS[step] ?? 0;
    const turn = by % 32;
    const low32 = by < 32 ? one : other;
    const high32 = by < 32 ? other : one;
    one = lane(to);
    other = lane(to + 1);
    // A shift by 32 is none in this language.
    lanes[to] = turn === 0 ? low32 : (low32 << turn) | (high32 >>> (32 - turn));
    lanes[to + 1] = turn === 0 ? high32 : (high32 << turn) | (low32 >>> (32 - turn));
  }
  // Chi and iota
  for (let y = 0; y < 50; y += 10) {
    for (let at = 0; at < 10; at++) row[at] = lane(y + at);
    for (let at = 0; at < 10; at++) {
      lanes[y + at] = (row[at] ?? 0) ^ (~(row[(at + 2) % 10] ?? 0) & (row[(at + 4) % 10] ?? 0));
    }
  }
  lanes[0] = lane(0) ^ low;
  lanes[1] = lane(1) ^ high;
}
