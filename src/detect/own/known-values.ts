import type { Detector, Hit } from '../detector.ts';
import { type Kind, secret } from '../kind.ts';
import { OWN_SCOPE } from '../rule.ts';
import { encodingsOf } from '../values/encodings.ts';
import { ValueIndex } from '../values/value-index.ts';

/** A value this workspace keeps secret, and where. */
export interface KnownValue {
  readonly value: string;
  /** Its key, such as `DB_PASSWORD`; empty where there is none. */
  readonly key: string;
  /** The file's path within the workspace, such as `server/.env`. */
  readonly file: string;
}

const PREFIX = 'known:';
const LONGEST_LABEL = 80;
/** How far an encoded piece is followed to either side, in UTF-16 code units. */
const LONGEST_PIECE = 4_096;

/**
 * Finds the values that files of the workspace keep secret wherever they stand: plain, escaped, in percent, hex or
 * base64, in a URL or inside a longer string. Time: one pass over the text, whatever the number of values.
 */
export function knownValuesDetector(known: readonly KnownValue[]): Detector {
  const index = new ValueIndex();
  const kinds = new Map<string, string>();
  const plain = new Set(known.map(({ value }) => value));
  for (const { value, key, file } of known) {
    const kind = PREFIX + `${labelled(key)}|${labelled(file)}`;
    for (const form of [value, ...encodingsOf(value)]) {
      if (kinds.has(form)) continue;
      kinds.set(form, kind);
      index.add(form);
    }
  }
  const rule = `${OWN_SCOPE}known-values`;
  return {
    id: rule,
    *find(content): Generator<Hit> {
      if (kinds.size === 0) return;
      for (const { start, end, value } of index.occurrences(content)) {
        const kind = kinds.get(value) ?? PREFIX;
        const range = plain.has(value) ? { start, end } : wholePiece(content, start, end);
        yield { rule, kind, ...range, evidence: 'known' };
      }
    },
  };
}

/**
 * The encoded piece that holds what was found: in base64 its first and last characters also carry bits of what stands
 * beside it, so they are no part of what was searched for, and yet part of the value.
 */
function wholePiece(text: string, start: number, end: number): { start: number; end: number } {
  if (!/^[A-Za-z0-9+/_-]+$/.test(text.slice(start, end))) return { start, end };
  let from = start;
  while (from > start - LONGEST_PIECE && isBase64(text.charCodeAt(from - 1))) from -= 1;
  let to = end;
  while (to < end + LONGEST_PIECE && isBase64(text.charCodeAt(to))) to += 1;
  return { start: from, end: to + (/^={0,2}/.exec(text.slice(to, to + 2))?.[0].length ?? 0) };
}

function isBase64(code: number): boolean {
  return code < 128 && /[A-Za-z0-9+/_-]/.test(String.fromCharCode(code));
}

function labelled(text: string): string {
  return text.replace(/[|\s]+/g, ' ').slice(-LONGEST_LABEL);
}

/** Whether a kind is that of a known value: it says where the value is kept, not what it is. */
export function isKnownKind(id: string): boolean {
  return id.startsWith(PREFIX);
}

/** What is known of the kind of a known value; undefined for every other kind. */
export function knownKind(id: string): Kind | undefined {
  if (!isKnownKind(id)) return undefined;
  const [key = '', file = ''] = id.slice(PREFIX.length).split('|');
  const placeholder = key
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^[_\d]+|[_\d]+$/g, '')
    .toUpperCase();
  return secret(
    'critical',
    placeholder || 'KNOWN_SECRET',
    key ? `value of ${key} in ${file}` : `value in ${file}`,
    'is kept secret by a file of this workspace',
  );
}
