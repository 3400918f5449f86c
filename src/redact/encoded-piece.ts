import { bytesOf } from '../detect/layers/base64.ts';
import type { LayerName } from '../detect/layers/layer.ts';

/** A piece of base64 or hex that was decoded, and can be encoded again in just the way it was. */
export interface DecodedPiece {
  readonly text: string;
  readonly encode: (text: string) => string;
}

/**
 * Decodes a piece whose first layer is base64 or hex. The way it was written (alphabet, padding, lines of one length and
 * their indentation, case, what stands between bytes) is kept.
 *
 * @returns undefined where the same text would not become the same piece again, byte for byte: then it can only be
 * replaced as a whole.
 */
export function decodePiece(piece: string, through: readonly LayerName[]): DecodedPiece | undefined {
  if (through[1] === 'gzip' || through[1] === 'utf-16') return undefined;
  const decoded =
    through[0] === 'base64' ? decodeBase64(piece) : through[0] === 'hex' ? decodeHex(piece) : undefined;
  return decoded?.encode(decoded.text) === piece ? decoded : undefined;
}

const UTF_8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function textOf(bytes: Uint8Array<ArrayBuffer>): string | undefined {
  try {
    return UTF_8.decode(bytes);
  } catch {
    return undefined;
  }
}

function decodeBase64(piece: string): DecodedPiece | undefined {
  const text = textOf(bytesOf(piece, 0, piece.length));
  if (text === undefined) return undefined;
  const [lines] = /\r?\n[ \t]*/.exec(piece) ?? [undefined];
  const width = lines === undefined ? Infinity : piece.indexOf(lines);
  const url = /[-_]/.test(piece);
  const padded = piece.trimEnd().endsWith('=') || piece.replaceAll(/\s/g, '').length % 4 === 0;
  const end = /\s*$/.exec(piece)?.[0] ?? '';
  return {
    text,
    encode(changed) {
      let run = base64(new TextEncoder().encode(changed));
      if (url) run = run.replaceAll('+', '-').replaceAll('/', '_');
      if (!padded) run = run.replaceAll('=', '');
      return wrapped(run, width, lines ?? '') + end;
    },
  };
}

function base64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8_190) {
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(at, at + 8_190))));
  }
  return pieces.join('');
}

function wrapped(run: string, width: number, between: string): string {
  if (run.length <= width) return run;
  const lines: string[] = [];
  for (let at = 0; at < run.length; at += width) lines.push(run.slice(at, at + width));
  return lines.join(between);
}

function decodeHex(piece: string): DecodedPiece | undefined {
  const [first, second] = [...piece.matchAll(/(?:0x)?[0-9A-Fa-f]{2}/g)];
  if (!first || !second) return undefined;
  const mark = first[0].startsWith('0') && first[0].length === 4 ? first[0].slice(0, 2) : '';
  const between = piece.slice(first.index + first[0].length, second.index);
  const digits = piece.replaceAll(/0x(?=[0-9A-Fa-f]{2})/g, '').replaceAll(/[^0-9A-Fa-f]/g, '');
  const capital = /[A-F]/.test(digits);
  const bytes = Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const text = textOf(bytes);
  if (text === undefined) return undefined;
  return {
    text,
    encode: (changed) =>
      Array.from(new TextEncoder().encode(changed), (byte) => {
        const pair = byte.toString(16).padStart(2, '0');
        return mark + (capital ? pair.toUpperCase() : pair);
      }).join(between),
  };
}
