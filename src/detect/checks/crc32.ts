const TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC32 as in zlib, of the single-byte characters at [from, to) of a text. */
export function crc32(text: string, from = 0, to = text.length): number {
  let value = -1;
  for (let at = from; at < to; at++) {
    value = (value >>> 8) ^ (TABLE[(value ^ text.charCodeAt(at)) & 0xff] ?? 0);
  }
  return ~value >>> 0;
}

/** CRC16 as in XModem: polynomial 0x1021, starting at zero. */
export function crc16(bytes: Iterable<number>): number {
  let value = 0;
  for (const byte of bytes) {
    value ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) value = value & 0x8000 ? (value << 1) ^ 0x1021 : value << 1;
    value &= 0xffff;
  }
  return value;
}
